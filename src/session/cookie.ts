import type { z } from 'zod';
import type { UsageError } from '../errors.ts';
import type { Site } from '../settings/site.ts';
import { type Fields, fieldsSchema, ownerSchema } from './fields.ts';
import type { Entry } from './formats.ts';
import type { SessionCookie } from './session.ts';
import { unusable } from './unusable.ts';

/** The last second of the year 9999: the most that Playwright takes. A larger number counts milliseconds. */
const MAX_SECONDS = 253_402_300_799;

/**
 * The cookie of an entry in the form that a browser takes, or undefined where it is not the site's: of other sites'
 * cookies no more is read than whose they are.
 *
 * @throws UsageError naming the entry and its field
 */
export function cookieOf(entry: Entry, { site, from }: { site: Site; from: string }): SessionCookie | undefined {
  const owner = ownerSchema.safeParse(entry.fields);
  if (!owner.success) throw broken(entry, owner.error, from);
  if (!site.ownsCookieDomain(owner.data.domain) || isPartitioned(owner.data.partitionKey)) return undefined;

  const fields = fieldsSchema.safeParse(entry.fields);
  if (!fields.success) throw broken(entry, fields.error, from);
  const cookie = toCookie(fields.data);
  // A cookie without a name is a left-over that says nothing of a sign-in, and browsers are picky about it.
  return cookie.name === '' ? undefined : cookie;
}

/** Of what zod says only the name of the field is passed on: it is ours, the rest may quote the file. */
function broken({ where }: Entry, { issues }: z.ZodError, from: string): UsageError {
  const field = issues[0]?.path[0];
  if (field === undefined) return unusable(from, `${where} is not a whole cookie`);
  return unusable(from, `the field "${String(field)}" of ${where} is missing or not what a cookie can have`);
}

/** A partitioned cookie belongs to the site embedded in some other page; as the site's own it would replace the real one. */
function isPartitioned(key: unknown): boolean {
  if (typeof key === 'string') return key !== '';
  return typeof key === 'object' && key !== null && 'topLevelSite' in key && Boolean(key.topLevelSite);
}

function toCookie(fields: Fields): SessionCookie {
  const name = withoutSpaces(fields.name);
  const needs = prefixOf(name);
  const path = fields.path?.startsWith('/') && !needs.hostOnly ? fields.path : '/';
  const secure = needs.secure || fields.secure === true;
  return {
    name,
    value: withoutSpaces(fields.value),
    domain: domainOf(fields, needs.hostOnly),
    path,
    expires: fields.session ? -1 : secondsOf(fields.expires ?? fields.expirationDate),
    httpOnly: needs.httpOnly || fields.httpOnly === true,
    secure,
    sameSite: sameSiteOf(fields.sameSite, secure),
  };
}

/** What a browser demands of a cookie with such a name (RFC 6265bis 4.1.3). */
function prefixOf(name: string): { secure: boolean; hostOnly: boolean; httpOnly: boolean } {
  const prefix = /^__(Secure|Http|Host-Http|Host)-/i.exec(name)?.[0] ?? '';
  return { secure: prefix !== '', hostOnly: /host/i.test(prefix), httpOnly: /http/i.test(prefix) };
}

function domainOf({ domain, hostOnly }: Fields, mustBeHostOnly: boolean): string {
  const bare = domain.replace(/^\./, '').toLowerCase();
  if (mustBeHostOnly) return bare;
  // Where dot and `hostOnly` contradict each other, the dot wins: read as one host's, the cookie may not reach the site.
  return domain.startsWith('.') || hostOnly === false ? `.${bare}` : bare;
}

function secondsOf(time: number | null | undefined): number {
  if (time == null || time <= 0) return -1;
  const seconds = time > MAX_SECONDS ? time / 1000 : time;
  return Math.min(Math.max(Math.floor(seconds), 1), MAX_SECONDS);
}

/** Lax is what browsers take where nothing is said, and where None comes without secure. */
function sameSiteOf(given: unknown, secure: boolean): SessionCookie['sameSite'] {
  const word = typeof given === 'string' ? given.toLowerCase() : '';
  if (word === 'strict') return 'Strict';
  return secure && (word === 'none' || word === 'no_restriction') ? 'None' : 'Lax';
}

/** Browsers cut the spaces around names and values, and refuse them from a program. */
function withoutSpaces(text: string): string {
  return text.replace(/^ +/, '').replace(/ +$/, '');
}
