import { printable } from '../../../printable.ts';
import { renderRow } from '../../reporters/text.ts';
import { DOES_NOT_SHOW, headlinesOf, isWell, nameOf, remarksOf, SHOWS, titleOf, wordOf } from '../facts.ts';
import type { MergeReporter } from './index.ts';

/** For people: the numbers first, then who needs somebody. */
export const text = {
  ending: null,
  most: 50,
  open: (facts, { color }) => {
    const { verdict } = facts.totals;
    const isGood = verdict === 'pass' || verdict === 'fixed' || verdict === 'not-applicable';
    const headlines = headlinesOf(facts).map(({ title, text: numbers }) => {
      const line = color.bold(`  ${numbers}`);
      return `${isGood ? color.green(line) : color.yellow(line)}\n     ${color.dim(title)}`;
    });
    const remarks = remarksOf(facts).flatMap((remark) => renderRow('Note', printable(remark), color));
    return `\n${[...headlines, ...(remarks.length > 0 ? ['', ...remarks] : [])].join('\n')}\n\n`;
  },
  row: (row, { color }) => {
    const tint = isWell(row) ? color.green : row.state === 'on' && !row.isStale ? color.red : color.yellow;
    const more = [row.setting && titleOf(row.setting), row.reason, row.at].filter(Boolean).join(', ');
    return `     ${printable(nameOf(row)).padEnd(24)} ${tint(wordOf(row).padEnd(14))} ${color.dim(more)}\n`;
  },
  close: (facts, { color, shown }) => {
    const hidden = facts.rowCount - shown;
    const more = `${hidden} more are not shown here; --format csv or json tells all.`;
    const rows: [string, string][] = [
      ['More', hidden > 0 ? more : ''],
      ['Shows', SHOWS.join(' ')],
      ['Not', DOES_NOT_SHOW.join(' ')],
    ];
    return `\n${rows
      .filter(([, line]) => line)
      .flatMap(([name, line]) => renderRow(name, line, color))
      .join('\n')}\n\n`;
  },
} as const satisfies MergeReporter;
