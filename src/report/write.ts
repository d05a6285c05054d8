import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { writeWhole } from '../write-whole.ts';

/** May the folders that a file needs be made? */
export interface Parents {
  mkdir: boolean;
}

/** Says before a browser opens what would stop a file from being written after it has closed. @throws UsageError */
export async function requireWritablePlace(path: string, flag = '--output', parents?: Parents): Promise<void> {
  await makeParents(path, flag, parents);
  const place = await stat(path).catch(() => null);
  if (place?.isDirectory()) throw new UsageError(`${flag}: "${path}" is a directory; give a file in it.`);
  if (place && !place.isFile()) throw new UsageError(`${flag}: "${path}" is not an ordinary file.`);
  const folder = dirname(resolve(path));
  const parent = await stat(folder).catch(() => null);
  if (!parent?.isDirectory()) {
    throw new UsageError(`${flag}: there is no folder "${folder}"; make it first, or add --mkdir.`);
  }
  await access(folder, constants.W_OK).catch(() => {
    throw new UsageError(`${flag}: "${folder}" may not be written to.`);
  });
}

/** Makes the folders above a path where that is asked for, for the owner alone. @throws UsageError */
export async function makeParents(path: string, flag: string, parents: Parents | undefined): Promise<void> {
  if (!parents?.mkdir) return;
  const folder = dirname(resolve(path));
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new UsageError(`${flag}: the folder "${folder}" could not be made: ${whyOf(error)}.`);
  });
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
  return `"${path}" was not written: ${whyOf(error)}. The result above is complete.`;
}

/** Why something could not be written, in a few words. */
export function whyOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return WHY[code] ?? code;
}

const WHY: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EACCES: 'the folder may not be written to',
  EPERM: 'the folder may not be written to',
  EROFS: 'the file system is read-only',
  EISDIR: 'a directory is in the way',
  EEXIST: 'a file is in the way',
  ENOTDIR: 'a file is in the way of its folder',
  ENOENT: 'its folder is gone',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk does not work',
};
