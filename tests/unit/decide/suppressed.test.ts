import { expect, it } from 'vitest';
import { decideExitCode } from '../../../src/decide/verdict.ts';
import { reason } from '../../../src/vocabulary.ts';

const POLICY = { failOn: ['on', 'unknown'], exitZero: false } as const;
const EXCEPTION = { reason: 'agreed', owner: 'lee', expires: '2027-01-01' };

it('an exception calms what is on, and nothing else', () => {
  const on = { state: 'on', reason: null, change: null } as const;
  const unknown = { state: 'unknown', reason: reason('control-not-found', 'It is not there.'), change: null } as const;
  expect(decideExitCode([{ ...on, suppressed: EXCEPTION }], POLICY)).toBe(0);
  expect(decideExitCode([{ ...on, suppressed: null }], POLICY)).toBe(1);
  expect(decideExitCode([{ ...on, suppressed: EXCEPTION }, on], POLICY)).toBe(1);
  expect(decideExitCode([{ ...unknown, suppressed: EXCEPTION }], POLICY)).toBe(3);
});
