import { describe, expect, it } from 'vitest';
import { planChange, type Readiness } from '../../../src/decide/plan.ts';
import { reason, STATES } from '../../../src/vocabulary.ts';
import { everyCombination } from './given.ts';

type Control = NonNullable<Readiness['control']>;

const found = (overrides: Partial<Control> = {}): Control => ({
  foundBy: 'key',
  matches: 1,
  disabled: false,
  ...overrides,
});
const ready = (overrides: Partial<Readiness> = {}): Readiness => ({
  state: 'on',
  reason: null,
  control: found(),
  modalDialogs: 0,
  ...overrides,
});

describe('what disable will do', () => {
  it('it clicks one control, found by its key, known to be on', () => {
    expect(planChange(ready())).toEqual({ act: 'click' });
  });

  const doubt = reason('witnesses-disagree', 'They do not agree.');
  it.each<[string, Partial<Readiness>, string, string | null]>([
    ['off', { state: 'off' }, 'already-off', null],
    ['not offered', { state: 'not-offered', control: null }, 'not-offered', null],
    ['unknown', { state: 'unknown', reason: doubt }, 'refused', 'witnesses-disagree'],
    ['unknown for no reason', { state: 'unknown' }, 'refused', null],
    ['on, but no control to speak of', { control: null }, 'refused', 'control-not-found'],
    ['on, found by its words', { control: found({ foundBy: 'words', matches: 0 }) }, 'refused', 'control-not-found'],
    ['on, found by its words, and only one', { control: found({ foundBy: 'words' }) }, 'refused', 'control-not-found'],
    ['on, twice in the page', { control: found({ matches: 2 }) }, 'refused', 'control-ambiguous'],
    ['on, and no match', { control: found({ matches: 0 }) }, 'refused', 'control-ambiguous'],
    ['on and disabled', { control: found({ disabled: true }) }, 'refused', 'control-disabled'],
    ['on under a dialog', { modalDialogs: 1 }, 'refused', 'unexpected-dialog'],
  ])('it clicks nothing: %s', (_, readiness, outcome, code) => {
    const plan = planChange(ready(readiness));
    expect(plan).toMatchObject({ act: 'nothing', outcome });
    expect(plan.act === 'nothing' && (plan.reason?.code ?? null)).toBe(code);
  });

  it('tells in a sentence why it clicks nothing where it is on', () => {
    const controls = [
      null,
      ...everyCombination({ foundBy: ['key', 'words'], matches: [0, 1, 2], disabled: [false, true] }),
    ];
    const plans = everyCombination({ control: controls, modalDialogs: [0, 1] }).map((each) => planChange(ready(each)));
    const messages = plans.flatMap((plan) => (plan.act === 'nothing' ? [plan.reason?.message] : []));
    expect(messages.filter((message) => !/^[A-Z].+\.$/.test(message ?? ''))).toEqual([]);
  });

  it('of all that can be read, one thing alone leads to a click', () => {
    const controls = [
      null,
      ...everyCombination({ foundBy: ['key', 'words'], matches: [0, 1, 2], disabled: [false, true] } as const),
    ];
    const all = everyCombination({ state: STATES, control: controls, modalDialogs: [0, 1, 2], reason: [null, doubt] });
    const clicked = all.filter((readiness) => planChange(readiness).act === 'click');
    expect(clicked).toEqual([ready(), ready({ reason: doubt })]);
  });
});
