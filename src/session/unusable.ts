import type { UsageError } from '../errors.ts';
import { fault } from '../fault.ts';
import type { ReasonCode } from '../vocabulary.ts';

const EXPORT_AGAIN = 'export your LinkedIn cookies again and give the whole file';

/**
 * The error for a session that cannot be used: one sentence. It has no `cause`, because what JSON.parse, zod and node:fs
 * say quotes what they were given.
 *
 * @param from where the session came from, in words fit for a message
 * @param what what is wrong with it, without anything of its content
 * @param remedy what to do about it
 * @param code as of `fault`
 */
export function unusable(from: string, what: string, remedy: string = EXPORT_AGAIN, code?: ReasonCode): UsageError {
  return fault(`The session from ${from} cannot be used`, what, remedy, code);
}
