import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCapture } from '../../../src/capture/judge.ts';
import { captureOf, liveConclusion, seen } from './given.ts';

const RUNS = 6_000;

describe('a captured page', { timeout: 60_000 }, () => {
  it('is judged as the page was: state, confidence, reason, and each witness', () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(seen, (given) => {
        const { conclusion, observations } = liveConclusion(given);
        const judged = judgeCapture(captureOf(given));
        const { state, confidence, reason } = conclusion;
        expect([judged.state, judged.confidence, judged.reason?.code]).toEqual([state, confidence, reason?.code]);
        if (observations) {
          const told = (all: typeof observations) => all.map(({ witness, kind, saw }) => `${witness} ${kind} ${saw}`);
          expect(told(judged.observations)).toEqual(told(observations));
        }
        const answer = [state, reason?.code].filter(Boolean).join(' ');
        counts.set(answer, (counts.get(answer) ?? 0) + 1);
      }),
      { numRuns: RUNS, seed: 4 },
    );
    // The pages that are made must be worth judging.
    expect([...counts.keys()].sort()).toEqual(EVERY_ANSWER);
    expect(Math.min(...['on', 'off', 'not-offered'].map((state) => counts.get(state) ?? 0))).toBeGreaterThan(10);
  });
});

const EVERY_ANSWER = [
  'not-offered',
  'off',
  'on',
  'unknown challenge',
  'unknown control-ambiguous',
  'unknown control-disabled',
  'unknown control-not-found',
  'unknown off-site-redirect',
  'unknown rate-limited',
  'unknown reading-unstable',
  'unknown restricted',
  'unknown session-expired',
  'unknown signed-out',
  'unknown timeout',
  'unknown unreachable',
  'unknown witnesses-disagree',
  'unknown wrong-account',
];
