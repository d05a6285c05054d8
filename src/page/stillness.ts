import { heldBetweenLooks } from '../decide/hold.ts';
import type { Traffic } from './traffic.ts';

/** For how long a page has stood still, in milliseconds, as `heldBetweenLooks` counts them. */
export interface Held {
  /** for how long it has said the same */
  heldMs: number;
  /** how long ago something came that it may still have to draw */
  answeredMs: number;
}

interface Look {
  /** does it say what it said at the last one? */
  isSame: boolean;
  showsState: boolean;
  /** may what came from there still have to be drawn? */
  mayChange(address: string): boolean;
}

/** @returns what is to be told of each look as it is taken */
export function watchStillness(traffic: Pick<Traffic, 'came'>): (look: Look) => Held {
  let held: Held = { heldMs: 0, answeredMs: 0 };
  let lookedAt = performance.now();
  let seen = 0;
  return ({ isSame, showsState, mayChange }) => {
    const gapMs = performance.now() - lookedAt;
    lookedAt += gapMs;
    const came = traffic.came.slice(seen);
    seen += came.length;
    const and = (ms: number) => ms + heldBetweenLooks(showsState, ms, gapMs);
    held = {
      heldMs: isSame ? and(held.heldMs) : 0,
      answeredMs: came.some(mayChange) ? 0 : and(held.answeredMs),
    };
    return held;
  };
}
