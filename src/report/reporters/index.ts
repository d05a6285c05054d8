import type { ChalkInstance } from 'chalk';
import type { Seen } from '../../history/seen.ts';
import type { Report } from '../schema.ts';
import { renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderText } from './text.ts';

export interface RenderOptions {
  color: ChalkInstance;
  /** what was seen before this run, oldest first; none where it is not known */
  history?: readonly Seen[];
}

interface Reporter {
  /** of a file in this format; null where it is for the screen alone */
  ending: string | null;
  render(report: Report, options: RenderOptions): string;
}

/** The formats there are. To add one is to add a row and a file. */
export const FORMATS = {
  text: { ending: null, render: renderText },
  json: { ending: '.json', render: renderJson },
  markdown: { ending: '.md', render: renderMarkdown },
  html: { ending: '.html', render: renderHtml },
  junit: { ending: '.xml', render: renderJunit },
  csv: { ending: '.csv', render: renderCsv },
} as const satisfies Record<string, Reporter>;
export type Format = keyof typeof FORMATS;

export function formatOfFile(path: string): Format | null {
  const names = Object.keys(FORMATS) as Format[];
  return (
    names.find((name) => FORMATS[name].ending !== null && path.toLowerCase().endsWith(FORMATS[name].ending)) ?? null
  );
}
