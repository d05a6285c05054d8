/** What every route works with, and the few ways to answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Arrival } from './arrivals.ts';
import type { FormDesk } from './form/routes.ts';
import type { Account, MemberOptions } from './members.ts';

/** The site as its routes see it. */
export interface Grounds {
  /** how browsers reach the site */
  origin: string;
  /** somebody else's site */
  foreign: string;
  accounts: Account[];
  addAccount(options: MemberOptions): Account;
  /** the objection form, and what was submitted */
  form: FormDesk;
}

export interface Visit {
  grounds: Grounds;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  arrival: Arrival;
  /** absent: nobody is signed in */
  account: Account | undefined;
  /** the answer is to break off halfway */
  breaksOff?: true;
}

/** A visit by somebody who is signed in. */
export interface MemberVisit extends Visit {
  account: Account;
}

/** Long enough for the first half to arrive, in milliseconds. */
const BREAKS_OFF_AFTER = 50;

export function replyHtml(visit: Visit, html: string, status = 200): void {
  reply(visit, status, 'text/html; charset=utf-8', html);
}

export function replyJson(visit: Visit, value: unknown, status = 200): void {
  reply(visit, status, 'application/json', JSON.stringify(value));
}

function reply({ request, response, breaksOff }: Visit, status: number, type: string, text: string): void {
  const whole = Buffer.from(text);
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'content-length': whole.length });
  if (!breaksOff) {
    response.end(whole);
    return;
  }
  response.write(whole.subarray(0, whole.length / 2));
  setTimeout(() => request.socket.destroy(), BREAKS_OFF_AFTER);
}

export function replyScript(visit: Visit, script: string): void {
  visit.response.writeHead(200, { 'content-type': 'text/javascript', 'service-worker-allowed': '/' });
  visit.response.end(script);
}

export function replyRedirect(visit: Visit, location: string): void {
  visit.response.writeHead(302, { location, 'cache-control': 'no-store' });
  visit.response.end();
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Sets cookies for the host that answers, as the real site does on the way. */
export function setCookies(visit: Visit, cookies: string[]): void {
  const { hostname, protocol } = new URL(visit.grounds.origin);
  const domain = hostname.endsWith('.linkedin.com') ? `; Domain=.${hostname}` : '';
  const secure = protocol === 'https:' ? '; Secure; SameSite=None' : '';
  visit.response.setHeader(
    'set-cookie',
    cookies.map((cookie) => `${cookie}; Path=/${domain}${secure}`),
  );
}

export function sessionCookies(account: Account): string[] {
  return [`li_at=${account.token}; HttpOnly`, csrfCookie(account)];
}

export function csrfCookie(account: Account): string {
  return `JSESSIONID="${account.csrf}"`;
}
