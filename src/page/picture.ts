import { pickControl, stateOfControl } from '../decide/control.ts';
import type { Saw } from '../decide/observation.ts';
import type { Setting } from '../settings/catalogue.ts';
import { identityOf } from './identity.ts';
import { type PicturePlan, planPicture } from './plan-picture.ts';
import type { Visit } from './visit.ts';

const MOST_TRIES = 3;

/**
 * A picture of the setting's own panel, as PNG: of the page's pixels it holds the switch and LinkedIn's own words for it, and
 * no others. Masks drawn into the page would change it, and the page could take them away; so the picture is drawn anew
 * instead. Null where the control is not shown as it was read, or does not hold still.
 * @param saw what the control showed when it was read
 */
export async function takePicture(visit: Visit, setting: Setting, saw: Saw): Promise<Uint8Array | null> {
  const { composePicture } = await import('./compose-picture.ts');
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const index = await findControl(visit, setting, saw);
    const restore = index === null ? null : await visit.bringIntoView(index);
    if (index === null || restore === null) return null;
    try {
      const plan = await planNow(visit, index);
      const shot = plan && (await visit.shoot(plan.clip));
      if (!shot) return null;
      const after = await planNow(visit, index);
      // What moved meanwhile may have moved into a part that is kept.
      const isStill =
        JSON.stringify(after) === JSON.stringify(plan) && (await findControl(visit, setting, saw)) === index;
      if (isStill) return composePicture(shot, plan);
    } finally {
      await restore();
    }
  }
  return null;
}

async function findControl(visit: Visit, setting: Setting, saw: Saw): Promise<number | null> {
  if (visit.trouble()) return null;
  const snapshot = await visit.look(setting.key);
  const pick = snapshot && pickControl(snapshot.controls, identityOf(setting));
  if (pick?.kind !== 'found' || stateOfControl(pick.control) !== saw) return null;
  return snapshot?.controls.indexOf(pick.control) ?? null;
}

async function planNow(visit: Visit, index: number): Promise<PicturePlan | null> {
  const facts = await visit.panel(index);
  return facts && planPicture(facts);
}
