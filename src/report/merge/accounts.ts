import { type Entry, isNamed } from './link.ts';
import type { MergeRecord } from './record.ts';
import { isAfter } from './row.ts';

/**
 * Divides what was put under one key into those whom it surely is of; pure. A result that does not tell the member is the
 * member's where it is of the same run. Else it may be another's, and counts for itself, unless that could hide nothing:
 * where it takes away an off, and is the only one.
 */
export function accountsIn(key: string, entries: readonly Entry[]): [key: string, entries: Entry[]][] {
  const seen = entries.flatMap((entry) => (entry.kind === 'seen' ? [entry.record] : []));
  const named = seen.filter(isNamed);
  if (named.length === 0) return [[key, [...entries]]];
  const runs = new Set(named.map(({ own }) => own));
  const doubtful = seen.filter(({ own }) => !runs.has(own));
  const others = new Set(doubtful.map(({ own }) => own));
  if (others.size === 1 && doubtful.every((record) => takesAwayOff(record, named))) others.clear();
  const groups = new Map<string, Entry[]>([[key, []]]);
  for (const entry of entries) {
    if (entry.kind !== 'seen') continue;
    const whose = others.has(entry.record.own) ? entry.record.own : key;
    groups.set(whose, groups.get(whose) ?? []);
    groups.get(whose)?.push(entry);
  }
  const expected = entries.filter(({ kind }) => kind === 'expected');
  return [...groups].map(([whose, theirs]) => [whose, [...expected, ...theirs]]);
}

/** Unknown then counts in the place of off, which is no better for anybody, and in the place of nothing else. */
function takesAwayOff(record: MergeRecord, named: readonly MergeRecord[]): boolean {
  const latest = named
    .filter(({ setting }) => setting === record.setting)
    .reduce<MergeRecord | null>((known, one) => (known && isAfter(known, one) ? known : one), null);
  if (record.state !== 'unknown' || latest === null) return record.state === 'unknown';
  const isWell = (latest.state === 'off' || latest.state === 'not-offered') && latest.outcome !== 'not-proven';
  return isWell && isAfter(record, latest);
}
