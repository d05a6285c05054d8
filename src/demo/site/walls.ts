/** What our address may answer in the place of the setting. */
import { document } from './html.ts';
import { ourPage } from './our-page.ts';
import { type MemberVisit, replyHtml, replyRedirect, setCookies, type Visit } from './reply.ts';
import { chooserPage, pinPage, signInPage } from './sign-in.ts';
import type { Answer } from './traits.ts';

type Wall = (visit: MemberVisit) => void;

const to = (location: (visit: MemberVisit) => string): Wall => {
  return (visit) => replyRedirect(visit, location(visit));
};
const here = (visit: MemberVisit) => encodeURIComponent(visit.url.pathname);

export const WALLS: Record<Exclude<Answer, number>, Wall> = {
  'to-category': to(() => '/mypreferences/d/categories/privacy'),
  'to-feed': to(() => '/feed/'),
  'to-authwall': to((visit) => `/authwall?trk=settings&sessionRedirect=${here(visit)}`),
  'to-checkpoint': to(() => '/checkpoint/challenge/AgHdemo?ut=demo'),
  'to-internal-error': to(() => '/checkpoint/lg/login?errorKey=challenge_global_internal_error'),
  'to-itself': to((visit) => visit.url.pathname),
  'to-foreign': to((visit) => `${visit.grounds.foreign}/portal`),
  'deletes-session': (visit) => {
    visit.account.signedIn = false;
    setCookies(visit, ['li_at="delete me"; HttpOnly']);
    replyRedirect(visit, `/uas/login?session_redirect=${here(visit)}`);
  },
  'sign-in': (visit) => replyHtml(visit, signInPage(visit)),
  chooser: (visit) => replyHtml(visit, chooserPage()),
  pin: (visit) => replyHtml(visit, pinPage()),
  captcha: (visit) => replyHtml(visit, captchaPage()),
  restricted: (visit) => replyHtml(visit, restrictedPage()),
  hang: () => {},
  reset: (visit) => {
    visit.request.socket.destroy();
  },
  truncated: (visit) => replyHtml({ ...visit, breaksOff: true }, ourPage(visit, visit.account)),
};

export function answerStatus(visit: Visit, status: number): void {
  const body = `<main><h1>${status}</h1><p>This page is not available.</p></main>`;
  replyHtml(visit, document({ title: `${status}`, body }), status);
}

function captchaPage(): string {
  const frame = `<iframe id="captcha-internal" title="Captcha challenge" src="/checkpoint/captcha-frame" width="400" height="300"></iframe>`;
  return document({ title: 'Security Verification', body: `<main><h1>Quick security check</h1>${frame}</main>` });
}

function restrictedPage(): string {
  const body = '<main><h1>Your account has been restricted</h1><p>We noticed unusual activity.</p></main>';
  return document({ title: 'LinkedIn', body });
}
