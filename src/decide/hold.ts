/** How long something must stay as it is before it is believed, in milliseconds. */

/** Agreeing witnesses on a page that has gone quiet. */
const CORROBORATED_MS = 200;
/** One witness, or a page that is still loading something: two seconds at least, and some for a slow machine. */
const SINGLE_MS = 2_500;
/** With data requests of the page's own still under way. */
const STILL_LOADING_MS = 8_000;
/** What bounces back by itself, as a remembered sign-in does, is no wall. */
const WALL_MS = 2_000;
const DOUBT_MS = 8_000;

interface Stillness {
  /** did an answer that the page has just got confirm it? */
  isLive: boolean;
  /** is a data request of the page under way? */
  isLoading: boolean;
  /** has one of them not been answered at all? */
  isWaiting: boolean;
  /** is it one for this very setting? */
  isAsking: boolean;
  /** how often the reading has gone from on to off or back */
  flips: number;
}

/** Infinite where what is shown may be a place-holder for an answer that has not come. */
export function holdForState({ isLive, isLoading, isWaiting, isAsking, flips }: Stillness): number {
  if (isAsking) return Number.POSITIVE_INFINITY;
  if (isWaiting && !isLive) return Number.POSITIVE_INFINITY;
  // An answer has told the state, and another one that has not come may tell better.
  if (isLive && flips === 0) return isWaiting ? STILL_LOADING_MS : isLoading ? SINGLE_MS : CORROBORATED_MS;
  return Math.max(isLoading ? STILL_LOADING_MS : 0, SINGLE_MS * (1 + flips));
}

/**
 * How long ago the last answer must have come, where what is shown must hold for `hold`: what it changes is drawn a while
 * after it came. What a page waits for long tells more, so the longer something was shown before, the longer it must be after.
 */
export function holdAfterAnswer(hold: number, shownBeforeMs: number): number {
  return Math.min(Math.max(hold, shownBeforeMs), SINGLE_MS);
}

export function holdForWall(): number {
  return WALL_MS;
}

/** @param budget what the whole reading may take, in milliseconds @param isWaiting as in `Stillness` */
export function holdForDoubt(budget: number, isWaiting: boolean): number {
  return isWaiting ? budget / 2 : Math.min(DOUBT_MS, budget / 2);
}

/** How long to wait for a control that does not come. A page that is not there, or another one, is believed sooner. */
export function holdForAbsence(
  budget: number,
  page: Pick<Stillness, 'isLoading' | 'isWaiting' | 'isAsking'> & { isGone: boolean; isElsewhere: boolean },
): number {
  const whole = budget / 2;
  if (page.isAsking) return Number.POSITIVE_INFINITY;
  if (page.isWaiting || !(page.isGone || page.isElsewhere)) return whole;
  if (page.isLoading) return Math.min(STILL_LOADING_MS, whole);
  return Math.min(page.isGone ? 1_500 : 2_500, whole);
}

const LOOK_EVERY_MS = 20;
const MOST_REST_MS = 250;
const MOST_UNSEEN_MS = 250;

/**
 * How long to rest before the next look, in milliseconds. Each look costs the browser time, so what shows no state is looked
 * at less often the longer it has stayed so: by a twentieth of that while.
 */
export function restBeforeNextLook(showsState: boolean, heldMs: number): number {
  return showsState ? LOOK_EVERY_MS : Math.min(Math.max(LOOK_EVERY_MS, heldMs / 20), MOST_REST_MS);
}

/**
 * How much of the while between two looks counts as held, in milliseconds. What happens while a page is too busy to be looked
 * at is not seen, so it is a short while only; where no state is shown, up to a quarter of what has been seen.
 */
export function heldBetweenLooks(showsState: boolean, heldMs: number, gapMs: number): number {
  return Math.min(gapMs, showsState ? MOST_UNSEEN_MS : Math.max(MOST_UNSEEN_MS, heldMs / 4));
}
