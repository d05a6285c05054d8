import { describe, expect, it } from 'vitest';
import {
  decideExitCode,
  decideSummaryVerdict,
  decideVerdict,
  type ExitPolicy,
  FAIL_ON,
  type Judged,
} from '../../../src/decide/verdict.ts';
import { OUTCOMES, REASONS, type ReasonCode, reason, STATES, VERDICTS } from '../../../src/vocabulary.ts';
import { everyCombination } from './given.ts';

/** The contract's table (§4), written out once more. */
const EXIT_OF_REASON: Record<ReasonCode, number> = {
  'signed-out': 4,
  'session-expired': 4,
  'wrong-account': 4,
  challenge: 5,
  restricted: 5,
  'rate-limited': 5,
  'control-not-found': 3,
  'control-ambiguous': 3,
  'control-disabled': 3,
  'witnesses-disagree': 3,
  'reading-unstable': 3,
  'unexpected-dialog': 3,
  'save-failed': 6,
  'save-not-seen': 6,
  'off-site-redirect': 7,
  unreachable: 7,
  timeout: 7,
  'browser-missing': 7,
  'browser-failed': 7,
  internal: 70,
};
const COULD_NOT_LOOK = [4, 5, 7, 70];
const CODES = Object.keys(EXIT_OF_REASON) as ReasonCode[];
const PRECEDENCE = [6, 70, 5, 4, 7, 3, 1, 0];

const judged = (overrides: Partial<Judged> = {}): Judged => ({
  state: 'off',
  reason: null,
  change: null,
  ...overrides,
});
const because = (code: ReasonCode) => judged({ state: 'unknown', reason: reason(code, 'It is so.') });
const strict = (overrides: Partial<ExitPolicy> = {}): ExitPolicy => ({
  failOn: FAIL_ON,
  exitZero: false,
  ...overrides,
});
const exitCode = (results: readonly Judged[], policy: Partial<ExitPolicy> = {}) =>
  decideExitCode(results, strict(policy));

const CASES: Judged[] = everyCombination({
  state: STATES,
  reason: [null, ...CODES.map((code) => reason(code, 'It is so.'))],
  change: [null, ...OUTCOMES.map((outcome) => ({ outcome }))],
});
const broken = (isBroken: (given: Judged) => boolean) =>
  CASES.filter(isBroken).map(({ state, reason, change }) => `${state}, ${reason?.code}, ${change?.outcome}`);

function expectedExit({ state, reason, change }: Judged): number {
  if (change?.outcome === 'not-proven') return 6;
  if (state === 'on') return 1;
  if (state === 'unknown') return reason ? EXIT_OF_REASON[reason.code] : 3;
  return 0;
}

describe('the exit code', () => {
  it('of every state, reason and outcome is the contract’s', () => {
    expect(CASES).toHaveLength(4 * 21 * 7);
    expect(broken((given) => exitCode([given]) !== expectedExit(given))).toEqual([]);
  });

  it('of each reason is the contract’s, and no reason is missing', () => {
    expect(Object.fromEntries(CODES.map((code) => [code, exitCode([because(code)])]))).toEqual(EXIT_OF_REASON);
    expect(Object.keys(REASONS).sort()).toEqual([...CODES].sort());
  });

  it('is 0 only for off, proven off or not offered', () => {
    expect(
      broken((given) => exitCode([given]) === 0 && given.state !== 'off' && given.state !== 'not-offered'),
    ).toEqual([]);
  });

  it('of many is the first that occurs, for every choice of them and in any order', () => {
    const one: Record<number, Judged> = {
      6: judged({ state: 'unknown', change: { outcome: 'not-proven' } }),
      70: because('internal'),
      5: because('challenge'),
      4: because('signed-out'),
      7: because('timeout'),
      3: because('control-not-found'),
      1: judged({ state: 'on' }),
      0: judged(),
    };
    for (let choice = 1; choice < 2 ** PRECEDENCE.length; choice++) {
      const chosen = PRECEDENCE.filter((_, index) => choice & (1 << index));
      const results = chosen.flatMap((code) => one[code] ?? []);
      expect(exitCode(results)).toBe(chosen[0]);
      expect(exitCode(results.toReversed())).toBe(chosen[0]);
    }
  });

  it('of off beside not offered is 0', () => {
    expect(exitCode([judged(), judged({ state: 'not-offered' })])).toBe(0);
  });
});

describe('--fail-on and --exit-zero', () => {
  it.each<[string, Partial<ExitPolicy>, number, number]>([
    ['nothing said', {}, 1, 3],
    ['--fail-on on', { failOn: ['on'] }, 1, 0],
    ['--fail-on unknown', { failOn: ['unknown'] }, 0, 3],
    ['--fail-on on --exit-zero', { failOn: ['on'], exitZero: true }, 0, 0],
    ['--exit-zero', { exitZero: true }, 0, 3],
  ])('%s: on and unknown', (_, policy, on, unknown) => {
    expect(exitCode([judged({ state: 'on' })], policy)).toBe(on);
    expect(exitCode([because('witnesses-disagree')], policy)).toBe(unknown);
    expect(exitCode([judged({ state: 'unknown' })], policy)).toBe(unknown);
    expect(exitCode([judged({ state: 'on' }), because('witnesses-disagree')], policy)).toBe(unknown || on);
  });

  it.each<[string, Partial<ExitPolicy>]>([
    ['--fail-on on', { failOn: ['on'] }],
    ['--fail-on unknown', { failOn: ['unknown'] }],
    ['--exit-zero', { exitZero: true }],
  ])('%s lets neither a wall nor a fault nor a missing proof pass', (_, policy) => {
    for (const code of CODES.filter((name) => EXIT_OF_REASON[name] !== 3)) {
      expect(exitCode([because(code)], policy)).toBe(EXIT_OF_REASON[code]);
    }
    expect(exitCode([judged({ state: 'on', change: { outcome: 'not-proven' } })], policy)).toBe(6);
    expect(exitCode([judged({ state: 'unknown', change: { outcome: 'not-proven' } })], policy)).toBe(6);
  });
});

describe('the verdict', () => {
  it.each<[string, Judged, string]>([
    ['off', judged(), 'pass'],
    ['off already', judged({ change: { outcome: 'already-off' } }), 'pass'],
    ['was on, now proven off', judged({ change: { outcome: 'changed' } }), 'fixed'],
    ['on', judged({ state: 'on' }), 'fail'],
    ['on, a dry run', judged({ state: 'on', change: { outcome: 'would-change' } }), 'fail'],
    ['on, refused', judged({ state: 'on', change: { outcome: 'refused' } }), 'fail'],
    ['still on', judged({ state: 'on', change: { outcome: 'not-proven' } }), 'fail'],
    ['not offered', judged({ state: 'not-offered', change: { outcome: 'not-offered' } }), 'not-applicable'],
    ['unknown for no reason', judged({ state: 'unknown' }), 'unknown'],
    ['clicked and not proven', { ...because('save-failed'), change: { outcome: 'not-proven' } }, 'unknown'],
  ])('%s', (_, given, verdict) => {
    expect(decideVerdict(given)).toBe(verdict);
  });

  it.each(CODES)('of unknown for the reason %s is an error where nobody could look', (code) => {
    expect(decideVerdict(because(code))).toBe(COULD_NOT_LOOK.includes(EXIT_OF_REASON[code]) ? 'error' : 'unknown');
  });

  it('is good only where the state is', () => {
    expect(broken((given) => ['pass', 'fixed'].includes(decideVerdict(given)) && given.state !== 'off')).toEqual([]);
    expect(broken((given) => decideVerdict(given) === 'not-applicable' && given.state !== 'not-offered')).toEqual([]);
  });

  it('of many is the worst', () => {
    const worstFirst = ['error', 'unknown', 'fail', 'fixed', 'pass', 'not-applicable'] as const;
    expect([...worstFirst].sort()).toEqual([...VERDICTS].sort());
    for (const [index, verdict] of worstFirst.entries()) {
      expect(decideSummaryVerdict(worstFirst.slice(index))).toBe(verdict);
      expect(decideSummaryVerdict(worstFirst.slice(index).toReversed())).toBe(verdict);
    }
  });

  it('of nothing is unknown', () => {
    expect(decideSummaryVerdict([])).toBe('unknown');
  });
});
