import { FIELD_WORDS, foldLabel, PERSONAL, type Personal, splitName } from '../settings/form.ts';

/** A field of a form as it was found, and what it asks for. */
export interface FieldFact {
  /** how it is found again */
  index: number;
  /** number of its form; -1 where it stands in none */
  form: number;
  kind: 'text' | 'select' | 'textarea' | 'checkbox' | 'radio' | 'custom' | 'other';
  /** of an input */
  type: string;
  autocomplete: string;
  /** its name and its id */
  names: string[];
  /** what may be its label, the best first */
  labels: string[];
  isChangeable: boolean;
  isRequired: boolean;
  /** of a text what it holds; of a select the words of its option */
  value: string;
  /** of a select: does it stand as the page gave it? */
  isUntouched: boolean;
  /** null: as long as one likes */
  maxLength: number | null;
  options: FieldOption[];
}

export interface FieldOption {
  /** its words */
  text: string;
  /** what is sent for it */
  value: string;
  isChangeable: boolean;
}

/** Are they buttons of one choice? */
export function isSameChoice(one: FieldFact, other: FieldFact): boolean {
  return one.kind === 'radio' && other.kind === 'radio' && one.names[0] === other.names[0];
}

/** What it is called, in the page’s words. */
export function nameOf({ labels, names, kind }: FieldFact): string {
  return labels.find((label) => label.trim() !== '') ?? names.find(Boolean) ?? kind;
}

/** Everything personal that a field may ask for, by any mark of it. */
export function personalOf(field: FieldFact): Set<Personal> {
  if (field.kind !== 'text') return new Set();
  return new Set(PERSONAL.filter((part) => isCoded(field, part) || hasLabel(field, part)));
}

/** By what does not depend on the language. */
export function isCoded(field: FieldFact | null, part: Personal): boolean {
  if (!field) return false;
  const { types, autocomplete, names } = FIELD_WORDS[part];
  return (
    types.includes(field.type) ||
    field.autocomplete.toLowerCase().split(/\s/).includes(autocomplete) ||
    field.names.some((name) => names.test(splitName(name)))
  );
}

function hasLabel({ labels }: FieldFact, part: Personal): boolean {
  return labels.some((label) => FIELD_WORDS[part].labels.includes(foldLabel(label)));
}
