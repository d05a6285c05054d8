import type { Kind } from '../objection/vocabulary.ts';
import { OPTION_TESTS, type Personal } from '../settings/form.ts';
import { type FieldFact, nameOf } from './field.ts';

/** What goes into the fields of one form, and why another one is left to the member. */

export type Part = Personal | 'request' | 'text';

export interface Fill {
  part: Part;
  field: number;
  /** what it then holds; of a select the words of the option */
  value: string;
  /** of a select: the option's place */
  option: number | null;
}

export interface Left {
  /** null where nothing on the page is meant */
  field: number | null;
  /** what it is, in a few words */
  what: string;
  why: string;
}

export interface Filling {
  fills: Fill[];
  left: Left[];
  /** what needed nothing to be done */
  already: Part[];
}

export const PART_NAMES: Record<Part, string> = {
  firstName: 'first name',
  lastName: 'last name',
  email: 'e-mail',
  request: 'kind of request',
  text: 'text',
};

export interface Request {
  field: FieldFact;
  /** Is the list one that only this form has? */
  isTelling: boolean;
}

export function planRequest(plan: Filling, selects: readonly FieldFact[], kind: Kind): Request | null {
  const pairs = selects.flatMap((field) => field.options.map((option, at) => ({ field, at, ...option })));
  const known = pairs.filter(({ text }) => OPTION_TESTS.isKnownTraining(text));
  const seeming = pairs.filter(({ text }) => OPTION_TESTS.seemsTraining(text));
  const training = known.length > 0 ? known : seeming;
  const telling = training.length === 1 ? (training[0] ?? null) : null;
  const fitting =
    kind === 'ai-training'
      ? training
      : // Where an option says more than “other”, it is the member's to weigh.
        pairs.some(({ text }) => fitsBetter(text, kind) && !training.some((each) => each.text === text))
        ? []
        : pairs.filter(({ text }) => OPTION_TESTS.isOther(text));
  const [choice, another] = fitting;
  if (choice && !another) {
    fillSelect(plan, choice);
    return { field: choice.field, isTelling: telling !== null };
  }
  const about = another ? 'more than one option fits' : 'no option fits for certain';
  const asked = telling ? [telling.field] : selects;
  for (const field of asked) leave(plan, field, nameOf(field), about);
  return telling ? { field: telling.field, isTelling: true } : null;
}

function fitsBetter(option: string, kind: Kind): boolean {
  return kind === 'restriction' ? OPTION_TESTS.restricts(option) : OPTION_TESTS.namesAi(option);
}

function fillSelect(
  plan: Filling,
  { field, at, text, isChangeable }: { field: FieldFact; at: number; text: string; isChangeable: boolean },
): void {
  if (field.value === text) plan.already.push('request');
  else if (!field.isChangeable || !isChangeable) leave(plan, field, nameOf(field), 'it cannot be changed');
  else if (!field.isUntouched) leave(plan, field, nameOf(field), 'it already says something else');
  else plan.fills.push({ part: 'request', field: field.index, value: text, option: at });
}

export function fillText(plan: Filling, part: Exclude<Part, 'request'>, field: FieldFact, value: string | null): void {
  const { maxLength } = field;
  const name = PART_NAMES[part];
  if (value !== null && field.value.trim() === value.trim()) plan.already.push(part);
  else if (field.value.trim() !== '') leave(plan, field, name, 'it already says something else');
  else if (value === null) leave(plan, field, name, 'you gave none');
  else if (!field.isChangeable) leave(plan, field, name, 'it cannot be changed');
  else if (maxLength !== null && value.length > maxLength) {
    leave(plan, field, name, `it takes ${maxLength} characters, and yours has ${value.length}; nothing was cut`);
  } else plan.fills.push({ part, field: field.index, value, option: null });
}

export function leave(plan: Filling, { index }: FieldFact, what: string, reason: string): void {
  if (!plan.left.some(({ field }) => field === index)) plan.left.push({ field: index, what, why: reason });
}
