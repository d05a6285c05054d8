/** Which part of a split run a report is: `index` of `total`, from 1. */
export interface ShardSeen {
  run: string;
  index: number;
  total: number;
  /** milliseconds since 1970 */
  at: number;
}

export interface Shards {
  add(shard: ShardSeen): void;
  missing(): { index: number; total: number }[];
}

const MOST_RUNS = 50;

/**
 * Counts the parts of runs that were split. Where the parts share the run's identifier, the latest run has to be whole; where
 * each has its own, all parts together have to be.
 */
export function countShards(): Shards {
  const byTotal = new Map<number, { all: Set<number>; runs: Map<string, { at: number; seen: Set<number> }> }>();
  return {
    add: ({ run, index, total, at }) => {
      const parts = byTotal.get(total) ?? { all: new Set(), runs: new Map() };
      byTotal.set(total, parts);
      parts.all.add(index);
      const known = parts.runs.get(run) ?? { at, seen: new Set() };
      known.seen.add(index);
      known.at = Math.max(known.at, at);
      parts.runs.set(run, known);
      const oldest = parts.runs.size > MOST_RUNS && latestFirst(parts.runs).at(-1);
      if (oldest) parts.runs.delete(oldest[0]);
    },
    missing: () =>
      [...byTotal].flatMap(([total, { all, runs }]) => {
        const isShared = [...runs.values()].some(({ seen }) => seen.size > 1);
        const seen = (isShared && latestFirst(runs)[0]?.[1].seen) || all;
        const every = Array.from({ length: total }, (_, place) => place + 1);
        return every.filter((index) => !seen.has(index)).map((index) => ({ index, total }));
      }),
  };
}

function latestFirst<T extends { at: number }>(runs: Map<string, T>): [string, T][] {
  return [...runs].sort(([, one], [, other]) => other.at - one.at);
}
