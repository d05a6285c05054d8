import { DOES_NOT_SHOW, headlinesOf, SHOWS } from '../facts.ts';
import type { MergeReporter } from './index.ts';

/** One object; its last field is the list of rows, so that it can be written as it comes. */
export const json = {
  ending: '.json',
  most: null,
  open: (facts) => {
    const { version, mergedAt, maxAge, intake, totals } = facts;
    const head = {
      schemaVersion: 1,
      kind: 'merged-report',
      tool: { name: 'linkedin-ai-optout', version },
      mergedAt,
      maxAge,
      settings: headlinesOf(facts).map(({ setting, title, text, counts }) => ({ id: setting, title, text, counts })),
      accounts: { reported: totals.accounts, notExpected: totals.notExpected, nameless: totals.nameless },
      intake,
      shows: SHOWS,
      doesNotShow: DOES_NOT_SHOW,
      summary: { verdict: totals.verdict, exitCode: totals.exitCode },
    };
    return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "results": [`;
  },
  row: (row, { index }) => `${index === 0 ? '' : ','}\n    ${JSON.stringify(row)}`,
  close: (_, { shown }) => `${shown === 0 ? '' : '\n  '}]\n}\n`,
} as const satisfies MergeReporter;
