import { DEFAULT_SETTING, SETTINGS } from '../../settings/catalogue.ts';
import type { State } from '../../vocabulary.ts';
import type { Intake, Merged } from './merge.ts';
import type { Row } from './row.ts';
import { type Counts, type Totals, tellCounts } from './totals.ts';

/** Everything that a merged report says beside its rows. */
export interface MergedFacts {
  version: string;
  /** ISO 8601 in UTC */
  mergedAt: string;
  /** e.g. `30 days`; null where nothing is too old */
  maxAge: string | null;
  intake: Intake;
  totals: Totals;
  rowCount: number;
}

/** What such numbers can show, and what not. */
export const SHOWS: readonly string[] = [
  'What each sender’s own program said last, at the time given.',
  'Who of those expected has sent nothing, and whose answer is too old to count.',
];
export const DOES_NOT_SHOW: readonly string[] = [
  'That it is true: reports and attestations are plain files, and a sender may edit them. The hash in an attestation only ties it to the report that the sender has kept.',
  'Who somebody is: members are hashes with a salt of each installation. The same person on two machines counts twice, and hashes of two installations cannot be compared.',
  'What has happened since: a setting may be turned on again at any time.',
];

export function factsOf(
  { intake, totals, rowCount }: Merged,
  { version, now, maxAge }: { version: string; now: Date; maxAge: string | null },
): MergedFacts {
  return { version, mergedAt: now.toISOString(), maxAge, intake, totals, rowCount };
}

export interface Headline {
  setting: string;
  title: string;
  counts: Counts;
  /** e.g. `83 of 90 off, 4 unknown` */
  text: string;
}

/** One for each setting. */
export function headlinesOf({ totals, maxAge }: MergedFacts): Headline[] {
  return Object.entries(totals.bySetting).map(([setting, counts]) => ({
    setting,
    title: titleOf(setting),
    counts,
    text: tellCounts(counts, maxAge),
  }));
}

export function titleOf(setting: string | null): string {
  if (setting === null) return DEFAULT_SETTING.title;
  return SETTINGS.find(({ id }) => id === setting)?.title ?? setting;
}

/** What makes the numbers less than whole, in sentences. */
export function remarksOf({ intake, totals }: MergedFacts): string[] {
  const { unreadable, doubles, missingShards, elsewhere } = intake;
  const remarks: [boolean, string][] = [
    [unreadable > 0, `${unreadable} ${unreadable === 1 ? 'input' : 'inputs'} could not be read, and count as unknown.`],
    [
      doubles > 0,
      `${doubles} ${doubles === 1 ? 'copy of another result was' : 'copies of other results were'} left out.`,
    ],
    [
      totals.nameless > 0,
      `${totals.nameless} of the accounts cannot be told from others: they have neither a hash nor a name.`,
    ],
    [totals.notExpected > 0, `${totals.notExpected} of the accounts were not on the list.`],
    [elsewhere.length > 0, `Some results are not of LinkedIn itself but of ${elsewhere.join(', ')}.`],
  ];
  const parts = missingShards
    .slice(0, 20)
    .map(({ index, total }) => `Part ${index} of ${total} of a split run is missing.`);
  return [...parts, ...remarks.filter(([isSo]) => isSo).map(([, text]) => text)];
}

const STATE_WORDS: Record<State | 'not-reported', string> = {
  on: 'on',
  off: 'off',
  'not-offered': 'not offered',
  unknown: 'unknown',
  'not-reported': 'not reported',
};

export function wordOf({ state, isStale, isExcepted }: Row): string {
  if (isStale) return `${STATE_WORDS[state]}, too old`;
  return isExcepted ? `${STATE_WORDS[state]}, by exception` : STATE_WORDS[state];
}

/** For people: a name, or enough of the hash to be found again. */
export function nameOf({ account, member }: Row): string {
  return account ?? (member ? `${member.slice(0, 19)}…` : 'nobody named');
}

/** Off and fresh, or not offered and fresh. */
export function isWell({ verdict }: Row): boolean {
  return verdict === 'pass' || verdict === 'fixed' || verdict === 'not-applicable';
}
