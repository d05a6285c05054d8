import { describe, expect, it } from 'vitest';
import { driftNow, driftsIn, exposuresIn } from '../../../src/decide/drift.ts';
import { provenIn, seriesOf } from '../../../src/decide/series.ts';
import type { Seen } from '../../../src/history/seen.ts';
import type { State } from '../../../src/vocabulary.ts';
import { seen } from '../history/given.ts';

const LETTERS: Record<string, State> = { o: 'on', f: 'off', n: 'not-offered' };
/** A letter a day, from the first on. */
const readings = (letters: string) =>
  [...letters].map((letter, index) => ({ at: String(index + 1), state: LETTERS[letter] ?? 'unknown' }));

describe('drift is on after off', () => {
  const cases: [string, string, string[], string | null][] = [
    ['nothing', '', [], null],
    ['always off', 'fff', [], null],
    ['always on', 'ooo', [], null],
    ['on, then off', 'oof', [], null],
    ['off, then on', 'ffo', ['2-3'], '2-3'],
    ['and still on', 'ffooo', ['2-3'], '2-3'],
    ['and off again', 'ffof', ['2-3'], null],
    ['twice', 'fofo', ['1-2', '3-4'], '3-4'],
    ['not offered in between', 'fno', ['1-3'], '1-3'],
    ['not offered, and then on', 'nno', [], null],
    ['not offered after it', 'fon', ['1-2'], null],
  ];
  it.each(cases)('%s: %s', (_, letters, drifts, now) => {
    const told = driftsIn(readings(letters)).map(({ offAt, onBy }) => `${offAt}-${onBy}`);
    const current = driftNow(readings(letters));
    expect([told, current && `${current.offAt}-${current.onBy}`]).toEqual([drifts, now]);
  });
});

describe('a time in which it was on has ends that are intervals', () => {
  const cases: [string, string[]][] = [
    ['', []],
    ['ffn', []],
    ['o', ['?<1-1<?']],
    ['foof', ['1<2-3<4']],
    ['noon', ['1<2-3<4']],
    ['ofo', ['?<1-1<2', '2<3-3<?']],
  ];
  it.each(cases)('%s', (letters, expected) => {
    const told = exposuresIn(readings(letters)).map(
      ({ seenOn: { from, to }, after, before }) => `${after ?? '?'}<${from}-${to}<${before ?? '?'}`,
    );
    expect(told).toEqual(expected);
  });
});

describe('what was seen is sorted by what it was seen of', () => {
  const member = (letter: string) => `sha256:${letter.repeat(64)}`;
  const days = (all: readonly Seen[]) =>
    seriesOf(all).map(({ member: hash, seen: own }) =>
      [hash?.at(-1), ...own.map(({ at }) => at.slice(8, 10))].join(' '),
    );

  it.each<[string, Partial<Seen>]>([
    ['site', { origin: 'http://127.0.0.1:8080' }],
    ['account', { account: 'work' }],
    ['setting', { setting: 'another' }],
    ['member', { member: member('b') }],
  ])('another %s is another story', (_, other) => {
    expect(seriesOf([seen('05-03'), seen('05-10', other)])).toHaveLength(2);
  });

  it.each<[string, Seen[], string[]]>([
    ['the same is one story', [seen('05-03'), seen('05-10')], ['a 03 10']],
    [
      'a run that does not know the member goes with the last one',
      [seen('05-03'), seen('05-10', { member: null })],
      ['a 03 10'],
    ],
    [
      'and the one who is known first takes over what nobody knew',
      [seen('05-03', { member: null }), seen('05-10')],
      ['a 03 10'],
    ],
    [
      'a member who comes back goes on',
      [seen('05-03'), seen('05-10', { member: member('b') }), seen('05-17'), seen('05-24', { member: null })],
      ['b 10', 'a 03 17 24'],
    ],
  ])('%s', (_, all, expected) => {
    expect(days(all)).toEqual(expected);
  });

  it('what could not be told is left out, and what was changed was read twice', () => {
    const all = [
      seen('05-03'),
      seen('05-10', { state: 'unknown' }),
      seen('05-17', { before: 'on' }),
      seen('05-24', { before: 'off' }),
      seen('05-31', { before: 'unknown' }),
    ];
    const told = provenIn({ seen: all }).map(({ at, state }) => `${at.slice(8, 10)} ${state}`);
    expect(told).toEqual(['03 off', '17 on', '17 off', '24 off', '31 off']);
  });
});
