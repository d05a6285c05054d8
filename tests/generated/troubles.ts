import fc from 'fast-check';
import { OUR_KEY } from '../../src/demo/site/catalogue.ts';
import type { Claim, Traits } from '../../src/demo/site/traits.ts';
import { LANGUAGES } from '../../src/demo/site/words.ts';
import { OTHER_KEYS } from '../../src/settings/catalogue.ts';
import { decoy, delay, otherKey, part, text, truth } from './harmless.ts';

/** Parts of a page that give a reason for doubt, or that try to write. */

const lie = fc.constantFrom<Claim[]>('opposite', 'on', 'off');
const claim = fc.constantFrom<Claim[]>('truth', 'opposite', 'on', 'off');

const wall = fc.constantFrom<Exclude<Traits['answer'], undefined>[]>(
  'to-category',
  'to-feed',
  'to-authwall',
  'to-checkpoint',
  'to-internal-error',
  'to-itself',
  'to-foreign',
  'deletes-session',
  'sign-in',
  'chooser',
  'pin',
  'captcha',
  'restricted',
  'hang',
  'reset',
  'truncated',
  401,
  403,
  404,
  429,
  503,
  999,
);

const happening = fc.oneof(
  { weight: 2, arbitrary: wall },
  { weight: 1, arbitrary: fc.constant('ends-session' as const) },
  { weight: 2, arbitrary: fc.constant('cut' as const) },
  { weight: 2, arbitrary: fc.record({ slow: delay(2_500) }, { noNullPrototype: true }) },
);
const atRequest = fc.array(
  fc.record({ nth: fc.integer({ min: 1, max: 9 }), does: happening }, { noNullPrototype: true }),
  { minLength: 1, maxLength: 2 },
);

const shows = fc
  .array(fc.tuple(fc.integer({ min: 50, max: 700 }), claim), { minLength: 1, maxLength: 4 })
  .map((steps) => {
    const sum = (until: number) => steps.slice(1, until + 1).reduce((total, [after]) => total + after, 0);
    return steps.map(([, said], index) => [sum(index), said] as const);
  });

const troubledNest: fc.Arbitrary<Traits> = part({
  nest: fc.constantFrom(
    ...[
      { tag: 'details' },
      { tag: 'dialog' },
      { tag: 'dialog', attributes: { open: '' } },
      { tag: 'div', attributes: { hidden: '' } },
      { tag: 'div', attributes: { inert: '' } },
      { tag: 'div', attributes: { 'aria-busy': 'true' } },
      { tag: 'div', attributes: { 'aria-hidden': 'true' } },
      { tag: 'div', attributes: { role: 'dialog' } },
      { tag: 'div', attributes: { role: 'dialog', 'aria-modal': 'true' } },
      { tag: 'div', attributes: { style: 'opacity:0' } },
      { tag: 'div', attributes: { style: 'visibility:hidden' } },
      { tag: 'div', attributes: { style: 'position:absolute;left:-9999px' } },
      { tag: 'fieldset', attributes: { disabled: '' } },
      { tag: 'div', attributes: { id: OUR_KEY } },
      { tag: 'label' },
    ].map((nest) => [nest]),
  ),
});

const misleading = fc.oneof(
  text,
  fc.constantFrom(
    'On',
    'Off',
    'Aus',
    'No',
    'Your account has been restricted',
    ...Object.values(LANGUAGES).map(({ label }) => label),
  ),
);

const before = fc.oneof(
  part({ atRequest }),
  part({ atRequest }),
  part({ atRequest }),
  part({ answer: wall }),
  part({ shows }),
  part({ shows }),
  part({ flickersEvery: fc.integer({ min: 100, max: 1_500 }) }),
  part({ skeleton: truth, asksAfter: delay(1_900) }),
  part({ callSays: fc.constantFrom('opposite', 'on', 'off', 'nonsense', 'missing', 'hang') }),
  part({ callSays: lie, embedded: claim }),
  part({ embedded: lie }),
  part({ embedded: lie, skeleton: truth, callAfter: delay(1_500) }),
  part({ source: fc.constantFrom('script', 'post', 'embedded') }),
  part({ source: fc.constant('script'), skeleton: truth, asksAfter: delay(1_500) }),
  part({ ariaChecked: lie }),
  part({ stateWords: lie }),
  part({
    words: fc.record(
      { title: misleading, label: misleading, on: misleading, off: misleading },
      { noNullPrototype: true },
    ),
  }),
  part({ key: otherKey }),
  part({ labelledBy: fc.constantFrom(...OTHER_KEYS.map((key) => [key])) }),
  part({ control: fc.constantFrom('none', 'disabled', 'aria-disabled') }),
  part({ copy: fc.constantFrom('hidden-opposite', 'hidden-same', 'visible', 'visible-opposite') }),
  part({
    decoys: fc.array(
      decoy.map((each) => ({ ...each, key: OUR_KEY })),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  part({
    decoys: fc.array(
      decoy.map((each) => ({ ...each, where: 'inside' as const })),
      { minLength: 1, maxLength: 2 },
    ),
  }),
  part({
    decoys: fc.array(
      decoy.map((each) => ({ ...each, where: 'inside' as const, key: OUR_KEY })),
      { minLength: 1, maxLength: 1 },
    ),
  }),
  part({ place: fc.constantFrom('closed-shadow', 'frame') }),
  troubledNest,
  troubledNest,
  part({
    category: fc.constantFrom<Exclude<Traits['category'], undefined>[]>('lacks-row', 'empty', 404, 503),
    control: fc.constant('none'),
    callSays: fc.constant('missing'),
  }),
  part({
    control: fc.constant('none'),
    callSays: fc.constant('missing'),
    categoryAfter: delay(1_500),
    categoryRestAfter: delay(1_500),
  }),
  part({ category: fc.constant('lacks-row') }),
  part({ navigationNames: fc.constant('another') }),
  part({
    mess: fc.subarray(
      [
        'alert-on-load',
        'captcha-over',
        'glass',
        'leaves-for-foreign',
        'long-poll',
        'posts-on-load',
        'promo',
        'puts-on-load',
        'realtime',
        'reloads-once',
        'service-worker',
        'shared-worker',
        'stowaway',
        'submits-form',
        'submits-form-in-frame',
        'web-worker',
        'writes-on-hover',
        'writes-on-leaving',
      ],
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

const saving = fc.oneof(
  part({ click: fc.constantFrom('ignored', 'twice') }),
  part({ asks: fc.constantFrom('dialog', 'confirm') }),
  part({ saveBy: fc.constantFrom('graphql', 'other-key') }),
  part({
    save: fc.constantFrom<Exclude<Traits['save'], undefined>[]>(
      'not-kept',
      'applied-late',
      'ends-session',
      'hang',
      500,
      403,
      429,
    ),
  }),
  part({ save: fc.constant('not-kept'), afterSave: before }),
  part({ save: fc.constant(500), reverts: fc.constant(true) }),
  part({ afterSave: before }),
);

export const troubleParts: fc.Arbitrary<Traits> = fc.oneof(
  { weight: 3, arbitrary: before },
  { weight: 1, arbitrary: saving },
);
