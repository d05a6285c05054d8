/** The form's addresses. Which variant it is belongs to the whole site: whoever comes may be nobody in particular. */
import { readBody, replyHtml, replyRedirect, type Visit } from '../reply.ts';
import { signInPage } from '../sign-in.ts';
import { answerStatus } from '../walls.ts';
import { captchaFirstPage, changedPage, formPage, thanksPage } from './page.ts';
import type { FormTraits } from './traits.ts';
import { FORM_VARIANTS } from './variants.ts';

/** What has been submitted: the log that a test believes. */
export interface FormDesk {
  /** a name in FORM_VARIANTS, or traits of your own */
  variant: string | FormTraits;
  /** `METHOD path` with what came with it, of whatever reached the form's addresses but for the page itself */
  submitted: { what: string; fields: Record<string, string> }[];
  /** has the captcha been answered? */
  isSolved: boolean;
}

export function newFormDesk(): FormDesk {
  return { variant: 'standard', submitted: [], isSolved: false };
}

/** What stands in the form's place; undefined where it is the form after all. */
const IN_ITS_PLACE: Record<NonNullable<FormTraits['answer']>, (visit: Visit) => (() => void) | undefined> = {
  'not-found': (visit) => () => answerStatus(visit, 404),
  limited: (visit) => () => answerStatus(visit, 429),
  changed: (visit) => () => replyHtml(visit, changedPage()),
  'sign-in': (visit) => (visit.account ? undefined : () => replyHtml(visit, signInPage(visit))),
  captcha: (visit) => (visit.grounds.form.isSolved ? undefined : () => replyHtml(visit, captchaFirstPage())),
};

export function answerForm(visit: Visit): void {
  const traits = traitsOf(visit.grounds.form);
  const other = traits.answer && IN_ITS_PLACE[traits.answer](visit);
  // Whoever signs in first comes back here.
  visit.url.searchParams.set('session_redirect', visit.url.pathname);
  if (other) other();
  else replyHtml(visit, formPage(traits, traits.steps === 'pages' ? 1 : 0));
}

export async function takeForm(visit: Visit): Promise<void> {
  const { form } = visit.grounds;
  const { searchParams, pathname, search } = visit.url;
  const body = await readBody(visit.request);
  if (searchParams.has('captcha')) {
    form.isSolved = true;
    return replyRedirect(visit, '/help/linkedin/ask/TS-DPRO');
  }
  const fields = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
  form.submitted.push({ what: `${visit.request.method} ${pathname}${search}`, fields });
  const traits = traitsOf(form);
  if (typeof traits.takes === 'number') return answerStatus(visit, traits.takes);
  replyHtml(visit, searchParams.get('step') === '1' ? formPage(traits, 2) : thanksPage(traits));
}

function traitsOf({ variant }: FormDesk): FormTraits {
  if (typeof variant !== 'string') return variant;
  const traits = FORM_VARIANTS[variant];
  if (!traits) throw new Error(`The look-alike has no form “${variant}”.`);
  return traits;
}
