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

/** A line for each time that something was seen (RFC 4180). */
export function renderCsv(history: readonly Summary[]): string {
  const rows = history.flatMap(({ seen }) => seen.map((one) => COLUMNS.map((column) => cell(one[column] ?? ''))));
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** A spreadsheet would take some beginnings for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
