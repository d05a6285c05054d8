import type { ChalkInstance } from 'chalk';
import type { Summary } from '../summary.ts';
import { renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderText } from './text.ts';

export interface HistoryLook {
  color: ChalkInstance;
  now: Date;
}

/** How a history is told. To add one is to add a row and a file. Pure. */
export const HISTORY_FORMATS = {
  text: renderText,
  json: renderJson,
  csv: renderCsv,
  html: renderHtml,
} as const satisfies Record<string, (history: readonly Summary[], look: HistoryLook) => string>;
export type HistoryFormat = keyof typeof HISTORY_FORMATS;
