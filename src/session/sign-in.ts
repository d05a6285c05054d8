import { ReasonError } from '../errors.ts';
import type { Site } from '../settings/site.ts';
import type { SessionCookie } from './session.ts';

/** LinkedIn's session. @see https://www.linkedin.com/legal/l/cookie-table */
export const SIGN_IN_COOKIE = 'li_at';

/** What LinkedIn gives a session on the way. */
export const SESSION_COOKIES: ReadonlySet<string> = new Set([
  SIGN_IN_COOKIE,
  'JSESSIONID',
  'bcookie',
  'bscookie',
  'lidc',
  'li_rm',
  'liap',
  'lang',
]);

/** Is this what the server leaves in place of a session that it has ended? */
export function isEnded(value: string): boolean {
  return /^"?(delete( |%20|\+)me)?"?$/i.test(value);
}

/**
 * Makes sure that the cookies can mean a sign-in. Whether LinkedIn still honours it, only a visit tells.
 *
 * @throws ReasonError `signed-out`: no `li_at` that reaches the site's origin, or one that the site has ended
 * @throws ReasonError `session-expired`: every `li_at` is past its date
 */
export function requireSignIn(
  cookies: readonly SessionCookie[],
  { site, now, from }: { site: Site; now: Date; from: string },
): void {
  const { host, hostname } = new URL(site.origin);
  const signIns = cookies.filter((cookie) => cookie.name === SIGN_IN_COOKIE && reaches(cookie, hostname));
  if (signIns.length === 0) {
    throw new ReasonError('signed-out', `The session from ${from} has no cookie ${SIGN_IN_COOKIE} for ${host}.`);
  }
  const alive = signIns.filter(({ value }) => !isEnded(value));
  if (alive.length === 0) {
    throw new ReasonError('signed-out', `The session from ${from} is a signed-out one.`);
  }
  if (alive.every((cookie) => hasExpired(cookie, now))) {
    const end = new Date(Math.max(...alive.map(({ expires }) => expires)) * 1000);
    throw new ReasonError('session-expired', `The session from ${from} expired on ${end.toISOString()}.`);
  }
}

export function hasExpired({ expires }: SessionCookie, now: Date): boolean {
  return expires !== -1 && expires * 1000 <= now.getTime();
}

function reaches({ domain }: SessionCookie, hostname: string): boolean {
  return domain.startsWith('.') ? `.${hostname}`.endsWith(domain) : hostname === domain;
}
