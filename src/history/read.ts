import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { historyFile } from './place.ts';
import { type Seen, seenSchema } from './seen.ts';

export interface History {
  /** oldest first */
  seen: Seen[];
  /** how many lines are none of ours: half written, damaged, or of a version that knows more */
  unreadable: number;
}

/**
 * Everything that is known of earlier runs; nothing where there were none.
 * @param folder of our own data
 * @throws UsageError where there is a history that cannot be read
 */
export async function readHistory(folder: string = dataFolder()): Promise<History> {
  const history: History = { seen: [], unreadable: 0 };
  const path = historyFile(folder);
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line === '') continue;
      const seen = seenIn(line);
      if (seen) history.seen.push(seen);
      else history.unreadable += 1;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return history;
    throw new UsageError(`The history "${path}" cannot be read (${code}); make it yours to read, or move it away.`);
  }
  history.seen.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return history;
}

/** Control characters, which a terminal would obey, become spaces. */
function seenIn(line: string): Seen | null {
  try {
    const value: unknown = JSON.parse(line, (_, part) =>
      typeof part === 'string' ? part.replace(/\p{Cc}+/gu, ' ') : part,
    );
    return seenSchema.safeParse(value).data ?? null;
  } catch {
    return null;
  }
}
