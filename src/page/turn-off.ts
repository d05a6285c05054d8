import { setTimeout as pause } from 'node:timers/promises';
import { pickControl, stateOfControl } from '../decide/control.ts';
import { planChange } from '../decide/plan.ts';
import type { Setting } from '../settings/catalogue.ts';
import { isTelemetry } from '../settings/telemetry.ts';
import { type Reason, reason } from '../vocabulary.ts';
import { attemptsFor, inTime, selectorOf } from './attempts.ts';
import { identityOf } from './identity.ts';
import { lookAgain } from './read.ts';
import type { Snapshot } from './snapshot.ts';
import type { Pending } from './traffic.ts';
import type { Visit } from './visit.ts';
import { saveTest, watchSave } from './watch-save.ts';

/** What the click did, as far as this page can tell. Whether the setting is off is for a fresh load to say. */
export type Click =
  | { kind: 'not-clicked'; reason: Reason }
  /** `trouble`: what makes it doubtful that it was saved; null where the save was seen to be accepted */
  | { kind: 'clicked'; trouble: Reason | null };

const EFFECT_MS = 3_000;
const EFFECT_MOST_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * One effective click on the one control with this key, which must still be as it was when that was planned. Tries the
 * control, then the visible part that stands for it, then the element itself, and looks again before each, so that it never
 * switches twice.
 * @param onClick called before the first click that may take effect: from then on only a proof will do
 * @throws ReasonError where the page went before anything was clicked
 */
export async function turnOff(visit: Visit, setting: Setting, onClick: () => void): Promise<Click> {
  const start = await visit.look(setting.key);
  const before: Before = { dialogs: start?.dialogs ?? 0, tried: 0, pending: new Set(), reads: [] };
  const isSave = saveTest(visit, setting, start);
  let isArmed = false;
  let obstacle: Reason | null = null;
  const arm = () => {
    if (visit.save() !== null) throw new Error('It has been saved.');
    isArmed = true;
    before.tried = writesTried(visit);
    before.pending = new Set(visit.traffic.pending());
    before.reads = [...visit.traffic.reads];
    visit.allowOneWrite(isSave);
    onClick();
  };
  const check = async () => {
    obstacle = await obstacleTo(visit, setting);
    if (obstacle) throw new Error(obstacle.message);
  };
  let hasClicked = false;
  let effect: Effect = 'none';

  for (const { act, isLast } of attemptsFor(visit, setting)) {
    obstacle = await obstacleTo(visit, setting);
    // What lies over a page that takes clicks may be meant to be answered first.
    if (obstacle || (isLast && isArmed)) break;
    await visit.listen(setting.key);
    const wasDelivered = await act(check, arm).then(
      () => true,
      () => false,
    );
    hasClicked ||= wasDelivered;
    // A click that broke off may be delivered all the same.
    if (isArmed) effect = await awaitEffect(visit, setting, before);
    if (effect !== 'none') break;
  }
  const follow = async (): Promise<Click> => ({
    kind: 'clicked',
    trouble: await watchSave(visit, setting, before.dialogs),
  });
  if (effect === 'heard' || (isArmed && (await isHeard(visit, setting, before)))) return follow();
  if (visit.endSaving()) return follow();
  if (hasClicked || effect === 'asking')
    return { kind: 'clicked', trouble: reason('save-not-seen', 'The switch did not move when it was clicked.') };
  const trouble = visit.trouble();
  if (trouble) throw trouble;
  return { kind: 'not-clicked', reason: obstacle ?? COVERED };
}

const COVERED = reason('control-disabled', 'The switch could not be clicked: something lies over it.');
const CHANGED = reason('reading-unstable', 'The switch changed before it was clicked; it was left alone.');

/** How things stood right before the click. */
interface Before {
  dialogs: number;
  tried: number;
  pending: ReadonlySet<Pending>;
  /** addresses of what the page had asked for, each as often */
  reads: readonly string[];
}

/**
 * Does the page ask this again and again, before the click and since? Then that it does so once more says nothing of the
 * click. The very same address, as one path may serve many questions; and nothing that names this very setting.
 */
function isPoll(address: string, { traffic }: Visit, { key }: Setting, { reads }: Before): boolean {
  const timesIn = (addresses: readonly string[]) => addresses.filter((each) => each === address).length;
  const earlier = timesIn(reads);
  return !address.includes(key) && earlier > 1 && timesIn(traffic.reads) - earlier > 1;
}

/** What keeps it from being clicked at this moment: a page that was ready a while ago may not be so any more. */
async function obstacleTo(visit: Visit, setting: Setting): Promise<Reason | null> {
  const sight = await lookAgain(visit, setting);
  if (!sight) return CHANGED;
  const { moment, control, view } = sight;
  if (moment.kind === 'wall' || moment.kind === 'doubt') return moment.reason;
  if (moment.kind !== 'state' || moment.state !== 'on') return CHANGED;
  const plan = planChange({ state: 'on', reason: null, control, modalDialogs: view.snapshot.modalDialogs });
  if (plan.act === 'nothing') return plan.reason;
  const count = await inTime(visit.page.locator(selectorOf(setting)).count());
  if (count === null) return CHANGED;
  return count === 1 ? null : reason('control-ambiguous', `The page holds ${count} controls with the setting’s key.`);
}

/** What the one control with the key shows at this moment. */
export async function stateNow(visit: Visit, setting: Setting): Promise<'on' | 'off' | 'unclear'> {
  return stateIn(await visit.look(setting.key), setting);
}

function stateIn(snapshot: Snapshot | null, setting: Setting): 'on' | 'off' | 'unclear' {
  const pick = snapshot ? pickControl(snapshot.controls, identityOf(setting)) : null;
  return pick?.kind === 'found' && pick.foundBy === 'key' && pick.matches === 1
    ? stateOfControl(pick.control)
    : 'unclear';
}

/** `asking`: not heard, but the page has asked for something since the click, and may act once that has come. */
type Effect = 'heard' | 'asking' | 'none';

/** Waits for anything that says the click was heard. */
async function awaitEffect(visit: Visit, setting: Setting, before: Before): Promise<Effect> {
  const isNew = (each: Pending) =>
    !each.hasBegun && !before.pending.has(each) && !isPoll(each.url, visit, setting, before);
  const isAsking = () => visit.traffic.pending().some(isNew);
  const latest = performance.now() + EFFECT_MOST_MS;
  let until = performance.now() + EFFECT_MS;
  while (performance.now() < until) {
    if (await isHeard(visit, setting, before)) return 'heard';
    if (isAsking()) until = Math.min(performance.now() + EFFECT_MS, latest);
    await pause(LOOK_EVERY_MS);
  }
  return isAsking() ? 'asking' : 'none';
}

/** The switch moved, the page tried to save, a dialog opened, or the page went. */
async function isHeard(visit: Visit, setting: Setting, before: Before): Promise<boolean> {
  const snapshot = await visit.look(setting.key);
  return (
    visit.trouble() !== null ||
    visit.save() !== null ||
    writesTried(visit) > before.tried ||
    (await visit.heard()) ||
    (snapshot?.dialogs ?? 0) > before.dialogs ||
    stateIn(snapshot, setting) !== 'on'
  );
}

/** How often the page tried to write anything but reports on its visitor: what it does on a click may be a save unknown to us. */
function writesTried(visit: Visit): number {
  return visit
    .blockedWrites()
    .filter(({ path }) => !isTelemetry(path))
    .reduce((sum, { times }) => sum + times, 0);
}
