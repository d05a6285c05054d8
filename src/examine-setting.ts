import { setTimeout as pause } from 'node:timers/promises';
import { failureOf } from './browser/failure.ts';
import type { OpenBrowser } from './browser/open.ts';
import { type Plan, planChange } from './decide/plan.ts';
import { isRightMember } from './member-hash.ts';
import type { RunOptions } from './options.ts';
import { type Inspection, inspectSetting, undecided } from './page/inspect.ts';
import { type Click, turnOff } from './page/turn-off.ts';
import { turnOffByHand } from './page/turn-off-by-hand.ts';
import { type NetworkTally, withVisit } from './page/visit.ts';
import type { RunSession } from './run-session.ts';
import type { Setting } from './settings/catalogue.ts';
import { LINKEDIN_ORIGIN, type Site } from './settings/site.ts';
import type { Progress } from './terminal.ts';
import { type Track, takeOver, trackOf } from './track.ts';
import { EXIT, type Outcome, REASONS, type Reason, type ReasonCode, reason } from './vocabulary.ts';

export type Mode = 'check' | 'dry-run' | 'disable';

/** Everything that one setting's examination has shown. */
export interface Examination {
  before: Inspection;
  change: { outcome: Outcome; reason: Reason | null; proof: Inspection | null } | null;
}

export interface ExamineSettingOptions {
  setting: Setting;
  mode: Mode;
  options: Pick<RunOptions, 'site' | 'timeoutMs' | 'expectAccount' | 'evidence'>;
  session: RunSession;
  /** of this installation; null where it cannot be kept */
  salt: string | null;
  tally: NetworkTally;
  progress: Progress;
  signal: AbortSignal;
  /** asked before the first click */
  agrees(setting: Setting): Promise<boolean>;
  /** Does the member click? */
  byHand: boolean;
}

/** Once clicked, there is always this long to prove it, whatever --timeout says. */
const PROOF_MS = 20_000;
/** Pauses before a fresh load: the server may take a moment to apply what it has accepted. */
const PROOF_PAUSES_MS = [0, 1_500, 3_000];
/** A page that is still to flicker or to load itself anew does so before it is clicked: it is looked at again then. */
const SECOND_LOOK_MS = 800;
/** At LinkedIn, a person's pace. */
const PACE_MS = 1_000;

/** Reads a setting and, when asked to, turns it off and proves it on a fresh load. */
export async function examineSetting(open: OpenBrowser, task: ExamineSettingOptions): Promise<Examination> {
  const track = trackOf(task.session.cookies);
  try {
    const step = await readAndClick(open, task, track);
    // An interruption closes the browser, and that is not what the page has shown.
    if (!track.hasClicked) task.signal.throwIfAborted();
    const before = track.before ?? undecided(reason('internal', 'The page was not read.'));
    if (step === null) return { before, change: null };
    if ('act' in step) return { before, change: { outcome: step.outcome, reason: step.reason, proof: null } };
    return { before, change: await proveOff(open, task, { before, track, trouble: step.trouble }) };
  } catch (error) {
    const why = whyItFailed(error, open, task.signal);
    // Once something was clicked, only a proof may say what came of it: no error may hide that it is missing.
    if (track.hasClicked && track.before) {
      return { before: track.before, change: { outcome: 'not-proven', reason: why ?? internal(error), proof: null } };
    }
    if (task.signal.aborted || !why) throw error;
    return { before: undecided(why), change: refusalFor(task.mode, why) };
  }
}

type Step = Extract<Plan, { act: 'nothing' }> | Extract<Click, { kind: 'clicked' }> | null;

export const WOULD_CHANGE = { act: 'nothing', outcome: 'would-change', reason: null } as const;

async function readAndClick(open: OpenBrowser, task: ExamineSettingOptions, track: Track): Promise<Step> {
  const { setting, options, mode, progress, tally, signal } = task;
  const deadline = performance.now() + options.timeoutMs;
  progress.say(`Reading “${setting.title}”`);
  return withVisit(open, options.site, track.cookies, tally, async (visit) => {
    const capture = captureOf(options);
    track.before = await inspectSetting(visit, { setting, deadline, isExpected: expectationOf(task), capture });
    await takeOver(visit, track.before, task, track);
    if (mode === 'check') return null;
    const plan = planChange(track.before);
    if (plan.act === 'nothing') return plan;
    if (mode === 'dry-run') return WOULD_CHANGE;
    progress.stop();
    if (!(await task.agrees(setting))) return { act: 'nothing', outcome: 'refused', reason: null };
    progress.say(`Turning off “${setting.title}”`);
    await pause(Math.max(SECOND_LOOK_MS, paceOf(options.site)), undefined, { signal });
    const onClick = () => {
      track.hasClicked = true;
    };
    const click = task.byHand
      ? await turnOffByHand(visit, setting, { progress, signal, onClick })
      : await turnOff(visit, setting, onClick);
    if (click.kind === 'not-clicked') return { act: 'nothing', outcome: 'refused', reason: click.reason };
    await takeOver(visit, track.before, task, track);
    return click;
  });
}

/**
 * Loads the page afresh, in a context that has nothing of the old one but the session, and reads it again.
 * `trouble` is what made the save doubtful, if anything.
 */
async function proveOff(
  open: OpenBrowser,
  task: ExamineSettingOptions,
  { before, track, trouble }: { before: Inspection; track: Track; trouble: Reason | null },
): Promise<Examination['change']> {
  const { setting, options, tally, progress, signal } = task;
  const isExpected = expectationOf(task);
  const isSameMember = (vanity: string | null) =>
    isExpected(vanity) && (vanity === null || before.member === null || vanity === before.member);
  progress.say('Proving it on a fresh load of the page');
  let proof: Inspection | null = null;
  for (const wait of PROOF_PAUSES_MS) {
    await pause(wait + paceOf(options.site), undefined, { signal });
    const deadline = performance.now() + Math.min(PROOF_MS, options.timeoutMs);
    proof = await withVisit(open, options.site, track.cookies, tally, async (visit) => {
      const capture = captureOf(options);
      const inspection = await inspectSetting(visit, { setting, deadline, isExpected: isSameMember, capture });
      await takeOver(visit, inspection, task, track);
      return inspection;
    });
    if (proof.state === 'off') return { outcome: 'changed', reason: null, proof };
    signal.throwIfAborted();
    if (proof.state === 'on' && trouble) break;
    if (proof.state === 'unknown' && !mayPass(proof.reason?.code ?? 'internal')) break;
  }
  const unproven = reason('save-failed', 'The page saved the setting, but a fresh load still does not show it as off.');
  return { outcome: 'not-proven', reason: proof?.reason ?? trouble ?? unproven, proof };
}

/** Is it a doubt that another load may clear up? A part of the site may be a moment behind. */
function mayPass(code: ReasonCode): boolean {
  const isMomentary = ['witnesses-disagree', 'reading-unstable', 'control-ambiguous'].includes(code);
  return isMomentary || REASONS[code].exitCode === EXIT.failed;
}

export function expectationOf({
  options,
  session,
  salt,
}: Pick<ExamineSettingOptions, 'options' | 'session' | 'salt'>): (vanity: string | null) => boolean {
  return (vanity) => isRightMember(vanity, { expected: options.expectAccount, kept: session.member, salt });
}

export function captureOf({ evidence }: ExamineSettingOptions['options']): 'always' | 'if-unknown' {
  return evidence === undefined ? 'if-unknown' : 'always';
}

export function paceOf(site: Site): number {
  return site.origin === LINKEDIN_ORIGIN ? PACE_MS : 0;
}

/** Why the browser's work broke off, or null for a fault of ours. */
export function whyItFailed(error: unknown, open: OpenBrowser, signal: AbortSignal): Reason | null {
  if (signal.aborted)
    return reason('save-not-seen', 'It was interrupted after the click, before a fresh load could prove anything.');
  return failureOf(error, open.browser)?.reason ?? null;
}

function internal(error: unknown): Reason {
  return reason(
    'internal',
    `A fault of ours after the click: ${error instanceof Error ? error.message : String(error)}`,
  );
}

export function refusalFor(mode: Mode, why: Reason): Examination['change'] {
  return mode === 'check' ? null : { outcome: 'refused', reason: why, proof: null };
}
