import { describe, expect, it } from 'vitest';
import type { Observation, Saw, WitnessKind } from '../../../src/decide/observation.ts';
import { decideState, type Judgement } from '../../../src/decide/state.ts';
import { everyCombination } from './given.ts';

const KINDS = {
  switch: 'control',
  'aria-checked': 'control',
  response: 'data',
  embedded: 'data',
  words: 'words',
} as const satisfies Record<string, WitnessKind>;
type Witness = keyof typeof KINDS;
type Said = Record<Witness, Saw | 'absent'>;
interface Case extends Said {
  foundBy: 'key' | 'words';
  disabled: boolean;
  isContradicted: boolean;
  isBlind: boolean;
  isOwnMissing: boolean;
}

const SAID = ['absent', 'on', 'off', 'unclear'] as const;
const CASES: readonly Case[] = everyCombination({
  switch: SAID,
  'aria-checked': SAID,
  response: SAID,
  embedded: SAID,
  words: SAID,
  foundBy: ['key', 'words'],
  disabled: [false, true],
  isContradicted: [false, true],
  isBlind: [false, true],
  isOwnMissing: [false, true],
});

const WITNESSES = Object.keys(KINDS) as Witness[];
const observations = (said: Said): Observation[] =>
  WITNESSES.flatMap((witness) => {
    const saw = said[witness];
    return saw === 'absent' ? [] : [{ witness, kind: KINDS[witness], saw, detail: '' }];
  });
const judge = (given: Case) => decideState(observations(given), given);
const tell = (judgement: Judgement) =>
  judgement.kind === 'state'
    ? `${judgement.state} ${judgement.confidence}${judgement.isLive ? ' live' : ''}`
    : judgement.reason.code;

const says = (given: Case, saw: Saw) => WITNESSES.some((witness) => given[witness] === saw);
const speaks = (given: Case, witness: Witness) => given[witness] === 'on' || given[witness] === 'off';

/** The rule in the words of the contract, not in those of the code. */
function rule(given: Case): string {
  if (says(given, 'on') && says(given, 'off')) return 'witnesses-disagree';
  if (given.switch === 'unclear' || given['aria-checked'] === 'unclear') return 'control-ambiguous';
  if (given.switch === 'absent' && given['aria-checked'] === 'absent') return 'control-ambiguous';
  const isLive = given.foundBy === 'key' && speaks(given, 'response');
  if (given.disabled && !isLive) return 'control-disabled';
  const isDataUnclear = given.response === 'unclear' || given.embedded === 'unclear';
  if (isDataUnclear && !isLive) return 'control-ambiguous';
  // What a page's own data bears out does not hang on what it asked for elsewhere.
  const isBorneOut = given.foundBy === 'key' && speaks(given, 'embedded') && !given.isOwnMissing;
  if (((given.isBlind && !isBorneOut) || given.isContradicted) && !isLive) return 'control-ambiguous';
  if (given.foundBy === 'words' && says(given, 'off')) return 'control-not-found';
  const isSecond = speaks(given, 'response') || speaks(given, 'embedded') || speaks(given, 'words');
  const confidence = given.foundBy === 'key' && isSecond ? 'corroborated' : 'single';
  return `${says(given, 'on') ? 'on' : 'off'} ${confidence}${isLive ? ' live' : ''}`;
}

const where = (isBroken: (given: Case, judgement: Judgement) => boolean) =>
  CASES.filter((given) => isBroken(given, judge(given)));
const isState = (judgement: Judgement, state: 'on' | 'off') => judgement.kind === 'state' && judgement.state === state;

describe(`what all ${CASES.length} combinations of witnesses come to`, () => {
  it('is what the rule says', () => {
    expect(CASES).toHaveLength(4 ** 5 * 2 ** 5);
    expect(CASES.filter((given) => tell(judge(given)) !== rule(given))).toEqual([]);
  });

  it.each(['on', 'off'] as const)('is never %s unless a part of the control says so', (state) => {
    expect(
      where((given, seen) => isState(seen, state) && given.switch !== state && given['aria-checked'] !== state),
    ).toEqual([]);
  });

  it('is never off while anything says on, and never on while anything says off', () => {
    expect(where((given, seen) => isState(seen, 'off') && says(given, 'on'))).toEqual([]);
    expect(where((given, seen) => isState(seen, 'on') && says(given, 'off'))).toEqual([]);
  });

  it('is never corroborated or live where the control was found by its words alone', () => {
    expect(
      where(
        ({ foundBy }, seen) =>
          foundBy === 'words' && seen.kind === 'state' && (seen.confidence !== 'single' || seen.isLive),
      ),
    ).toEqual([]);
  });

  it('is never off where the control was found by its words alone', () => {
    expect(where(({ foundBy }, seen) => foundBy === 'words' && isState(seen, 'off'))).toEqual([]);
  });

  it('is never a state where something is odd and no answer of the server tells', () => {
    const isOdd = ({ disabled, isContradicted, isBlind, isOwnMissing }: Case) =>
      disabled || isContradicted || (isBlind && isOwnMissing);
    expect(where((given, seen) => isOdd(given) && !speaks(given, 'response') && seen.kind === 'state')).toEqual([]);
  });

  it('is doubt as soon as any one witness turns round', () => {
    const isStillSure = CASES.filter((given) => judge(given).kind === 'state').flatMap((given) =>
      WITNESSES.filter((witness) => speaks(given, witness))
        .map((witness) => ({ ...given, [witness]: given[witness] === 'on' ? 'off' : 'on' }) as Case)
        .filter((turned) => observations(turned).filter(({ saw }) => saw !== 'unclear').length > 1)
        .filter((turned) => judge(turned).kind === 'state'),
    );
    expect(isStillSure).toEqual([]);
  });

  it('mirrors itself when everybody says the opposite, where the control has its key', () => {
    const opposite = { on: 'off', off: 'on', unclear: 'unclear', absent: 'absent' } as const;
    const mirror = (given: Case) =>
      ({ ...given, ...Object.fromEntries(WITNESSES.map((witness) => [witness, opposite[given[witness]]])) }) as Case;
    const mirrored = (judgement: Judgement) =>
      tell(judgement).replace(/^on|^off/, (state) => (state === 'on' ? 'off' : 'on'));
    const keyed = CASES.filter(({ foundBy }) => foundBy === 'key');
    expect(keyed.filter((given) => tell(judge(mirror(given))) !== mirrored(judge(given)))).toEqual([]);
  });

  it('is told in a sentence where it is a doubt', () => {
    expect(where((_, seen) => seen.kind === 'doubt' && !/^[A-Z].+\.$/.test(seen.reason.message))).toEqual([]);
  });

  it('does not depend on the order of the witnesses', () => {
    expect(
      CASES.filter((given) => tell(decideState(observations(given).toReversed(), given)) !== tell(judge(given))),
    ).toEqual([]);
  });
});

describe('a disagreement', () => {
  it('names who said what', () => {
    const said: Said = { switch: 'off', 'aria-checked': 'unclear', response: 'on', embedded: 'absent', words: 'off' };
    expect(
      decideState(observations(said), {
        foundBy: 'key',
        disabled: false,
        isContradicted: false,
        isBlind: false,
        isOwnMissing: false,
      }),
    ).toMatchObject({
      kind: 'doubt',
      reason: { message: 'What the page shows does not agree: switch says off, response says on, words says off.' },
    });
  });
});
