/** A page may put what it knows of the session into an address, which a message then tells: nothing of it may come out. */
import { escapePattern } from '../escape-pattern.ts';
import type { SessionCookie } from '../session/session.ts';

/** Shorter ones are words and numbers that say nothing. */
const SHORTEST = 8;
const INSTEAD = '[withheld]';

/** The same, as data, with every value of these cookies taken out of its texts, in whichever way it is written. */
export function withhold<T>(told: T, cookies: readonly Pick<SessionCookie, 'value'>[]): T {
  const forms = new Set(cookies.flatMap(({ value }) => formsOf(value)).filter(({ length }) => length >= SHORTEST));
  if (forms.size === 0) return told;
  // The longest first: one may be a part of another.
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'gi');
  const clean = (_name: string, value: unknown) =>
    typeof value === 'string' ? value.replace(pattern, INSTEAD) : value;
  return JSON.parse(JSON.stringify(told), clean);
}

function formsOf(value: string): string[] {
  const bare = value.replace(/^"|"$/g, '');
  const ways = [encodeURIComponent, encodeURI, decodeURIComponent];
  return [value, bare].flatMap((each) => [each, ...ways.map((way) => written(each, way))]);
}

/** Itself where it cannot be written so. */
function written(value: string, way: (value: string) => string): string {
  try {
    return way(value);
  } catch {
    return value;
  }
}
