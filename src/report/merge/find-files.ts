import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { isAbsent, unread } from '../../read-text.ts';

/** What a word of the command line leads to; `folder`: below which it was come across, null where its own path was named. */
export type Found = { path: string; folder: string | null } | { fault: string };

const ENDING = /\.(json|jsonl|ndjson)$/i;

/** Files one at a time, whatever their number: in folders, those that may hold JSON, at any depth; links to folders are not followed. */
export async function* findFiles(word: string): AsyncGenerator<Found, void> {
  const place = await stat(word).catch((error: unknown) => (isAbsent(error) ? null : faultOf(word, error)));
  if (place && 'fault' in place) return yield place;
  if (place?.isFile()) return yield { path: word, folder: null };
  if (place?.isDirectory()) return yield* walk(word, word, (path) => ENDING.test(path));
  if (place) return yield { fault: `"${word}" is not an ordinary file.` };
  const pattern = process.platform === 'win32' ? word.replaceAll('\\', '/') : word;
  const { base, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return yield { fault: `There is no file "${word}".` };
  const matches = picomatch(pattern);
  let hasAny = false;
  for await (const found of walk(base || '.', base || '.', (path) => matches(path.replaceAll('\\', '/')))) {
    hasAny = true;
    yield found;
  }
  if (!hasAny) yield { fault: `Nothing matches "${word}".` };
}

async function* walk(root: string, folder: string, isWanted: (path: string) => boolean): AsyncGenerator<Found, void> {
  const entries = await opendir(folder).catch((error: unknown) => faultOf(folder, error));
  if ('fault' in entries) return yield entries;
  for await (const entry of entries) {
    // As a pattern has it, which does not begin with "./".
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(root, path, isWanted);
    else if (
      isWanted(path) &&
      (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isFile()))
    )
      yield { path, folder: root };
  }
}

function faultOf(path: string, error: unknown): { fault: string } {
  return { fault: isAbsent(error) ? `There is no folder "${path}".` : unread(`"${path}"`, error).message };
}
