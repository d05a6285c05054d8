import { holdAfterAnswer } from '../decide/hold.ts';
import { DEFAULT_SETTING, isCategoryPage, pathOf, SETTINGS, type Setting } from '../settings/catalogue.ts';
import { foldWords, namesOurSetting } from '../settings/words.ts';
import { type Reason, reason } from '../vocabulary.ts';
import { readMember } from './member.ts';
import { type LossCode, type PlaceView, showsSetting } from './sight.ts';
import type { Snapshot } from './snapshot.ts';
import type { Held } from './stillness.ts';
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
  view: PlaceView;
  /** paths of the settings that have a row */
  paths: ReadonlySet<string>;
  /** who it names; null where it does not, or names two */
  member: string | null;
  isSignedIn: boolean;
  /** two sights with the same mark say the same */
  mark: string;
}

export interface CategoryWatch extends Held {
  /** is nothing of its own under way any more? */
  isQuiet: boolean;
  /** has a request of its own not been answered at all? */
  isWaiting: boolean;
}

const HOLD_MS = 2_000;
const HOLD_WHILE_LOADING_MS = 6_000;
/** A list may come in parts: what is missing is missed for longer than what is there is believed. */
const HOLD_MISSING_MS = 5_000;
/** With a request that has not been answered at all. */
const HOLD_MISSING_WHILE_WAITING_MS = 8_000;
const HOLD_NAMED_MS = 500;
/** Fewer rows than this, and the page may not have been the category page at all. */
const FEWEST_ROWS = 2;
/** So many of its own family, and a setting would stand among them. */
const FEWEST_NEIGHBOURS = 2;
/** Rows under which even a page without a navigation must belong to somebody who is signed in. */
const SIGNED_IN_ROWS = 3;

export function categorySightOf(view: PlaceView): CategorySight {
  const { snapshot, traffic, origin } = view;
  const wall = findWall(snapshot, traffic, { origin });
  const paths = pathsOn(snapshot, origin);
  const member = readMember(snapshot, traffic);
  return {
    wall,
    isThere: isCategoryPage(snapshot.url, origin),
    view,
    paths,
    member,
    isSignedIn: member !== null || snapshot.hasMemberStorage || paths.size >= SIGNED_IN_ROWS,
    mark: wall ? `wall ${wall.code}` : [snapshot.url, member, ...[...paths].sort()].join(' '),
  };
}

/**
 * Not offered needs positive evidence: signed in, the category page there with its other rows and all it asked for, ours
 * missing, and all of that holding still. LinkedIn has other category pages, whose addresses are not known: another setting
 * than ours is missed only where its own address led here, or among several of its own family. Null where nothing can be
 * said yet.
 * @param isLedHere did the address of the setting lead to the category page?
 */
export function decideOffer(
  sight: CategorySight,
  watch: CategoryWatch,
  setting: Setting,
  isLedHere: boolean,
): Offer | null {
  if (sight.wall) return decideWall(sight.wall, watch.heldMs);
  if (!sight.isThere) return null;
  if (isOffered(sight, setting)) return { kind: 'offered' };
  const hold = holdForMissing(watch);
  const { heldMs, answeredMs } = watch;
  const isStill = heldMs >= hold && answeredMs >= holdAfterAnswer(hold, heldMs - answeredMs);
  const isWhole = sight.paths.size >= FEWEST_ROWS && sight.isSignedIn;
  if (!isStill) return null;
  if (sight.view.loss) return { kind: 'unclear', reason: lossReason(sight.view.loss) };
  if (!isWhole) return null;
  const listed = new Set(
    neighboursOf(setting)
      .map(({ path }) => path)
      .filter((path) => sight.paths.has(path)),
  );
  if (setting.id !== DEFAULT_SETTING.id && !isLedHere && listed.size < FEWEST_NEIGHBOURS) {
    const message = 'The setting’s page shows no control, and no page is known that would list it.';
    return { kind: 'unclear', reason: reason('control-not-found', message) };
  }
  return { kind: 'not-offered', rows: sight.paths.size };
}

function holdForMissing({ isQuiet, isWaiting }: CategoryWatch): number {
  if (isWaiting) return HOLD_MISSING_WHILE_WAITING_MS;
  return isQuiet ? HOLD_MISSING_MS : HOLD_WHILE_LOADING_MS;
}

/** Settings that are listed where this one would be: known of those for ads alone. */
export function neighboursOf({ family, path }: Setting): Setting[] {
  return SETTINGS.filter((other) => family === 'advertising' && other.family === family && other.path !== path);
}

/** Null where nothing can be said yet. */
export function decideSignIn(sight: CategorySight, { heldMs, isQuiet }: CategoryWatch): SignIn | null {
  if (sight.wall) return decideWall(sight.wall, heldMs);
  const isStill = heldMs >= (sight.member !== null ? HOLD_NAMED_MS : isQuiet ? HOLD_MS : HOLD_WHILE_LOADING_MS);
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

function pathsOn(snapshot: Snapshot, origin: string): Set<string> {
  return new Set(snapshot.rows.map((row) => pathOf(row.href, origin)).filter((path) => path !== null));
}

/** Its control or its data; a row that leads to its page, or any part that carries its name; for ours also an address alike. */
function isOffered({ view, paths }: CategorySight, setting: Setting): boolean {
  if (paths.has(setting.path) || showsSetting(view, setting)) return true;
  const { rows, names } = view.snapshot;
  const isOurs = setting.id === DEFAULT_SETTING.id;
  const texts = [...rows.map(({ text }) => text), ...names];
  return (isOurs && rows.some(({ href }) => isAlike(href))) || texts.some((text) => namesSetting(text, setting));
}

const LOSSES: Record<LossCode, string> = {
  'signed-out': 'LinkedIn answered 401 to what the page asked for: not signed in.',
  'rate-limited': 'LinkedIn answered what the page asked for with: too many requests.',
  'control-not-found': 'Not all that the page asked for came, and the setting may be in what is missing.',
};

export function lossReason(code: LossCode): Reason {
  return reason(code, LOSSES[code]);
}

/** What the reading of the setting's own page says already, when it showed no control; null: the category page is to be asked. */
export function decideOfferAtHome(view: PlaceView | null, hasShownSetting: boolean, setting: Setting): Offer | null {
  if (hasShownSetting) return { kind: 'offered' };
  const path = view && pathOf(view.snapshot.url, view.origin);
  // What another page lacks says nothing of the setting.
  if (!path) return null;
  if (path === setting.path) return view.loss ? { kind: 'unclear', reason: lossReason(view.loss) } : null;
  const message = 'The setting’s address leads to another settings page, which was not read.';
  return { kind: 'unclear', reason: reason('control-not-found', message) };
}

/** Does the text of a row name this setting? */
export function namesSetting(text: string, { id, title }: Setting): boolean {
  return id === DEFAULT_SETTING.id ? namesOurSetting(text) : foldWords(text).includes(foldWords(title));
}

const ALIKE = /^\/mypreferences\/.*(generative|(?=.*[-/](gen-?)?ai(?![a-z\d])).*(data|train|improv|model))/i;

/** Does the address of a settings page speak of generative AI, or of data for any? */
export function isAlike(href: string): boolean {
  return URL.canParse(href) && ALIKE.test(new URL(href).pathname);
}
