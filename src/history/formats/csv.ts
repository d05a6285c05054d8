import { csvLine } from '../../report/reporters/csv-line.ts';
import type { Summary } from '../summary.ts';

const COLUMNS = [
  'at',
  'origin',
  'account',
  'member',
  'setting',
  'before',
  'state',
  'verdict',
  'confidence',
  'reason',
  'command',
  'run',
  'version',
] as const;

/** A line for each time that something was seen. */
export function renderCsv(history: readonly Summary[]): string {
  const rows = history.flatMap(({ seen }) => seen.map((one) => COLUMNS.map((column) => one[column])));
  return [COLUMNS, ...rows].map(csvLine).join('');
}
