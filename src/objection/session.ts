import { ReasonError, UsageError } from '../errors.ts';
import type { RunOptions } from '../options.ts';
import { withSession } from '../run-session.ts';
import { SESSION_VARIABLE } from '../session/read.ts';
import type { SessionCookie } from '../session/session.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Works with the member's session where there is one; the form is for visitors, too.
 * @throws as `withSession` where a session was handed over for this run; whatever the work throws
 */
export async function withSessionIfAny<T>(
  { options, terminal, signal }: { options: RunOptions; terminal: Terminal; signal: AbortSignal },
  work: (cookies: readonly SessionCookie[]) => Promise<T>,
): Promise<T> {
  const isHandedOver = options.session !== undefined || Boolean(terminal.environment[SESSION_VARIABLE]);
  let hasBegun = false;
  try {
    return await withSession({ options, terminal, salt: null, signal }, async ({ cookies }) => {
      hasBegun = true;
      return work(cookies);
    });
  } catch (error) {
    const isKnown = error instanceof ReasonError || error instanceof UsageError;
    if (hasBegun || isHandedOver || !isKnown) throw error;
    const why = error instanceof ReasonError ? error.reason.message : error.message;
    terminal.warn(`Going on as a visitor, who may use the form as well: ${why}`);
  }
  return work([]);
}
