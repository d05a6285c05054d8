import { type Drift, driftsIn, type Exposure, exposuresIn } from '../decide/drift.ts';
import { provenIn, type Series, seriesOf } from '../decide/series.ts';
import type { Seen } from './seen.ts';

/** One member's setting over time. Times are ISO 8601 in UTC. */
export interface Summary extends Series {
  /** when a state was last proven; null where it never was */
  lastProvenAt: string | null;
  drifts: Drift[];
  exposures: Exposure[];
}

/** Everything that was seen, by account and setting. Pure. @param seen oldest first */
export function summarise(seen: readonly Seen[]): Summary[] {
  return seriesOf(seen).map((series) => {
    const readings = provenIn(series);
    return {
      ...series,
      lastProvenAt: readings.at(-1)?.at ?? null,
      drifts: driftsIn(readings),
      exposures: exposuresIn(readings),
    };
  });
}

export interface Expected {
  account: string;
  setting: string;
}

/** What has not been proven for too long. Account and setting are null where nothing at all was ever proven. */
export interface Stale {
  account: string | null;
  setting: string | null;
  /** ISO 8601 in UTC; null where it never was */
  lastProvenAt: string | null;
  /** the same, in a sentence */
  message: string;
}

const DAY_MS = 86_400_000;

/**
 * What has not been proven for too long, or never. Pure.
 * @param expected what should have been; without it, whatever was ever seen
 * @param origin what was seen elsewhere says nothing here
 */
export function findStale(
  seen: readonly Seen[],
  { expected, origin, maxAgeDays, now }: { expected: Expected[] | null; origin: string; maxAgeDays: number; now: Date },
): Stale[] {
  const here = summarise(seen.filter((one) => one.origin === origin));
  const wanted = expected ?? distinct(here);
  if (wanted.length === 0) {
    const message = `Nothing has ever been proven at ${origin}.`;
    return [{ account: null, setting: null, lastProvenAt: null, message }];
  }
  return wanted.flatMap(({ account, setting }) => {
    const lastProvenAt =
      here
        .filter((series) => series.account === account && series.setting === setting)
        .flatMap((series) => series.lastProvenAt ?? [])
        .sort((a, b) => Date.parse(a) - Date.parse(b))
        .at(-1) ?? null;
    const days = lastProvenAt === null ? null : (now.getTime() - Date.parse(lastProvenAt)) / DAY_MS;
    if (days !== null && days <= maxAgeDays) return [];
    const why =
      days === null
        ? 'never proven.'
        : `not proven for ${Math.floor(days)} days, and at most ${maxAgeDays} are allowed.`;
    return [{ account, setting, lastProvenAt, message: `${account}, ${setting}: ${why}` }];
  });
}

function distinct(all: readonly Summary[]): Expected[] {
  return [
    ...new Map(all.map(({ account, setting }) => [JSON.stringify([account, setting]), { account, setting }])).values(),
  ];
}
