import { decideExitCode, decideVerdict, type ExitPolicy, worstExitCode } from '../../decide/verdict.ts';
import { EXIT, type ExitCode, REASONS, type State, type Verdict } from '../../vocabulary.ts';
import { type Entry, memberOfKey } from './link.ts';
import type { MergeRecord } from './record.ts';

/** The latest that is known of one setting of one account. */
export interface Row {
  /** null where nobody named it */
  account: string | null;
  /** salted hash; null where it is not known */
  member: string | null;
  /** null where the account was expected, and nothing came */
  setting: string | null;
  state: State | 'not-reported';
  verdict: Verdict;
  confidence: string;
  reason: string | null;
  /** ISO 8601 in UTC */
  at: string | null;
  isStale: boolean;
  /** on, and allowed to be */
  isExcepted: boolean;
  /** by which it is, in words for people */
  exception: string | null;
  isExpected: boolean;
  source: MergeRecord['source'] | null;
  /** how many results of it were merged */
  results: number;
  exitCode: ExitCode;
}

export interface RowRules {
  policy: ExitPolicy;
  /** milliseconds since 1970; null: nothing is too old */
  oldest: number | null;
}

/** What all entries of one account come to, one row for each setting; pure. */
export function rowsOf(key: string, entries: readonly Entry[], rules: RowRules): Row[] {
  const expected = entries.filter((entry) => entry.kind === 'expected');
  const latest = new Map<string, { record: MergeRecord; results: number }>();
  for (const entry of entries) {
    if (entry.kind !== 'seen') continue;
    const { record } = entry;
    const known = latest.get(record.setting);
    const isLater = !known || isAfter(record, known.record);
    latest.set(record.setting, { record: isLater ? record : known.record, results: (known?.results ?? 0) + 1 });
  }
  const isExpected = expected.length > 0;
  const label = expected.find((entry) => entry.label !== null)?.label ?? null;
  if (latest.size === 0) return [missingRow(key, label, rules)];
  return [...latest.values()]
    .sort((one, other) => (one.record.setting < other.record.setting ? -1 : 1))
    .map(({ record, results }) => seenRow(key, record, { label, isExpected, results, rules }));
}

const WORST: readonly State[] = ['unknown', 'on', 'not-offered', 'off'];

/** Of two at the same time, the worse one counts, whichever came first. */
export function isAfter(record: MergeRecord, known: MergeRecord): boolean {
  if (record.at !== known.at) return record.at > known.at;
  if (record.state !== known.state) return WORST.indexOf(record.state) < WORST.indexOf(known.state);
  return JSON.stringify(record) < JSON.stringify(known);
}

interface Around {
  label: string | null;
  isExpected: boolean;
  results: number;
  rules: RowRules;
}

function seenRow(key: string, record: MergeRecord, { label, isExpected, results, rules }: Around): Row {
  const { state, reason: code, outcome, at } = record;
  const exception = state === 'on' ? record.exception : null;
  const reason = code && { code, message: '', hint: REASONS[code].hint };
  const judged = { state, reason, change: outcome && { outcome }, suppressed: exception === null ? null : {} };
  const isStale = rules.oldest !== null && at < rules.oldest;
  const exitCode = decideExitCode([judged], rules.policy);
  const verdict = decideVerdict(judged);
  return {
    account: label ?? record.label,
    member: memberOfKey(key),
    setting: record.setting,
    state,
    // What was off long ago is not known to be off.
    verdict: isStale && verdict !== 'error' ? 'unknown' : verdict,
    confidence: record.confidence,
    reason: code,
    at: new Date(at).toISOString(),
    isStale,
    isExcepted: exception !== null,
    exception,
    isExpected,
    source: record.source,
    results,
    exitCode: isStale ? worstExitCode([exitCode, doubt(rules.policy)]) : exitCode,
  };
}

function missingRow(key: string, label: string | null, { policy }: RowRules): Row {
  return {
    account: label,
    member: memberOfKey(key),
    setting: null,
    state: 'not-reported',
    verdict: 'unknown',
    confidence: 'none',
    reason: null,
    at: null,
    isStale: false,
    isExcepted: false,
    exception: null,
    isExpected: true,
    source: null,
    results: 0,
    exitCode: doubt(policy),
  };
}

/** What is not known counts as unknown does. */
export function doubt({ failOn }: ExitPolicy): ExitCode {
  return failOn.includes('unknown') ? EXIT.unknown : EXIT.ok;
}
