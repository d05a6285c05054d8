import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { isAhead } from './ahead.ts';
import { historyFile } from './place.ts';
import { type Seen, seenSchema } from './seen.ts';

export interface History {
  /** oldest first */
  seen: Seen[];
  /** how many lines are none of ours: half written, damaged, or of a version that knows more */
  unreadable: number;
  /** how many are dated in the future, and would be the latest for ever; absent where none is */
  ahead?: number;
}

/**
 * Everything that is known of earlier runs; nothing where there were none. What a clock that was wrong has dated in the
 * future stays in the file, and is set aside until then.
 * @param folder of our own data
 * @throws UsageError where there is a history that cannot be read
 */
export async function readHistory(folder: string = dataFolder(), now: Date = new Date()): Promise<History> {
  const history: History = { seen: [], unreadable: 0 };
  const path = historyFile(folder);
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line === '') continue;
      const seen = seenIn(line);
      if (!seen) history.unreadable += 1;
      else if (isAhead(Date.parse(seen.at), now.getTime())) history.ahead = (history.ahead ?? 0) + 1;
      else history.seen.push(seen);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return history;
    throw new UsageError(`The history "${path}" cannot be read (${code}); make it yours to read, or move it away.`);
  }
  history.seen.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return history;
}

/** What is missing from what was read, and why, in sentences. Pure. */
export function tellLeftOut({ unreadable, ahead = 0 }: Pick<History, 'unreadable' | 'ahead'>): string[] {
  const why: [number, string][] = [
    [unreadable, 'cannot be read'],
    [ahead, 'are dated more than a day ahead, as by a clock that was wrong,'],
  ];
  return why.filter(([n]) => n > 0).map(([n, what]) => `${n} line(s) of the history ${what} and are left out.`);
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
