/** A site of raw pages on a loopback address: each visitor sees one page, and has a truth of their own on the server. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Arrival, arrivalOf, cookiesOf } from '../../../src/demo/site/arrivals.ts';
import type { Mode } from '../../../src/examine-setting.ts';
import type { SessionCookie } from '../../../src/session/session.ts';

export type Truth = 'on' | 'off';

/** A page that was found by reading the code as an adversary would. */
export interface FoundPage {
  name: string;
  /** what is odd about it */
  about: string;
  /** what answers an address's path; the rest is ordinary */
  routes: Record<string, Route>;
  /** is the setting none of this account's? */
  isNotOffered?: true;
  /** what the record says for on and for off; true and false where nothing is said */
  values?: Record<Truth, boolean>;
  /** does it change at a moment that a busy machine would miss? */
  isTimed?: true;
  /** of the one request that saves; PUT where nothing is said */
  saves?: 'POST' | 'PATCH';
  runs: Run[];
}

export interface Run {
  mode: Mode;
  truth: Truth;
  /** as in `Case`: several with ` or ` between them, or what fits */
  answer: string | RegExp;
  /** how many writes may have reached the server, where the answer does not tell */
  writes?: number;
  /** stands for --expect-account */
  expectAccount?: string;
  /** where it need not take as long as the others may */
  timeoutMs?: number;
}

export type Route = (visit: Visit) => void | Promise<void>;

export interface Visit {
  visitor: Visitor;
  request: IncomingMessage;
  response: ServerResponse;
  body: string;
}

export interface Visitor {
  page: FoundPage;
  truth: Truth;
  cookies: SessionCookie[];
  arrivals: Arrival[];
}

export interface FoundSite {
  origin: string;
  enter(page: FoundPage, truth: Truth): Visitor;
  close(): Promise<void>;
}

/** @param ordinary routes of every page that has none of its own for the path */
export async function openFoundSite(ordinary: Record<string, Route>): Promise<FoundSite> {
  const visitors: Visitor[] = [];
  const visitorOf = (request: IncomingMessage) => {
    const sent = cookiesOf(request);
    return visitors.find(({ cookies }) => cookies.some(({ name, value }) => sent.get(name) === value));
  };
  const server = createServer(async (request, response) => {
    const visitor = visitorOf(request);
    if (!visitor) return void response.writeHead(404).end();
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    visitor.arrivals.push(arrivalOf(request, 'request', null));
    const route = visitor.page.routes[pathname] ?? ordinary[pathname] ?? status(404);
    const body = await textOf(request);
    await route({ visitor, request, response, body });
  });
  // None may come this far, and without this one would pass for a request that only reads.
  server.on('upgrade', (request, socket) => {
    visitorOf(request)?.arrivals.push(arrivalOf(request, 'upgrade', null));
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    enter: (page, truth) => {
      const cookies = [cookie('li_at', true), cookie('JSESSIONID', false)];
      const visitor: Visitor = { page, truth, cookies, arrivals: [] };
      visitors.push(visitor);
      return visitor;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function cookie(name: string, httpOnly: boolean): SessionCookie {
  const value = randomBytes(16).toString('hex');
  return { name, value, domain: '127.0.0.1', path: '/', expires: -1, httpOnly, secure: false, sameSite: 'Lax' };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // What the page gives up breaks off, and is as it is.
  await request.forEach((chunk) => void chunks.push(chunk)).catch(() => undefined);
  return Buffer.concat(chunks).toString('utf8');
}

export function html(textFor: string | ((visit: Visit) => string)): Route {
  return (visit) => {
    const text = typeof textFor === 'string' ? textFor : textFor(visit);
    answer(visit, 'text/html; charset=utf-8', text);
  };
}

export function json(valueFor: (visitor: Visitor) => unknown): Route {
  return (visit) => answer(visit, 'application/json', JSON.stringify(valueFor(visit.visitor)));
}

export function answer({ response }: Visit, type: string, text: string, code = 200): void {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

/** With nothing in it, unless it is said what. */
export function status(code: number, text = ''): Route {
  return ({ response }) => void response.writeHead(code, { 'content-length': Buffer.byteLength(text) }).end(text);
}

export function redirect(location: string): Route {
  return ({ response }) => void response.writeHead(302, { location }).end();
}

export function after(milliseconds: number, route: Route): Route {
  return (visit) => void setTimeout(() => route(visit), milliseconds);
}

/** The same answer, which also ends the session. */
export function ending(route: Route): Route {
  return (visit) => {
    visit.response.setHeader('set-cookie', 'li_at="delete me"; Path=/');
    return route(visit);
  };
}

/** Of events, that begins at once: the first tells the truth. */
export function stream(milliseconds: number): Route {
  return ({ response, visitor }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    setTimeout(() => response.write(`data: ${visitor.truth}\n\n`), milliseconds);
  };
}

export const never: Route = () => undefined;
