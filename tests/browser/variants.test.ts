import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VARIANTS } from '../../src/demo/site/variants.ts';
import type { Mode } from '../../src/examine-setting.ts';
import { type Expectation, expectedOf, timeoutOf } from './expected.ts';
import { type Case, openStage, type Stage } from './stage.ts';

/** Every variant of the look-alike, in real Chromium, judged against what its server knows. */

let stage: Stage;
const cases: Case[] = [];

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const RUNS: { mode: Mode; truth: 'on' | 'off'; pick: keyof Expectation }[] = [
  { mode: 'check', truth: 'on', pick: 'on' },
  { mode: 'check', truth: 'off', pick: 'off' },
  { mode: 'dry-run', truth: 'on', pick: 'plan' },
  { mode: 'disable', truth: 'on', pick: 'turned' },
];

// A busy machine may make a reading time out, so the answer gets a second try; the faults of every try count, below.
describe.concurrent('every variant', { retry: 1 }, () => {
  for (const variant of Object.keys(VARIANTS)) {
    for (const { mode, truth, pick } of RUNS) {
      it(`${variant}: ${mode} while ${truth}`, async () => {
        const seen = await stage.run({ variant, mode, truth, timeoutMs: timeoutOf(variant, pick, stage.pace) });
        cases.push(seen);
        expect(seen.faults).toEqual([]);
        expect(expectedOf(variant)[pick].split(' or ')).toContain(seen.answer);
      });
    }
  }
});

describe('over all of them, every try counted', () => {
  it('there was no false off, no stray write, no wrong or second click, no foreign request, no cookie told', () => {
    const faults = cases.flatMap(({ variant, mode, truth, faults }) =>
      faults.map(({ kind, detail }) => `${variant}, ${mode} while ${truth}: ${kind} ${detail}`),
    );
    process.stdout.write(
      `${cases.length} runs over ${Object.keys(VARIANTS).length} variants: ${faults.length} faults\n`,
    );
    expect(cases.length).toBeGreaterThanOrEqual(Object.keys(VARIANTS).length * RUNS.length);
    expect(faults).toEqual([]);
  });
});
