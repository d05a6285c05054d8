import type { OpenBrowser } from '../browser/open.ts';
import { ReasonError } from '../errors.ts';
import type { SignedIn } from '../run-session.ts';
import type { SessionCookie } from '../session/session.ts';
import type { Site } from '../settings/site.ts';
import { readSignIn } from './category.ts';
import { withSessionLookedAt } from './end-of-session.ts';
import { type NetworkTally, withVisit } from './visit.ts';

/**
 * Shows by a page of LinkedIn's settings that somebody is signed in, and who; a cookie alone shows nothing. No setting is
 * read, and nothing can be written.
 * @param task.deadline as `performance.now()`
 * @throws ReasonError where it cannot be shown
 */
export async function proveSignIn(
  open: OpenBrowser,
  task: { site: Site; cookies: readonly SessionCookie[]; deadline: number; tally: NetworkTally },
): Promise<SignedIn> {
  return withVisit(open, task.site, task.cookies, task.tally, async (visit) => {
    try {
      const seen = await readSignIn(visit, task.deadline);
      if (seen.kind === 'signed-in') return { cookies: await visit.cookies(), member: seen.member };
      throw new ReasonError(seen.reason.code, seen.reason.message, seen.reason.hint);
    } catch (error) {
      const known = visit.trouble() ?? (error instanceof ReasonError ? error : null);
      if (!known) throw error;
      const { code, message, hint } = await withSessionLookedAt(known.reason, visit);
      throw new ReasonError(code, message, hint, { cause: error });
    }
  });
}
