import { UsageError } from './errors.ts';
import { type ReasonCode, reason } from './vocabulary.ts';

/** What the system says of a file or folder: `[what is wrong, what to do]`. */
const FAULTS: Record<string, readonly [string, string]> = {
  ENOSPC: ['the disk is full', 'make room and try again'],
  EDQUOT: ['the disk quota is used up', 'make room and try again'],
  EFBIG: ['files may not be that large here', 'raise the limit and try again'],
  EROFS: ['the file system is read-only', 'make it writable and try again'],
  EACCES: ['you may not do that there', 'run this as the owner, or correct the permissions'],
  EPERM: ['you may not do that there', 'run this as the owner, or correct the permissions'],
  ELOOP: ['a symbolic link is in the way', 'remove it and try again'],
  EISDIR: ['a directory is in the way', 'move it away and try again'],
  ENOTDIR: ['a file is in the way', 'move it away and try again'],
  EEXIST: ['a file is in the way', 'move it away and try again'],
};

/**
 * The error for something that is kept, or handed over to be used: one sentence. It has no `cause`, because what libraries and node:fs say may quote
 * what they were given.
 *
 * @param subject what failed, as the beginning of a sentence
 * @param what why, without anything of its content
 * @param code what a report of several accounts calls it: no sign-in that could be used, unless there is one
 */
export function fault(subject: string, what: string, remedy: string, code: ReasonCode = 'signed-out'): UsageError {
  const hint = `${remedy.slice(0, 1).toUpperCase()}${remedy.slice(1)}.`;
  return new UsageError(`${subject}: ${what}; ${remedy}.`, reason(code, `${subject}: ${what}.`, hint));
}

/**
 * The error for what node:fs throws; only its `code` is used. One of our sentences stays as it is, and so does an error
 * without a code, which is a fault of ours.
 */
export function systemFault(subject: string, error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof UsageError || code === undefined) return error;
  const [what, remedy] = FAULTS[code] ?? [`the system reports ${code}`, 'try again'];
  return fault(subject, what, remedy, 'unreachable');
}

export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
