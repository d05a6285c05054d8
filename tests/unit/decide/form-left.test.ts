import { describe, expect, it } from 'vitest';
import { type FieldFact, isCoded, isSameChoice, nameOf, personalOf } from '../../../src/decide/field.ts';
import { PART_NAMES } from '../../../src/decide/fill.ts';
import { type Entries, planForm } from '../../../src/decide/form.ts';
import { TRAINING_OPTIONS } from '../../../src/settings/form.ts';
import { EMAIL, ENTRIES, FIRST, FORM, field, LAST, LIST, list, TEXT, without } from './form-fields.ts';

/** What is left to the member, in full: which field, what it is, and why. */
const left = (fields: readonly FieldFact[], entries: Partial<Entries> = {}, isUnderWay = false) =>
  planForm(fields, { ...ENTRIES, ...entries }, isUnderWay).left.map(
    ({ field: at, what, why }) => `${at} ${what}: ${why}`,
  );
const filled = (fields: readonly FieldFact[], entries: Partial<Entries> = {}, isUnderWay = false) =>
  planForm(fields, { ...ENTRIES, ...entries }, isUnderWay).fills.map(({ part }) => part);
const isForm = (fields: readonly FieldFact[], entries: Partial<Entries> = {}) =>
  planForm(fields, { ...ENTRIES, ...entries }, false).isForm;

const CHANGED = 'it already says something else';
const FIXED = 'it cannot be changed';
const UNSURE = 'not recognised for certain';
const [TRAINING = ''] = TRAINING_OPTIONS;

describe('what is left', () => {
  it.each<[string, FieldFact[], Partial<Entries>, string[]]>([
    ['nothing', FORM, {}, []],
    ['a first name that is not given', FORM, { firstName: null }, ['0 first name: you gave none']],
    ['a last name that says another', [...without(LAST), { ...LAST, value: 'x' }], {}, [`1 last name: ${CHANGED}`]],
    ['an e-mail that is fixed', [...without(EMAIL), { ...EMAIL, isChangeable: false }], {}, [`2 e-mail: ${FIXED}`]],
    [
      'two e-mails',
      [...FORM, field(5, { labels: ['E-mail'] })],
      {},
      ['2 e-mail: more than one field fits', '5 e-mail: more than one field fits'],
    ],
    [
      'one whose marks disagree',
      [...without(FIRST, LAST), field(0, { names: ['firstName', ''], labels: ['Last name'] })],
      {},
      ['0 first name: its marks disagree'],
    ],
    ['a lone name', [EMAIL, LIST, field(0, { labels: ['Nome'] })], {}, ['0 first name: it may ask for the whole name']],
    [
      'a text that is too long',
      [...without(TEXT), { ...TEXT, maxLength: 8 }],
      {},
      ['4 text: it takes 8 characters, and yours has 9; nothing was cut'],
    ],
    [
      'two texts',
      [...FORM, { ...TEXT, index: 5 }],
      {},
      ['4 text: more than one field fits', '5 text: more than one field fits'],
    ],
    [
      'a list that cannot be changed',
      [...without(LIST), { ...LIST, labels: [' ', 'Type'], isChangeable: false }],
      {},
      [`3 Type: ${FIXED}`],
    ],
    [
      'a choice that was made',
      [...without(LIST), { ...LIST, value: 'Other', isUntouched: false }],
      {},
      [`3 select: ${CHANGED}`],
    ],
    ['two options', [...without(LIST), list(3, [...TRAINING_OPTIONS])], {}, ['3 select: more than one option fits']],
    ['no option', [...without(LIST), list(3, ['Ads'])], {}, ['3 select: no option fits for certain']],
    [
      'an option that only the member can weigh, and a list of something else',
      [
        ...without(LIST),
        list(3, [TRAINING, 'Object to AI in hiring', 'Other']),
        list(6, ['France'], { names: ['', 'country'] }),
      ],
      { kind: 'other-ai' },
      ['3 select: no option fits for certain', `6 country: ${UNSURE}`],
    ],
    [
      'what only the member can do, once for each choice',
      [
        ...FORM,
        field(5, { kind: 'checkbox', labels: ['I confirm'] }),
        field(6, { kind: 'radio', names: ['about', 'a'] }),
        field(7, { kind: 'radio', names: ['about', 'b'] }),
        field(8, { kind: 'custom', labels: ['Country'] }),
        field(9, { labels: ['City'] }),
        field(10, { kind: 'other' }),
        field(11, { kind: 'other', labels: ['A file'], isRequired: true }),
      ],
      {},
      [
        '5 I confirm: a box that only you can tick',
        '6 about: a choice of buttons that only you can make',
        `8 Country: ${UNSURE}`,
        `9 City: ${UNSURE}`,
        `11 A file: ${UNSURE}`,
      ],
    ],
    [
      'a box, beside what needs nothing',
      [...without(EMAIL), { ...EMAIL, value: 'r@example.org' }, field(5, { kind: 'checkbox', labels: ['I confirm'] })],
      {},
      ['5 I confirm: a box that only you can tick'],
    ],
  ])('%s', (_, fields, entries, expected) => {
    expect(left(fields, entries)).toEqual(expected);
  });

  it('is nothing of what holds it already', () => {
    const held = {
      firstName: 'Robin',
      lastName: 'Example',
      email: 'r@example.org',
      request: TRAINING,
      text: 'I object.',
    };
    const values = Object.values(held);
    const full = FORM.map((each, at) => ({ ...each, value: values[at] ?? '', isUntouched: false }));
    expect(planForm(full, { ...ENTRIES, text: 'I object. ' }, false)).toEqual({
      isForm: true,
      fills: [],
      left: [],
      already: ['firstName', 'lastName', 'email', 'request', 'text'],
    });
  });

  it('is nothing of what holds it already where there is no list', () => {
    expect(left([FIRST, LAST, { ...EMAIL, value: 'r@example.org' }])).toEqual([]);
  });
});

describe('what is filled in', () => {
  const byLabel = (index: number, label: string) => field(index, { labels: [label] });

  it('may be known by its label alone', () => {
    const fields = [byLabel(0, 'First name'), byLabel(1, 'Last name'), byLabel(2, 'E-mail')];
    expect(filled(fields)).toEqual(['firstName', 'lastName', 'email']);
    expect(filled([byLabel(2, 'E-mail'), LIST])).toEqual(['email', 'request']);
  });

  it('may hold white space', () => {
    expect(filled([...without(TEXT), { ...TEXT, value: ' ' }])).toContain('text');
  });
});

describe('a form that is under way', () => {
  it('is the one that is sure, whatever stands beside it', () => {
    expect(filled([...FORM, field(9, { type: 'email', form: 1 })], {}, true)).toHaveLength(5);
  });

  it('is none that asks for nothing of it', () => {
    const search = field(9, { labels: ['Search'], form: 1 });
    expect(filled([TEXT, search], {}, true)).toEqual(['text']);
    expect(planForm([search], ENTRIES, true).isForm).toBe(false);
  });

  it.each<[string, FieldFact[]]>([
    ['email', [EMAIL]],
    ['request', [list(3, ['Other'])]],
  ])('may ask for the %s alone', (part, fields) => {
    expect(filled(fields, { kind: 'other-ai' }, true)).toEqual([part]);
  });
});

describe('another form', () => {
  it.each<[string, FieldFact[], Entries['kind']]>([
    ['with one name and an address', [FIRST, EMAIL], 'ai-training'],
    [
      'with a list of two that fit',
      [list(3, ['Object to training AI models', 'Object to training AI of others']), TEXT],
      'ai-training',
    ],
    ['with a list that has but another thing', [list(3, ['Other']), TEXT], 'other-ai'],
  ])('is not taken for it %s', (_, fields, kind) => {
    expect(isForm(fields, { kind })).toBe(false);
  });

  it('is none where its list tells, though nothing in it is chosen', () => {
    expect(isForm([list(3, [TRAINING, 'Object to AI in hiring', 'Other']), TEXT], { kind: 'other-ai' })).toBe(true);
  });

  it('has no other option chosen where one says more, also without the one for training', () => {
    const fields = [...without(LIST), list(3, ['Other', 'Object to AI in hiring'])];
    expect(filled(fields, { kind: 'other-ai' })).not.toContain('request');
  });
});

it('has a name for each part', () => {
  expect(Object.values(PART_NAMES)).toEqual(['first name', 'last name', 'e-mail', 'kind of request', 'text']);
});

describe('a field', () => {
  const radio = field(5, { kind: 'radio', names: ['about', ''] });

  it('is of one choice with another radio of its name, and with nothing else', () => {
    expect(isSameChoice(radio, { ...radio, index: 6 })).toBe(true);
    expect(isSameChoice(radio, { ...radio, names: ['who', ''] })).toBe(false);
    expect(isSameChoice(radio, { ...radio, kind: 'checkbox' })).toBe(false);
    expect(isSameChoice({ ...radio, kind: 'checkbox' }, radio)).toBe(false);
  });

  it.each<[string, Partial<FieldFact>]>([
    ['City', { labels: ['  ', 'City'], names: ['city', ''] }],
    ['city', { labels: [''], names: ['', 'city'] }],
    ['text', {}],
  ])('is called %s', (name, more) => {
    expect(nameOf(field(0, more))).toBe(name);
  });

  it('asks for something personal only where one can write', () => {
    expect([...personalOf(FIRST)]).toEqual(['firstName']);
    expect([...personalOf({ ...FIRST, kind: 'select' })]).toEqual([]);
  });

  it('that is not there says nothing', () => {
    expect(isCoded(null, 'email')).toBe(false);
  });
});
