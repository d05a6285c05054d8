/** Pages of a session that has ended, or of somebody else's, where nothing like a form to sign in is shown. */
import {
  CATEGORY_PATH,
  category,
  LOADS,
  MEMBER,
  OUR_PATH,
  page,
  RECORD_PATH,
  skeleton,
  THREE_OTHERS,
  TITLE,
  toggle,
} from './markup.ts';
import { checked, EXPIRED } from './runs.ts';
import { ending, type FoundPage, html, never, type Route, type Run, status } from './site.ts';

const MINI_PROFILE = '/mysettings-api/settingsApiMiniProfile';
const ofNobody = (main: string, script = '') => html(page({ main, script, member: null }));
const listFor = (member: string | null) => category(THREE_OTHERS, '', '', { member });

const expecting = (answer: Run['answer'], timeoutMs?: number): Run[] =>
  checked(answer).map((run) => ({ ...run, expectAccount: MEMBER, ...(timeoutMs !== undefined && { timeoutMs }) }));

/** The navigation of the list is all that tells whose account it is. */
function expected404(name: string, member: string | null, answer: string): FoundPage {
  return {
    name,
    about: `our address answers 404, with nothing in it, and the list names ${member ?? 'nobody'}`,
    routes: { [OUR_PATH]: status(404), [CATEGORY_PATH]: listFor(member) },
    isNotOffered: true,
    runs: expecting(answer),
  };
}

function refusedSkeleton(name: string, refusal: Route, answer: string): FoundPage {
  return {
    name,
    about: 'a switch waits for its state, and all data is refused',
    routes: {
      [OUR_PATH]: skeleton(`ask('${MINI_PROFILE}'); ${LOADS}`),
      [MINI_PROFILE]: refusal,
      [RECORD_PATH]: refusal,
    },
    runs: checked(answer),
  };
}

export const SESSION: readonly FoundPage[] = [
  {
    name: 'guest-with-rows',
    about: 'the session ends at our address, and the list has the rows that anybody sees',
    routes: { [OUR_PATH]: ending(ofNobody('<h1>Settings</h1>')), [CATEGORY_PATH]: listFor(null) },
    runs: EXPIRED,
  },
  {
    name: 'guest-default-switch',
    about: 'the session ends at our address, which shows anybody the switch as it is by default',
    routes: { [OUR_PATH]: ending(ofNobody(`${TITLE}${toggle()}`)) },
    runs: EXPIRED,
  },
  expected404('expected-404', MEMBER, 'not-offered'),
  expected404('expected-404-of-another', 'another', 'unknown wrong-account'),
  expected404('expected-404-of-nobody', null, 'unknown wrong-account'),
  {
    name: 'expected-never-draws',
    about: 'the page waits for our data, and draws nothing before, not even who is signed in',
    routes: { [OUR_PATH]: ofNobody('', `ask('${RECORD_PATH}');`), [RECORD_PATH]: never },
    runs: expecting('unknown timeout', 8_000),
  },
  refusedSkeleton('skeleton-401-ending', ending(status(401, '{}')), 'unknown session-expired'),
  refusedSkeleton('skeleton-401', status(401, '{}'), 'unknown signed-out'),
  refusedSkeleton('skeleton-429', status(429, '{}'), 'unknown rate-limited'),
  {
    name: 'passkey-first',
    about: 'our address shows a form to sign in that asks for no password',
    routes: {
      [OUR_PATH]: ofNobody(`<h1>Welcome back</h1><form action="/session">
        <input type="text" aria-label="Email" autocomplete="username webauthn"> <button>Continue</button></form>`),
    },
    runs: checked('unknown signed-out'),
  },
];
