import { isSameValue, type SettingRecord } from '../page/witnesses.ts';
import type { CapturedRecord, CapturedValue } from './schema.ts';
import { KNOWN_VALUES } from './vocabulary.ts';

/** What the page's data says of a setting, without what it says. */

const MOST_RECORDS = 20;

/** The newest of these records. */
export function reduceRecords(records: readonly SettingRecord[]): CapturedRecord[] {
  return records.slice(-MOST_RECORDS).map(reduceRecord);
}

/** A value that is not known keeps its type, and which of the others it equals: that is all a judgement needs. */
function reduceRecord({ value, onValue, offValue }: SettingRecord): CapturedRecord {
  const unknown = [value, onValue, offValue].filter((each) => !isKnown(each));
  const reduce = (each: unknown): CapturedValue => {
    if (isKnown(each)) return each;
    const first = unknown.findIndex((other) => isSameValue(each, other));
    return `${typeOf(unknown[first])}#${first === -1 ? 0 : first + 1}`;
  };
  return { value: reduce(value), onValue: reduce(onValue), offValue: reduce(offValue) };
}

/** A text that says the same again to `recordsOf`. */
export function restoreRecords(records: readonly CapturedRecord[], key: string): string {
  return JSON.stringify(records.map((record) => ({ key, ...record })));
}

function isKnown(value: unknown): value is (typeof KNOWN_VALUES)[number] {
  return (KNOWN_VALUES as readonly unknown[]).includes(value);
}

function typeOf(value: unknown): 'string' | 'number' | 'list' | 'object' {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  return Array.isArray(value) ? 'list' : 'object';
}
