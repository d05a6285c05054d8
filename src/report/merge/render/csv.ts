import { csvLine } from '../../reporters/csv-line.ts';
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

export const csv = {
  ending: '.csv',
  most: null,
  open: () => csvLine(COLUMNS.map(([name]) => name)),
  row: (row) => csvLine(COLUMNS.map(([, read]) => read(row))),
  close: () => '',
} as const satisfies MergeReporter;
