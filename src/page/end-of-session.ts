import { isEnded, SIGN_IN_COOKIE } from '../session/sign-in.ts';
import type { Reason } from '../vocabulary.ts';
import { sessionAware } from './conclude.ts';
import type { Visit } from './visit.ts';

/** Is the sign-in cookie still there? What cannot be asked any more is not known to have ended. */
export async function hasSession(visit: Pick<Visit, 'cookies'>): Promise<boolean> {
  const cookies = await visit.cookies().catch(() => null);
  const session = cookies?.find(({ name }) => name === SIGN_IN_COOKIE);
  return cookies === null || (session !== undefined && !isEnded(session.value));
}

/** Tells an ended session from none. */
export async function withSessionLookedAt(why: Reason, visit: Pick<Visit, 'cookies'>): Promise<Reason> {
  return why.code === 'signed-out' ? sessionAware(why, await hasSession(visit)) : why;
}
