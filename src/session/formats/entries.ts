import type { Entry } from '../formats.ts';

/** The members of a JSON list as entries. */
export function entriesOf(list: readonly unknown[]): Entry[] {
  return list.map((fields, index) => ({ where: `cookie ${index + 1} of ${list.length}`, fields }));
}
