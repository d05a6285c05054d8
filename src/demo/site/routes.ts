/** Which address is answered by what. The first row that fits answers. */
import { answerForm, takeForm } from './form/routes.ts';
import { befall } from './happenings.ts';
import { answerIndex, enterVariant } from './index-page.ts';
import { answerCategory, answerFeed, answerSettings } from './pages.ts';
import { type MemberVisit, replyHtml, replyJson, replyRedirect, replyScript, type Visit } from './reply.ts';
import { answerGraphql, answerMiniProfile, answerSetting, answerView } from './settings-api.ts';
import { answerChallenge, answerSignIn, takeSignIn } from './sign-in.ts';
import { answerStatus } from './walls.ts';
import { workerScript } from './worker-script.ts';

/** Where a page with `tells-clicks` reports them: for the log alone, so it counts for nothing. */
const CLICK_REPORT = '/demo/clicked';

type Open = readonly [path: RegExp, answer: (visit: Visit) => void | Promise<void>];
type ForMembers = readonly [path: RegExp, answer: (visit: MemberVisit) => void | Promise<void>];

const OPEN: readonly Open[] = [
  [/^\/$/, answerIndex],
  [/^\/demo\/enter$/, enterVariant],
  [/^\/uas\/login-submit$/, takeSignIn],
  [/^\/(login|uas\/login|authwall|signup\/cold-join|checkpoint\/lg\/login)\b/, answerSignIn],
  [
    /^\/checkpoint\/captcha-frame$/,
    (visit) => replyHtml(visit, '<!doctype html><title>Captcha</title><p>I am not a robot'),
  ],
  [/^\/checkpoint\/challenge\b/, answerChallenge],
  [/^\/help\/linkedin\/ask\/TS-DPRO$/i, answerForm],
  [/^\/help\/linkedin\/(ask\/submit|newsletter)$/, takeForm],
  // A stream that begins and never ends, and a question that is never answered.
  [
    /^\/realtime\/stream$/,
    (visit) => void visit.response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders(),
  ],
  [/^\/realtime\/poll$/, () => {}],
  [/^\/li\/track$/, (visit) => void visit.response.writeHead(200).end()],
  [/^\/sc\/worker\.js$/, (visit) => replyScript(visit, workerScript())],
];

const FOR_MEMBERS: readonly ForMembers[] = [
  [/^\/mysettings-api\/settingsApiMiniProfile$/, answerMiniProfile],
  [/^\/mysettings-api\/settingsApiSettings\/\w+$/, answerSetting],
  [/^\/voyager\/api\/graphql$/, answerGraphql],
  [/^\/voyager\/api\/view$/, answerView],
  [/^\/mypreferences\/[dm]\/categories\/privacy\/?$/, answerCategory],
  [/^\/mypreferences\/[dm]\//, answerSettings],
  [/^\/(feed|in)\b/, answerFeed],
];

export async function route(visit: Visit): Promise<void> {
  if (visit.url.pathname === CLICK_REPORT) return replyHtml(visit, '');
  const { account } = visit;
  const onward = account ? await befall({ ...visit, account }) : visit;
  if (onward) await answer(onward);
}

async function answer(visit: Visit): Promise<void> {
  const { pathname } = visit.url;
  const open = OPEN.find(([path]) => path.test(pathname));
  if (open) return open[1](visit);
  const forMembers = FOR_MEMBERS.find(([path]) => path.test(pathname));
  if (!forMembers) return answerStatus(visit, 404);
  if (visit.account) return forMembers[1]({ ...visit, account: visit.account });
  if (/api/.test(pathname)) return replyJson(visit, { status: 401 }, 401);
  replyRedirect(visit, `/uas/login?session_redirect=${encodeURIComponent(pathname)}`);
}
