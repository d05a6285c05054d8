import { decideExitCode, decideSummaryVerdict, type ExitPolicy } from '../decide/verdict.ts';
import { coverageTold } from '../settings/coverage.ts';
import type { State } from '../vocabulary.ts';
import type { Report, Result } from './schema.ts';

export interface RunFacts {
  id: string;
  version: string;
  command: string;
  dryRun: boolean;
  trigger: string;
  startedAt: Date;
  finishedAt: Date;
  origin: string;
  browser: Report['run']['browser'];
}

/** Puts a report together. Pure: times and identifiers come in. */
export function buildReport(
  { version, startedAt, finishedAt, id, command, dryRun, trigger, origin, browser }: RunFacts,
  results: Result[],
  network: Report['network'],
  policy: ExitPolicy,
): Report {
  const count = (state: State) => results.filter((result) => result.state === state).length;
  return {
    schemaVersion: 1,
    tool: { name: 'linkedin-ai-optout', version },
    run: {
      id,
      command,
      dryRun,
      trigger,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
      // A clock may be set back meanwhile.
      durationMs: Math.max(0, finishedAt.getTime() - startedAt.getTime()),
      origin,
      browser,
    },
    results,
    network,
    coverage: coverageTold(results.map(({ setting }) => setting.id)),
    summary: {
      verdict: decideSummaryVerdict(results.map((result) => result.verdict)),
      exitCode: decideExitCode(results, policy),
      counts: { on: count('on'), off: count('off'), notOffered: count('not-offered'), unknown: count('unknown') },
    },
  };
}
