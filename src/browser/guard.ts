import type { BrowserContext, Page, Request, Route } from 'playwright';
import { decideRequest, isQuestion, isWrite, type Passage } from '../decide/request.ts';
import { portOf, type Site } from '../settings/site.ts';
import { isFetchedTelemetry } from '../settings/telemetry.ts';
import type { Gate } from './gate.ts';
import { type DecideWrite, guardPage, type Sent } from './page-guard.ts';
import { SILENCED, tamePage, UNSEEN } from './tame-page.ts';

const MOST_BLOCKED = 200;

export interface Blocked {
  method: string;
  path: string;
  /** may it have been a question, whose answer the page now lacks? */
  mayAsk: boolean;
  /** how often it was tried */
  times: number;
}

/** What a context may send: reading always, and after `allowOneWrite` the one request that saves a setting. */
export interface Guard {
  writesAllowed: number;
  writesBlocked: number;
  /** Stops the writes of a page that the context's route is not asked about; to be called before the page goes anywhere. */
  guardPage(page: Page): Promise<void>;
  /** Lets the first write through for which `isTheSave` holds; every other one stays stopped. */
  allowOneWrite(isTheSave: (request: Sent) => boolean): void;
  /** From here on anything may be written to the site, or nothing any more: for a page in a member's own hands. */
  letWrites(may: boolean): void;
  /** While nothing may be written, a request for which `isHeld` holds is stopped as a write is. */
  holdBack(isHeld: IsHeld): void;
  /** the stopped writes, each once; of another host only its origin is told */
  blocked: Blocked[];
  /** the request that was let through, once it was */
  save: Request | null;
  /** of everything that was let through */
  hosts: ReadonlySet<string>;
}

/** @param leadsAway would it put another document in the place of the page? */
export type IsHeld = (request: Sent, leadsAway: boolean) => boolean;

interface GuardOptions {
  site: Site;
  /** null where the browser can use none of ours; then its pages are all that is guarded */
  gate: Gate | null;
  /** Did we start the browser, without what no route reaches? */
  isOurs: boolean;
}

/**
 * Stops, in a living page, every request that could write or that goes to a foreign host. What a route never sees
 * (requests while the page goes away, browser traffic) is the gate's to stop.
 */
export async function guardContext(context: BrowserContext, { site, gate, isOurs }: GuardOptions): Promise<Guard> {
  const hosts = new Set<string>();
  let isTheSave: ((request: Sent) => boolean) | null = null;
  let hasPassed = false;
  let letsWrite = false;
  let isHeld: IsHeld = () => false;
  const guard: Guard = {
    writesAllowed: 0,
    writesBlocked: 0,
    blocked: [],
    save: null,
    hosts,
    allowOneWrite: (test) => {
      isTheSave = test;
      hasPassed = false;
    },
    letWrites: (may) => {
      letsWrite = may;
      gate?.letWrites(may);
    },
    holdBack: (test) => {
      isHeld = test;
    },
    guardPage: (page) => guardPage(page, decideWrite),
  };
  const isOwn = (url: URL) => site.ownsHost(url.hostname.replace(/^\[|\]$/g, ''), portOf(url));
  const tellPlace = (url: URL) => (isOwn(url) ? url.pathname : url.origin);
  const block = (method: string, path: string, mayAsk: boolean) => {
    guard.writesBlocked += 1;
    const known = guard.blocked.find(
      (other) => other.method === method && other.path === path && other.mayAsk === mayAsk,
    );
    if (known) known.times += 1;
    else if (guard.blocked.length < MOST_BLOCKED) guard.blocked.push({ method, path, mayAsk, times: 1 });
  };

  /** What is to become of a request; a write that is stopped is on record. */
  const judge = (sent: Sent, facts: JudgedFacts) => {
    const { kind, isNavigation, isPopup, mayBeSave, leadsAway = false } = facts;
    const method = sent.method();
    const url = new URL(sent.url());
    const own = isOwn(url);
    const isSave = mayBeSave && (isTheSave?.(sent) ?? false);
    const held = { letsWrite, isHeld: isHeld(sent, leadsAway) };
    const isReport = /^(fetch|xhr)$/.test(kind) && isFetchedTelemetry(url);
    const passage = decideRequest({ method, isOwn: own, isNavigation, isPopup, isTheSave: isSave, isReport, ...held });
    if ((isWrite(method) || held.isHeld) && (passage === 'stop' || passage === 'stay')) {
      block(method, tellPlace(url), own && isQuestion({ method, kind, body: sent.postData() }));
    }
    return passage;
  };
  const decideWrite: DecideWrite = (write, { kind, isWhole }) => {
    const mayBeSave = isWhole && !hasPassed;
    const passage = judge(write, { kind, isNavigation: kind === 'document', isPopup: false, mayBeSave });
    // The route then lets it out, and counts it.
    if (passage === 'save') hasPassed = true;
    return passage;
  };

  const pass: Record<Passage, (route: Route, url: URL) => Promise<void>> = {
    save: (route) => route.continue(),
    pass: (route, url) => {
      hosts.add(url.host);
      return route.continue();
    },
    stop: (route) => route.abort('blockedbyclient'),
    stay: (route) => route.fulfill({ status: 204 }),
  };

  const routing = context.route('**/*', async (route, request) => {
    const passage = judge(request, {
      kind: request.resourceType(),
      isNavigation: request.isNavigationRequest(),
      isPopup: isInPopup(request, context),
      mayBeSave: true,
      leadsAway: leadsAway(request),
    });
    if (passage === 'save') {
      isTheSave = null;
      guard.writesAllowed += 1;
      guard.save = request;
      gate?.permitOnce(request.method(), request.url());
    }
    return pass[passage](route, new URL(request.url())).catch(() => undefined);
  });

  // Shared workers are switched off altogether. Over plain HTTP the gate itself refuses what a worker's socket asks for.
  const isSeen = gate !== null && site.origin.startsWith('http:');
  const silent = isSeen ? ['SharedWorker'] : ['Worker', 'SharedWorker'];
  const absent = [...UNSEEN, ...(isOurs ? [] : ['WebTransport'])];
  const taming = context.addInitScript(tamePage, { silent, absent, sign: SILENCED });
  context.on('console', (message) => {
    if (message.text() === SILENCED) block('Worker', 'of the page', true);
  });

  const routingSockets = context.routeWebSocket(/.*/, async (socket) => {
    block('WebSocket', new URL(socket.url()).pathname, true);
    await socket.close();
  });
  await Promise.all([routing, taming, routingSockets]);

  return guard;
}

interface JudgedFacts {
  kind: string;
  isNavigation: boolean;
  isPopup: boolean;
  mayBeSave: boolean;
  leadsAway?: boolean;
}

function leadsAway(request: Request): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().parentFrame() === null;
  } catch {
    // As in `isInPopup`.
    return true;
  }
}

function isInPopup(request: Request, context: BrowserContext): boolean {
  if (!request.isNavigationRequest()) return false;
  try {
    return request.frame().page() !== context.pages()[0];
  } catch {
    // The window is so new that it has no frame yet.
    return true;
  }
}
