import fc from 'fast-check';
import type { Decoy, Nest, Traits } from '../../src/demo/site/traits.ts';
import { LANGUAGES, type LanguageCode } from '../../src/demo/site/words.ts';
import { OTHER_KEYS } from '../../src/settings/catalogue.ts';

/** Parts of a page that leave it as plain as it was: whoever reads by key and control is not led astray by them. */

/** LinkedIn's interface languages. */
const DECLARED =
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko mr ms nl no pa pl pt ro ru sv te th tl tr uk vi zh zh-tw'.split(
    ' ',
  );

export const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40, size: 'max' });
export const otherKey = fc.oneof(fc.constantFrom(...OTHER_KEYS), fc.stringMatching(/^[a-z][A-Za-z]{3,20}$/));
export const truth = fc.constantFrom('on', 'off');
/** In whole tenths of a second: fewer steps on the way to the smallest page. */
export const delay = (most: number) => fc.nat(most / 100).map((tenths) => tenths * 100);

const words = fc.record({ title: text, label: text, on: text, off: text }, { noNullPrototype: true });

const decoy: fc.Arbitrary<Decoy> = fc.record(
  {
    where: fc.constantFrom('before', 'after', 'around'),
    key: otherKey,
    label: fc.oneof(text, fc.constantFrom(...Object.values(LANGUAGES).map(({ label }) => label))),
    shows: truth,
    hidden: fc.constant(true),
  },
  { requiredKeys: ['where', 'key', 'label', 'shows'], noNullPrototype: true },
);

const attributes = fc.dictionary(
  fc.constantFrom('id', 'class', 'data-test', 'aria-label', 'title', 'tabindex', 'dir', 'role'),
  fc.oneof(fc.stringMatching(/^[a-z][\w-]{0,12}$/), fc.constantFrom('rtl', 'group', 'ember12', 'setting-toggle', '-1')),
  { maxKeys: 3, noNullPrototype: true },
);

const nest: fc.Arbitrary<Nest> = fc.record(
  {
    tag: fc.constantFrom('div', 'section', 'article', 'fieldset', 'form', 'ul', 'li', 'p', 'span', 'aside', 'x-row'),
    attributes,
  },
  { requiredKeys: ['tag'], noNullPrototype: true },
);

const values: NonNullable<Traits['values']>[] = [
  { on: 'ALLOW', off: 'DISALLOW' },
  { on: 'DISALLOW', off: 'ALLOW' },
  { on: false, off: true },
  { on: 1, off: 0 },
  { on: 0, off: 1 },
  { on: 'true', off: 'false' },
  { on: 'MEMBER_OPTED_IN', off: 'MEMBER_OPTED_OUT' },
];

const part = (traits: { [Name in keyof Traits]: fc.Arbitrary<NonNullable<Traits[Name]>> }): fc.Arbitrary<Traits> =>
  fc.record(traits, { noNullPrototype: true }) as fc.Arbitrary<Traits>;

export const harmlessParts: fc.Arbitrary<Traits> = fc.oneof(
  part({ language: fc.constantFrom(...(Object.keys(LANGUAGES) as LanguageCode[])) }),
  part({ words }),
  part({ declares: fc.constantFrom(...DECLARED) }),
  part({ names: fc.constantFrom('call', 'navigation', 'nowhere') }),
  part({ signedInAs: fc.constant('another') }),
  part({ renderAfter: delay(800) }),
  part({ callAfter: delay(800) }),
  part({ asksAfter: delay(800), skeleton: truth }),
  part({ skeleton: truth, callAfter: delay(1_000) }),
  part({ drawsAfter: delay(1_500) }),
  part({ source: fc.constant('view'), skeleton: truth, callAfter: delay(3_000), drawsAfter: delay(1_500) }),
  part({ redrawsAfter: delay(900) }),
  part({ atOnce: fc.constant(true) }),
  part({
    shows: delay(1_200).map(
      (until) =>
        [
          [0, 'opposite'],
          [until, 'truth'],
        ] as const,
    ),
  }),
  part({ embedded: fc.constant('truth') }),
  part({ source: fc.constantFrom('embedded', 'script', 'view') }),
  part({ values: fc.constantFrom(...values) }),
  part({ control: fc.constantFrom('clipped', 'undisplayed', 'covered', 'checkbox', 'button', 'pressed', 'div') }),
  part({ ariaChecked: fc.constant('truth') }),
  part({ stateWords: fc.constant('truth') }),
  part({ labelledBy: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,10}$/), { minLength: 1, maxLength: 2 }) }),
  part({ tipsBefore: fc.constant(true) }),
  part({ decoys: fc.array(decoy, { minLength: 1, maxLength: 3 }) }),
  part({ nest: fc.array(nest, { minLength: 1, maxLength: 4 }) }),
  part({ place: fc.constant('shadow') }),
  part({ saveBy: fc.constant('post') }),
  part({ saveAfter: delay(800) }),
  part({ click: fc.constant('toggle-only') }),
  part({
    atRequest: fc.array(
      fc.record(
        { nth: fc.integer({ min: 1, max: 8 }), does: fc.record({ slow: delay(800) }) },
        { noNullPrototype: true },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  part({
    mess: fc.subarray(
      [
        'asks-before-unload',
        'cookie-banner',
        'event-stream',
        'foreign-assets',
        'hidden-bot-frames',
        'passing-glass',
        'polls',
        'popup-on-click',
        'telemetry',
      ],
      { minLength: 1, maxLength: 2 },
    ),
  }),
);

export { decoy, nest, part };
