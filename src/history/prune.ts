import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { isDraft, writeWhole } from '../write-whole.ts';
import { historyFile, withHistoryLock } from './place.ts';

/**
 * Removes what was seen before a time, for good. What this version does not understand stays where it tells its age and is
 * young enough; half written lines go.
 * @param account of whom alone; what does not tell whose it is then stays. null: of everybody
 * @param folder of our own data
 * @returns how many lines were removed
 * @throws as node:fs does, or UsageError; the history is then unchanged
 */
export async function pruneHistory(
  before: Date,
  account: string | null,
  folder: string = dataFolder(),
): Promise<number> {
  const path = historyFile(folder);
  return withHistoryLock(folder, async () => {
    await removeDrafts(folder, basename(path));
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const lines = text.split('\n').filter((line) => line !== '');
    const kept = lines.filter((line) => {
      const { at, whose } = factsOf(line);
      return at >= before.getTime() || (account !== null && whose !== account);
    });
    if (kept.length < lines.length) await writeWhole(path, kept.map((line) => `${line}\n`).join(''));
    return lines.length - kept.length;
  });
}

/** Left by a prune that was killed: nobody else writes one while we hold the history. */
async function removeDrafts(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry.startsWith(`${name}.`) && isDraft(entry)) await rm(join(folder, entry), { force: true });
  }
}

/** When, as NaN, which is younger than nothing, and whose, where a line tells. */
function factsOf(line: string): { at: number; whose?: unknown } {
  try {
    const { at, account } = JSON.parse(line);
    return { at: Date.parse(at), whose: account };
  } catch {
    return { at: Number.NaN };
  }
}
