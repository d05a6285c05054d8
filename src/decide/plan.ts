import { type Outcome, type Reason, reason, type State } from '../vocabulary.ts';

/** What `disable` will do with what was read. Only one plan leads to a click. */
export type Plan = { act: 'click' } | { act: 'nothing'; outcome: Outcome; reason: Reason | null };

export interface Readiness {
  state: State;
  reason: Reason | null;
  /** how the control was found, and how many controls carry the key; null where there is none */
  control: { foundBy: 'key' | 'words'; matches: number; disabled: boolean } | null;
  modalDialogs: number;
}

/** A change needs one control, found by its key, exactly once, known to be on, enabled, with no dialog in the way. */
export function planChange({ state, reason: why, control, modalDialogs }: Readiness): Plan {
  if (state === 'off') return { act: 'nothing', outcome: 'already-off', reason: null };
  if (state === 'not-offered') return { act: 'nothing', outcome: 'not-offered', reason: null };
  if (state === 'unknown') return { act: 'nothing', outcome: 'refused', reason: why };
  if (control?.foundBy !== 'key') {
    return refuse(
      'control-not-found',
      'The setting was found by its words alone: that is enough to read it, not to click it.',
    );
  }
  if (control.matches !== 1) {
    return refuse(
      'control-ambiguous',
      `The page holds ${control.matches} controls with the setting’s key; none was clicked.`,
    );
  }
  if (control.disabled)
    return refuse('control-disabled', 'LinkedIn shows the switch as on, and disabled: it cannot be clicked.');
  if (modalDialogs > 0)
    return refuse('unexpected-dialog', 'A dialog is open over the page; it was not answered, and nothing was clicked.');
  return { act: 'click' };
}

function refuse(code: Reason['code'], message: string): Plan {
  return { act: 'nothing', outcome: 'refused', reason: reason(code, message) };
}
