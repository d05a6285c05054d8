import { describe, expect, it } from 'vitest';
import { compareResults } from '../../../src/history/compare.ts';
import type { Seen } from '../../../src/history/seen.ts';
import type { Result } from '../../../src/report/schema.ts';
import { ON, report, result } from '../report/given.ts';
import { seen } from './given.ts';

const MEMBER = `sha256:${'0'.repeat(64)}`;
const earlier = (day: string, overrides: Partial<Seen> = {}) => seen(day, { member: MEMBER, ...overrides });
const compared = (now: Partial<Result>, history: readonly Seen[]) =>
  compareResults(report([result(now)]), history, () => '2026-11-01T12:00:00.000Z')[0];
const at = (day: string) => `2026-${day}T12:00:00.000Z`;

describe('a result is compared with', () => {
  it.each<[string, Partial<Result>, Seen[], Seen | null, string | null]>([
    ['nothing, at first', ON, [], null, null],
    ['the last time', ON, [earlier('05-03'), earlier('05-10')], earlier('05-10'), '05-10'],
    [
      'a last time that was unknown, and still knows of the drift',
      ON,
      [earlier('05-03'), earlier('05-10', { state: 'unknown' })],
      earlier('05-10', { state: 'unknown' }),
      '05-03',
    ],
    ['nothing of another member', ON, [earlier('05-03', { member: `sha256:${'1'.repeat(64)}` })], null, null],
    ['nothing of another account', ON, [earlier('05-03', { account: 'work' })], null, null],
    ['nothing of another setting', ON, [earlier('05-03', { setting: 'another' })], null, null],
    ['nothing of another site', ON, [earlier('05-03', { origin: 'http://127.0.0.1:1' })], null, null],
    ['what nobody knew whose it was', ON, [earlier('05-03', { member: null })], earlier('05-03'), '05-03'],
    ['nothing of its own run', ON, [earlier('05-03', { run: '00000000-0000-4000-8000-000000000000' })], null, null],
    ['itself, where it is off: no drift', {}, [earlier('05-03')], earlier('05-03'), null],
  ])('%s', (_, now, history, previous, offAt) => {
    const told = compared(now, history);
    expect(told?.previous).toEqual(previous && { state: previous.state, verdict: previous.verdict, at: previous.at });
    expect(told?.drift).toEqual(offAt === null ? undefined : { offAt: at(offAt), onBy: at('11-01') });
  });

  it('what it was before it was turned off: that was a drift, too', () => {
    const change = { outcome: 'changed', before: 'on', after: 'off', proof: [] } as const;
    const told = compared({ verdict: 'fixed', change: { ...change, proof: [] } }, [earlier('05-03')]);
    expect(told?.drift).toEqual({ offAt: at('05-03'), onBy: at('11-01') });
  });

  it('a drift is told for as long as it is on', () => {
    const told = compared(ON, [earlier('05-03'), earlier('05-10', { state: 'on' }), earlier('05-17', { state: 'on' })]);
    expect(told?.drift).toEqual({ offAt: at('05-03'), onBy: at('05-10') });
  });
});
