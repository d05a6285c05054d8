import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { writeWhole } from '../write-whole.ts';

/** Says before a browser opens what would stop a file from being written after it has closed. */
export async function requireWritablePlace(path: string): Promise<void> {
  const place = await stat(path).catch(() => null);
  if (place?.isDirectory()) throw new UsageError(`--output: "${path}" is a directory; give a file in it.`);
  if (place && !place.isFile()) throw new UsageError(`--output: "${path}" is not an ordinary file.`);
  const folder = dirname(resolve(path));
  const parent = await stat(folder).catch(() => null);
  if (!parent?.isDirectory()) throw new UsageError(`--output: there is no folder "${folder}"; make it first.`);
}

/**
 * Writes a report's file whole or not at all.
 * @returns one sentence where it could not be written, else null
 */
export async function writeReport(path: string, text: string): Promise<string | null> {
  try {
    await writeWhole(path, text);
    return null;
  } catch (error) {
    return whyNotWritten(path, error);
  }
}

/** One sentence, for a file that belongs to a result which is already told. */
export function whyNotWritten(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return `"${path}" was not written: ${WHY[code] ?? code}. The result above is complete.`;
}

const WHY: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'the folder may not be written to',
  EPERM: 'the folder may not be written to',
  EROFS: 'the file system is read-only',
  EISDIR: 'a directory is in the way',
};
