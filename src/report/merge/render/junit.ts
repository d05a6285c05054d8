import { escaped } from '../../reporters/markup.ts';
import type { MergedFacts } from '../facts.ts';
import { headlinesOf, nameOf, remarksOf, titleOf, wordOf } from '../facts.ts';
import type { Row } from '../row.ts';
import { findingOf } from '../totals.ts';
import type { MergeReporter } from './index.ts';

/** On is a failure, doubt an error; not offered, and on by an exception, skipped; doubt about the whole is a test case of its own. */
export const junit = {
  ending: '.xml',
  most: null,
  open: (facts) => {
    const { version, mergedAt } = facts;
    const text = headlinesOf(facts)
      .map((headline) => headline.text)
      .join('; ');
    const name = `linkedin-ai-optout ${version} report merge: ${text}`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite name="${escaped(name)}" timestamp="${mergedAt.slice(0, 19)}" ${numbersOf(facts)}>\n`;
  },
  row: (row) =>
    `<testcase classname="${escaped(titleOf(row.setting))}" name="${escaped(nameOf(row))}">${elementOf(row)}</testcase>\n`,
  close: (facts) => {
    const remarks = doubtsOf(facts).map(
      (remark) =>
        `<testcase classname="report merge" name="${escaped(remark)}"><error message="${escaped(remark)}"/></testcase>\n`,
    );
    return `${remarks.join('')}</testsuite>\n</testsuites>\n`;
  },
} as const satisfies MergeReporter;

const ELEMENTS = { failures: 'failure', errors: 'error', skipped: 'skipped' } as const;

function elementOf(row: Row): string {
  const finding = findingOf(row);
  if (finding === null) return '';
  const message = `${wordOf(row)}${row.reason ? ` (${row.reason})` : ''}${row.at ? `, ${row.at}` : ''}`;
  const exception = finding === 'skipped' && row.exception ? `. Excepted: ${row.exception}` : '';
  return `<${ELEMENTS[finding]} message="${escaped(message + exception)}"/>`;
}

/** Those about the accounts themselves are in their rows, and a copy is nothing to doubt. */
function doubtsOf(facts: MergedFacts): string[] {
  const { intake, totals } = facts;
  const missing = Object.values(totals.bySetting)[0]?.notReported ?? 0;
  const isListed = totals.missingRows > 0;
  const unnamed = missing > 0 && !isListed ? [`${missing} not reported`] : [];
  const hasDoubt = intake.unreadable > 0 || intake.missingShards.length > 0;
  const others = { ...facts, intake: { ...intake, doubles: 0 }, totals: { ...totals, nameless: 0, notExpected: 0 } };
  return [...unnamed, ...(hasDoubt ? remarksOf(others) : [])];
}

function numbersOf(facts: MergedFacts): string {
  const { findings } = facts.totals;
  const doubts = doubtsOf(facts).length;
  return `tests="${facts.rowCount + doubts}" failures="${findings.failures}" errors="${findings.errors + doubts}" skipped="${findings.skipped}"`;
}
