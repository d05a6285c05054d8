import type { Page, Request, Response } from 'playwright';
import { portOf, type Site } from '../settings/site.ts';
import { isFetchedTelemetry } from '../settings/telemetry.ts';

/** What the page itself asked for and got. Watched, never made. */
export interface Traffic {
  /** the page's own answers on the site that may be JSON, oldest first; read as they arrive */
  answers: Answer[];
  /** the requests still under way whose answer may change the page */
  pending(): Pending[];
  /** addresses of the data that the page asked for */
  reads: string[];
  /** data and scripts that failed or were refused, and did not come later; status 0 where no answer came */
  failedReads: { url: string; status: number }[];
  /** status of the main document, 0 before it came */
  documentStatus: number;
  /** did the main document break off before its end? */
  documentBrokeOff: boolean;
  /** a host outside the site that the page itself was sent to, if any */
  strayedTo: string | null;
}

export interface Pending {
  url: string;
  /** has the answer at least begun, as with a stream? */
  hasBegun: boolean;
}

export interface Answer {
  url: string;
  status: number;
  body: string;
}

/** What only adorns a page. A preload goes by “other”, and may be of data. */
const ADORNMENT = new Set(['image', 'font', 'stylesheet', 'media', 'texttrack', 'manifest']);
const MOST_BYTES = 2_000_000;

export function watchTraffic(page: Page, site: Site): Traffic {
  const underWay = new Map<Request, Pending>();
  const refused = new WeakSet<Request>();
  /** what a document asked for that has been left since: nobody waits for it any more */
  let ofThisDocument = new WeakSet<Request>();
  const traffic: Traffic = {
    answers: [],
    pending: () => [...underWay.values()],
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
    underWay.set(request, { url: request.url(), hasBegun: false });
  });
  page.on('requestfailed', (request) => {
    if (ofThisDocument.has(request) && !refused.has(request)) {
      if (isMainNavigation(request, page) && underWay.get(request)?.hasBegun) traffic.documentBrokeOff = true;
      noteFailure(request, 0);
    }
    underWay.delete(request);
  });
  page.on('requestfinished', async (request) => {
    const response = await request.response().catch(() => null);
    if (response) await keepAnswer(response);
    underWay.delete(request);
  });
  page.on('response', (response) => {
    const pending = underWay.get(response.request());
    if (pending) pending.hasBegun = true;
    // A refusal is an answer; its body may never be read, and then it never finishes, or breaks off.
    if (!response.ok()) underWay.delete(response.request());
    if (response.status() >= 400) {
      refused.add(response.request());
      noteFailure(response.request(), response.status());
    } else traffic.failedReads = traffic.failedReads.filter(({ url }) => url !== response.url());
    if (isMainNavigation(response.request(), page)) beginDocument(response);
  });

  function beginDocument(response: Response): void {
    traffic.documentStatus = response.status();
    // A redirect, or an answer without content, leaves the page where it is.
    if (/^(3|204|205)/.test(String(response.status()))) return;
    ofThisDocument = new WeakSet([response.request()]);
    traffic.failedReads = [];
    traffic.documentBrokeOff = false;
  }

  function noteFailure(request: Request, status: number): void {
    const isOptional = request.resourceType() === 'script' && (status === 404 || status === 410);
    const isNeeded = mayTell(request) && /^(fetch|xhr|script)$/.test(request.resourceType()) && !isOptional;
    if (isNeeded && isOwn(request.url(), site)) traffic.failedReads.push({ url: request.url(), status });
  }

  async function keepAnswer(response: Response): Promise<void> {
    const type = response.headers()['content-type'] ?? '';
    if (response.request().method() !== 'GET' || !/^$|json|text\/plain/i.test(type) || !isOwn(response.url(), site))
      return;
    const body = await response.text().catch(() => '');
    if (body.length <= MOST_BYTES) traffic.answers.push({ url: response.url(), status: response.status(), body });
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

function isMainNavigation(request: Request, page: Page): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame();
}

function isOwn(address: string, site: Site): boolean {
  const url = new URL(address);
  return /^(about|blob|data):/.test(url.protocol) || site.ownsHost(url.hostname, portOf(url));
}
