import { lastOf } from './label.ts';
import type { MergeRecord } from './record.ts';

/** What is told of one account: what was seen of it, or that it is expected. */
export type Entry = { kind: 'seen'; record: MergeRecord } | { kind: 'expected'; label: string | null };

/**
 * Says whose each entry may be; pure. A result that does not tell the member is put with the member of the same run, or with
 * the only one whom the account's name stands for in the same place: `accountsIn` says whether it stays there. What files are
 * called tells nothing of the kind, and two that do not tell the member are two. Who is expected is whoever has that label;
 * else the one whose file is called so, whatever its folders.
 * @param entries all whose labels have the same last part
 */
export function linkLabels(entries: readonly Entry[]): [key: string, entry: Entry][] {
  const seen = entries.flatMap((entry) => (entry.kind === 'seen' ? [entry.record] : []));
  const named = seen.filter(isNamed);
  const byRun = gather(named, ({ own, member }) => [own, member]);
  const byName = gather(named, (record) => [nameIn(record), record.member]);
  const keyOf = (record: MergeRecord) =>
    record.member ??
    only(byRun.get(record.own)) ??
    (record.labelOf === 'account' ? only(byName.get(nameIn(record))) : null) ??
    record.own;
  const byLabel = gather(seen, (record) => [record.label ?? '', keyOf(record)]);
  const files = new Set(seen.filter(({ labelOf }) => labelOf === 'file').map(keyOf));
  const keysOf = (label: string) => {
    const file = label === lastOf(label) ? only(files) : null;
    return [...(byLabel.get(label) ?? [file ?? keyOfLabel(label)])];
  };
  return entries.flatMap((entry): [string, Entry][] =>
    entry.kind === 'seen'
      ? [[keyOf(entry.record), entry]]
      : keysOf(entry.label ?? '').map((key): [string, Entry] => [key, entry]),
  );
}

/** Does it tell the member? */
export function isNamed(record: MergeRecord): record is MergeRecord & { member: string } {
  return record.member !== null;
}

/** An account's name stands for somebody in one place alone: whoever likes calls theirs `work`. */
function nameIn({ place, label }: MergeRecord): string {
  return JSON.stringify([place, label]);
}

function gather<T extends MergeRecord>(records: readonly T[], pair: (record: T) => [string, string]) {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of records.map(pair)) sets.set(key, (sets.get(key) ?? new Set()).add(value));
  return sets;
}

function only(values: ReadonlySet<string> | undefined): string | null {
  const [first = null, another] = values ?? [];
  return another === undefined ? first : null;
}

function keyOfLabel(label: string): string {
  return `label:${label}`;
}

/** The member's hash, if the key is one. */
export function memberOfKey(key: string): string | null {
  return key.startsWith('sha256:') ? key : null;
}
