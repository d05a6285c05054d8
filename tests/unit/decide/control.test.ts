import { describe, expect, it } from 'vitest';
import { type Pick, pickControl, stateOfAria, stateOfControl } from '../../../src/decide/control.ts';
import type { ControlFact } from '../../../src/decide/observation.ts';
import { control, KEY, OUR_LABEL } from './given.ts';

const TIPS = 'tipsForUsingLinkedinViaEmail';
const pick = (...controls: ControlFact[]) =>
  pickControl(controls, { key: KEY, otherKeys: [TIPS], hasOurWords: (label) => label === OUR_LABEL });
const hidden = (overrides: Partial<ControlFact> = {}) => control({ rendered: false, ...overrides });
const other = (overrides: Partial<ControlFact> = {}) => control({ labelledBy: [TIPS], label: 'Tips', ...overrides });
const renamed = (overrides: Partial<ControlFact> = {}) => control({ labelledBy: ['someNewKey42'], ...overrides });
const tell = (picked: Pick) => {
  switch (picked.kind) {
    case 'found':
      return `${picked.foundBy} × ${picked.matches}${picked.isContradicted ? ', contradicted' : ''}`;
    case 'none':
      return 'none';
    case 'doubt':
      expect(picked.reason.message).toMatch(/^[A-Z].+\.$/);
      return picked.reason.code;
  }
};

describe('which control is ours', () => {
  const cases: [string, ControlFact[], string][] = [
    ['the one with the key', [control()], 'key × 1'],
    ['the one with the key among several ids', [control({ labelledBy: ['title', KEY, 'hint'] })], 'key × 1'],
    ['the one with the key, whatever its words', [control({ label: 'Something new' })], 'key × 1'],
    ['the one with the key, and what wraps it says so, too', [control({ kin: ['on'] })], 'key × 1'],
    ['the one with the key, contradicted by what wraps it', [control({ kin: ['off'] })], 'key × 1, contradicted'],
    ['the one with the key, in something unclear', [control({ kin: ['unclear'] })], 'key × 1, contradicted'],
    ['the one with the key, in the midst of others', [other(), control(), other()], 'key × 1'],
    ['the one with the key, although another has our words', [control({ label: '' }), renamed()], 'key × 1'],
    ['the one with the key that is shown, its hidden twin agreeing', [control(), hidden()], 'key × 2'],
    [
      'the one that is shown, contradicted by a hidden twin',
      [control(), hidden({ checked: false })],
      'key × 2, contradicted',
    ],
    [
      'the one that is shown, and a hidden twin that says nothing',
      [control(), hidden({ indeterminate: true })],
      'key × 2, contradicted',
    ],
    [
      'the one that is shown, and only one of two hidden twins says otherwise',
      [control(), hidden(), hidden({ checked: false })],
      'key × 3, contradicted',
    ],
    [
      'the one with the key, contradicted by another that has our words',
      [control(), renamed({ checked: false })],
      'key × 1, contradicted',
    ],
    [
      'the one with the key, and one of two that have our words says otherwise',
      [control(), renamed(), renamed({ checked: false })],
      'key × 1, contradicted',
    ],
    [
      'the one with the key: what is not shown has no words',
      [control(), renamed({ checked: false, rendered: false })],
      'key × 1',
    ],
    [
      'the one with the key: other words say nothing',
      [control(), renamed({ checked: false, label: 'Tips' })],
      'key × 1',
    ],
    [
      'the one with the key: another setting may borrow our words',
      [control(), other({ checked: false, label: OUR_LABEL })],
      'key × 1',
    ],
    ['none for certain where two are shown', [control(), control()], 'control-ambiguous'],
    [
      'none for certain where two are shown and disagree',
      [control(), control({ checked: false })],
      'control-ambiguous',
    ],
    ['none where the one with the key is hidden', [hidden()], 'control-not-found'],
    ['none where the one with the key is hidden and another has our words', [hidden(), renamed()], 'control-not-found'],
    ['none by a key that only begins alike', [other({ labelledBy: [`${KEY}2`] })], 'control-not-found'],
    ['none by a key in other letters', [other({ labelledBy: [KEY.toLowerCase()] })], 'control-not-found'],
    ['none that carries another setting’s key as well', [control({ labelledBy: [KEY, TIPS] })], 'control-not-found'],
    [
      'none for certain beside one that carries another’s key, too',
      [control(), control({ labelledBy: [TIPS, KEY], checked: false })],
      'control-ambiguous',
    ],
    [
      'the one with the key, beside a hidden one that carries another’s, too',
      [control(), hidden({ labelledBy: [TIPS, KEY], checked: false })],
      'key × 1',
    ],
    ['none by its words that carries another setting’s key', [renamed({ labelledBy: [TIPS] })], 'control-not-found'],
    ['by its words: the only switch on the page', [renamed()], 'words × 0'],
    ['by its words: the only one that is shown', [renamed(), other({ rendered: false })], 'words × 0'],
    ['none by its words where there are two switches', [renamed(), other()], 'control-not-found'],
    ['none where the only switch is another setting’s', [other()], 'none'],
    ['none where the only switch stands aside', [renamed({ label: 'Dark mode', isAside: true })], 'none'],
    ['by its words, although it stands aside', [renamed({ isAside: true })], 'words × 0'],
    [
      'none for certain where one of those beside has other words',
      [other(), renamed({ label: 'Dark mode' })],
      'control-not-found',
    ],
    ['none where the only switch has other words', [renamed({ label: 'Something new' })], 'control-not-found'],
    ['none where the only switch has no words', [renamed({ label: '' })], 'control-not-found'],
    ['none on a page without switches', [], 'none'],
    ['none where all are hidden', [other({ rendered: false }), renamed({ rendered: false })], 'none'],
  ];

  it.each(cases)('%s', (_, controls, expected) => {
    expect(tell(pick(...controls))).toBe(expected);
  });

  it('is handed over as it stands on the page', () => {
    const ours = control({ checked: false });
    expect(pick(other(), ours)).toEqual({
      kind: 'found',
      control: ours,
      foundBy: 'key',
      matches: 1,
      isContradicted: false,
    });
  });

  it('does not depend on their order', () => {
    for (const [, controls, expected] of cases) expect(tell(pick(...controls.toReversed()))).toBe(expected);
  });
});

describe('what a control says', () => {
  it.each<[string, Partial<ControlFact>, string]>([
    ['a checked box', { checked: true }, 'on'],
    ['an unchecked box', { checked: false }, 'off'],
    ['a box that is neither', { checked: true, indeterminate: true }, 'unclear'],
    ['a checked box whose aria-checked says false', { checked: true, ariaState: 'false' }, 'on'],
    ['a button that says true', { kind: 'aria', checked: false, ariaState: 'true' }, 'on'],
    ['a button that says false', { kind: 'aria', checked: true, ariaState: 'false' }, 'off'],
    ['a button that says mixed', { kind: 'aria', ariaState: 'mixed' }, 'unclear'],
    ['a button that says nothing', { kind: 'aria', ariaState: null }, 'unclear'],
  ])('%s', (_, fact, expected) => {
    expect(stateOfControl(control(fact))).toBe(expected);
  });

  it.each(['mixed', 'undefined', 'TRUE', 'on', '1', '', ' true', null])('aria state %j is unclear', (value) => {
    expect(stateOfAria(value)).toBe('unclear');
  });
});
