import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright';
import type { Sent } from '../browser/page-guard.ts';
import { pickControl, stateOfControl } from '../decide/control.ts';
import { isSaveOfOff } from '../decide/save.ts';
import { otherKeysThan, type Setting } from '../settings/catalogue.ts';
import { isTelemetry } from '../settings/telemetry.ts';
import { type Reason, reason } from '../vocabulary.ts';
import { identityOf } from './identity.ts';
import { CONTROL_SELECTOR, type Snapshot } from './snapshot.ts';
import type { Visit } from './visit.ts';
import { recordsOf } from './witnesses.ts';

/** What the click did, as far as this page can tell. Whether the setting is off is for a fresh load to say. */
export type Click =
  | { kind: 'not-clicked'; reason: Reason }
  /** `trouble`: what makes it doubtful that it was saved; null where the save was seen to be accepted */
  | { kind: 'clicked'; trouble: Reason | null };

const TRY_MS = 4_000;
const EFFECT_MS = 3_000;
const SAVE_SENT_MS = 6_000;
const SAVE_ANSWERED_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * One effective click on the one control with this key, which must still be on. Tries the control, then the visible part
 * that stands for it, then the element itself, and looks again before each, so that it never switches twice.
 * @param onClick called before the first click that may take effect: from then on only a proof will do
 * @throws ReasonError where the page went before anything was clicked
 */
export async function turnOff(visit: Visit, setting: Setting, onClick: () => void): Promise<Click> {
  const dialogsBefore = (await visit.look(setting.key))?.dialogs ?? 0;
  let isArmed = false;
  let triedBefore = 0;
  const arm = () => {
    isArmed = true;
    triedBefore = writesTried(visit);
    visit.allowOneWrite((request) => savesSetting(request, setting, visit));
    onClick();
  };
  let hasClicked = false;
  let wasHeard = false;

  for (const attempt of attemptsFor(visit, setting)) {
    const now = await stateNow(visit, setting);
    if (now !== 'on' || (await visit.page.locator(selectorOf(setting)).count()) !== 1) break;
    await visit.listen(setting.key);
    const wasDelivered = await attempt(arm).then(
      () => true,
      () => false,
    );
    hasClicked ||= wasDelivered || (isArmed && (visit.save() !== null || visit.trouble() !== null));
    wasHeard = hasClicked && (await showsEffect(visit, setting, { dialogs: dialogsBefore, tried: triedBefore }));
    if (wasHeard) break;
  }
  if (!hasClicked) {
    const now = await stateNow(visit, setting);
    const trouble = visit.trouble();
    // A click may be delivered, and break off all the same: what is not seen to be on still was perhaps clicked.
    if (isArmed && now !== 'on') return { kind: 'clicked', trouble: trouble?.reason ?? UNSEEN };
    if (trouble) throw trouble;
    const why =
      now === 'on'
        ? reason('control-disabled', 'The switch could not be clicked: something lies over it.')
        : reason('reading-unstable', 'The switch changed before it was clicked; it was left alone.');
    return { kind: 'not-clicked', reason: why };
  }
  if (!wasHeard)
    return { kind: 'clicked', trouble: reason('save-not-seen', 'The switch did not move when it was clicked.') };
  return { kind: 'clicked', trouble: await watchSave(visit, setting, dialogsBefore) };
}

const UNSEEN = reason('save-not-seen', 'The click broke off, and what came of it was not seen.');

/** Selects whatever carries the setting's key and can be switched. */
export function selectorOf(setting: Setting): string {
  return CONTROL_SELECTOR.split(', ')
    .map((selector) => `${selector}[aria-labelledby~="${setting.key}"]`)
    .join(', ');
}

/** What takes a click for itself. */
const CLICKABLE = `${CONTROL_SELECTOR}, a, button, input, select, textarea, summary, [contenteditable]`;

/** Pointing comes before arming, so that what a page sends on hovering is stopped like everything else. */
function attemptsFor({ page }: Visit, setting: Setting): ((arm: () => void) => Promise<void>)[] {
  const control = page.locator(selectorOf(setting));
  const parent = control.locator('xpath=..');
  const visiblePart = parent.locator('.setting-toggle__toggle');
  const label = control.locator('xpath=ancestor::label[1]');
  /** The pointer goes to the middle of a part: what holds it must hold nothing else that would take the click. */
  const clickOn = async (part: Locator, holder: Locator, clickables: number, arm: () => void) => {
    if ((await part.count()) !== 1) throw new Error('no such part');
    if ((await holder.locator(CLICKABLE).count()) !== clickables) throw new Error('something else is in there');
    await part.hover({ timeout: TRY_MS });
    arm();
    await part.click({ timeout: TRY_MS });
  };
  return [
    (arm) => clickOn(control, control, 0, arm),
    (arm) => clickOn(visiblePart, parent, 1, arm),
    (arm) => clickOn(label, label, 1, arm),
    async (arm) => {
      arm();
      await control.dispatchEvent('click', undefined, { timeout: TRY_MS });
    },
  ];
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

/** Anything that says the click was heard: the switch moved, the page tried to save, a dialog opened, the page went. */
async function showsEffect(
  visit: Visit,
  setting: Setting,
  before: { dialogs: number; tried: number },
): Promise<boolean> {
  const until = performance.now() + EFFECT_MS;
  while (performance.now() < until) {
    const snapshot = await visit.look(setting.key);
    const isHeard =
      visit.trouble() !== null ||
      visit.save() !== null ||
      writesTried(visit) > before.tried ||
      (await visit.heard()) ||
      (snapshot?.dialogs ?? 0) > before.dialogs ||
      stateIn(snapshot, setting) !== 'on';
    if (isHeard) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}

/** How often the page tried to write anything but reports on its visitor: what it does on a click may be a save unknown to us. */
function writesTried(visit: Visit): number {
  return visit
    .blockedWrites()
    .filter(({ path }) => !isTelemetry(path))
    .reduce((sum, { times }) => sum + times, 0);
}

/** Follows the page's own save: evidence for the report, and the reason not to go on before it is through. */
export async function watchSave(visit: Visit, setting: Setting, dialogsBefore: number): Promise<Reason | null> {
  const until = performance.now() + SAVE_SENT_MS;
  while (!visit.save() && performance.now() < until) {
    const trouble = visit.trouble();
    if (trouble) return trouble.reason;
    const dialogs = (await visit.look(setting.key))?.dialogs ?? 0;
    if (dialogs > dialogsBefore) {
      return reason('unexpected-dialog', 'The click opened a dialog; it was not answered.');
    }
    await pause(LOOK_EVERY_MS);
  }
  const save = visit.save();
  if (!save) {
    const blocked = visit.blockedWrites().at(-1);
    const message = blocked
      ? `The page was not seen to save the setting in the known way; other writes of it were stopped (${blocked.method} ${blocked.path}).`
      : 'The page was not seen to save the setting.';
    return reason('save-not-seen', message);
  }
  const response = await Promise.race([
    save.response().catch(() => null),
    pause(SAVE_ANSWERED_MS, null, { ref: false }),
  ]);
  if (!response) return reason('save-failed', 'LinkedIn did not answer when the page saved the setting.');
  return response.ok()
    ? null
    : reason('save-failed', `LinkedIn answered ${response.status()} when the page saved the setting.`);
}

/** The page's own save of this setting as off, and of nothing else. */
export function savesSetting(request: Sent, setting: Setting, { site, traffic }: Visit): boolean {
  const { key } = setting;
  const url = new URL(request.url());
  const isItsAddress = url.origin === site.origin && new RegExp(`^/mysettings-api/[^/]+/${key}/?$`).test(url.pathname);
  const body = request.postData();
  return (
    isItsAddress &&
    ['PUT', 'POST', 'PATCH'].includes(request.method()) &&
    !otherKeysThan(setting).some((other) => `${url.search} ${body}`.includes(other)) &&
    isSaveOfOff(body, key, traffic.answers.flatMap((answer) => recordsOf(answer.body, key)).at(-1) ?? null)
  );
}
