import { driftNow } from '../decide/drift.ts';
import { provenIn, seriesOf } from '../decide/series.ts';
import type { Report, Result } from '../report/schema.ts';
import { buildSeen } from './build.ts';
import type { Seen } from './seen.ts';

/**
 * Says of each result what was seen of it last time, and whether it has drifted since. Pure.
 * @param history of earlier runs, oldest first
 * @param at when a result was seen, ISO 8601 in UTC
 */
export function compareResults(
  report: Pick<Report, 'tool' | 'run' | 'results'>,
  history: readonly Seen[],
  at: (result: Result) => string,
): Result[] {
  const earlier = history.filter(({ run }) => run !== report.run.id);
  return report.results.map((result) => {
    const now = buildSeen(report, result, at(result));
    const { origin, account, setting } = now;
    const same = earlier.filter((one) => one.origin === origin && one.account === account && one.setting === setting);
    const series = seriesOf([...same, now]).find(({ seen }) => seen.includes(now));
    const before = series?.seen.filter((one) => one !== now) ?? [];
    const last = before.at(-1);
    const previous = last ? { state: last.state, verdict: last.verdict, at: last.at } : null;
    // What was turned off just now had drifted all the same.
    const readings = provenIn({ seen: [...before, { ...now, state: now.before ?? now.state, before: undefined }] });
    const drift = driftNow(readings);
    return { ...result, previous, ...(drift ? { drift } : {}) };
  });
}
