import type { UsageError } from '../errors.ts';
import { unusable } from './unusable.ts';

// Whoever gave it: --session, --import, or the configuration.
const CHECK_PATH = 'check its path';
const NO_PATH = 'give the path of a file, or - and its contents on standard input';

/** What the system says of a file that it does not give, and what to do: `[what, remedy]`. */
const FAULTS: Record<string, readonly [string, string]> = {
  ENOENT: ['there is no such file', CHECK_PATH],
  ENOTDIR: ['there is no such file', CHECK_PATH],
  ENAMETOOLONG: ['that is no path', NO_PATH],
  ERR_INVALID_ARG_VALUE: ['that is no path', NO_PATH],
  EISDIR: ['it is a directory', 'name the file in it'],
  EACCES: ['you may not read it', 'run this as its owner, or use a copy that is yours'],
  EPERM: ['you may not read it', 'run this as its owner, or use a copy that is yours'],
};

/** There is none at that path. */
const ABSENT = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE', 'EISDIR'];

/**
 * The error for a source that could not be read.
 *
 * @param error as node:fs or a stream gives it; only its `code` is used
 */
export function unreadable(error: unknown, from: string): UsageError {
  const code = codeOf(error);
  const [what, remedy] = FAULTS[code] ?? [`it could not be read (${code})`, 'try again or use another file'];
  // What is there, and is not given, says nothing of the sign-in.
  return unusable(from, what, remedy, ABSENT.includes(code) ? 'signed-out' : 'unreachable');
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'no reason given';
}

/** Longer than the parts of an ordinary path, shorter than the value of any `li_at`. */
const LONGEST_PART = 64;

/**
 * A path in words fit for a message. Somebody who gives the cookie itself where its file is asked for must not find it in
 * a log, so what looks more like content than like a path is not shown.
 */
export function shownPath(path: string): string {
  const isContent =
    /[\p{Cc}"=;&{}]|ajax:/u.test(path) || path.split(/[\\/]/).some((part) => part.length > LONGEST_PART);
  return isContent ? 'the file given' : path;
}
