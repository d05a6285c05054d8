/** Something that is known, from where, how surely, and when that source was last gone through (ISO date). */
export interface Fact {
  text: string;
  source: string;
  asOf: string;
  confidence: 'high' | 'medium' | 'low';
}

/** What a setting means. An empty list means that nothing is known, not that there is nothing. */
export interface Coverage {
  meaning: Fact;
  covers: readonly Fact[];
  doesNotCover: readonly Fact[];
  /** where and to whom it is shown */
  regions: readonly Fact[];
  /** what else it depends on, and where to go for the rest */
  notes: readonly Fact[];
  /** where a person finds it by hand; null where only the address is known */
  manualPath: Fact | null;
}
