import { pickControl } from '../decide/control.ts';
import { holdAfterAnswer, holdForAbsence, holdForDoubt, holdForState, holdForWall } from '../decide/hold.ts';
import type { ControlFact, Observation } from '../decide/observation.ts';
import { decideState } from '../decide/state.ts';
import { pathOf, type Setting } from '../settings/catalogue.ts';
import { type Confidence, type Reason, type ReasonCode, reason } from '../vocabulary.ts';
import { identityOf } from './identity.ts';
import type { Snapshot } from './snapshot.ts';
import type { Held } from './stillness.ts';
import type { Traffic } from './traffic.ts';
import { findWall } from './walls.ts';
import { observe, recordsOf } from './witnesses.ts';

/** The judgement of one look at the page. Pure: a page that is open and one that was captured are judged alike. */

/** What stands at one place at one moment. */
export interface PlaceView {
  snapshot: Snapshot;
  traffic: Pick<Traffic, 'answers' | 'strayedTo' | 'documentBrokeOff' | 'documentStatus'>;
  /** why what the page asked for did not come; null where all of it came */
  loss: LossCode | null;
  /** of the site, as `URL.origin` gives it */
  origin: string;
}

/** Everything that the judgement of the setting's page at one moment depends on. */
export interface View extends PlaceView {
  /** did the page ask for something that it did not get, and that may have been the state? */
  isBlind: boolean;
  /** was it asked where settings come from, or what draws the page? Then even the page's own data may be out of date. */
  isOwnMissing: boolean;
}

export const LOSS_CODES = ['signed-out', 'rate-limited', 'control-not-found'] as const satisfies readonly ReasonCode[];
export type LossCode = (typeof LOSS_CODES)[number];

/** What one look at the page amounts to. */
export type Moment =
  | { kind: 'wall'; reason: Reason }
  /** `forWantOfData`: with all that it asked for, the page would have said on or off */
  | { kind: 'doubt'; reason: Reason; forWantOfData?: boolean }
  | { kind: 'absent'; isElsewhere: boolean }
  | { kind: 'state'; state: 'on' | 'off'; confidence: Confidence; isLive: boolean };

export interface Sight {
  moment: Moment;
  observations: Observation[];
  /** how the control was found; null where there is none to speak of */
  control: { foundBy: 'key' | 'words'; matches: number; disabled: boolean } | null;
  view: View;
  /** two sights with the same mark say the same */
  mark: string;
}

/** What the page is still waiting for. */
export interface Waiting {
  /** is a data request of the page under way? */
  isLoading: boolean;
  /** has one of them not been answered at all? */
  isWaiting: boolean;
  /** is it one for this very setting? */
  isAsking: boolean;
}

/** How a reading went, in what its end depends on. */
export interface Watch extends Held {
  /** what the whole reading may take, in milliseconds */
  budgetMs: number;
  /** how often the reading has gone from on to off or back */
  flips: number;
  /** has any look shown something of the setting's own? */
  hasShownSetting: boolean;
  /** at the last look, and when the reading ended */
  waiting: Waiting;
  waitingAtEnd: Waiting;
}

/** Is there anything with the setting's key, shown or not, or data of it? Then it is offered, whatever else is there. */
export function showsSetting({ snapshot, traffic }: PlaceView, { key }: Setting): boolean {
  const texts = traffic.answers.filter(({ status }) => status === 200).map(({ body }) => body);
  return snapshot.mentionsKey || [...texts, ...snapshot.embedded].some((text) => recordsOf(text, key).length > 0);
}

export function sightOf(view: View, setting: Setting): Sight {
  const { snapshot, traffic, origin, isBlind, isOwnMissing } = view;
  const nothing = { observations: [], control: null, view };
  const wall = findWall(snapshot, traffic, { origin });
  if (wall) return { ...nothing, moment: { kind: 'wall', reason: wall }, mark: `wall ${wall.code}` };
  if (pathOf(snapshot.url, origin) !== setting.path) {
    return { ...nothing, moment: { kind: 'absent', isElsewhere: true }, mark: `elsewhere ${snapshot.url}` };
  }
  const pick = pickControl(snapshot.controls, identityOf(setting));
  if (pick.kind === 'none') return { ...nothing, moment: { kind: 'absent', isElsewhere: false }, mark: 'absent' };
  const control: ControlFact | null = pick.kind === 'found' ? pick.control : null;
  const observations = observe({ setting, control, snapshot, answers: traffic.answers });
  if (pick.kind === 'doubt')
    return { moment: pick, observations, control: null, view, mark: `doubt ${pick.reason.code}` };
  const { foundBy, matches, isContradicted } = pick;
  const { disabled } = pick.control;
  const judged = decideState(observations, { foundBy, disabled, isContradicted, isBlind, isOwnMissing });
  const moment: Moment = judged.kind === 'state' ? judged : { ...judged, forWantOfData: disabled || isBlind };
  const mark = moment.kind === 'state' ? `state ${moment.state} ${foundBy}` : `doubt ${moment.reason.code}`;
  return { moment, observations, control: { foundBy, matches, disabled }, view, mark };
}

/** Has it stayed as it is for long enough to be believed? */
export function isSettled(
  { moment, view }: Sight,
  { heldMs, answeredMs, ...watch }: Omit<Watch, 'waitingAtEnd' | 'hasShownSetting'>,
): boolean {
  const hold = holdOf(moment, view.traffic.documentStatus, watch);
  return heldMs >= hold && (moment.kind === 'wall' || answeredMs >= holdAfterAnswer(hold, heldMs - answeredMs));
}

/** What a reading comes to: its last sight where that is to be believed, else why not. */
export function settle(latest: Sight | null, watch: Watch): Moment {
  if (latest && isSettled(latest, watch)) return latest.moment;
  return { kind: 'doubt', reason: whyUndecided(latest, watch) };
}

function holdOf(
  moment: Moment,
  documentStatus: number,
  { waiting, flips, budgetMs }: Pick<Watch, 'waiting' | 'flips' | 'budgetMs'>,
): number {
  switch (moment.kind) {
    case 'wall':
      return holdForWall();
    case 'doubt':
      return waiting.isAsking ? Number.POSITIVE_INFINITY : holdForDoubt(budgetMs, waiting.isWaiting);
    case 'absent':
      return holdForAbsence(budgetMs, {
        ...waiting,
        isGone: documentStatus === 404 || documentStatus === 410,
        isElsewhere: moment.isElsewhere,
      });
    case 'state':
      return holdForState({ isLive: moment.isLive, ...waiting, flips });
    default:
      return moment satisfies never;
  }
}

/** Why a reading ended without anything to be believed. */
export function whyUndecided(
  latest: Sight | null,
  { waitingAtEnd, flips }: Pick<Watch, 'waitingAtEnd' | 'flips'>,
): Reason {
  if (!latest) return reason('timeout', 'The page did not come up in time.');
  const isWall = latest.moment.kind === 'wall';
  if (!isWall && waitingAtEnd.isAsking) {
    return reason('timeout', 'The page was still waiting for the setting’s data when time ran out.');
  }
  if (latest.moment.kind === 'wall' || latest.moment.kind === 'doubt') return latest.moment.reason;
  if (flips > 0) return reason('reading-unstable', `The switch changed ${flips} times while it was being read.`);
  if (waitingAtEnd.isLoading) return reason('timeout', 'The page was still loading its data when time ran out.');
  return latest.moment.kind === 'state'
    ? reason('reading-unstable', 'The reading did not hold still in the time given.')
    : reason('control-not-found', 'The page did not show the setting in the time given.');
}
