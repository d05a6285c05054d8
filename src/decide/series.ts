import type { Seen } from '../history/seen.ts';
import type { State } from '../vocabulary.ts';

/** What was seen of one setting of one member, oldest first. */
export interface Series {
  origin: string;
  account: string;
  setting: string;
  /** hash; null where nobody ever told */
  member: string | null;
  seen: Seen[];
}

/** A state, and when it was read, ISO 8601 in UTC. */
export interface Reading {
  at: string;
  state: State;
}

/**
 * Sorts what was seen by whom and what it was seen of: another site, account, setting or member is another story. Where a
 * run does not know the member, it goes with the one that the account was known for last.
 * @param seen oldest first
 */
export function seriesOf(seen: readonly Seen[]): Series[] {
  const all = new Map<string, Series[]>();
  for (const one of seen) {
    const { origin, account, setting, member } = one;
    const key = JSON.stringify([origin, account, setting]);
    const members = all.get(key) ?? [];
    all.set(key, members);
    const found =
      member === null ? members.at(-1) : members.find((series) => series.member === null || series.member === member);
    const series = found ?? { origin, account, setting, member, seen: [] };
    series.member ??= member;
    series.seen.push(one);
    // The last one is the one that was known last.
    members.splice(0, members.length, ...members.filter((other) => other !== series), series);
  }
  return [...all.values()].flat();
}

/** The readings of a series; what was changed was read twice. What could not be told is left out. */
export function provenIn({ seen }: Pick<Series, 'seen'>): Reading[] {
  return seen
    .flatMap(({ at, before, state }) =>
      (before !== undefined && before !== state ? [before, state] : [state]).map((read) => ({ at, state: read })),
    )
    .filter(({ state }) => state !== 'unknown');
}
