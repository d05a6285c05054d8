import { describe, expect, it } from 'vitest';
import type { FieldFact } from '../../../src/decide/field.ts';
import { type Entries, planForm } from '../../../src/decide/form.ts';
import { TRAINING_OPTIONS } from '../../../src/settings/form.ts';
import { EMAIL, ENTRIES, FIRST, FORM, field, LAST, LIST, list, TEXT, without } from './form-fields.ts';

const filled = (fields: readonly FieldFact[], entries: Partial<Entries> = {}, isUnderWay = false) =>
  planForm(fields, { ...ENTRIES, ...entries }, isUnderWay).fills.map(({ part, field: at }) => `${part} ${at}`);

describe('a form', () => {
  it('is filled in where exactly one thing fits', () => {
    expect(filled(FORM)).toEqual(['firstName 0', 'lastName 1', 'email 2', 'request 3', 'text 4']);
    expect(planForm(FORM, ENTRIES, false).fills[3]).toMatchObject({ option: 1, value: TRAINING_OPTIONS[0] });
  });

  it.each<[string, FieldFact[]]>([
    ['a newsletter', [EMAIL]],
    ['a contact form', [EMAIL, TEXT]],
    ['a list of something else', [list(0, ['Ads', 'AI features', 'Train a model']), TEXT]],
    ['a name, but no address', [FIRST, LAST, TEXT]],
    ['nothing', []],
    ['two that both seem to be it', [...FORM, ...FORM.map((each) => ({ ...each, index: each.index + 10, form: 1 }))]],
  ])('is not recognised in %s', (_, fields) => {
    expect(planForm(fields, ENTRIES, false)).toEqual({ isForm: false, fills: [], left: [], already: [] });
  });

  it('may have a step with less, once it is recognised', () => {
    expect(filled([TEXT], {}, true)).toEqual(['text 4']);
    expect(filled([TEXT], {}, false)).toEqual([]);
    expect(filled([TEXT, { ...EMAIL, form: 1 }], {}, true)).toEqual([]);
  });

  it('is told from another beside it', () => {
    expect(filled([...FORM, field(9, { type: 'email', form: 1 })])).toHaveLength(5);
  });
});

describe('a field', () => {
  it.each<[string, FieldFact[], string]>([
    ['a second e-mail field', [...FORM, field(5, { names: ['confirm_email', ''] })], 'email'],
    ['a second one by its label alone', [...FORM, field(5, { labels: ['E-mail address *'] })], 'email'],
    ['another value in it', [...without(EMAIL), { ...EMAIL, value: 'other@example.org' }], 'email'],
    ['nothing that may change it', [...without(EMAIL), { ...EMAIL, isChangeable: false }], 'email'],
    ['too little room', [...without(TEXT), { ...TEXT, maxLength: 8 }], 'text'],
    ['a second text', [...FORM, { ...TEXT, index: 5 }], 'text'],
    ['a second list with the option', [...FORM, { ...LIST, index: 5 }], 'request'],
    ['the option twice', [...without(LIST), list(3, [...TRAINING_OPTIONS])], 'request'],
    ['a choice that was made', [...without(LIST), { ...LIST, value: 'Other', isUntouched: false }], 'request'],
    [
      'an option that cannot be chosen',
      [...without(LIST), { ...LIST, options: LIST.options.map((each) => ({ ...each, isChangeable: false })) }],
      'request',
    ],
  ])('is left alone with %s', (_, fields, part) => {
    const plan = planForm(fields, ENTRIES, false);
    expect(plan.isForm).toBe(true);
    expect(plan.fills.map((fill) => fill.part)).not.toContain(part);
    expect(plan.fills).toHaveLength(4);
    expect(plan.left.length).toBeGreaterThan(0);
  });

  it('is left alone where its marks disagree, and so is what it may be taken for', () => {
    const plan = planForm([...without(EMAIL), { ...EMAIL, names: ['lastName', ''] }], ENTRIES, false);
    expect(plan.fills.map(({ part }) => part)).toEqual(['firstName', 'request', 'text']);
    expect(plan.left.map(({ field: at }) => at)).toEqual([1, 2]);
  });

  it('needs nothing where it holds that already', () => {
    const plan = planForm([...without(EMAIL), { ...EMAIL, value: 'r@example.org ' }], ENTRIES, false);
    expect([plan.already, plan.left]).toEqual([['email'], []]);
  });

  it('takes a text that just fits', () => {
    expect(filled([...without(TEXT), { ...TEXT, maxLength: 9 }])).toContain('text 4');
  });

  it.each(['checkbox', 'radio', 'custom'] as const)('that is a %s is never filled in', (kind) => {
    const plan = planForm(
      [...FORM, field(7, { kind, labels: ['First name'], names: ['firstName', ''] })],
      ENTRIES,
      false,
    );
    expect(plan.fills.map(({ field: at }) => at)).not.toContain(7);
    expect(plan.left.map(({ field: at }) => at)).toContain(7);
  });
});

describe('the AI option', () => {
  const chosen = (texts: string[]) => {
    const plan = planForm([FIRST, LAST, EMAIL, list(3, ['—', ...texts])], ENTRIES, false);
    return plan.fills.find(({ part }) => part === 'request')?.value ?? null;
  };

  it.each([
    'Object to processing for training content‑generating AI models',
    'OBJECT TO PROCESSING FOR TRAINING AI MODELS THAT GENERATE CONTENT',
    'Object to the use of my data to train AI',
    'Widerspruch gegen das Training von KI-Modellen',
    'M’opposer à l’entraînement des modèles d’IA',
    'Mi oppongo all’addestramento di modelli di IA',
    'Oposición al entrenamiento de modelos de IA',
    'Bezwaar tegen het trainen van AI-modellen',
    'Oposição ao treino de modelos de IA',
    'Sprzeciw wobec trenowania modeli AI',
  ])('is known by its words: %s', (text) => {
    expect(chosen(['Object to advertising', text, 'Other'])).toBe(text);
  });

  it.each([
    'Withdraw my objection to training AI models',
    'Widerspruch gegen KI-Training zurückziehen',
    'Restrict and object to training AI models',
    'Object to training of staff',
    'Train AI models with my data',
    'Object to AI in hiring',
    'Entraînement des modèles d’IA',
  ])('is not: %s', (text) => {
    expect(chosen([text])).toBe(null);
  });

  it('is no choice between two', () => {
    expect(chosen(['Object to training AI models', 'Object to training AI models of others'])).toBe(null);
  });

  it('is the known one where another seems to be it', () => {
    expect(chosen([TRAINING_OPTIONS[0] ?? '', 'Object to training AI models of others'])).toBe(TRAINING_OPTIONS[0]);
  });
});

describe('another kind of request', () => {
  it.each([
    ['other-ai', ['Other'], 'Other'],
    ['other-ai', ['Sonstiges'], 'Sonstiges'],
    ['other-ai', ['Other', 'Object to AI in hiring'], null],
    ['other-ai', ['Other', 'Autre'], null],
    ['restriction', ['Other', 'Object to AI in hiring'], 'Other'],
    ['restriction', ['Other', 'Restrict processing'], null],
  ] as const)('%s with %j chooses %s', (kind, texts, value) => {
    const plan = planForm(
      [FIRST, LAST, EMAIL, list(3, ['—', TRAINING_OPTIONS[0] ?? '', ...texts])],
      { ...ENTRIES, kind },
      false,
    );
    expect(plan.fills.find(({ part }) => part === 'request')?.value ?? null).toBe(value);
  });
});

describe('a lone name', () => {
  const lone = (more: Partial<FieldFact>) => filled([field(0, more), EMAIL, LIST]);

  it('may be the whole one', () => {
    expect(lone({ labels: ['Nome *'] })).not.toContain('firstName 0');
  });

  it('is the first one where the page says so in its code', () => {
    expect(lone({ labels: ['Nome'], autocomplete: 'given-name' })).toContain('firstName 0');
  });
});
