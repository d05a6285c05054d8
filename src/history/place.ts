import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../session/store/lock.ts';

/** Of this very file, in the folder of our own data: JSON lines, each a `Seen`. */
export function historyFile(folder: string): string {
  return join(folder, 'history.jsonl');
}

/** Long enough for many runs that end at once, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Whoever changes the history does it alone. @throws UsageError, or as node:fs does; and whatever the work throws */
export async function withHistoryLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return withLock(folder, 'history', { subject: 'The history', patienceMs: PATIENCE_MS }, work);
}
