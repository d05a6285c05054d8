import { isCategoryPage, type Setting, slugOf } from '../settings/catalogue.ts';
import { namesOurSetting } from '../settings/words.ts';
import { type Reason, reason } from '../vocabulary.ts';
import { readMember } from './member.ts';
import type { PlaceView } from './sight.ts';
import type { Snapshot } from './snapshot.ts';
import { findWall } from './walls.ts';

/** The judgement of one look at the category page. Pure, as `sight.ts`. */

/** What the category page says of a setting whose own page showed no control. */
export type Offer = { kind: 'offered' } | { kind: 'not-offered'; rows: number } | Unclear;

/** Who is signed in; `member` is a vanity name, or null where the page does not tell. */
export type SignIn = { kind: 'signed-in'; member: string | null } | Unclear;

interface Unclear {
  kind: 'unclear';
  reason: Reason;
}

export interface CategorySight {
  wall: Reason | null;
  /** is it the category page at all? */
  isThere: boolean;
  snapshot: Snapshot;
  /** slugs of the settings that have a row */
  slugs: ReadonlySet<string>;
  /** who it names; null where it does not, or names two */
  member: string | null;
  isSignedIn: boolean;
  /** two sights with the same mark say the same */
  mark: string;
}

export interface CategoryWatch {
  /** how long it has said the same */
  heldMs: number;
  /** is nothing of its own under way any more? */
  isQuiet: boolean;
}

const HOLD_MS = 2_000;
const HOLD_WHILE_LOADING_MS = 6_000;
const HOLD_NAMED_MS = 500;
/** Fewer rows than this, and the page may not have been the category page at all. */
const FEWEST_ROWS = 2;
/** Rows under which even a page without a navigation must belong to somebody who is signed in. */
const SIGNED_IN_ROWS = 3;

export function categorySightOf({ snapshot, traffic, origin }: PlaceView): CategorySight {
  const wall = findWall(snapshot, traffic, { origin });
  const slugs = slugsOn(snapshot, origin);
  const member = readMember(snapshot, traffic);
  return {
    wall,
    isThere: isCategoryPage(snapshot.url, origin),
    snapshot,
    slugs,
    member,
    isSignedIn: member !== null || snapshot.hasMemberStorage || slugs.size >= SIGNED_IN_ROWS,
    mark: wall ? `wall ${wall.code}` : [snapshot.url, member, ...[...slugs].sort()].join(' '),
  };
}

/**
 * Not offered needs positive evidence: signed in, the category page there with its other rows, ours missing, and all of
 * that holding still. Null where nothing can be said yet.
 */
export function decideOffer(sight: CategorySight, { heldMs, isQuiet }: CategoryWatch, setting: Setting): Offer | null {
  if (sight.wall) return decideWall(sight.wall, heldMs);
  if (!sight.isThere) return null;
  if (isOffered(sight, setting)) return { kind: 'offered' };
  const isStill = heldMs >= (isQuiet ? HOLD_MS : HOLD_WHILE_LOADING_MS);
  const isWhole = sight.slugs.size >= FEWEST_ROWS && sight.isSignedIn;
  return isStill && isWhole ? { kind: 'not-offered', rows: sight.slugs.size } : null;
}

/** Null where nothing can be said yet. */
export function decideSignIn(sight: CategorySight, { heldMs }: CategoryWatch): SignIn | null {
  if (sight.wall) return decideWall(sight.wall, heldMs);
  const isStill = heldMs >= (sight.member === null ? HOLD_MS : HOLD_NAMED_MS);
  return sight.isThere && isStill && sight.isSignedIn ? { kind: 'signed-in', member: sight.member } : null;
}

/** Where time ran out before the category page told anything. */
export function noOfferSeen(): Offer {
  const message = 'The setting’s page shows no control, and the category page did not come up to tell why.';
  return { kind: 'unclear', reason: reason('control-not-found', message) };
}

function decideWall(wall: Reason, heldMs: number): Unclear | null {
  return heldMs >= HOLD_MS ? { kind: 'unclear', reason: wall } : null;
}

function slugsOn(snapshot: Snapshot, origin: string): Set<string> {
  return new Set(snapshot.rows.map((row) => slugOf(row.href, origin)).filter((slug) => slug !== null));
}

/** A row that leads to our page, that carries our words, or whose address speaks of generative AI. */
function isOffered({ snapshot, slugs }: CategorySight, setting: Setting): boolean {
  const isLike = [...slugs].some((slug) => slug === setting.slug || isAlike(slug));
  return isLike || snapshot.rows.some((row) => namesOurSetting(row.text));
}

/** Does the last part of an address speak of generative AI? */
export function isAlike(slug: string): boolean {
  return /generative|ai-improvement/.test(slug);
}
