import { setTimeout as pause } from 'node:timers/promises';
import { categoryAddress, type Setting } from '../settings/catalogue.ts';
import { reason } from '../vocabulary.ts';
import { navigate } from './navigate.ts';
import {
  type CategoryWatch,
  categorySightOf,
  decideOffer,
  decideSignIn,
  noOfferSeen,
  type Offer,
  type SignIn,
} from './offer.ts';
import { viewOfPlace } from './read.ts';
import type { PlaceView } from './sight.ts';
import { watchStillness } from './stillness.ts';
import { isAwaited } from './traffic.ts';
import type { Visit } from './visit.ts';

const LOOK_EVERY_MS = 100;

export interface OfferReading {
  offer: Offer;
  /** what the last look saw; null where there was nothing to look at */
  view: PlaceView | null;
  watch: CategoryWatch;
}

/** Watches what the category page says of a setting whose own page showed no control (see `offer.ts`). */
export async function readOffer(
  visit: Visit,
  setting: Setting,
  { deadline, isLedHere }: { deadline: number; isLedHere: boolean },
): Promise<OfferReading> {
  const { judgement, ...seen } = await watchCategory(visit, { key: setting.key, deadline }, (view, watch) =>
    decideOffer(categorySightOf(view), watch, setting, isLedHere),
  );
  return { offer: judgement ?? noOfferSeen(), ...seen };
}

/** Is somebody signed in, and who? A page that shows the state of no setting is asked, and nothing but a page is believed. */
export async function readSignIn(visit: Visit, deadline: number): Promise<SignIn> {
  const { judgement } = await watchCategory(visit, { key: null, deadline }, (view, watch) =>
    decideSignIn(categorySightOf(view), watch),
  );
  const missing = 'LinkedIn’s settings did not come up to tell who is signed in.';
  return judgement ?? { kind: 'unclear', reason: reason('control-not-found', missing) };
}

interface Task {
  key: string | null;
  /** as `performance.now()` */
  deadline: number;
}

/** Opens the category page and hands each sight of it over, until one is judged. */
async function watchCategory<T>(
  visit: Visit,
  { key, deadline }: Task,
  judge: (view: PlaceView, watch: CategoryWatch) => T | null,
): Promise<{ judgement: T | null; view: PlaceView | null; watch: CategoryWatch }> {
  await navigate(visit, categoryAddress(visit.site.origin), deadline - performance.now());
  const heldAt = watchStillness(visit.traffic);
  let mark = '';
  let view: PlaceView | null = null;
  let watch: CategoryWatch = { heldMs: 0, answeredMs: 0, isQuiet: false, isWaiting: false };
  while (performance.now() < deadline) {
    const snapshot = await visit.look(key);
    const trouble = visit.trouble();
    if (trouble) throw trouble;
    if (snapshot) {
      view = viewOfPlace(snapshot, visit);
      const now = categorySightOf(view).mark;
      const isNew = now !== mark;
      mark = now;
      const held = heldAt({ isSame: !isNew, showsState: false, mayChange: () => true });
      const pending = visit.traffic.pending();
      const isWaiting = pending.some(isAwaited);
      watch = { ...held, isQuiet: pending.length === 0, isWaiting };
      const judgement = judge(view, watch);
      if (judgement) return { judgement, view, watch };
      // Some lists draw the rest of themselves only where it is looked at.
      if (isNew) await visit.scrollDown();
    }
    await pause(LOOK_EVERY_MS);
  }
  return { judgement: null, view, watch };
}
