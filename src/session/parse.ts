import { ReasonError, type UsageError } from '../errors.ts';
import type { Site } from '../settings/site.ts';
import { cookieOf } from './cookie.ts';
import { type Content, FORMATS } from './formats.ts';
import type { Session, SessionCookie } from './session.ts';
import { hasExpired, requireSignIn } from './sign-in.ts';
import { unusable } from './unusable.ts';

/**
 * A session from the text of an export: the cookies of the site that have not expired, and nothing else of it. No error
 * shows any of the content, in its message, stack or cause.
 *
 * @param context.from where the text came from, in words fit for a message
 * @throws UsageError empty, no known format, or a cookie of the site that is broken
 * @throws ReasonError `signed-out` or `session-expired`
 */
export function parseSession(text: string, context: { site: Site; now: Date; from: string }): Session {
  const { now, from } = context;
  const content = contentOf(text, from);
  const format = FORMATS.find(({ recognise }) => recognise(content));
  if (!format) throw unrecognised(content, from);

  const entries = format.parse(content);
  const own = entries.map((entry) => cookieOf(entry, context)).filter((cookie) => cookie !== undefined);
  if (own.length === 0) throw noneOfTheSite(entries.length, context);

  const cookies = lastOfEach(own);
  requireSignIn(cookies, context);
  return { cookies: cookies.filter((cookie) => !hasExpired(cookie, now)), format: format.name };
}

function contentOf(given: string, from: string): Content {
  const text = given.replace(/^\uFEFF/, '');
  if (text.trim() === '') throw unusable(from, 'it is empty');
  if (!/^\s*[[{]/.test(text)) return { text, json: undefined };
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    throw unusable(from, 'it begins like JSON but is cut off or damaged');
  }
}

function unrecognised({ json }: Content, from: string): UsageError {
  if (json !== undefined) return unusable(from, 'it is JSON but holds no list of cookies');
  return unusable(
    from,
    'it is no Playwright storage state, no cookies.txt and no JSON of a cookie extension',
    'export your LinkedIn cookies in one of these formats and give the whole file',
  );
}

function noneOfTheSite(count: number, { site, from }: { site: Site; from: string }): ReasonError {
  const { host } = new URL(site.origin);
  if (count === 0) return new ReasonError('signed-out', `The session from ${from} holds no cookies.`);
  const cookies = count === 1 ? '1 cookie, and it is not' : `${count} cookies, and none of them is`;
  return new ReasonError('signed-out', `The session from ${from} holds ${cookies} for ${host}.`);
}

/** As in a browser, a cookie replaces an earlier one of the same name, domain and path. */
function lastOfEach(cookies: readonly SessionCookie[]): SessionCookie[] {
  return [...new Map(cookies.map((cookie) => [`${cookie.name};${cookie.domain};${cookie.path}`, cookie])).values()];
}
