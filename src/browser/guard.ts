import type { BrowserContext, Request, Route } from 'playwright';
import { decideRequest, isQuestion, isWrite, type Passage } from '../decide/request.ts';
import type { Site } from '../settings/site.ts';
import type { Gate } from './gate.ts';

const MOST_BLOCKED = 200;

export interface Blocked {
  method: string;
  path: string;
  /** may it have been a question, whose answer the page now lacks? */
  mayAsk: boolean;
}

/** What a context may send: reading always, and after `allowOneWrite` the one request that saves a setting. */
export interface Guard {
  writesAllowed: number;
  writesBlocked: number;
  /** Lets the first write through for which `isTheSave` holds; every other one stays stopped. */
  allowOneWrite(isTheSave: (request: Request) => boolean): void;
  /** the stopped writes, each once; of another host only its origin is told */
  blocked: Blocked[];
  /** the request that was let through, once it was */
  save: Request | null;
  /** of everything that was let through */
  hosts: ReadonlySet<string>;
}

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
  let isTheSave: ((request: Request) => boolean) | null = null;
  const guard: Guard = {
    writesAllowed: 0,
    writesBlocked: 0,
    blocked: [],
    save: null,
    hosts,
    allowOneWrite: (test) => {
      isTheSave = test;
    },
  };
  const block = (method: string, path: string, mayAsk: boolean) => {
    guard.writesBlocked += 1;
    const isNew = !guard.blocked.some(
      (other) => other.method === method && other.path === path && other.mayAsk === mayAsk,
    );
    if (isNew && guard.blocked.length < MOST_BLOCKED) guard.blocked.push({ method, path, mayAsk });
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

  await context.route('**/*', async (route, request) => {
    const url = new URL(request.url());
    const facts = {
      method: request.method(),
      isOwn: site.ownsHost(url.hostname.replace(/^\[|\]$/g, ''), portOf(url)),
      isNavigation: request.isNavigationRequest(),
      isPopup: isInPopup(request, context),
    };
    const passage = decideRequest({ ...facts, isTheSave: isTheSave?.(request) ?? false });
    if (passage === 'save') {
      isTheSave = null;
      guard.writesAllowed += 1;
      guard.save = request;
      gate?.permitOnce(facts.method, request.url());
    } else if (isWrite(facts.method)) {
      const { method, isOwn } = facts;
      const mayAsk = isOwn && isQuestion({ method, kind: request.resourceType(), body: request.postData() });
      block(method, isOwn ? url.pathname : url.origin, mayAsk);
    }
    return pass[passage](route, url).catch(() => undefined);
  });

  // Shared workers are switched off altogether. Over plain HTTP the gate itself refuses what a worker's socket asks for.
  const isSeen = gate !== null && site.origin.startsWith('http:');
  const silent = isSeen ? ['SharedWorker'] : ['Worker', 'SharedWorker'];
  const absent = [...UNSEEN, ...(isOurs ? [] : ['WebTransport'])];
  await context.addInitScript(tamePage, { silent, absent, sign: SILENCED });
  context.on('console', (message) => {
    if (message.text() === SILENCED) block('Worker', 'of the page', true);
  });

  await context.routeWebSocket(/.*/, async (socket) => {
    block('WebSocket', new URL(socket.url()).pathname, true);
    await socket.close();
  });

  return guard;
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

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}

/**
 * What asks no route and so, in a TLS tunnel, would reach the site unseen: a request at unload; a WebSocket that Playwright
 * does not know; TURN over TLS; the HEAD that the browser sends for a payment's address.
 */
const UNSEEN = ['fetchLater', 'WebSocketStream', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'PaymentRequest'];

/** Said on the console by `tamePage`, where nothing else of ours can be heard from inside the page. */
const SILENCED = 'linkedin-ai-optout: a worker was kept silent';

/**
 * Runs in every frame before the page's own scripts. A page that goes away by itself leaves no time to shut the gate, and
 * what it sends then asks no route: so it is not told that it goes. Nor does any route reach what workers open: those
 * named say nothing.
 */
function tamePage({
  silent,
  absent,
  sign,
}: {
  silent: readonly string[];
  absent: readonly string[];
  sign: string;
}): void {
  for (const kind of ['beforeunload', 'pagehide', 'unload', 'freeze']) {
    addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
  }
  const onHidden = (event: Event) => {
    if (document.visibilityState === 'hidden') event.stopImmediatePropagation();
  };
  addEventListener('visibilitychange', onHidden, true);
  for (const name of absent) Reflect.deleteProperty(globalThis, name);

  // biome-ignore lint/suspicious/noConsole: the page's own, heard by `guardContext`
  const say = console.debug.bind(console);
  class Silent extends EventTarget {
    port = new MessageChannel().port1;
    onmessage = null;
    onerror = null;
    constructor() {
      super();
      say(sign);
    }
    postMessage() {}
    terminate() {}
  }
  for (const name of silent) {
    const value = class extends Silent {};
    Object.defineProperty(value, 'name', { value: name });
    Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
  }
}
