import type { Seen } from '../../../src/history/seen.ts';
import type { Report, Result } from '../../../src/report/schema.ts';
import { REASONS, type ReasonCode, reason } from '../../../src/vocabulary.ts';
import { ON, report, result, saw } from './given.ts';

export const unknown = (code: ReasonCode, message: string): Partial<Result> => ({
  state: 'unknown',
  verdict: REASONS[code].verdict,
  confidence: 'none',
  observations: [],
  reason: reason(code, message),
});

export const changed = (
  outcome: NonNullable<Result['change']>['outcome'],
  after: Result['state'],
  proof: Result['observations'] = [],
): Partial<Result> => ({ change: { outcome, before: 'on', after, proof } });

export const DISABLE = { command: 'disable' };

/** The seven ways in which a run can end for its reader. Every format of each is kept in full. */
export const ENDINGS: Record<string, Report> = {
  on: report([result(ON)]),
  off: report([result()]),
  'not-offered': report([
    result({
      state: 'not-offered',
      verdict: 'not-applicable',
      confidence: 'single',
      observations: [saw('category', 'unclear', { detail: 'the category page has 12 other rows, and not this one' })],
    }),
  ]),
  unknown: report([
    result({
      ...unknown('witnesses-disagree', 'What the page shows does not agree: switch says off, response says on.'),
      observations: [saw('switch', 'off'), saw('response', 'on', { detail: 'the page’s own answer' })],
    }),
  ]),
  challenge: report([result(unknown('challenge', 'LinkedIn asks for a security check.'))]),
  changed: report(
    [
      result({
        ...changed('changed', 'off', [saw('switch', 'off'), saw('response', 'off')]),
        verdict: 'fixed',
        observations: ON.observations,
      }),
    ],
    DISABLE,
    { writesAllowed: 1, writesBlocked: 0, hosts: ['www.linkedin.com'] },
  ),
  'not-proven': report(
    [
      result({
        ...unknown('save-not-seen', 'It was interrupted after the click, before a fresh load could prove anything.'),
        ...changed('not-proven', 'unknown'),
        observations: ON.observations,
      }),
    ],
    DISABLE,
    { writesAllowed: 1, writesBlocked: 0, hosts: ['www.linkedin.com'] },
  ),
};

/** What was seen of the same setting before, a week apart, the last a week before the report. */
export function seenBefore(...states: readonly Result['state'][]): Seen[] {
  const end = Date.parse('2026-11-01T12:00:02.500Z');
  return states.map((state, index) => ({
    at: new Date(end - (states.length - index) * 7 * 86_400_000).toISOString(),
    run: `run-${index}`,
    command: 'check',
    version: '1.2.3',
    origin: 'https://www.linkedin.com',
    account: 'default',
    member: null,
    setting: 'ai-training',
    state,
    verdict: state === 'off' ? 'pass' : 'fail',
    confidence: 'single',
    reason: null,
  }));
}
