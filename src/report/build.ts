import { decideExitCode, decideSummaryVerdict, type ExitPolicy } from '../decide/verdict.ts';
import { COVERAGE_AS_OF, COVERS, DOES_NOT_COVER } from '../settings/coverage.ts';
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
      durationMs: finishedAt.getTime() - startedAt.getTime(),
      origin,
      browser,
    },
    results,
    network,
    coverage: {
      asOf: COVERAGE_AS_OF,
      covers: COVERS.map((fact) => fact.text),
      doesNotCover: DOES_NOT_COVER.map((fact) => fact.text),
    },
    summary: {
      verdict: decideSummaryVerdict(results.map((result) => result.verdict)),
      exitCode: decideExitCode(results, policy),
      counts: { on: count('on'), off: count('off'), notOffered: count('not-offered'), unknown: count('unknown') },
    },
  };
}
