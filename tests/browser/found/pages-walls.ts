/** Answers that are no page of somebody who is signed in, and pages that only look as if they were none. */
import { CATEGORY_PATH, category, OUR_PATH, ordinaryPage, page, RECORD_PATH, THREE_OTHERS } from './markup.ts';
import { checked, EXPIRED, TOLD } from './runs.ts';
import { ending, type FoundPage, html, redirect, status } from './site.ts';

/** Chromium puts a page of its own in the place of an error that has nothing in it. */
function emptyPage(code: number, answer: string, name = `empty-${code}`): FoundPage {
  const about = `our address answers ${code}, with nothing in it`;
  return { name, about, routes: { [OUR_PATH]: status(code) }, runs: checked(answer) };
}

const MINI_PROFILE = '/mysettings-api/settingsApiMiniProfile';
const ROWS = '/mysettings-api/sections/1';

function dataPage(code: number, answer: string): FoundPage {
  const refusal = status(code, '{}');
  const shell = (path: string) =>
    html(page({ main: '<h1>Settings</h1>', script: `ask('${MINI_PROFILE}'); ask('${path}');` }));
  return {
    name: `data-${code}`,
    about: `the page is there, and all of its data is answered by ${code}`,
    routes: {
      [OUR_PATH]: shell(RECORD_PATH),
      [CATEGORY_PATH]: shell(ROWS),
      [MINI_PROFILE]: refusal,
      [RECORD_PATH]: refusal,
      [ROWS]: refusal,
    },
    runs: checked(answer),
  };
}

const SIGNED_OUT = 'unknown signed-out or unknown session-expired';
const toGuestHome = ending(redirect('/'));
const GUEST_HOME = `<!doctype html><html lang="en"><title>LinkedIn</title><link rel="icon" href="data:,">
  <body><header><a href="/login">Sign in</a> <a href="/signup">Join now</a></header>
  <main><h1>Welcome to your professional community</h1></main>`;

export const WALLS: readonly FoundPage[] = [
  emptyPage(429, 'unknown rate-limited'),
  emptyPage(999, 'unknown rate-limited'),
  emptyPage(401, SIGNED_OUT),
  emptyPage(404, 'unknown control-not-found', 'empty-404-offered'),
  emptyPage(503, 'unknown unreachable'),
  {
    name: 'empty-404-not-offered',
    about: 'our address answers 404, with nothing in it, and the list has no row of ours',
    routes: { [OUR_PATH]: status(404), [CATEGORY_PATH]: category(THREE_OTHERS) },
    isNotOffered: true,
    runs: checked('not-offered'),
  },
  dataPage(401, SIGNED_OUT),
  dataPage(429, 'unknown rate-limited'),
  {
    name: 'guest-home',
    about: 'everything leads to the home of guests, which has no form to sign in',
    routes: { [OUR_PATH]: toGuestHome, [CATEGORY_PATH]: toGuestHome, '/': html(GUEST_HOME) },
    runs: EXPIRED,
  },
  {
    name: 'odd-vanity',
    about: 'the navigation links to a name that cannot be decoded',
    routes: { [OUR_PATH]: ordinaryPage({ navigation: '<a href="/in/%E0%A4%A">Somebody else</a>' }) },
    runs: TOLD,
  },
  {
    name: 'recaptcha-badge',
    about: 'the badge of a captcha that asks for nothing stands in the corner',
    routes: {
      [OUR_PATH]: ordinaryPage({
        main: `<iframe title="reCAPTCHA" src="/recaptcha/api2/anchor?size=invisible" width="256" height="60"
          style="position: fixed; right: 0; bottom: 14px; border: 0"></iframe>`,
      }),
      '/recaptcha/api2/anchor': html('<!doctype html><title>badge</title>'),
    },
    runs: TOLD,
  },
];
