import { type Reason, reason } from '../vocabulary.ts';
import type { ControlFact, Saw } from './observation.ts';

/** Which control is ours, if that can be said for certain. */
export type Pick =
  /** `isContradicted`: a hidden twin with the same key says something else, or one around or in it, or one that carries our words */
  | { kind: 'found'; control: ControlFact; foundBy: 'key' | 'words'; matches: number; isContradicted: boolean }
  | { kind: 'none' }
  | { kind: 'doubt'; reason: Reason };

/** How our control is told from others. */
export interface Identity {
  /** LinkedIn's key of the setting */
  key: string;
  /** keys of other settings: whatever else a control carries, with one of these it is not ours */
  otherKeys: readonly string[];
  /** does a label say what our setting's label says, in some language we know? */
  hasOurWords(label: string): boolean;
}

/** Picks our control: by its key, or, where no control has the key, the one switch on the page if it carries our words. */
export function pickControl(controls: readonly ControlFact[], { key, otherKeys, hasOurWords }: Identity): Pick {
  const isAnothers = ({ labelledBy }: ControlFact) => labelledBy.some((id) => otherKeys.includes(id));
  const labelled = controls.filter((control) => control.labelledBy.includes(key));
  const keyed = labelled.filter((control) => !isAnothers(control));
  const control = keyed.find(({ rendered }) => rendered);
  // One that carries another setting's key as well may all the same be ours.
  const shown = labelled.filter(({ rendered }) => rendered);
  if (control && shown.length > 1) {
    return doubt('control-ambiguous', `The page shows ${shown.length} controls with the setting’s key.`);
  }
  if (control) {
    // The key may have been given away: a switch beside it that says what ours should say may be the one.
    const alike = controls.filter((other) => other.rendered && !isAnothers(other) && hasOurWords(other.label));
    const said = [...[...keyed, ...alike].map(stateOfControl), ...control.kin];
    const isContradicted = said.some((says) => says !== stateOfControl(control));
    return { kind: 'found', control, foundBy: 'key', matches: keyed.length, isContradicted };
  }
  if (keyed.length > 0) return doubt('control-not-found', 'The setting’s control is in the page, but not shown.');

  const switches = controls.filter((candidate) => candidate.rendered);
  const [only] = switches;
  if (only && switches.length === 1 && !isAnothers(only) && hasOurWords(only.label)) {
    return { kind: 'found', control: only, foundBy: 'words', matches: 0, isContradicted: false };
  }
  const mayBeOurs = switches.filter((other) => hasOurWords(other.label) || !(other.isAside || isAnothers(other)));
  if (mayBeOurs.length === 0) return { kind: 'none' };
  return doubt('control-not-found', 'The page shows a switch, but none that carries the setting’s key.');
}

/** A native check box speaks through its own state, everything else through ARIA. */
export function stateOfControl(control: ControlFact): Saw {
  if (control.kind === 'aria') return stateOfAria(control.ariaState);
  if (control.indeterminate) return 'unclear';
  return control.checked ? 'on' : 'off';
}

export function stateOfAria(value: string | null): Saw {
  if (value === 'true') return 'on';
  return value === 'false' ? 'off' : 'unclear';
}

function doubt(code: Reason['code'], message: string): Pick {
  return { kind: 'doubt', reason: reason(code, message) };
}
