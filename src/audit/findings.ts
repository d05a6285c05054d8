import type { Exception } from '../config/schema.ts';
import type { Finding } from '../decide/alert.ts';
import { decideAnswer } from '../decide/answer.ts';
import { provenIn, seriesOf } from '../decide/series.ts';
import { buildSeen } from '../history/build.ts';
import type { Seen } from '../history/seen.ts';
import type { Report, Result } from '../report/schema.ts';

/** Marks what is on, and may be. The state stays visible. Pure. @param exceptions those that hold now */
export function suppressResults(results: readonly Result[], exceptions: readonly Exception[]): Result[] {
  return results.map((result) => {
    const found = exceptions.find(
      ({ account, setting }) => account === result.account.name && setting === result.setting.id,
    );
    if (result.state !== 'on' || !found) return result;
    const { reason, owner, expires } = found;
    return { ...result, suppressed: { reason, owner, expires } };
  });
}

/**
 * What each result of an audit comes to. Pure.
 * @param history everything that was seen, this run included, oldest first
 */
export function findingsOf(
  report: Report,
  history: readonly Seen[],
  { at, maxAgeDays }: Pick<Finding, 'at' | 'maxAgeDays'>,
): { result: Result; finding: Finding }[] {
  return report.results.map((result) => {
    const now = buildSeen(report, result, at);
    const { origin, account, setting } = now;
    const same = history.filter((one) => one.origin === origin && one.account === account && one.setting === setting);
    const series = seriesOf([...same, now]).find(({ seen }) => seen.includes(now));
    const lastProvenAt = provenIn(series ?? { seen: [] }).at(-1)?.at ?? null;
    const finding = {
      answer: decideAnswer(result),
      excepted: Boolean(result.suppressed),
      at,
      lastProvenAt,
      maxAgeDays,
    };
    return { result, finding };
  });
}
