import { lastOf } from './label.ts';
import type { MergeRecord } from './record.ts';
import { isAfter } from './row.ts';
import type { Spill } from './spill.ts';

/** The same for whatever was saved more than once, under whatever name: who said it, of whom, of which setting, and when. */
export function keyOfRecord({ member, own, setting, at }: MergeRecord): string {
  return JSON.stringify([member, own, setting, at]);
}

/** Gives back each record once, with how many doubles of it were left out. @param expected labels */
export async function* withoutDoubles(
  records: Spill<MergeRecord>,
  expected: ReadonlySet<string>,
): AsyncGenerator<{ record: MergeRecord; doubles: number }, void> {
  for await (const groups of records.drain()) {
    for (const doubles of groups.values()) {
      const [record] = doubles.sort((one, other) => compare(one, other, expected));
      if (record) yield { record, doubles: doubles.length - 1 };
    }
  }
}

/** Where one was edited, the worse counts; else the one whose label is expected, or looks least like that of a copy. */
function compare(one: MergeRecord, other: MergeRecord, expected: ReadonlySet<string>): number {
  const worseFirst = isAfter(one, other) ? -1 : 1;
  if (one.state !== other.state) return worseFirst;
  return rankOf(one, expected) - rankOf(other, expected) || worseFirst;
}

/** `ada` comes before `ada (1)`, and that before none. */
function rankOf({ label, labelOf }: MergeRecord, expected: ReadonlySet<string>): number {
  if (label === null) return Number.MAX_SAFE_INTEGER;
  if (expected.has(label)) return 0;
  return labelOf === 'file' && expected.has(lastOf(label)) ? 1 : label.length + 1;
}
