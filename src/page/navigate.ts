import { ReasonError } from '../errors.ts';
import type { Visit } from './visit.ts';

/**
 * Goes to an address and returns as soon as its document begins to arrive; a page that then leads elsewhere is for the
 * readers to see.
 * @throws ReasonError `unreachable`, `timeout`, `session-expired` (a redirect loop is what stale cookies cause)
 */
export async function navigate(
  { page, traffic }: Pick<Visit, 'page' | 'traffic'>,
  url: string,
  timeoutMs: number,
): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'commit', timeout: Math.max(1, Math.ceil(timeoutMs)) });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [, code = ''] = /net::(ERR_[A-Z_0-9]+)/.exec(text) ?? [];
    if (traffic.strayedTo || code === 'ERR_ABORTED' || /interrupted by another navigation/.test(text)) return;
    // A refusal without a body: the browser shows an error page of its own, and the status tells what it is.
    if (code === 'ERR_HTTP_RESPONSE_CODE_FAILURE' && traffic.documentStatus >= 400) return;
    if (code === 'ERR_TOO_MANY_REDIRECTS') {
      throw new ReasonError(
        'session-expired',
        'LinkedIn redirects in circles, as it does with cookies that are no longer valid.',
      );
    }
    if (/Timeout [\d.]+ms exceeded/.test(text) || /TIMED_OUT/.test(code)) {
      throw new ReasonError('timeout', `LinkedIn did not answer within ${Math.round(timeoutMs / 1000)} seconds.`);
    }
    if (code) throw new ReasonError('unreachable', `LinkedIn could not be reached (${code}).`);
    throw error;
  }
}
