import type { Row } from '../row.ts';
import type { MergeReporter } from './index.ts';

const COLUMNS: readonly [string, (row: Row) => string | number | null][] = [
  ['account', ({ account }) => account],
  ['member', ({ member }) => member],
  ['setting', ({ setting }) => setting],
  ['state', ({ state }) => state],
  ['verdict', ({ verdict }) => verdict],
  ['confidence', ({ confidence }) => confidence],
  ['reason', ({ reason }) => reason],
  ['at', ({ at }) => at],
  ['stale', ({ isStale }) => String(isStale)],
  ['expected', ({ isExpected }) => String(isExpected)],
  ['source', ({ source }) => source],
  ['results', ({ results }) => results],
  ['exitCode', ({ exitCode }) => exitCode],
];

/** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front. */
export const csv = {
  ending: '.csv',
  most: null,
  open: () => lineOf(COLUMNS.map(([name]) => name)),
  row: (row) => lineOf(COLUMNS.map(([, read]) => read(row))),
  close: () => '',
} as const satisfies MergeReporter;

function lineOf(values: readonly (string | number | null)[]): string {
  return `${values.map(fieldOf).join(',')}\r\n`;
}

function fieldOf(value: string | number | null): string {
  const text = String(value ?? '').replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
