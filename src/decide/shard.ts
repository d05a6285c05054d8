/** A part of many: `index` counts from 1. */
export interface Shard {
  index: number;
  total: number;
}

/** Every item is in exactly one shard, and in the same one each time. */
export function shardOf<T>(items: readonly T[], { index, total }: Shard): T[] {
  return items.filter((_, position) => position % total === index - 1);
}

/** A shard as somebody writes it, `3/8`; null where it is none. */
export function parseShard(text: string): Shard | null {
  const parts = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text);
  if (!parts) return null;
  const [index = 0, total = 0] = parts.slice(1).map(Number);
  return index <= total ? { index, total } : null;
}

/**
 * The shard that an engine has given this job. GitLab's parallel jobs count from 1; Kubernetes' Indexed Jobs and GitHub's
 * `strategy.job-index` from 0. Kubernetes does not tell how many there are, and GitHub tells neither to the environment: the
 * job's own definition puts them there (`JOB_COMPLETIONS`; `STRATEGY_JOB_INDEX` and `STRATEGY_JOB_TOTAL`).
 * @param given the number of shards, where somebody has said it
 * @returns null where the environment does not tell
 */
export function shardFrom(environment: Record<string, string | undefined>, given?: string): Shard | null {
  const { CI_NODE_INDEX, CI_NODE_TOTAL, JOB_COMPLETION_INDEX, JOB_COMPLETIONS } = environment;
  const { STRATEGY_JOB_INDEX, STRATEGY_JOB_TOTAL } = environment;
  if (CI_NODE_INDEX) return parseShard(`${CI_NODE_INDEX}/${given ?? CI_NODE_TOTAL}`);
  if (JOB_COMPLETION_INDEX) return parseShard(`${Number(JOB_COMPLETION_INDEX) + 1}/${given ?? JOB_COMPLETIONS}`);
  return parseShard(`${Number(STRATEGY_JOB_INDEX) + 1}/${given ?? STRATEGY_JOB_TOTAL}`);
}
