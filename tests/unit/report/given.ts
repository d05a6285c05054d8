import { buildReport, type RunFacts } from '../../../src/report/build.ts';
import type { Report, Result } from '../../../src/report/schema.ts';
import { valid } from './valid.ts';

export const AT = '2026-11-01T12:00:01.000Z';

type Observation = Result['observations'][number];

export function saw(witness: string, what: string, overrides: Partial<Observation> = {}): Observation {
  return { witness, saw: what, at: AT, detail: 'native checked', ...overrides };
}

/** Off, and known by two witnesses. */
export function result(overrides: Partial<Result> = {}): Result {
  return {
    account: { name: 'default', member: `sha256:${'0'.repeat(64)}` },
    setting: {
      id: 'ai-training',
      key: 'allowDataForGenerativeAI',
      title: 'Data for Generative AI Improvement',
      url: 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement',
    },
    state: 'off',
    verdict: 'pass',
    confidence: 'corroborated',
    reason: null,
    observations: [saw('switch', 'off'), saw('response', 'off')],
    change: null,
    previous: null,
    suppressed: null,
    evidence: [],
    ...overrides,
  };
}

export const ON = {
  state: 'on',
  verdict: 'fail',
  observations: [saw('switch', 'on'), saw('response', 'on')],
} satisfies Partial<Result>;

export function facts(overrides: Partial<RunFacts> = {}): RunFacts {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    version: '1.2.3',
    command: 'check',
    dryRun: false,
    trigger: 'manual',
    startedAt: new Date('2026-11-01T12:00:00.000Z'),
    finishedAt: new Date('2026-11-01T12:00:02.500Z'),
    origin: 'https://www.linkedin.com',
    browser: { name: 'chromium', version: '156.0.1.2', mode: 'headed', sandbox: true },
    ...overrides,
  };
}

export function report(results: Result[], overrides: Partial<RunFacts> = {}, network?: Report['network']): Report {
  return valid(
    buildReport(
      facts(overrides),
      results,
      network ?? { writesAllowed: 0, writesBlocked: 2, hosts: ['www.linkedin.com'] },
      { failOn: ['on', 'unknown'], exitZero: false },
    ),
  );
}
