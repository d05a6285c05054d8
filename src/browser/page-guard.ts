import type { Page, Request } from 'playwright';
import { isWrite, type Passage } from '../decide/request.ts';

/** A request, in what tells the save from others. */
export type Sent = Pick<Request, 'method' | 'url' | 'postData'>;

/** @param isWhole is its body known? @param kind as Playwright names it */
export type DecideWrite = (write: Sent, facts: { kind: string; isWhole: boolean }) => Passage;

/**
 * Asks about every write of a page, before a route is asked. A route alone does not do: Playwright asks none about what a
 * frame sends that has gone meanwhile, nor where a request is led on to, and lets that out.
 */
export async function guardPage(page: Page, decide: DecideWrite): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const answer = (requestId: string, passage: Passage) => {
    switch (passage) {
      case 'save':
      case 'pass':
        return session.send('Fetch.continueRequest', { requestId });
      case 'stay':
        return session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      case 'stop':
        return session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      default:
        return passage satisfies never;
    }
  };
  session.on('Fetch.requestPaused', ({ requestId, request: { method, url, ...request }, resourceType }) => {
    const body = bodyOf(request);
    const write = { method: () => method, url: () => url, postData: () => body ?? null };
    const facts = { kind: resourceType.toLowerCase(), isWhole: body !== undefined };
    answer(requestId, isWrite(method) ? decide(write, facts) : 'pass')?.catch(() => undefined);
  });
  await session.send('Fetch.enable');
}

interface Body {
  hasPostData?: boolean;
  /** base64 */
  postDataEntries?: { bytes?: string }[];
}

/** Null where there is none, undefined where the browser does not tell all of it. */
function bodyOf({ hasPostData, postDataEntries }: Body): string | null | undefined {
  if (!hasPostData) return null;
  const parts = postDataEntries?.map(({ bytes }) => (bytes === undefined ? null : Buffer.from(bytes, 'base64'))) ?? [];
  const known = parts.filter((part) => part !== null);
  return known.length > 0 && known.length === parts.length ? Buffer.concat(known).toString('utf8') : undefined;
}
