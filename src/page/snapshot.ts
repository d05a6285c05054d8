import type { ControlFact } from '../decide/observation.ts';

/** What stands on the page at one moment, as facts without a judgement. */
export interface Snapshot {
  url: string;
  language: string;
  controls: ControlFact[];
  headings: string[];
  /** texts of embedded JSON blocks that mention the key */
  embedded: string[];
  /** settings rows: links to a settings page, with their words */
  rows: RowFact[];
  /** short texts of whatever else may name a setting: links, buttons, labels, items of lists, lesser headings */
  names: string[];
  /** vanity names of the profile links in the global navigation */
  navigationVanities: string[];
  /** indexes into the selectors given, of those with something visible */
  visibleSelectors: number[];
  /** how many modal dialogs are open */
  modalDialogs: number;
  /** how many dialogs of any kind are open */
  dialogs: number;
  hasMemberStorage: boolean;
  /** does any element carry the key, a control or not? */
  mentionsKey: boolean;
}

export interface RowFact {
  href: string;
  text: string;
}

/** What counts as a switch. One selector, because the same elements must be found again to be clicked. */
export const CONTROL_SELECTOR =
  'input[type="checkbox"], [role="switch"], [role="checkbox"], [role="menuitemcheckbox"], button[aria-pressed]';

export interface SnapshotQuery {
  /** of the setting whose data is looked for; null: no setting's */
  key: string | null;
  controlSelector: string;
  wallSelectors: string[];
}
