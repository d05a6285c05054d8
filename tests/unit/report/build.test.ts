import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build.ts';
import { type Result, reportSchema } from '../../../src/report/schema.ts';
import { CONFIDENCES, OUTCOMES, REASONS, type ReasonCode, reason, STATES, VERDICTS } from '../../../src/vocabulary.ts';
import { facts, ON, report, result, saw } from './given.ts';

describe('a report', () => {
  it('is what the contract shows', () => {
    const network = { writesAllowed: 0, writesBlocked: 2, hosts: ['www.linkedin.com'] };
    const built = report([result()], {}, network);
    expect(built).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'linkedin-ai-optout', version: '1.2.3' },
      run: {
        id: facts().id,
        command: 'check',
        dryRun: false,
        trigger: 'manual',
        startedAt: '2026-11-01T12:00:00.000Z',
        finishedAt: '2026-11-01T12:00:02.500Z',
        durationMs: 2500,
        origin: 'https://www.linkedin.com',
        browser: { name: 'chromium', version: '156.0.1.2', mode: 'headed', sandbox: true },
      },
      results: [result()],
      network,
      coverage: { asOf: '2026-08-22' },
      summary: { verdict: 'pass', exitCode: 0, counts: { on: 0, off: 1, notOffered: 0, unknown: 0 } },
    });
    expect(Object.keys(built)).toEqual(['schemaVersion', 'tool', 'run', 'results', 'network', 'coverage', 'summary']);
  });

  it('took no time where the clock was set back meanwhile, and is one that can be read again', () => {
    const built = report([result()], { finishedAt: new Date('2026-11-01T11:00:00.000Z') });
    expect(built.run).toMatchObject({ finishedAt: '2026-11-01T11:00:00.000Z', durationMs: 0 });
    expect(reportSchema.parse(built)).toEqual(built);
  });

  it('says what off means and what it does not', () => {
    const { coverage } = report([result()]);
    expect(coverage.covers.join()).toContain('group messages');
    expect(coverage.covers.join()).toContain('Microsoft');
    expect(coverage.doesNotCover.join()).toContain('not retroactive');
    expect(coverage.doesNotCover.join()).toContain('does not generate content');
  });

  it('counts what it holds, and ends as the worst of it', () => {
    const unknown = { state: 'unknown', verdict: 'unknown', reason: reason('witnesses-disagree', 'No.') } as const;
    const results = [result(), result(ON), result(ON), result(unknown), result({ state: 'not-offered' })];
    expect(report(results).summary).toEqual({
      verdict: 'unknown',
      exitCode: 3,
      counts: { on: 2, off: 1, notOffered: 1, unknown: 1 },
    });
  });

  it('follows --fail-on and --exit-zero in its exit code alone', () => {
    const exitZero = buildReport(facts(), [result(ON)], report([]).network, { failOn: ['on'], exitZero: true });
    expect(exitZero.summary).toMatchObject({ verdict: 'fail', exitCode: 0, counts: { on: 1 } });
  });
});

describe('the schema', () => {
  const valid = report([result()]);
  const issues = (value: unknown) =>
    (reportSchema.safeParse(value).error?.issues ?? []).map(({ path }) => path.join('.'));
  const withResult = (overrides: Record<string, unknown>) => ({ ...valid, results: [{ ...result(), ...overrides }] });

  it.each(STATES)('accepts the state %s', (state) => {
    expect(issues(report([result({ state })]))).toEqual([]);
  });
  it.each(VERDICTS)('accepts the verdict %s', (verdict) => {
    expect(issues(report([result({ verdict })]))).toEqual([]);
  });
  it.each(CONFIDENCES)('accepts the confidence %s', (confidence) => {
    expect(issues(report([result({ confidence })]))).toEqual([]);
  });
  it.each(OUTCOMES)('accepts the outcome %s', (outcome) => {
    const change = { outcome, before: 'on', after: 'off', proof: [saw('switch', 'off')] } satisfies Result['change'];
    expect(issues(report([result({ change })]))).toEqual([]);
  });
  it.each(Object.keys(REASONS) as ReasonCode[])('accepts the reason %s, which says what to do next', (code) => {
    const why = reason(code, 'It is so.');
    expect(issues(report([result({ state: 'unknown', reason: why })]))).toEqual([]);
    expect(why.hint).toMatch(/^[A-Z].{10,}\.$/);
  });
  it('accepts a run without a browser, and a member that nobody named', () => {
    expect(issues(report([result({ account: { name: 'a', member: null } })], { browser: null }))).toEqual([]);
  });
  it('accepts an origin on loopback', () => {
    expect(issues(report([result()], { origin: 'http://127.0.0.1:4173' }))).toEqual([]);
  });
  it('accepts fields that it does not know, and keeps them', () => {
    const later = { ...valid, signature: 'x', run: { ...valid.run, host: 'y' } };
    expect(reportSchema.parse(later)).toEqual(later);
  });
  it('reads what was written', () => {
    expect(reportSchema.parse(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
  });

  it.each<[string, unknown, string]>([
    ['another version', { ...valid, schemaVersion: 2 }, 'schemaVersion'],
    ['a report without a summary', { ...valid, summary: undefined }, 'summary'],
    ['a state that there is not', withResult({ state: 'OFF' }), 'results.0.state'],
    ['a verdict that there is not', withResult({ verdict: 'ok' }), 'results.0.verdict'],
    [
      'a reason that there is not',
      withResult({ reason: { code: 'x', message: '', hint: '' } }),
      'results.0.reason.code',
    ],
    ['a reason without a hint', withResult({ reason: { code: 'timeout', message: '' } }), 'results.0.reason.hint'],
    ['a member by name', withResult({ account: { name: 'a', member: 'robin' } }), 'results.0.account.member'],
    [
      'a time that is none',
      withResult({ observations: [saw('switch', 'off', { at: 'noon' })] }),
      'results.0.observations.0.at',
    ],
    [
      'a time that is not in UTC',
      { ...valid, run: { ...valid.run, startedAt: '2026-11-01T12:00:00+01:00' } },
      'run.startedAt',
    ],
    ['a count below nothing', { ...valid, network: { ...valid.network, writesAllowed: -1 } }, 'network.writesAllowed'],
    ['no report', null, ''],
  ])('refuses %s', (_, value, where) => {
    expect(issues(value)).toEqual([where]);
  });
});
