import type { Finding } from '../decide/alert.ts';
import { decideAnswer } from '../decide/answer.ts';
import { provenIn, seriesOf } from '../decide/series.ts';
import type { Seen } from '../history/seen.ts';
import type { Report, Result } from '../report/schema.ts';

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
    const same = history.filter(
      ({ origin, account, setting }) =>
        origin === report.run.origin && account === result.account.name && setting === result.setting.id,
    );
    const last = same.at(-1);
    const series = seriesOf(same).find(({ seen }) => last && seen.includes(last));
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
