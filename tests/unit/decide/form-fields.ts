import type { FieldFact } from '../../../src/decide/field.ts';
import type { Entries } from '../../../src/decide/form.ts';
import { TRAINING_OPTIONS } from '../../../src/settings/form.ts';

/** A form as it is known, and what goes into it. */

export const ENTRIES: Entries = {
  kind: 'ai-training',
  firstName: 'Robin',
  lastName: 'Example',
  email: 'r@example.org',
  text: 'I object.',
};

export function field(index: number, more: Partial<FieldFact>): FieldFact {
  return {
    index,
    form: 0,
    kind: 'text',
    type: 'text',
    autocomplete: '',
    names: ['', ''],
    labels: [],
    isChangeable: true,
    isRequired: false,
    value: '',
    isUntouched: true,
    maxLength: null,
    options: [],
    ...more,
  };
}

export const list = (index: number, texts: readonly string[], more: Partial<FieldFact> = {}) =>
  field(index, {
    kind: 'select',
    type: 'select-one',
    options: texts.map((text, at) => ({ text, value: String(at), isChangeable: true })),
    ...more,
  });

export const FIRST = field(0, { names: ['firstName', ''] });
export const LAST = field(1, { autocomplete: 'section-a family-name' });
export const EMAIL = field(2, { type: 'email' });
export const LIST = list(3, ['Select one', ...TRAINING_OPTIONS.slice(0, 1), 'Other']);
export const TEXT = field(4, { kind: 'textarea', type: 'textarea' });
export const FORM = [FIRST, LAST, EMAIL, LIST, TEXT];

export const without = (...gone: FieldFact[]) => FORM.filter((each) => !gone.includes(each));
