import { hasShownSignIn, type Inspection } from './page/inspect.ts';
import type { Visit } from './page/visit.ts';
import type { RunSession } from './run-session.ts';
import type { SessionCookie } from './session/session.ts';
import { SESSION_COOKIES } from './session/sign-in.ts';

/** How far a run has come with one setting. */
export interface Track {
  before: Inspection | null;
  hasClicked: boolean;
  /** as the site last set them: a click may renew the session */
  cookies: readonly SessionCookie[];
  /** of the cookies that the session came with */
  names: ReadonlySet<string>;
}

export function trackOf(cookies: readonly SessionCookie[]): Track {
  return { before: null, hasClicked: false, cookies, names: new Set(cookies.map(({ name }) => name)) };
}

/** The site renews a session as it goes; what a page that was not signed in has left of it is worth nothing. */
export async function takeOver(
  visit: Visit,
  seen: Inspection,
  { session }: { session: RunSession },
  track: Track,
): Promise<void> {
  if (!hasShownSignIn(seen)) return;
  const all = await visit.cookies().catch(() => null);
  if (!all) return;
  // What the page's own script has noted in a cookie may be what it draws a fresh load from: that would prove nothing.
  const cookies = all.filter(({ name, httpOnly }) => httpOnly || track.names.has(name) || SESSION_COOKIES.has(name));
  track.cookies = cookies;
  session.renew({ cookies, member: seen.member });
}
