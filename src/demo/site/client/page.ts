/**
 * What the client scripts share. They run in the browser: each function is sent as its own source text, so it may use
 * only its arguments and the browser's globals, never an import (types are erased and may be imported).
 */

import type { Traits, Truth } from '../traits.ts';
import type { Words } from '../words.ts';

export interface SwitchConfig {
  key: string;
  label: string;
  on: string | number | boolean;
  off: string | number | boolean;
  /** the one that the variant's traits are about */
  ours: boolean;
  source: NonNullable<Traits['source']>;
  /** what to draw where the data is not to be believed, or is missing */
  drawn?: Truth;
}

/** Everything that the server tells the settings page beforehand. */
export interface PageConfig {
  traits: Traits;
  words: Words;
  switches: SwitchConfig[];
  /** name the member in the navigation without having asked who it is */
  vanity?: string;
  foreign: string;
}

export interface CategoryConfig {
  title: string;
  renderAfter: number;
  restAfter: number;
  rows: { href: string; title: string }[];
}

/** The page as its own scripts see it. */
export interface Page {
  config: PageConfig;
  /** our setting, as far as the page knows */
  believed: Truth | null;
  /** resolves with our row once it is drawn */
  drawn: Promise<HTMLElement>;
  announceDrawn(row: HTMLElement): void;
  /** our switch, and what has been drawn in its place */
  controls: Set<Element>;
  /** called at each flip of our switch, before anything is saved */
  onFlip: (() => void)[];
  settingUrl: string;
  csrf(): string;
  /** the body of a write that nobody asked for: the opposite of what is believed */
  strayBody(): string;
}

export interface DrawnSwitch {
  row: HTMLElement;
  control: HTMLElement;
  /** the part that takes the click */
  hit: HTMLElement;
  show(state: Truth): void;
}
