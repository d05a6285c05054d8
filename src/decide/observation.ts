/** Facts that the decisions stand on, as the page's readers hand them over. */

/** `control` is the switch itself, `data` what the server told the page, `words` the text drawn beside the switch. */
export type WitnessKind = 'control' | 'data' | 'words';
export type Saw = 'on' | 'off' | 'unclear';

export interface Observation {
  witness: string;
  kind: WitnessKind;
  saw: Saw;
  detail: string;
}

/** One thing on the page that can be switched. */
export interface ControlFact {
  /** ids of `aria-labelledby` */
  labelledBy: string[];
  /** `native`: a check box; `aria`: anything else with the role of a switch or a check box */
  kind: 'native' | 'aria';
  checked: boolean;
  indeterminate: boolean;
  /** `aria-checked`, else `aria-pressed`; null where there is neither */
  ariaState: string | null;
  /** cannot be used now: disabled, inert, or in a part of the page that says it is busy */
  disabled: boolean;
  /** it, or the visible part that stands for it, is shown */
  rendered: boolean;
  /** the words that label it */
  label: string;
  /** short texts shown right beside it */
  beside: string[];
  /** what a switch without a key says that it stands in, or that stands in it */
  kin: Saw[];
  /** does it stand in what frames the page, or lies over it? */
  isAside: boolean;
}
