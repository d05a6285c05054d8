import type { MergeRecord } from './record.ts';

/** What is told of one account: what was seen of it, or that it is expected. */
export type Entry = { kind: 'seen'; record: MergeRecord } | { kind: 'expected'; label: string | null };

/**
 * Says whose each entry of one label is; pure. A result that does not tell the member belongs to the member whom the label
 * stands for, if it stands for one; for two, nobody can say whose it is, and it counts for itself.
 * @param entries all that carry this label
 */
export function linkLabel(label: string, entries: readonly Entry[]): [key: string, entry: Entry][] {
  const members = new Set<string>();
  for (const entry of entries) if (entry.kind === 'seen' && entry.record.member) members.add(entry.record.member);
  const [only, another] = members;
  const ofLabel = only === undefined ? keyOfLabel(label) : another === undefined ? only : null;
  return entries.flatMap((entry): [string, Entry][] => {
    if (entry.kind === 'seen') return [[entry.record.member ?? ofLabel ?? entry.record.own, entry]];
    return members.size > 0 ? [...members].map((member) => [member, entry]) : [[keyOfLabel(label), entry]];
  });
}

export function keyOfLabel(label: string): string {
  return `label:${label}`;
}

/** The member's hash, if the key is one. */
export function memberOfKey(key: string): string | null {
  return key.startsWith('sha256:') ? key : null;
}
