import { UsageError } from '../errors.ts';

const EXPORT_AGAIN = 'export your LinkedIn cookies again and give the whole file';

/**
 * The error for a session that cannot be used: one sentence. It has no `cause`, because what JSON.parse, zod and node:fs
 * say quotes what they were given.
 *
 * @param from where the session came from, in words fit for a message
 * @param what what is wrong with it, without anything of its content
 * @param remedy what to do about it
 */
export function unusable(from: string, what: string, remedy: string = EXPORT_AGAIN): UsageError {
  return new UsageError(`The session from ${from} cannot be used: ${what}; ${remedy}.`);
}
