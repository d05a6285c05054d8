import { describe, expect, it } from 'vitest';
import {
  heldBetweenLooks,
  holdAfterAnswer,
  holdForAbsence,
  holdForDoubt,
  holdForState,
  holdForWall,
  restBeforeNextLook,
} from '../../../src/decide/hold.ts';
import { everyCombination } from './given.ts';

type Stillness = Parameters<typeof holdForState>[0];

const quiet = (overrides: Partial<Stillness> = {}): Stillness => ({
  isLive: true,
  isLoading: false,
  isWaiting: false,
  isAsking: false,
  flips: 0,
  ...overrides,
});
const BOTH = [false, true] as const;
/** What can occur: who waits or asks is loading, too. */
const CASES = everyCombination({
  isLive: BOTH,
  isLoading: BOTH,
  isWaiting: BOTH,
  isAsking: BOTH,
  flips: [0, 1, 2, 4, 9],
}).filter(({ isLoading, isWaiting, isAsking }) => isLoading || (!isWaiting && !isAsking));

describe('how long a reading must hold', () => {
  it.each<[string, Partial<Stillness>, number]>([
    ['an answer of the server agrees, and the page is quiet', {}, 200],
    ['an answer agrees, and the page still loads something', { isLoading: true }, 2_500],
    ['an answer agrees, and the page waits for something else', { isLoading: true, isWaiting: true }, 8_000],
    ['an answer agrees, but the switch has moved', { flips: 1 }, 5_000],
    ['an answer agrees, but the switch has moved thrice', { flips: 3 }, 10_000],
    ['only one witness, on a quiet page', { isLive: false }, 2_500],
    ['only one witness, and it has moved', { isLive: false, flips: 1 }, 5_000],
    ['only one witness, and a stream is open', { isLive: false, isLoading: true }, 8_000],
    [
      'only one witness, and an answer is awaited',
      { isLive: false, isLoading: true, isWaiting: true },
      Number.POSITIVE_INFINITY,
    ],
    ['the answer for this very setting is awaited', { isLoading: true, isAsking: true }, Number.POSITIVE_INFINITY],
  ])('%s', (_, stillness, milliseconds) => {
    expect(holdForState(quiet(stillness))).toBe(milliseconds);
  });

  it('is two seconds or more wherever no answer of the server agrees', () => {
    expect(CASES.filter((given) => !given.isLive && holdForState(given) < 2_000)).toEqual([]);
  });

  it('is for ever while the answer for this very setting is awaited', () => {
    expect(CASES.filter((given) => given.isAsking && Number.isFinite(holdForState(given)))).toEqual([]);
  });

  it('is never shorter for having moved', () => {
    const moved = (given: Stillness) => holdForState({ ...given, flips: given.flips + 1 });
    expect(CASES.filter((given) => moved(given) < holdForState(given))).toEqual([]);
  });

  it('is never shorter while the page is loading than once it has gone quiet', () => {
    const calm = (given: Stillness) => holdForState({ ...given, isLoading: false, isWaiting: false, isAsking: false });
    expect(CASES.filter((given) => holdForState(given) < calm(given))).toEqual([]);
  });
});

describe('how long ago the last answer must have come', () => {
  it.each([
    ['an answer bears the state out', 200, 0, 200],
    ['it was shown for a moment before', 200, 199, 200],
    ['it was shown for a while before', 200, 2_000, 2_000],
    ['it was shown for long before', 200, 60_000, 2_500],
    ['the answer came before it was shown', 200, -60_000, 200],
    ['the page is not there', 1_500, 0, 1_500],
    ['one witness shows the state', 2_500, 0, 2_500],
    ['a stream is open', 8_000, 0, 2_500],
    ['an answer is awaited', Number.POSITIVE_INFINITY, 0, 2_500],
  ])('where %s', (_, hold, shownBeforeMs, milliseconds) => {
    expect(holdAfterAnswer(hold, shownBeforeMs)).toBe(milliseconds);
  });
});

describe('how long anything else must hold', () => {
  it('a wall: shorter than a state that one witness tells', () => {
    expect(holdForWall()).toBe(2_000);
  });

  it.each([
    [45_000, 8_000],
    [16_000, 8_000],
    [10_000, 5_000],
    [1_000, 500],
  ])('a doubt, of a budget of %i ms: %i ms', (budget, expected) => {
    expect(holdForDoubt(budget, false)).toBe(expected);
    expect(holdForDoubt(budget, true)).toBe(budget / 2);
  });

  it.each([
    ['on our page', {}, 20_000],
    ['on a page that is not there', { isGone: true }, 1_500],
    ['on another page', { isElsewhere: true }, 2_500],
    ['on a page that is still loading', { isLoading: true }, 20_000],
    ['on a page that is not there, a stream open', { isLoading: true, isGone: true }, 8_000],
    ['on another page, a stream open', { isLoading: true, isElsewhere: true }, 8_000],
    ['on a page that is not there, still waiting', { isLoading: true, isWaiting: true, isGone: true }, 20_000],
    ['on another page that is still waiting', { isLoading: true, isWaiting: true, isElsewhere: true }, 20_000],
    [
      'while the answer for this very setting is awaited',
      { isLoading: true, isAsking: true },
      Number.POSITIVE_INFINITY,
    ],
    ['on a page that is not there, the answer awaited', { isAsking: true, isGone: true }, Number.POSITIVE_INFINITY],
  ])('no control %s: %i ms of 40 000', (_, page, expected) => {
    expect(holdForAbsence(40_000, { ...quiet(), isGone: false, isElsewhere: false, ...page })).toBe(expected);
  });

  it('no control: never more than half of the budget, which the category page needs', () => {
    const kinds = { isGone: BOTH, isElsewhere: BOTH, isLoading: BOTH, isWaiting: BOTH, isAsking: [false] };
    for (const page of everyCombination(kinds)) {
      for (const budget of [500, 2_000, 45_000]) expect(holdForAbsence(budget, page)).toBeLessThanOrEqual(budget / 2);
    }
  });
});

describe('the rest before the next look', () => {
  it.each([0, 1_000, 60_000])('is short while a state is shown, also after %i ms', (heldMs) => {
    expect(restBeforeNextLook(true, heldMs)).toBe(20);
  });

  it.each([
    [0, 20],
    [400, 20],
    [1_000, 50],
    [4_000, 200],
    [5_000, 250],
    [60_000, 250],
  ])('grows while none is: after %i ms it is %i', (heldMs, rest) => {
    expect(restBeforeNextLook(false, heldMs)).toBe(rest);
  });
});

describe('of the while between two looks', () => {
  it.each([
    [true, 0, 90, 90],
    [true, 60_000, 250, 250],
    [true, 60_000, 1_000, 250],
    [false, 0, 90, 90],
    [false, 0, 1_000, 250],
    [false, 1_000, 1_000, 250],
    [false, 2_000, 1_000, 500],
    [false, 4_000, 1_000, 1_000],
    [false, 60_000, 1_000, 1_000],
  ])('a state shown: %s, held for %i ms, next look after %i ms: %i count', (showsState, heldMs, gapMs, counts) => {
    expect(heldBetweenLooks(showsState, heldMs, gapMs)).toBe(counts);
  });
});
