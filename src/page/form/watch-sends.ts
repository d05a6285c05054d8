import type { BrowserContext, Request } from 'playwright';
import { isWrite } from '../../decide/request.ts';
import type { SubmissionFacts } from '../../decide/submission.ts';
import type { Site } from '../../settings/site.ts';
import { isTelemetry } from '../../settings/telemetry.ts';
import { carriesAny } from './carries.ts';

/** What left the page after the member had pressed something. */
export interface Sends {
  /** the last of a form, or else the last of all */
  last(): SubmissionFacts['send'];
  /** the words of the page when that was sent */
  before(): string;
}

interface Watching {
  site: Site;
  /** may anything be written now? */
  isOpen(): boolean;
  /** may it be the form? What a sign-in page or a captcha sends is not. */
  mayBeForm(): boolean;
  /** what stands in the fields, and the words of the page, as seen last */
  seen(): { values: readonly string[]; text: string };
}

export function watchSends(context: BrowserContext, { site, isOpen, mayBeForm, seen }: Watching): Sends {
  let last: { request: Request; status: number | null; isForm: boolean } | null = null;
  let before = '';
  context.on('request', (request) => {
    if (!isOpen() || !isWrite(request.method()) || new URL(request.url()).origin !== site.origin) return;
    if (isTelemetry(new URL(request.url()).pathname) || request.resourceType() === 'ping') return;
    const { values, text } = seen();
    const isForm = mayBeForm() && (request.isNavigationRequest() || carriesAny(request, values));
    if (last?.isForm && !isForm) return;
    last = { request, status: null, isForm };
    before = text;
  });
  context.on('response', (response) => {
    if (last?.request === response.request()) last.status = response.status();
  });
  context.on('requestfailed', (request) => {
    if (last?.request === request) last.status ??= 0;
  });
  return { last: () => last && { status: last.status, isForm: last.isForm }, before: () => before };
}
