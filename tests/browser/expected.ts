import type { ReasonCode } from '../../src/vocabulary.ts';

/** What each run must answer: `state`, or `outcome state` of a change, with the reason's code where there is one. */
export interface Expectation {
  /** check, while it is on, and while it is off */
  on: string;
  off: string;
  /** disable --dry-run, and disable, while it is on */
  plan: string;
  turned: string;
}

const CLEAR: Expectation = { on: 'on', off: 'off', plan: 'would-change on', turned: 'changed off' };

/** Nothing can be said, so nothing is clicked. */
function undecided(code: ReasonCode): Expectation {
  const unknown = `unknown ${code}`;
  return { on: unknown, off: unknown, plan: `refused ${unknown}`, turned: `refused ${unknown}` };
}

/** It can be read, but not safely clicked. */
function refused(code: ReasonCode): Expectation {
  return { ...CLEAR, plan: `refused on ${code}`, turned: `refused on ${code}` };
}

/** It was clicked, and a fresh load does not show it off. */
function notProven(code: ReasonCode, state: 'on' | 'unknown' = 'on'): Expectation {
  return { ...CLEAR, turned: `not-proven ${state} ${code}` };
}

const NOT_OFFERED: Expectation = {
  on: 'not-offered',
  off: 'not-offered',
  plan: 'not-offered not-offered',
  turned: 'not-offered not-offered',
};

/** Whether its flicker is seen depends on when one looks: the truth, or doubt. */
const FLICKERING: Expectation = {
  on: 'on or unknown reading-unstable or unknown witnesses-disagree',
  off: 'off or unknown reading-unstable or unknown witnesses-disagree',
  plan: 'would-change on or refused unknown reading-unstable or refused unknown witnesses-disagree',
  turned:
    'changed off or refused on reading-unstable or refused on witnesses-disagree or refused on control-disabled or not-proven on save-not-seen or refused unknown reading-unstable or refused unknown witnesses-disagree or not-proven unknown reading-unstable or not-proven unknown witnesses-disagree',
};

/** It may be read before it leaves, and is gone before it can be clicked. */
const LEAVES: Expectation = {
  on: 'unknown off-site-redirect or on',
  off: 'unknown off-site-redirect or off',
  plan: 'refused unknown off-site-redirect or would-change on',
  turned:
    'refused unknown off-site-redirect or refused on reading-unstable or refused on off-site-redirect or refused on control-disabled',
};

/** The variants whose answer is not simply the truth. */
const NOT_CLEAR: Record<string, Expectation> = {
  flickers: FLICKERING,
  'flickers-alone': undecided('reading-unstable'),
  'skeleton-off-hangs': undecided('timeout'),
  'stale-cache-off': { ...undecided('witnesses-disagree'), off: 'off' },
  'key-given-away': { ...undecided('control-ambiguous'), off: 'off' },
  'key-shared': undecided('control-ambiguous'),
  'hidden-twin': refused('control-ambiguous'),
  'duplicate-key': undecided('control-ambiguous'),
  'renamed-key': { ...refused('control-not-found'), off: 'unknown control-not-found' },
  'german-renamed-key': { ...refused('control-not-found'), off: 'unknown control-not-found' },
  'renamed-key-unknown-words': undecided('control-not-found'),
  'renamed-key-two-switches': undecided('control-not-found'),
  'in-closed-shadow': undecided('control-not-found'),
  'in-frame': undecided('control-not-found'),
  disabled: refused('control-disabled'),
  'aria-disabled': refused('control-disabled'),
  'aria-disagrees': undecided('witnesses-disagree'),
  'state-words-disagree': undecided('witnesses-disagree'),
  'data-disagrees': undecided('witnesses-disagree'),
  'data-missing': undecided('control-ambiguous'),
  'data-nonsense': undecided('control-ambiguous'),
  'data-hangs': undecided('timeout'),
  'embedded-disagrees': undecided('witnesses-disagree'),
  'needs-post': undecided('control-not-found'),

  'click-ignored': notProven('save-not-seen'),
  'click-twice-unheard': notProven('save-not-seen'),
  'flips-back-at-once': notProven('save-not-seen'),
  'switch-in-dead-switch': notProven('save-not-seen'),
  'asks-dialog': notProven('unexpected-dialog'),
  'asks-confirm': notProven('unexpected-dialog'),
  'save-500': notProven('save-failed'),
  'save-500-reverts': notProven('save-failed'),
  'save-403': notProven('save-failed'),
  'save-429': notProven('save-failed'),
  'save-not-kept': notProven('save-failed'),
  'save-hangs': notProven('save-failed'),
  'save-by-graphql': notProven('save-not-seen'),
  'save-other-key': notProven('save-not-seen'),
  'session-ends-at-save': notProven('signed-out', 'unknown'),
  'session-ends-after-save': notProven('session-expired', 'unknown'),
  'rate-limited-after-save': notProven('rate-limited', 'unknown'),
  'hangs-after-save': notProven('timeout', 'unknown'),
  'disagrees-after-save': notProven('witnesses-disagree', 'unknown'),
  'another-member-after-save': notProven('wrong-account', 'unknown'),

  'not-offered-to-category': NOT_OFFERED,
  'not-offered-to-feed': NOT_OFFERED,
  'not-offered-404': NOT_OFFERED,
  'not-offered-no-switch': NOT_OFFERED,
  'not-offered-late-rows': NOT_OFFERED,
  'offered-no-switch': undecided('control-not-found'),
  'offered-404': undecided('control-not-found'),
  'offered-no-switch-late-rows': undecided('control-not-found'),
  'no-switch-data-503': undecided('control-not-found'),
  'no-switch-data-cut': undecided('control-not-found'),
  'no-switch-empty-category': undecided('control-not-found'),
  'no-switch-category-503': undecided('unreachable'),

  'signed-out': undecided('session-expired'),
  authwall: undecided('signed-out'),
  'soft-sign-in': undecided('signed-out'),
  'soft-chooser': undecided('signed-out'),
  'redirect-loop': undecided('session-expired'),
  checkpoint: undecided('challenge'),
  'soft-pin': undecided('challenge'),
  captcha: undecided('challenge'),
  'captcha-over': undecided('challenge'),
  restricted: undecided('restricted'),
  'internal-error': undecided('rate-limited'),
  'status-429': undecided('rate-limited'),
  'status-999': undecided('rate-limited'),
  'status-503': undecided('unreachable'),

  hangs: undecided('timeout'),
  resets: undecided('unreachable'),
  truncated: undecided('unreachable'),
  'foreign-redirect': undecided('off-site-redirect'),
  'foreign-by-script': LEAVES,

  promo: refused('unexpected-dialog'),
  alert: undecided('unexpected-dialog'),
};

export function expectedOf(variant: string): Expectation {
  return NOT_CLEAR[variant] ?? CLEAR;
}

/**
 * How long a run may take, in milliseconds: what the program allows by itself. Where a page never holds still that would be
 * waited for in whole, so it is less; where a control does not come, in half, so it goes by the machine's pace.
 */
export function timeoutOf(variant: string, pick: keyof Expectation, pace: number): number {
  const answer = expectedOf(variant)[pick];
  if (/^(refused )?unknown timeout|reading-unstable/.test(answer)) return 12_000;
  return /control-not-found|not-offered/.test(answer) ? Math.min(20_000 * pace, 45_000) : 45_000;
}
