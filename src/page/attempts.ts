import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright';
import type { Setting } from '../settings/catalogue.ts';
import { CONTROL_SELECTOR } from './snapshot.ts';
import type { Visit } from './visit.ts';

/** The ways to click the switch, in the order in which they are tried. */

const TRY_MS = 4_000;

/** Selects whatever carries the setting's key and can be switched. */
export function selectorOf(setting: Setting): string {
  return CONTROL_SELECTOR.split(', ')
    .map((selector) => `${selector}[aria-labelledby~="${setting.key}"]`)
    .join(', ');
}

const VISIBLE_PART = '.setting-toggle__toggle';
/** What takes a click for itself. */
const CLICKABLE = `${CONTROL_SELECTOR}, a, button, input, select, textarea, summary, [contenteditable], [role="link"], [role="button"]:not(${VISIBLE_PART})`;

export interface Attempt {
  act(check: () => Promise<void>, arm: () => void): Promise<void>;
  isLast: boolean;
}

/** Pointing comes before arming, so that what a page sends on hovering is stopped like everything else. */
export function attemptsFor({ page }: Visit, setting: Setting): Attempt[] {
  const control = page.locator(selectorOf(setting));
  const parent = control.locator('xpath=..');
  const visiblePart = parent.locator(VISIBLE_PART);
  const label = control.locator('xpath=ancestor::label[1]');
  /** The pointer goes to the middle of a part: what holds it must hold nothing else that would take the click. */
  const clickOn = (part: Locator, holder: Locator, clickables: number): Attempt => ({
    isLast: false,
    act: async (check, arm) => {
      if ((await inTime(part.count())) !== 1) throw new Error('no such part');
      if ((await inTime(holder.locator(CLICKABLE).count())) !== clickables)
        throw new Error('something else is in there');
      if (!(await inTime(part.evaluate(labelsNothingElse, selectorOf(setting)))))
        throw new Error('it may be another’s label');
      await part.hover({ timeout: TRY_MS });
      await check();
      arm();
      await part.click({ timeout: TRY_MS });
    },
  });
  return [
    clickOn(control, control, 0),
    clickOn(visiblePart, parent, 1),
    clickOn(label, label, 1),
    {
      isLast: true,
      act: async (_check, arm) => {
        arm();
        await control.dispatchEvent('click', undefined, { timeout: TRY_MS });
      },
    },
  ];
}

/** Null where it takes too long: a page that has just opened a dialog never answers. */
export function inTime<T>(asked: Promise<T>): Promise<T | null> {
  return Promise.race([asked, pause(TRY_MS, null, { ref: false })]);
}

/** Runs inside the page. A label hands a click on to its control, wherever that is. */
function labelsNothingElse(element: Element, selector: string): boolean {
  const labelled = element.closest('label')?.control ?? null;
  return labelled === null || labelled.matches(selector);
}
