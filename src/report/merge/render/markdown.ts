import { DOES_NOT_SHOW, headlinesOf, nameOf, remarksOf, SHOWS, titleOf, wordOf } from '../facts.ts';
import type { MergeReporter } from './index.ts';

/** Fits a job summary: of many accounts, those that need somebody. */
export const markdown = {
  ending: '.md',
  most: 200,
  open: (facts, { shown }) =>
    [
      '# LinkedIn AI training: all accounts',
      '',
      ...headlinesOf(facts).map(({ title, text }) => `- **${cell(title)}:** ${text}`),
      ...remarksOf(facts).map((remark) => `- ${cell(remark)}`),
      '',
      ...(shown === 0 ? [] : ['| account | setting | state | reason | at |', '|---|---|---|---|---|', '']),
    ].join('\n'),
  row: (row) =>
    `| ${[nameOf(row), titleOf(row.setting), wordOf(row), row.reason ?? '', row.at ?? ''].map(cell).join(' | ')} |\n`,
  close: (facts, { shown }) =>
    [
      '',
      ...(shown < facts.rowCount ? [`${facts.rowCount - shown} more are not shown here.`, ''] : []),
      `What it shows: ${SHOWS.join(' ')}`,
      '',
      'What it does not show:',
      '',
      ...DOES_NOT_SHOW.map((fact) => `- ${fact}`),
      '',
      `Merged ${facts.mergedAt}.`,
      '',
    ].join('\n'),
} as const satisfies MergeReporter;

/** Text that is text and nothing else, also in a table. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]#+!|~]/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/www\./gi, 'www&#46;');
}
