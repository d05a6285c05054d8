import { z } from 'zod';
import { CONFIDENCES, REASONS, type ReasonCode, STATES } from '../vocabulary.ts';
import type { Report } from './schema.ts';

/**
 * The least that a colleague can send: what was found, by whom in a salted hash, and the hash of the report that says more.
 * No cookie, no name, no picture, no account name. Readers allow fields they do not know.
 */
export const attestationSchema = z.looseObject({
  schemaVersion: z.literal(1),
  kind: z.literal('attestation'),
  tool: z.looseObject({ name: z.literal('linkedin-ai-optout'), version: z.string() }),
  /** when the run ended */
  at: z.iso.datetime(),
  /** where it looked: LinkedIn, or a look-alike */
  origin: z.url(),
  member: z.string().startsWith('sha256:').nullable(),
  setting: z.looseObject({ id: z.string() }),
  state: z.enum(STATES),
  confidence: z.enum(CONFIDENCES),
  reason: z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]).nullable(),
  /** the report as `--output report.json` writes it */
  report: z.looseObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

export type Attestation = z.infer<typeof attestationSchema>;

/** One for each result. @param sha256 of the report as JSON */
export function buildAttestations({ tool, run, results }: Report, sha256: string): Attestation[] {
  return results.map(({ account, setting, state, confidence, reason }) => ({
    schemaVersion: 1,
    kind: 'attestation',
    tool: { name: tool.name, version: tool.version },
    at: run.finishedAt,
    origin: run.origin,
    member: account.member,
    setting: { id: setting.id },
    state,
    confidence,
    reason: reason?.code ?? null,
    report: { sha256 },
  }));
}

/** One line each, so that many files behind one another are still lines of JSON. */
export function renderAttestations(attestations: readonly Attestation[]): string {
  return attestations.map((attestation) => `${JSON.stringify(attestation)}\n`).join('');
}
