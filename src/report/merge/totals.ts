import { decideSummaryVerdict, type ExitPolicy, worstExitCode } from '../../decide/verdict.ts';
import { UsageError } from '../../errors.ts';
import { DEFAULT_SETTING } from '../../settings/catalogue.ts';
import { EXIT, type ExitCode, type Verdict } from '../../vocabulary.ts';
import { doubt, type Row } from './row.ts';

/** How many accounts are what, of one setting. `total` includes those that did not report. */
export interface Counts {
  total: number;
  on: number;
  off: number;
  notOffered: number;
  unknown: number;
  notReported: number;
  /** of all these, how many are older than the limit */
  stale: number;
  /** off or not offered, and not too old */
  well: number;
}

export interface Totals {
  /** different accounts that reported */
  accounts: number;
  /** of these, how many were on no list, where there was one */
  notExpected: number;
  /** of these, how many nobody can tell from others: neither a hash nor a name of their own */
  nameless: number;
  bySetting: Record<string, Counts>;
  /** rows that stand for an account that did not report */
  missingRows: number;
  /** rows by what a test runner would call them */
  findings: { failures: number; errors: number; skipped: number };
  verdict: Verdict;
  exitCode: ExitCode;
}

export interface Counter {
  /** all rows of one account */
  add(rows: readonly Row[]): void;
  totals(around: Around): Totals;
}

export interface Around {
  policy: ExitPolicy;
  /** how many there should be; null where nobody said */
  expected: { kind: 'list' } | { kind: 'number'; number: number } | null;
  /** inputs that could not be read, and parts of a run that are missing: nobody knows what they would say */
  unread: number;
}

const MOST_SETTINGS = 200;
const FIELDS = { on: 'on', off: 'off', 'not-offered': 'notOffered', unknown: 'unknown' } as const;

export function countRows(): Counter {
  const bySetting = new Map<string, Omit<Counts, 'total' | 'notReported'>>();
  const verdicts = new Set<Verdict>();
  const codes = new Set<ExitCode>();
  let accounts = 0;
  let missing = 0;
  let notExpected = 0;
  let nameless = 0;
  const findings = { failures: 0, errors: 0, skipped: 0 };
  const countsOf = (setting: string) => {
    const known = bySetting.get(setting) ?? { on: 0, off: 0, notOffered: 0, unknown: 0, stale: 0, well: 0 };
    bySetting.set(setting, known);
    if (bySetting.size > MOST_SETTINGS)
      throw new UsageError(`More than ${MOST_SETTINGS} different settings are named.`);
    return known;
  };
  return {
    add: (rows) => {
      const [first] = rows;
      if (first?.state === 'not-reported') missing += 1;
      else accounts += 1;
      if (first && !first.isExpected) notExpected += 1;
      if (first && first.member === null && first.account === null) nameless += 1;
      for (const row of rows) {
        const { setting, state, isStale, verdict, exitCode } = row;
        verdicts.add(verdict);
        codes.add(exitCode);
        const finding = findingOf(row);
        if (finding) findings[finding] += 1;
        if (setting === null || state === 'not-reported') continue;
        const counts = countsOf(setting);
        counts[FIELDS[state]] += 1;
        if (isStale) counts.stale += 1;
        else if (state === 'off' || state === 'not-offered') counts.well += 1;
      }
    },
    totals: ({ policy, expected, unread }) => {
      const notReported = expected?.kind === 'number' ? Math.max(0, expected.number - accounts) : missing;
      const isDoubtful = notReported > 0 || unread > 0;
      if (bySetting.size === 0 && notReported > 0) countsOf(DEFAULT_SETTING.id);
      const settings = [...bySetting].sort(([one], [other]) => (one < other ? -1 : 1));
      return {
        accounts,
        notExpected: expected?.kind === 'list' ? notExpected : 0,
        nameless,
        bySetting: Object.fromEntries(
          settings.map(([setting, { on, off, notOffered, unknown, stale, well }]) => {
            const total = on + off + notOffered + unknown + notReported;
            return [setting, { total, on, off, notOffered, unknown, notReported, stale, well }];
          }),
        ),
        missingRows: missing,
        findings,
        verdict: decideSummaryVerdict([...verdicts, ...(isDoubtful ? (['unknown'] as const) : [])]),
        exitCode: worstExitCode([...codes, ...(isDoubtful ? [doubt(policy)] : [])]),
      };
    },
  };
}

/** What a test runner would call it: on is a failure, doubt an error; not offered, and on by an exception, skipped. */
export function findingOf({
  state,
  isStale,
  isExcepted,
  verdict,
  exitCode,
}: Pick<Row, 'state' | 'isStale' | 'isExcepted' | 'verdict' | 'exitCode'>): keyof Totals['findings'] | null {
  if (isStale) return 'errors';
  if (state === 'not-offered') return 'skipped';
  // What was clicked and is not proven is not as it was allowed.
  if (state === 'on') return isExcepted && exitCode === EXIT.ok ? 'skipped' : 'failures';
  return verdict === 'pass' || verdict === 'fixed' ? null : 'errors';
}

/** e.g. `83 of 90 off, 4 unknown, 3 not reported, 2 older than 30 days` */
export function tellCounts(counts: Counts, maxAge: string | null): string {
  const { total, off, on, notOffered, unknown, notReported, stale } = counts;
  const others: [number, string][] = [
    [on, 'on'],
    [notOffered, 'not offered'],
    [unknown, 'unknown'],
    [notReported, 'not reported'],
    [stale, `older than ${maxAge}`],
  ];
  return [`${off} of ${total} off`, ...others.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)].join(', ');
}
