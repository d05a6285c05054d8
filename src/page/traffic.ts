import type { Page, Request, Response } from 'playwright';
import type { Site } from '../settings/site.ts';

/** What the page itself asked for and got. Watched, never made. */
export interface Traffic {
  /** the page's own JSON answers on the site, oldest first; read as they arrive */
  answers: Answer[];
  /** the data requests still under way */
  pending(): Pending[];
  /** addresses of the page's own data requests */
  reads: string[];
  /** those that failed or were refused; status 0 where no answer came */
  failedReads: { path: string; status: number }[];
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

const DATA = new Set(['fetch', 'xhr', 'document', 'script']);
const MOST_BYTES = 2_000_000;

export function watchTraffic(page: Page, site: Site): Traffic {
  const underWay = new Map<Request, Pending>();
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
    if (
      isMainNavigation(request, page) &&
      new URL(request.url()).origin !== site.origin &&
      !isOwn(request.url(), site)
    ) {
      traffic.strayedTo = new URL(request.url()).host;
    }
    if (isRead(request)) traffic.reads.push(request.url());
    if (DATA.has(request.resourceType()) && request.method() === 'GET')
      underWay.set(request, { url: request.url(), hasBegun: false });
  });
  page.on('requestfailed', (request) => {
    if (isMainNavigation(request, page) && underWay.get(request)?.hasBegun) traffic.documentBrokeOff = true;
    noteFailure(request, 0);
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
    // A refusal is an answer; its body may never be read, and then it never finishes.
    if (!response.ok()) underWay.delete(response.request());
    if (response.status() >= 400) noteFailure(response.request(), response.status());
    if (isMainNavigation(response.request(), page)) traffic.documentStatus = response.status();
  });

  function noteFailure(request: Request, status: number): void {
    if (isRead(request) && isOwn(request.url(), site))
      traffic.failedReads.push({ path: new URL(request.url()).pathname, status });
  }

  async function keepAnswer(response: Response): Promise<void> {
    const type = response.headers()['content-type'] ?? '';
    if (response.request().method() !== 'GET' || !/json/i.test(type) || !isOwn(response.url(), site)) return;
    const body = await response.text().catch(() => '');
    if (body.length <= MOST_BYTES) traffic.answers.push({ url: response.url(), status: response.status(), body });
  }

  return traffic;
}

function isRead(request: Request): boolean {
  return request.method() === 'GET' && /^(fetch|xhr)$/.test(request.resourceType());
}

function isMainNavigation(request: Request, page: Page): boolean {
  return request.isNavigationRequest() && request.frame() === page.mainFrame();
}

function isOwn(address: string, site: Site): boolean {
  const url = new URL(address);
  return (
    /^(about|blob|data):/.test(url.protocol) ||
    site.ownsHost(url.hostname, Number(url.port || (url.protocol === 'https:' ? 443 : 80)))
  );
}
