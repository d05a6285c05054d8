import type { Seen } from '../../history/seen.ts';
import type { State } from '../../vocabulary.ts';
import type { Report, Result } from '../schema.ts';

/** What was seen of one setting of one account, once. */
export interface Sighting {
  /** ISO 8601 in UTC */
  at: string;
  state: State;
}

/** This result and those before it, oldest first: of the same account, member, setting and site. */
export function sightingsOf(result: Result, { run }: Report, history: readonly Seen[] = []): Sighting[] {
  const { account, setting, state, previous } = result;
  const earlier = history.filter(
    (seen) =>
      seen.run !== run.id &&
      seen.origin === run.origin &&
      seen.account === account.name &&
      seen.setting === setting.id &&
      (seen.member === null || account.member === null || seen.member === account.member),
  );
  const known: Sighting[] = earlier.length || !previous ? earlier : [previous];
  const all = [...known, { at: run.finishedAt, state }];
  return all.map(({ at, state }) => ({ at, state })).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Sentences, or empty where there is one sighting alone. */
export function tellSightings(sightings: readonly Sighting[]): string {
  const last = sightings.at(-1);
  const [first, another] = sightings;
  if (!first || !another || !last) return '';
  const total = `${sightings.length} times since ${first.at.slice(0, 10)}`;
  const streak = sightings.slice(sightings.findLastIndex(({ state }) => state !== last.state) + 1);
  const before = sightings.at(-streak.length - 1);
  const state = last.state.charAt(0).toUpperCase() + last.state.slice(1);
  if (!before) return `${state} each time: ${total}.`;
  const [start = last] = streak;
  const recent = streak.length === 1 ? 'this time' : `the last ${streak.length} times, since ${start.at.slice(0, 10)}`;
  return `${state} ${recent}; ${before.state} before that. Looked at ${total}.`;
}
