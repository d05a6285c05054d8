import { setTimeout as pause } from 'node:timers/promises';
import { heldBetweenLooks, restBeforeNextLook } from '../decide/hold.ts';
import type { Setting } from '../settings/catalogue.ts';
import { isTelemetry } from '../settings/telemetry.ts';
import { PROFILE_CALL } from './member.ts';
import {
  isSettled,
  type Moment,
  type PlaceView,
  type Sight,
  sightOf,
  type View,
  type Waiting,
  type Watch,
  whyUndecided,
} from './sight.ts';
import type { Snapshot } from './snapshot.ts';
import type { Visit } from './visit.ts';

/** What was read, once it has held still long enough to be believed, or time ran out. */
export interface Reading extends Pick<Sight, 'observations' | 'control'> {
  moment: Moment;
  /** what the last look saw; null where there was nothing to look at */
  view: View | null;
  watch: Watch;
}

/**
 * Watches the page that is open until what it says has held still (see `decide/hold`).
 * @param deadline when to give up, as `performance.now()`
 * @throws ReasonError where the page can no longer be looked at
 */
export async function readSetting(visit: Visit, setting: Setting, deadline: number): Promise<Reading> {
  const budgetMs = deadline - performance.now();
  let latest: Sight | null = null;
  let heldMs = 0;
  let lookedAt = performance.now();
  let state: 'on' | 'off' | null = null;
  let flips = 0;
  let waiting = waitingOf(visit, setting);

  while (performance.now() < deadline) {
    const snapshot = await visit.look(setting.key);
    const trouble = visit.trouble();
    if (trouble) throw trouble;
    if (snapshot) {
      const sight: Sight = sightOf(viewOf(snapshot, visit, setting), setting);
      const { moment } = sight;
      const showsState = moment.kind === 'state';
      const gapMs = performance.now() - lookedAt;
      heldMs = sight.mark === latest?.mark ? heldMs + heldBetweenLooks(showsState, heldMs, gapMs) : 0;
      lookedAt = performance.now();
      if (showsState) {
        if (state !== null && state !== moment.state) flips += 1;
        state = moment.state;
      }
      latest = sight;
      waiting = waitingOf(visit, setting);
      const watch = { heldMs, budgetMs, flips, waiting };
      if (isSettled(sight, watch)) return { ...sight, watch: { ...watch, waitingAtEnd: waiting } };
    }
    await pause(restBeforeNextLook(latest?.moment.kind === 'state', heldMs));
  }
  const watch: Watch = { heldMs, budgetMs, flips, waiting, waitingAtEnd: waitingOf(visit, setting) };
  return {
    ...(latest ?? { observations: [], control: null, view: null }),
    moment: { kind: 'doubt', reason: whyUndecided(latest, watch) },
    watch,
  };
}

function viewOf(snapshot: Snapshot, visit: Visit, setting: Setting): View {
  return { ...viewOfPlace(snapshot, visit), isBlind: isBlind(visit, setting) };
}

/** As it is now: the traffic goes on. */
export function viewOfPlace(snapshot: Snapshot, { traffic, site }: Visit): PlaceView {
  const { answers, strayedTo, documentBrokeOff, documentStatus } = traffic;
  return {
    snapshot,
    traffic: { answers: [...answers], strayedTo, documentBrokeOff, documentStatus },
    origin: site.origin,
  };
}

/** Where LinkedIn's applications get their data. */
const DATA_PATH = /api|graphql|settings|preferences/i;

function isBlind({ blockedWrites, traffic }: Visit, setting: Setting): boolean {
  // It asked for this very setting; unless the answer is heard among the witnesses, nobody knows what it came to.
  if (traffic.reads.some((address) => address.includes(setting.key))) return true;
  const unanswered = blockedWrites().filter(({ mayAsk }) => mayAsk);
  const missed = [...unanswered, ...traffic.failedReads.filter(({ path }) => DATA_PATH.test(path))];
  return missed.some(({ path }) => !isTelemetry(path) && !PROFILE_CALL.test(path));
}

/** Did data that the page asked for fail to come? That there is no such thing (404, 410) is an answer. */
export function lacksData({ traffic }: Visit): boolean {
  return traffic.failedReads.some(
    ({ path, status }) => status !== 404 && status !== 410 && DATA_PATH.test(path) && !isTelemetry(path),
  );
}

function waitingOf({ traffic }: Visit, { key }: Setting): Waiting {
  const pending = traffic.pending();
  return {
    isLoading: pending.length > 0,
    isWaiting: pending.some(({ hasBegun }) => !hasBegun),
    isAsking: pending.some(({ url, hasBegun }) => !hasBegun && url.includes(key)),
  };
}
