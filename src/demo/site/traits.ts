/** What a variant of the look-alike may do differently from the ordinary page. Each trait is implemented once. */
import type { MessName } from './client/mess/all.ts';
import type { LanguageCode, Words } from './words.ts';

export type Truth = 'on' | 'off';

/** What something on the page says, compared with the member's truth on the server. */
export type Claim = 'truth' | 'opposite' | Truth;

/** What our address answers: a page in the place of the setting, or an HTTP status. */
export type Answer =
  | 'to-category'
  | 'to-feed'
  | 'to-authwall'
  | 'to-checkpoint'
  | 'to-internal-error'
  | 'to-itself'
  | 'to-foreign'
  | 'deletes-session'
  | 'sign-in'
  | 'chooser'
  | 'pin'
  | 'captcha'
  | 'restricted'
  | 'hang'
  | 'reset'
  | 'truncated'
  | number;

/** What befalls one request: an answer in the place of its own, or its own one later, broken off, or for nobody any more. */
export type Happening = Answer | 'cut' | 'ends-session' | { slow: number };

/** The switch of another setting, near ours. */
export interface Decoy {
  /** `around`: ours stands inside its row; `inside`: it stands in the part of ours that takes the click. */
  where: 'before' | 'after' | 'around' | 'inside';
  key: string;
  label: string;
  shows: Truth;
  hidden?: true;
}

/** One element around our row. */
export interface Nest {
  tag: string;
  attributes?: Readonly<Record<string, string>>;
}

export interface Traits {
  // Words and identity
  language?: LanguageCode;
  words?: 'unknown' | Words;
  /** The language that the document declares, where it is not that of its words. */
  declares?: string;
  key?: string;
  /** Where the page names the member: the call it makes, the navigation, both (default) or nowhere. */
  names?: 'call' | 'navigation' | 'nowhere';
  /** Who is signed in, by the call and the navigation, is somebody else. */
  signedInAs?: 'another';
  /** The navigation names somebody else than the call. */
  navigationNames?: 'another';

  // When it is rendered, and what the switch shows meanwhile (milliseconds since the control was drawn)
  renderAfter?: number;
  skeleton?: Truth;
  shows?: readonly (readonly [after: number, claim: Claim])[];
  flickersEvery?: number;
  /** The row is thrown away and drawn anew, showing what it showed. */
  redrawsAfter?: number;
  /** Nothing waits for anything: everything is asked for at once, and drawn as it comes. */
  atOnce?: true;

  // The page's own data
  /** `view`: a call whose answer is no record, and names no setting */
  source?: 'call' | 'view' | 'post' | 'embedded' | 'script';
  callSays?: Claim | 'nonsense' | 'missing' | 'hang';
  callAfter?: number;
  /** From the answer until it is drawn. */
  drawsAfter?: number;
  /** The page waits before it asks for the setting. */
  asksAfter?: number;
  embedded?: Claim;
  values?: { on: string | number | boolean; off: string | number | boolean };

  // The control
  control?:
    | 'clipped'
    | 'undisplayed'
    | 'covered'
    | 'checkbox'
    | 'button'
    | 'pressed'
    | 'div'
    | 'disabled'
    | 'aria-disabled'
    | 'none';
  /** Ids that label the control before our key does. */
  labelledBy?: readonly string[];
  ariaChecked?: Claim;
  stateWords?: Claim;
  copy?: 'hidden-opposite' | 'hidden-same' | 'visible' | 'visible-opposite';
  tipsBefore?: true;
  decoys?: readonly Decoy[];
  /** What stands around the row, outermost first. */
  nest?: readonly Nest[];
  place?: 'shadow' | 'closed-shadow' | 'frame';

  // What a click does
  click?: 'ignored' | 'twice' | 'toggle-only';
  /** paths of the siblings that this member is not offered */
  withholds?: readonly string[];
  /** have the siblings’ switches other keys than are known? */
  renamesSiblings?: boolean;
  asks?: 'dialog' | 'confirm';
  saveBy?: 'post' | 'graphql' | 'other-key';
  saveAfter?: number;
  /** How the server takes the save; a number is a status that keeps nothing. */
  save?: 'not-kept' | 'applied-late' | 'ends-session' | 'hang' | number;
  reverts?: true;
  /** What is different once a save has reached the server. */
  afterSave?: Traits;

  // Around it
  answer?: Answer;
  /** What befalls the member’s requests, counted from 1. */
  atRequest?: readonly { nth: number; does: Happening }[];
  /** A number is the status that the category answers. */
  category?: 'lacks-row' | 'empty' | number;
  categoryAfter?: number;
  /** What signing in asks for after the password; at the check the session's cookie is there already, and worth nothing. */
  signIn?: 'pin' | 'pin-and-check';
  /** Every page gives the session another cookie, and the one before is worth nothing. */
  rotates?: true;
  /** The second half of the rows comes this much later still. */
  categoryRestAfter?: number;
  mess?: readonly MessName[];
}

export interface Variant extends Traits {
  about: string;
}

export function claimed(claim: Claim, truth: Truth): Truth {
  if (claim === 'truth') return truth;
  return claim === 'opposite' ? opposite(truth) : claim;
}

export function opposite(truth: Truth): Truth {
  return truth === 'on' ? 'off' : 'on';
}
