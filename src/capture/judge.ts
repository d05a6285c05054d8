import type { Observation } from '../decide/observation.ts';
import { type Conclusion, categoryWitness, conclude } from '../page/conclude.ts';
import { categorySightOf, decideOffer, decideOfferAtHome, noOfferSeen, type Offer } from '../page/offer.ts';
import { settle, sightOf } from '../page/sight.ts';
import { SETTINGS, type Setting } from '../settings/catalogue.ts';
import { reason } from '../vocabulary.ts';
import { viewOfCategory, viewOfSetting } from './restore.ts';
import type { Capture, CapturedCategoryPage, CapturedPages } from './schema.ts';

/** What today's rules say of a captured page: the same functions that judge a page that is open. */
export interface Judgement extends Conclusion {
  observations: Observation[];
}

export function judgeCapture(capture: Pick<Capture, 'setting' | keyof CapturedPages>): Judgement {
  const { trouble, watch, page, account, isSessionAlive } = capture;
  if (trouble !== null || watch === null) {
    const why = reason(trouble ?? 'internal', 'The page could not be looked at to the end when it was captured.');
    return { state: 'unknown', confidence: 'none', reason: why, observations: [] };
  }
  const setting: Setting | undefined = SETTINGS.find(({ key }) => key === capture.setting.key);
  if (!setting) throw new Error(`There is no setting with the key "${capture.setting.key}".`);
  const view = page && viewOfSetting(page, setting);
  const sight = view && sightOf(view, setting);
  const moment = settle(sight, watch);
  const isLedHere = page?.address === 'category';
  const known = decideOfferAtHome(view, watch.hasShownSetting, setting);
  const offer = moment.kind === 'absent' ? (known ?? offerIn(capture.category, setting, isLedHere)) : null;
  const conclusion = conclude(moment, { offer, account, isSessionAlive, loss: page?.loss ?? null });
  const isSeen = account === 'expected' && (moment.kind === 'state' || moment.kind === 'doubt');
  const witness = categoryWitness(conclusion.state === 'not-offered' ? offer : null);
  return { ...conclusion, observations: isSeen && sight ? sight.observations : witness ? [witness] : [] };
}

function offerIn(category: CapturedCategoryPage | null, setting: Setting, isLedHere: boolean): Offer {
  if (!category) return noOfferSeen();
  const sight = categorySightOf(viewOfCategory(category, setting));
  return decideOffer(sight, category.watch, setting, isLedHere) ?? noOfferSeen();
}
