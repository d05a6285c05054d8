import { readFile, stat } from 'node:fs/promises';
import { decodeText } from './decode-text.ts';
import { UsageError } from './errors.ts';

export interface TextFile {
  /** what it is called in an error, e.g. `"a.json"` */
  from: string;
  /** what it should be, as in `a report` */
  what: string;
  mostBytes: number;
}

/**
 * Reads a file of text that may come from anybody.
 * @returns null where there is none
 * @throws UsageError, one sentence
 */
export async function readText(path: string, { from, what, mostBytes }: TextFile): Promise<string | null> {
  try {
    const place = await stat(path);
    if (!place.isFile()) throw new UsageError(`${from} is not an ordinary file; give ${what}.`);
    if (place.size > mostBytes) throw new UsageError(`${from} is too large to be ${what}; give another file.`);
    const text = decodeText(await readFile(path));
    if (text === null) throw new UsageError(`${from} is not text; give ${what} as it was written.`);
    return text;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error instanceof UsageError ? error : unread(from, error);
  }
}

/** Does the system say that there is no such file, rather than that it does not give it? */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(codeOf(error) ?? '');
}

/** The error for what the system does not give, whether or not it is there: one sentence. */
export function unread(from: string, error: unknown): UsageError {
  const code = codeOf(error);
  const isForbidden = code === 'EACCES' || code === 'EPERM';
  const remedy = isForbidden ? 'make it, and the folders above it, yours to read' : 'try again, or give a copy of it';
  return new UsageError(`${from} cannot be read (${code ?? 'no reason given'}); ${remedy}.`);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
