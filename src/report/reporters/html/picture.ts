import type { State } from '../../../vocabulary.ts';
import { type Markup, verbatim } from '../markup.ts';

const FRAME = 'x="3" y="3" width="90" height="50" rx="25" stroke="currentColor" stroke-width="5"';

/** A switch as it stands: told apart by its shape, not by its colour. */
const SHAPES: Record<State, string> = {
  on: `<rect ${FRAME} fill="currentColor"/><circle class="knob" cx="68" cy="28" r="17"/>`,
  off: `<rect ${FRAME} fill="none"/><circle cx="28" cy="28" r="15" fill="currentColor"/>`,
  'not-offered': `<rect ${FRAME} fill="none" stroke-dasharray="9 7"/><path d="M34 28h28" stroke="currentColor" stroke-width="5" stroke-linecap="round"/>`,
  unknown: `<rect ${FRAME} fill="none" stroke-dasharray="9 7"/><path d="M41 22a7.5 7.5 0 1 1 10.500 6.900c-2.400 1-3.500 2.300-3.500 4.600v.5" fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round"/><circle cx="48" cy="42.500" r="3.200" fill="currentColor"/>`,
};

export function renderPicture(state: State): Markup {
  return verbatim(
    `<svg class="switch" viewBox="0 0 96 56" width="96" height="56" aria-hidden="true">${SHAPES[state] ?? ''}</svg>`,
  );
}
