/** The words a user can rely on. Names and values are fixed: scripts depend on them. */

export const STATES = ['on', 'off', 'not-offered', 'unknown'] as const;
export type State = (typeof STATES)[number];

export const VERDICTS = ['pass', 'fail', 'fixed', 'not-applicable', 'unknown', 'error'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CONFIDENCES = ['corroborated', 'single', 'none'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const OUTCOMES = ['changed', 'already-off', 'would-change', 'not-offered', 'refused', 'not-proven'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const EXIT = {
  ok: 0,
  on: 1,
  usage: 2,
  unknown: 3,
  signedOut: 4,
  blocked: 5,
  notProven: 6,
  failed: 7,
  internal: 70,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a reason means for the verdict and the exit code when nothing was clicked. */
interface ReasonKind {
  exitCode: ExitCode;
  verdict: Extract<Verdict, 'unknown' | 'error'>;
  hint: string;
}

/** Where automation fails there is a page to look at; a result for another setting names that one. */
export const BY_HAND =
  'Look yourself: Settings & Privacy → Data privacy → Data for Generative AI Improvement. More: linkedin-ai-optout settings show ai-training.';
const SIGN_IN =
  'Sign in with: linkedin-ai-optout login. Or export the cookies of your browser again, and give the file with --session.';

const INSTALL_A_BROWSER =
  'Install one: npx playwright install --with-deps chromium (Debian: sudo apt-get update && sudo apt-get install chromium), or any Chrome or Edge.';

/** Every reason there is, with what to do next. A reason may carry a more fitting hint of its own. */
export const REASONS = {
  'signed-out': { exitCode: EXIT.signedOut, verdict: 'error', hint: SIGN_IN },
  'session-expired': { exitCode: EXIT.signedOut, verdict: 'error', hint: SIGN_IN },
  'wrong-account': {
    exitCode: EXIT.signedOut,
    verdict: 'error',
    hint: 'Use the session of the expected account, or correct --expect-account.',
  },
  challenge: {
    exitCode: EXIT.blocked,
    verdict: 'error',
    hint: 'Open LinkedIn in your own browser, answer its security check, then run this again.',
  },
  restricted: {
    exitCode: EXIT.blocked,
    verdict: 'error',
    hint: 'Open LinkedIn in your own browser and follow what it says about your account.',
  },
  'rate-limited': { exitCode: EXIT.blocked, verdict: 'error', hint: 'Wait a day before trying again.' },
  'control-not-found': { exitCode: EXIT.unknown, verdict: 'unknown', hint: BY_HAND },
  'control-ambiguous': { exitCode: EXIT.unknown, verdict: 'unknown', hint: BY_HAND },
  'control-disabled': { exitCode: EXIT.unknown, verdict: 'unknown', hint: BY_HAND },
  'witnesses-disagree': { exitCode: EXIT.unknown, verdict: 'unknown', hint: BY_HAND },
  'reading-unstable': { exitCode: EXIT.unknown, verdict: 'unknown', hint: `Try again in a while. ${BY_HAND}` },
  'unexpected-dialog': {
    exitCode: EXIT.unknown,
    verdict: 'unknown',
    hint: 'Open the page in your own browser, read the dialog and decide yourself.',
  },
  'save-failed': { exitCode: EXIT.notProven, verdict: 'unknown', hint: `Try again in a while. ${BY_HAND}` },
  'save-not-seen': { exitCode: EXIT.notProven, verdict: 'unknown', hint: `Try again in a while. ${BY_HAND}` },
  'off-site-redirect': {
    exitCode: EXIT.failed,
    verdict: 'error',
    hint: 'Check your network (a captive portal or a proxy may answer in LinkedIn’s place), then try again.',
  },
  unreachable: { exitCode: EXIT.failed, verdict: 'error', hint: 'Check your network, then try again.' },
  timeout: { exitCode: EXIT.failed, verdict: 'error', hint: 'Try again, or give it longer with --timeout.' },
  'browser-missing': {
    exitCode: EXIT.failed,
    verdict: 'error',
    hint: `${INSTALL_A_BROWSER} Or name one with --browser.`,
  },
  'browser-failed': {
    exitCode: EXIT.failed,
    verdict: 'error',
    hint: 'Try again; --verbose shows what the browser said.',
  },
  internal: {
    exitCode: EXIT.internal,
    verdict: 'error',
    hint: 'This is a fault of ours: please report it with the output of --verbose.',
  },
} as const satisfies Record<string, ReasonKind>;
export type ReasonCode = keyof typeof REASONS;

export type Reason = {
  code: ReasonCode;
  message: string;
  hint: string;
};

/** A reason with its usual hint, unless a better one is given. */
export function reason(code: ReasonCode, message: string, hint: string = REASONS[code].hint): Reason {
  return { code, message, hint };
}
