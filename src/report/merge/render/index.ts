import type { ChalkInstance } from 'chalk';
import type { MergedFacts } from '../facts.ts';
import type { Row } from '../row.ts';
import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

/** How a merged report is told: what comes first, each row, and what comes last. Pure. */
export interface MergeReporter {
  /** of a file in this format; null where it is for the screen alone */
  ending: string | null;
  /** so many rows at most, those that need somebody first; null: all of them */
  most: number | null;
  open(facts: MergedFacts, look: { color: ChalkInstance; shown: number }): string;
  row(row: Row, look: { color: ChalkInstance; index: number }): string;
  close(facts: MergedFacts, look: { color: ChalkInstance; shown: number }): string;
}

/** To add a format is to add a row and a file. */
export const MERGE_FORMATS = { text, json, markdown, html, junit, csv } as const satisfies Record<
  string,
  MergeReporter
>;
export type MergeFormat = keyof typeof MERGE_FORMATS;

export function mergeFormatOfFile(path: string): MergeFormat | null {
  const names = Object.keys(MERGE_FORMATS) as MergeFormat[];
  const isOf = (ending: string | null) => ending !== null && path.toLowerCase().endsWith(ending);
  return names.find((name) => isOf(MERGE_FORMATS[name].ending)) ?? null;
}
