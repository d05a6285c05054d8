import { decideExceptions } from '../decide/exception.ts';
import { compareResults } from '../history/compare.ts';
import type { Seen } from '../history/seen.ts';
import { buildReport, type RunFacts } from '../report/build.ts';
import type { Report, Result } from '../report/schema.ts';
import { suppressResults } from '../report/suppress.ts';
import { VERSION } from '../version.ts';
import type { Audit } from './audit.ts';
import type { RunState } from './run-state.ts';

/** What a run is, before and after it has a report. Pure. */
export function factsOf(
  { options, scheduled }: Audit,
  { id, startedAt }: RunState,
  { finishedAt, browser }: Pick<RunFacts, 'finishedAt' | 'browser'>,
): RunFacts {
  return {
    id,
    version: VERSION,
    command: 'audit',
    dryRun: false,
    trigger: scheduled ? 'schedule' : 'manual',
    startedAt: new Date(startedAt),
    finishedAt,
    origin: options.site.origin,
    browser,
  };
}

/**
 * The report of an audit, in the order of its accounts. Pure.
 * @param history of earlier runs, oldest first
 */
export function buildAuditReport(audit: Audit, state: RunState, facts: RunFacts, history: readonly Seen[]): Report {
  const { options, config, accounts, shard } = audit;
  const places = new Map(accounts.map(({ name }, place) => [name, place]));
  const entries = [...state.entries].sort(
    (a, b) => (places.get(a.result.account.name) ?? 0) - (places.get(b.result.account.name) ?? 0),
  );
  const { active } = decideExceptions(config.exceptions, facts.finishedAt);
  const results = suppressResults(
    entries.map(({ result }) => result),
    active,
  );
  const report = buildReport(facts, results, state.network, options);
  // Of more shards than accounts, some have nothing that could be judged.
  const summary = results.length > 0 ? report.summary : { ...report.summary, verdict: 'not-applicable' as const };
  const times = new Map(results.map((result, index) => [result, entries[index]?.at]));
  const at = (result: Result) => times.get(result) ?? report.run.finishedAt;
  return {
    ...report,
    summary,
    run: { ...report.run, ...(shard ? { shard: { ...shard } } : {}) },
    results: compareResults(report, history, at),
  };
}

/** What is on by an exception that ends within two weeks, each in a sentence. Pure. */
export function endingExceptions({ config }: Pick<Audit, 'config'>, { results }: Report, now: Date): string[] {
  const { ending } = decideExceptions(config.exceptions, now);
  return ending
    .filter(({ account, setting }) =>
      results.some((result) => result.suppressed && result.account.name === account && result.setting.id === setting),
    )
    .map(
      ({ account, setting, owner, expires }) =>
        `The exception of ${account} (${setting}, answered for by ${owner}) ends on ${expires}: from then on it counts as on.`,
    );
}
