import type { ExitCode } from '../vocabulary.ts';

/** What one look at this machine came to. */
export type Finding =
  | { state: 'fine'; detail: string }
  | { state: 'note' | 'wrong'; detail: string; next: string; fix?: Fix; exitCode?: ExitCode };

/** Mends it; says in a sentence what was done, or throws. */
export type Fix = (tell: (text: string) => void) => Promise<string>;

/** A finding and what it is about, as it is told and as it stands in JSON. */
export interface Told {
  id: string;
  title: string;
  state: Finding['state'];
  detail: string;
  next: string | null;
  /** what --fix did; null where it did nothing */
  fixed: string | null;
}
