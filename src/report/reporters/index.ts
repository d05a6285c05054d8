import type { ChalkInstance } from 'chalk';
import type { Seen } from '../../history/seen.ts';
import type { Report } from '../schema.ts';

export interface RenderOptions {
  color: ChalkInstance;
  /** what was seen before this run, oldest first; none where it is not known */
  history?: readonly Seen[];
}

export type Render = (report: Report, options: RenderOptions) => string;

interface Reporter {
  /** of a file in this format; null where it is for the screen alone */
  ending: string | null;
  load(): Promise<Render>;
}

/** The formats there are, each loaded when it is asked for. To add one is to add a row and a file. */
export const FORMATS = {
  text: { ending: null, load: async () => (await import('./text.ts')).renderText },
  json: { ending: '.json', load: async () => (await import('./json.ts')).renderJson },
  markdown: { ending: '.md', load: async () => (await import('./markdown.ts')).renderMarkdown },
  html: { ending: '.html', load: async () => (await import('./html.ts')).renderHtml },
  junit: { ending: '.xml', load: async () => (await import('./junit.ts')).renderJunit },
  csv: { ending: '.csv', load: async () => (await import('./csv.ts')).renderCsv },
} as const satisfies Record<string, Reporter>;
export type Format = keyof typeof FORMATS;

export function formatOfFile(path: string): Format | null {
  const names = Object.keys(FORMATS) as Format[];
  return (
    names.find((name) => FORMATS[name].ending !== null && path.toLowerCase().endsWith(FORMATS[name].ending)) ?? null
  );
}
