import { setTimeout as pause } from 'node:timers/promises';
import { stateOfControl } from '../decide/control.ts';
import { restBeforeNextLook } from '../decide/hold.ts';
import type { Setting } from '../settings/catalogue.ts';
import { isTelemetry } from '../settings/telemetry.ts';
import { PROFILE_CALL } from './member.ts';
import {
  isSettled,
  type LossCode,
  type Moment,
  type PlaceView,
  type Sight,
  showsSetting,
  sightOf,
  type View,
  type Waiting,
  type Watch,
  whyUndecided,
} from './sight.ts';
import type { Snapshot } from './snapshot.ts';
import { type Held, watchStillness } from './stillness.ts';
import { isAwaited } from './traffic.ts';
import type { Visit } from './visit.ts';
import { plainlySaidOf } from './witnesses.ts';

/** What was read, once it has held still long enough to be believed, or time ran out. */
export interface Reading extends Pick<Sight, 'observations' | 'control'> {
  moment: Moment;
  /** what the last look saw; null where there was nothing to look at */
  view: View | null;
  watch: Watch;
}

const SCROLL_AFTER_MS = 3_000;

/**
 * Watches the page that is open until what it says has held still (see `decide/hold`).
 * @param deadline when to give up, as `performance.now()`
 * @throws ReasonError where the page can no longer be looked at
 */
export async function readSetting(visit: Visit, setting: Setting, deadline: number): Promise<Reading> {
  const budgetMs = deadline - performance.now();
  let latest: Sight | null = null;
  let held: Held = { heldMs: 0, answeredMs: 0 };
  const heldAt = watchStillness(visit.traffic);
  let state: 'on' | 'off' | null = null;
  let flips = 0;
  let hasScrolled = false;
  let hasShownSetting = false;
  let waiting = waitingOf(visit, setting);

  while (performance.now() < deadline) {
    const snapshot = await visit.look(setting.key);
    const trouble = visit.trouble();
    if (trouble) throw trouble;
    if (snapshot) {
      const sight: Sight = sightOf(viewOf(snapshot, visit, setting), setting);
      hasShownSetting ||= showsSetting(sight.view, setting);
      const { moment } = sight;
      const showsState = moment.kind === 'state';
      held = heldAt({
        isSame: sight.mark === latest?.mark,
        showsState,
        // What bears the state out is drawn.
        mayChange: (address) => !(showsState && moment.isLive && address.includes(setting.key)),
      });
      if (showsState) {
        if (state !== null && state !== moment.state) flips += 1;
        state = moment.state;
      }
      latest = sight;
      waiting = waitingOf(visit, setting);
      const watch = { ...held, budgetMs, flips, hasShownSetting, waiting };
      if (isSettled(sight, watch)) return { ...sight, watch: { ...watch, waitingAtEnd: waiting } };
      if (moment.kind === 'absent' && !hasScrolled && held.heldMs > SCROLL_AFTER_MS) {
        // Some pages draw what is further down only where it is looked at.
        hasScrolled = true;
        await visit.scrollDown();
      }
    }
    await pause(restBeforeNextLook(latest?.moment.kind === 'state', held.heldMs));
  }
  const waitingAtEnd = waitingOf(visit, setting);
  const watch: Watch = { ...held, budgetMs, flips, hasShownSetting, waiting, waitingAtEnd };
  return {
    ...(latest ?? { observations: [], control: null, view: null }),
    moment: { kind: 'doubt', reason: whyUndecided(latest, watch) },
    watch,
  };
}

/**
 * What the page that has been read shows at this moment; null where there is nothing to look at. What it missed since it was
 * read has not drawn it.
 */
export async function lookAgain(visit: Visit, setting: Setting): Promise<Sight | null> {
  const snapshot = await visit.look(setting.key);
  return snapshot && sightOf({ ...viewOf(snapshot, visit, setting), isBlind: false }, setting);
}

function viewOf(snapshot: Snapshot, visit: Visit, setting: Setting): View {
  const missed = missedBy(visit).filter(({ path }) => !PROFILE_CALL.test(path));
  const isUnknown = isAskedInVain(visit, snapshot, setting);
  return {
    ...viewOfPlace(snapshot, visit),
    isBlind: isUnknown || missed.some((each) => !isAbsent(each) || DATA_PATH.test(each.path)),
    isOwnMissing: isUnknown || missed.some(({ isOwn }) => isOwn),
  };
}

/** As it is now: the traffic goes on. */
export function viewOfPlace(snapshot: Snapshot, visit: Visit): PlaceView {
  const { answers, strayedTo, documentBrokeOff, documentStatus } = visit.traffic;
  return {
    snapshot,
    traffic: { answers: [...answers], strayedTo, documentBrokeOff, documentStatus },
    loss: lossOf(visit),
    origin: visit.site.origin,
  };
}

/** By their endings: what only adorns a page, however it was asked for. */
const ADORNMENT_PATH = /\.(svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf|css|map|mp4|webm)$/i;

/** Where LinkedIn's applications get their data, and that of their settings. */
const DATA_PATH = /api|graphql|settings|preferences/i;
const OWN_PATH = /graphql|settings|preferences/i;

/** Did it ask for this very setting? Unless the answer is heard among the witnesses, or shown, nobody knows what it came to. */
function isAskedInVain({ traffic }: Visit, { controls }: Snapshot, { key }: Setting): boolean {
  if (!traffic.reads.some((address) => address.includes(key))) return false;
  const said = plainlySaidOf(traffic.answers, key);
  const ours = controls.filter(({ labelledBy }) => labelledBy.includes(key));
  return said === 'unclear' || ours.some((control) => stateOfControl(control) !== said);
}

/** What the page asked for and did not get; status 0 where there was no answer. */
function missedBy({ blockedWrites, traffic }: Visit): Missed[] {
  const questions = blockedWrites().filter(
    ({ mayAsk, method, path }) => mayAsk && (isUnheard(method) || !isTelemetry(path)),
  );
  const reads = traffic.failedReads.map(({ url, kind, status }) => {
    const path = new URL(url).pathname;
    return { method: 'GET', path, status, isOwn: kind === 'script' || OWN_PATH.test(path) };
  });
  return [
    ...questions.map(({ method, path }) => ({ method, path, status: 0, isOwn: OWN_PATH.test(path) })),
    ...reads.filter(({ path }) => !ADORNMENT_PATH.test(path)),
  ];
}

interface Missed {
  /** of HTTP, or what else could have asked (see `isUnheard`) */
  method: string;
  path: string;
  status: number;
  /** may it have been the settings themselves, or what draws them? */
  isOwn: boolean;
}

function isUnheard(method: string): boolean {
  return method === 'WebSocket' || method === 'Worker';
}

/** A page that broke while it was put together says nothing about what it would have shown. */
function lossOf(visit: Visit): LossCode | null {
  // No list of settings waits for a socket or a worker, and pages have them for other things.
  const requests = missedBy(visit).filter(({ method }) => !isUnheard(method));
  const statuses = requests.map(({ status }) => status);
  if (statuses.includes(401)) return 'signed-out';
  if (statuses.includes(429) || statuses.includes(999)) return 'rate-limited';
  return requests.some((missed) => !isAbsent(missed)) ? 'control-not-found' : null;
}

/** That there is no such thing is an answer. */
function isAbsent({ status }: Missed): boolean {
  return status === 404 || status === 410;
}

function waitingOf({ traffic }: Visit, { key }: Setting): Waiting {
  const pending = traffic.pending();
  return {
    isLoading: pending.length > 0,
    isWaiting: pending.some(isAwaited),
    isAsking: pending.some(({ url, hasBegun }) => !hasBegun && url.includes(key)),
  };
}
