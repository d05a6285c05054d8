import { type ComparedFile, compareBundle } from './compare.ts';
import { DOES_NOT_PROVE, PROVES } from './manifest.ts';
import { readBundle } from './read-bundle.ts';

export type TimestampFinding =
  /** `at` is what the authority says; its signature is for other programs to check */
  | { state: 'intact'; at: string; serial: string; sha256: string }
  /** about another manifest, or no timestamp at all */
  | { state: 'changed'; detail: string };

/** What is left of a bundle. */
export interface Verification {
  schemaVersion: 1;
  kind: 'verification';
  folder: string;
  intact: boolean;
  manifest: { sha256: string; createdAt: string; tool: string; run: string };
  files: ComparedFile[];
  timestamp: TimestampFinding | null;
  proves: string;
  doesNotProve: string;
}

/** @throws UsageError where there is no bundle */
export async function verifyBundle(folder: string): Promise<Verification> {
  const { manifest, sha256, files: found, timestamp: answer } = await readBundle(folder);
  const files = compareBundle(manifest, found);
  const timestamp = answer && (await verifyTimestamp(answer, sha256));
  return {
    schemaVersion: 1,
    kind: 'verification',
    folder,
    intact: files.every(({ state }) => state === 'intact') && timestamp?.state !== 'changed',
    manifest: { sha256, createdAt: manifest.createdAt, tool: manifest.tool.version, run: manifest.run.id },
    files,
    timestamp,
    // Ours, and not what the manifest says of itself.
    proves: PROVES,
    doesNotProve: DOES_NOT_PROVE,
  };
}

async function verifyTimestamp(answer: Uint8Array, sha256: string): Promise<TimestampFinding> {
  const { readTimestamp } = await import('./timestamp/answer.ts');
  try {
    const { at, serial, sha256: imprint } = readTimestamp(answer);
    return imprint === sha256
      ? { state: 'intact', at: at.toISOString(), serial, sha256: imprint }
      : { state: 'changed', detail: 'it is about another manifest' };
  } catch {
    return { state: 'changed', detail: 'it is no granted timestamp over a SHA-256' };
  }
}
