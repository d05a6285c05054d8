import type { Page, Request, Response } from 'playwright';
import { z } from 'zod';
import { portOf, type Site } from '../settings/site.ts';
import { isFetchedTelemetry } from '../settings/telemetry.ts';
import { pathWallOf } from './walls.ts';

/** What the page itself asked for and got. Watched, never made. */
export interface Traffic {
  /** the page's own answers on the site that look like JSON, oldest first; read as they arrive */
  answers: Answer[];
  /** the requests still under way whose answer may change the page */
  pending(): Pending[];
  /** addresses of whatever has come of them, as an answer begins and ends; few of one path, as a page may ask without end */
  came: string[];
  /** addresses of the data that the page asked for */
  reads: string[];
  /** data and scripts that failed or were refused, and did not come later; status 0 where no answer came */
  failedReads: { url: string; kind: string; status: number }[];
  /** status of the main document, 0 before it came */
  documentStatus: number;
  /** did the main document break off before its end? */
  documentBrokeOff: boolean;
  /** a host outside the site that the page itself was sent to, if any */
  strayedTo: string | null;
}

export interface Pending {
  url: string;
  /** is it the page itself? */
  isPage: boolean;
  /** has the answer at least begun, as with a stream? */
  hasBegun: boolean;
}

/** May anything still come of it? A stream that has begun may be silent for ever; of a page the end is what counts. */
export function isAwaited({ isPage, hasBegun }: Pending): boolean {
  return isPage || !hasBegun;
}

export interface Answer {
  url: string;
  status: number;
  body: string;
}

/** What only adorns a page. A preload goes by “other”, and may be of data. */
const ADORNMENT = new Set(['image', 'font', 'stylesheet', 'media', 'texttrack', 'manifest']);
/** of one path, each with another query */
const MOST_ALIKE = 10;
const MOST_BYTES = 2_000_000;

export function watchTraffic(page: Page, site: Site): Traffic {
  const underWay = new Map<Request, Pending>();
  const refused = new WeakSet<Request>();
  /** what a document asked for that has been left since: nobody waits for it any more */
  let ofThisDocument = new WeakSet<Request>();
  let cameHere = new Map<string, Set<string>>();
  const traffic: Traffic = {
    answers: [],
    pending: () => [...underWay.values()],
    came: [],
    reads: [],
    failedReads: [],
    documentStatus: 0,
    documentBrokeOff: false,
    strayedTo: null,
  };

  page.on('request', (request) => {
    ofThisDocument.add(request);
    if (
      isMainNavigation(request, page) &&
      new URL(request.url()).origin !== site.origin &&
      !isOwn(request.url(), site)
    ) {
      traffic.strayedTo = new URL(request.url()).host;
    }
    if (!mayTell(request)) return;
    if (!/^(document|script)$/.test(request.resourceType())) traffic.reads.push(request.url());
    underWay.set(request, { url: request.url(), isPage: isMainNavigation(request, page), hasBegun: false });
  });
  page.on('requestfailed', (request) => {
    if (ofThisDocument.has(request) && !refused.has(request)) {
      if (isMainNavigation(request, page) && underWay.get(request)?.hasBegun) traffic.documentBrokeOff = true;
      noteFailure(request, 0);
    }
    end(request);
  });
  page.on('requestfinished', async (request) => {
    const response = await request.response().catch(() => null);
    if (response && ofThisDocument.has(request)) await keepAnswer(response);
    end(request);
  });
  page.on('response', (response) => {
    const pending = underWay.get(response.request());
    if (pending) pending.hasBegun = true;
    note('begun', response.request());
    // A refusal is an answer; its body may never be read, and then it never finishes, or breaks off.
    if (!response.ok()) end(response.request());
    const status = isSentToWall(response, site) ? 401 : response.status();
    if (status >= 400) {
      refused.add(response.request());
      noteFailure(response.request(), status);
    } else traffic.failedReads = traffic.failedReads.filter(({ url }) => url !== response.url());
    if (isMainNavigation(response.request(), page)) beginDocument(response);
  });

  function end(request: Request): void {
    note('ended', request);
    underWay.delete(request);
  }

  function note(step: 'begun' | 'ended', request: Request): void {
    if (!underWay.has(request)) return;
    const { href, origin, pathname } = new URL(request.url());
    const place = `${step} ${origin}${pathname}`;
    const alike = cameHere.get(place) ?? new Set();
    if (alike.size >= MOST_ALIKE || alike.has(href)) return;
    cameHere.set(place, alike.add(href));
    traffic.came.push(href);
  }

  function beginDocument(response: Response): void {
    traffic.documentStatus = response.status();
    // A redirect, or an answer without content, leaves the page where it is.
    if (/^(3|204|205)/.test(String(response.status()))) return;
    ofThisDocument = new WeakSet([response.request()]);
    traffic.answers = [];
    cameHere = new Map();
    traffic.reads = [];
    traffic.failedReads = [];
    traffic.documentBrokeOff = false;
  }

  function noteFailure(request: Request, status: number): void {
    const kind = request.resourceType();
    const isOptional = kind === 'script' && (status === 404 || status === 410);
    const isNeeded = mayTell(request) && /^(fetch|xhr|script|eventsource)$/.test(kind) && !isOptional;
    if (isNeeded && isOwn(request.url(), site)) traffic.failedReads.push({ url: request.url(), kind, status });
  }

  async function keepAnswer(response: Response): Promise<void> {
    const request = response.request();
    const isData =
      /json/i.test(response.headers()['content-type'] ?? '') || /^(fetch|xhr)$/.test(request.resourceType());
    if (request.method() !== 'GET' || !isData || !isOwn(response.url(), site)) return;
    const body = await response.text().catch(() => '');
    if (body.length > MOST_BYTES || !/^\s*[[{]/.test(body)) return;
    traffic.answers.push({ url: response.url(), status: response.status(), body });
    if (saysItFailed(body)) noteFailure(request, 0);
  }

  return traffic;
}

/** May the answer change what the page shows? */
function mayTell(request: Request): boolean {
  const kind = request.resourceType();
  // What is fetched for the next page changes nothing of this one.
  const { purpose, 'sec-purpose': secPurpose } = request.headers();
  const isAhead = /prefetch/.test(`${purpose} ${secPurpose}`);
  const isReport = /^(fetch|xhr|script|other)$/.test(kind) && isFetchedTelemetry(new URL(request.url()));
  return request.method() === 'GET' && !ADORNMENT.has(kind) && !isAhead && !isReport;
}

/** What is asked for without a sign-in may be answered by the page that asks for one. */
function isSentToWall(response: Response, site: Site): boolean {
  const isLedOn = response.request().redirectedFrom() !== null;
  return isLedOn && pathWallOf(new URL(response.url()), site.origin) !== undefined;
}

const failedQuery = z.object({ data: z.null().optional(), errors: z.array(z.unknown()).min(1) });

/** As query languages do, with a status that says it went well. */
function saysItFailed(body: string): boolean {
  try {
    return body.includes('"errors"') && failedQuery.safeParse(JSON.parse(body)).success;
  } catch {
    return false;
  }
}

function isMainNavigation(request: Request, page: Page): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame();
}

function isOwn(address: string, site: Site): boolean {
  const url = new URL(address);
  return /^(about|blob|data):/.test(url.protocol) || site.ownsHost(url.hostname, portOf(url));
}
