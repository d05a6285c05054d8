import { describe, expect, it } from 'vitest';
import { buildReportSchema } from '../../../src/report/json-schema.ts';
import { reportSchema } from '../../../src/report/schema.ts';
import { ENDINGS } from './cases.ts';
import { report, result, saw } from './given.ts';
import { faultsBySchema } from './valid.ts';

/** The schema that we publish, read by a validator that is not ours. */

const good = report([result()]);
const withResult = (overrides: Record<string, unknown>) => ({ ...good, results: [{ ...result(), ...overrides }] });

describe('the JSON Schema of reports', () => {
  it('is of draft 2020-12, and says what it is', () => {
    expect(buildReportSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:linkedin-ai-optout:report:1',
      title: expect.stringContaining('schemaVersion 1'),
    });
  });

  it.each(Object.entries(ENDINGS))('holds for what is told: %s', (_, given) => {
    expect(faultsBySchema(JSON.parse(JSON.stringify(given)))).toEqual([]);
  });

  it('allows fields that it does not know, everywhere', () => {
    const later = withResult({ later: 1, account: { ...result().account, later: 1 } });
    expect(faultsBySchema({ ...later, later: {}, run: { ...good.run, later: [] } })).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['another version', { ...good, schemaVersion: 2 }],
    ['no summary', { ...good, summary: undefined }],
    ['a state that there is not', withResult({ state: 'OFF' })],
    ['a reason without a hint', withResult({ reason: { code: 'timeout', message: '' } })],
    ['a member by name', withResult({ account: { name: 'a', member: 'robin' } })],
    ['a time that is none', withResult({ observations: [saw('switch', 'off', { at: 'noon' })] })],
    ['a time that is not in UTC', { ...good, run: { ...good.run, startedAt: '2026-11-01T12:00:00+01:00' } }],
    ['an exit code that there is not', { ...good, summary: { ...good.summary, exitCode: 8 } }],
    ['no report', null],
  ])('refuses what we refuse: %s', (_, value) => {
    expect(reportSchema.safeParse(value).success).toBe(false);
    expect(faultsBySchema(value === null ? null : JSON.parse(JSON.stringify(value)))).not.toEqual([]);
  });
});
