import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Attestation, buildAttestations } from '../../../../src/report/attestation.ts';
import { type Merged, type MergeOptions, withMerged } from '../../../../src/report/merge/merge.ts';
import { readInputs } from '../../../../src/report/merge/read-inputs.ts';
import type { Row } from '../../../../src/report/merge/row.ts';
import type { Report, Result } from '../../../../src/report/schema.ts';
import { reason } from '../../../../src/vocabulary.ts';
import { report, result } from '../given.ts';

export const NOW = new Date('2026-12-01T00:00:00.000Z');
export const DAY = 86_400_000;

export const member = (name: string) => `sha256:${Buffer.from(name).toString('hex').padEnd(64, '0')}`;
export const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

export const UNKNOWN = {
  state: 'unknown',
  verdict: 'unknown',
  confidence: 'none',
  reason: reason('witnesses-disagree', 'They do not agree.'),
  observations: [],
} satisfies Partial<Result>;

/** A report of one account, as it was some days ago. */
export function reportOf(
  who: { name?: string; member?: string | null; days?: number; id?: string },
  overrides: Partial<Result> = {},
): Report {
  const { name = 'default', days = 1, id = `run-${name}-${days}` } = who;
  const hash = who.member === null ? null : member(who.member ?? name);
  const at = { startedAt: daysAgo(days), finishedAt: daysAgo(days) };
  return report([result({ account: { name, member: hash }, ...overrides })], { ...at, id });
}

export function attestationOf(who: Parameters<typeof reportOf>[0], overrides: Partial<Result> = {}): Attestation {
  const given = reportOf(who, overrides);
  const [attestation] = buildAttestations(given, Buffer.from(JSON.stringify(given)).toString('hex').slice(-64));
  if (!attestation) throw new Error('There is none.');
  return attestation;
}

export interface Told extends Omit<Merged, 'rows'> {
  rows: Row[];
  faults: string[];
}

/** Merges values as lines of standard input, or words as the command line has them. */
export async function mergeOf(
  values: readonly unknown[],
  options: Partial<Omit<MergeOptions, 'expected'>> & { expect?: string[]; words?: string[]; days?: number | null } = {},
): Promise<Told> {
  const { expect, words = ['-'], days = 30, ...rest } = options;
  const faults: string[] = [];
  async function* stdin() {
    for (const value of values) yield `${typeof value === 'string' ? value : JSON.stringify(value)}\n`;
  }
  async function* listed() {
    yield* expect ?? [];
  }
  return withMerged(
    {
      inputs: readInputs({ words, stdin: stdin(), now: NOW.getTime() }),
      expected: expect ? listed() : null,
      expectedNumber: null,
      policy: { failOn: ['on', 'unknown'], exitZero: false },
      oldest: days === null ? null : NOW.getTime() - days * DAY,
      signal: new AbortController().signal,
      onFault: (sentence) => void faults.push(sentence),
      ...rest,
    },
    async (merged) => {
      const rows: Row[] = [];
      for await (const row of merged.rows()) rows.push(row);
      return { ...merged, rows, faults };
    },
  );
}

export async function folderWith(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'merge-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, value] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return folder;
}
