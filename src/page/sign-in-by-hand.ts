import { setTimeout as pause } from 'node:timers/promises';
import { formatDuration } from 'date-fns/formatDuration';
import { intervalToDuration } from 'date-fns/intervalToDuration';
import type { BrowserContext } from 'playwright';
import { closeInTime, whileItLives } from '../browser/failure.ts';
import { openGate } from '../browser/gate.ts';
import type { OpenBrowser } from '../browser/open.ts';
import { ReasonError } from '../errors.ts';
import type { SignedIn } from '../run-session.ts';
import type { SessionCookie } from '../session/session.ts';
import { isEnded, SIGN_IN_COOKIE } from '../session/sign-in.ts';
import type { Site } from '../settings/site.ts';
import { PATH_WALLS } from '../settings/walls.ts';
import type { Progress } from '../terminal.ts';
import { proveSignIn } from './prove-sign-in.ts';
import type { NetworkTally } from './visit.ts';

interface SignInTask {
  site: Site;
  timeoutMs: number;
  tally: NetworkTally;
  progress: Progress;
  signal: AbortSignal;
}

const LOOK_EVERY_MS = 500;
const PROOF_MS = 20_000;
/** How long to leave a page alone that did not prove anything. */
const TRY_AGAIN_MS = 10_000;
const NOTHING_KEPT = 'nothing was kept';

/**
 * Opens the sign-in page and waits until the member has signed in, in whatever tab; no field is touched. That somebody is
 * signed in is shown by another page, with nothing but the cookies.
 * @throws ReasonError `timeout`, `signed-out` (the window was closed), `unreachable`, `browser-failed`; what `signal` was aborted with
 */
export async function signInByHand(open: OpenBrowser, task: SignInTask): Promise<SignedIn> {
  const { site, timeoutMs, progress, signal, tally } = task;
  const end = performance.now() + timeoutMs;
  if (!open.isGated) {
    throw new ReasonError(
      'browser-failed',
      'That browser cannot use a proxy on this machine, so nobody could say where a password goes.',
      'Sign in in a browser on this machine.',
    );
  }
  // The member writes here, but to nobody else than LinkedIn.
  const gate = await openGate({ site, hostRules: open.hostRules, letsWrite: true });
  const proxy = { server: gate.server, bypass: '<-loopback>' };
  let opened: BrowserContext | null = null;
  try {
    const context = await whileItLives(open.browser, () =>
      open.browser.newContext({ proxy, acceptDownloads: false, viewport: null }),
    );
    opened = context;
    const page = await whileItLives(open.browser, () => context.newPage());
    await page.goto(`${site.origin}/login`, { waitUntil: 'commit', timeout: timeoutMs }).catch((error: unknown) => {
      const [, code = ''] = /net::(ERR_[A-Z_0-9]+)/.exec(String(error)) ?? [];
      if (code) throw new ReasonError('unreachable', `LinkedIn could not be reached (${code}); ${NOTHING_KEPT}.`);
    });
    const tried = new Map<string, number>();
    while (performance.now() < end) {
      signal.throwIfAborted();
      if (!open.browser.isConnected() || context.pages().length === 0) throw closed();
      progress.say('Waiting for you to sign in in the window', `${timeLeft(end)} left`);
      const hint = await signInHint(context, site);
      if (hint && performance.now() - (tried.get(hint.mark) ?? Number.NEGATIVE_INFINITY) > TRY_AGAIN_MS) {
        progress.say('Making sure that you are signed in');
        const deadline = Math.min(performance.now() + PROOF_MS, Math.max(end, performance.now() + LOOK_EVERY_MS));
        const proven = await proveSignIn(open, { site, cookies: hint.cookies, deadline, tally }).catch(wait);
        if (proven) return proven;
        tried.set(hint.mark, performance.now());
      }
      await pause(LOOK_EVERY_MS, undefined, { signal });
    }
    const patience = formatDuration(intervalToDuration({ start: 0, end: timeoutMs }));
    throw new ReasonError(
      'timeout',
      `Nobody signed in within ${patience}; ${NOTHING_KEPT}.`,
      'Try again, and give it longer with --timeout <seconds>.',
    );
  } finally {
    gate.shut();
    await closeInTime(opened);
    await gate.close();
    for (const host of gate.hosts) tally.hosts.add(host);
  }
}

interface Hint {
  cookies: SessionCookie[];
  /** two hints with the same mark are one */
  mark: string;
}

/** A page of LinkedIn's that is not a way in, beside a cookie that may be a session: worth a proof, and none itself. */
async function signInHint(context: BrowserContext, site: Site): Promise<Hint | null> {
  const cookies = (await context.cookies().catch(() => [])).filter(({ domain }) => site.ownsCookieDomain(domain));
  const session = cookies.find(({ name, value }) => name === SIGN_IN_COOKIE && value !== '' && !isEnded(value));
  const page = context.pages().find((candidate) => isInside(candidate.url(), site));
  return session && page ? { cookies, mark: `${session.value} ${page.url()}` } : null;
}

function isInside(address: string, site: Site): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.origin === site.origin && !PATH_WALLS.some(({ path }) => path.test(url.pathname));
}

/** A page that proves nothing yet may do so later; what makes a proof impossible ends the wait. */
function wait(error: unknown): null {
  if (error instanceof ReasonError && error.reason.code !== 'browser-failed') return null;
  throw error;
}

function closed(): ReasonError {
  return new ReasonError(
    'signed-out',
    `The window was closed before anybody had signed in; ${NOTHING_KEPT}.`,
    'Run it again, and leave the window open until it closes by itself.',
  );
}

function timeLeft(end: number): string {
  return formatDuration(intervalToDuration({ start: 0, end: Math.max(0, end - performance.now()) })) || 'no time';
}
