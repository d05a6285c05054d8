import { setTimeout as pause } from 'node:timers/promises';
import type { Setting } from '../settings/catalogue.ts';
import type { Progress } from '../terminal.ts';
import { reason } from '../vocabulary.ts';
import { selectorOf } from './attempts.ts';
import { pointOut } from './point-out.ts';
import { type Click, stateNow } from './turn-off.ts';
import type { Visit } from './visit.ts';
import { saveTest, watchSave } from './watch-save.ts';

const PATIENCE_MS = 180_000;
const LOOK_EVERY_MS = 100;

interface ByHand {
  progress: Progress;
  signal: AbortSignal;
  /** called as soon as a click may have taken effect: from then on only a proof will do */
  onClick(): void;
}

/** Points at the control and waits until the member has clicked it; nothing is clicked for them. */
export async function turnOffByHand(
  visit: Visit,
  setting: Setting,
  { progress, signal, onClick }: ByHand,
): Promise<Click> {
  const start = await visit.look(setting.key);
  const dialogsBefore = start?.dialogs ?? 0;
  visit.allowOneWrite(saveTest(visit, setting, start));
  // Where it cannot be pointed at, it can still be found and clicked.
  const unpoint = await pointOut(visit.page, selectorOf(setting)).catch(() => async () => undefined);
  const until = performance.now() + PATIENCE_MS;
  const follow = async (): Promise<Click> => {
    onClick();
    progress.say('Following how it is saved');
    return { kind: 'clicked', trouble: await watchSave(visit, setting, dialogsBefore) };
  };
  try {
    while (performance.now() < until) {
      const left = Math.ceil((until - performance.now()) / 1_000);
      progress.say('Click the switch in the window', `${left} seconds left`);
      if (visit.save() !== null || (await stateNow(visit, setting)) === 'off') return await follow();
      const trouble = visit.trouble();
      if (trouble?.reason.code === 'unexpected-dialog') {
        // It may be the click that made the page ask.
        onClick();
        return { kind: 'clicked', trouble: trouble.reason };
      }
      if (trouble) return { kind: 'not-clicked', reason: trouble.reason };
      await pause(LOOK_EVERY_MS, undefined, { signal });
    }
    if (visit.endSaving()) return await follow();
  } finally {
    // An interruption may come between the click and the look after it.
    if (visit.save() !== null) onClick();
    await unpoint();
  }
  return {
    kind: 'not-clicked',
    reason: reason(
      'timeout',
      'Nobody clicked the switch in time; nothing was changed.',
      'Run it again, and click the switch that it points at.',
    ),
  };
}
