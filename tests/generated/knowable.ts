import { OUR_KEY } from '../../src/demo/site/catalogue.ts';
import type { Claim, Traits } from '../../src/demo/site/traits.ts';

/** How long one witness may be wrong with nobody to contradict it: what must hold for 2 s is believed (contract §1). */
const MOST_LYING_MS = 2_000;

/**
 * Could anybody know the truth from this page? Not where everything that it shows, and everything that it is told, says
 * the same wrong thing for longer than a reading must hold.
 */
export function isKnowable(traits: Traits): boolean {
  const stages = traits.afterSave ? [traits, { ...traits, ...traits.afterSave }] : [traits];
  return stages.every((stage) => switchIsHonest(stage) && !isLedByItsOwnLie(stage) && !isKeyGivenAway(stage));
}

/** Another switch has our key, and ours neither its key nor words that anybody knows: nothing tells which is which. */
function isKeyGivenAway({ key, decoys = [], words, language }: Traits): boolean {
  const isTaken = key !== undefined && decoys.some((decoy) => decoy.key === OUR_KEY);
  return isTaken && (words !== undefined || language !== undefined);
}

/** The switch tells the truth in the end, or the data contradicts it. */
function switchIsHonest(traits: Traits): boolean {
  const {
    shows = [],
    flickersEvery,
    skeleton,
    asksAfter = 0,
    drawsAfter = 0,
    source = 'call',
    callSays = 'truth',
  } = traits;
  const dataIsHonest = source === 'call' && callSays === 'truth';
  if (dataIsHonest) return true;
  const settlesAt = shows.at(-1)?.[1] === 'truth' ? (shows.at(-1)?.[0] ?? 0) : shows.length > 0 ? Infinity : 0;
  if (shows.length > 0 && (flickersEvery || isLie(callSays) || isLie(traits.embedded))) return false;
  // Where nothing is asked for in between, one wait goes on in the other.
  const placeheldMs = source === 'script' ? asksAfter + drawsAfter : Math.max(asksAfter, drawsAfter);
  return settlesAt + (skeleton ? placeheldMs : 0) <= MOST_LYING_MS;
}

/** Where the switch is drawn from embedded data that lies, both say the same. */
function isLedByItsOwnLie({ source, embedded, callSays, flickersEvery, skeleton }: Traits): boolean {
  if (source === 'embedded' && isLie(embedded)) return true;
  return isLie(callSays) && (flickersEvery !== undefined || skeleton !== undefined);
}

function isLie(claim: Claim | string | undefined): boolean {
  return claim === 'opposite' || claim === 'on' || claim === 'off';
}
