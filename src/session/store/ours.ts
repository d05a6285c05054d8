import type { Stats } from 'node:fs';
import { chmod, lstat, mkdir, readFile } from 'node:fs/promises';
import { codeOf, fault, systemFault } from '../../fault.ts';
import { MAX_SIZE } from './kept.ts';

/** Receives sentences for people; a warning never stops anything. */
export type Warn = (sentence: string) => void;

/**
 * Makes sure that the folder of the store is a real one, ours, and nobody else's to read.
 *
 * @returns false where there is none
 * @throws UsageError
 */
export async function checkFolder(folder: string, warn: Warn): Promise<boolean> {
  const subject = `The folder of kept sessions "${folder}" cannot be used`;
  const stats = await statsOf(folder, subject);
  if (!stats) return false;
  requireOurs(stats, 'directory', subject);
  await tighten(folder, stats, 0o700, warn);
  return true;
}

/** The same, and makes it where it is missing. @throws UsageError */
export async function makeFolder(folder: string, warn: Warn): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    // Whatever is in the way is told better by the check.
    if (codeOf(error) !== 'EEXIST') throw systemFault(`The folder of kept sessions "${folder}" cannot be made`, error);
  });
  await checkFolder(folder, warn);
}

/**
 * Reads a file of the store.
 *
 * @param subject what fails where it cannot be read, as the beginning of a sentence
 * @returns undefined where there is none
 * @throws UsageError
 */
export async function readOurs(path: string, subject: string, warn: Warn): Promise<Uint8Array | undefined> {
  const stats = await statsOf(path, subject);
  if (!stats) return undefined;
  requireOurs(stats, 'file', subject);
  if (stats.size > MAX_SIZE) throw fault(subject, `"${path}" is larger than 5 MB`, 'remove it');
  await tighten(path, stats, 0o600, warn);
  return readFile(path).catch((error: unknown) => {
    // Removed in the meantime, by a run that signed out.
    if (codeOf(error) === 'ENOENT') return undefined;
    throw systemFault(subject, error);
  });
}

async function statsOf(path: string, subject: string): Promise<Stats | undefined> {
  return lstat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw systemFault(subject, error);
  });
}

function requireOurs(stats: Stats, kind: 'file' | 'directory', subject: string): void {
  if (stats.isSymbolicLink()) throw fault(subject, 'a symbolic link is in the way', 'remove it and try again');
  const isRight = kind === 'file' ? stats.isFile() : stats.isDirectory();
  if (!isRight) throw fault(subject, `it is not a ${kind}`, 'move it away and try again');
  const self = process.getuid?.();
  if (self !== undefined && stats.uid !== self) {
    throw fault(subject, 'it belongs to somebody else', 'run this as its owner, or move it away');
  }
}

async function tighten(path: string, { mode }: Stats, wanted: number, warn: Warn): Promise<void> {
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  const octal = wanted.toString(8);
  await chmod(path, wanted).then(
    () => warn(`Others on this machine could get at "${path}"; now only you can (mode ${octal}).`),
    () => warn(`Others on this machine can get at "${path}", and that cannot be changed: chmod ${octal} it yourself.`),
  );
}
