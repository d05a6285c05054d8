import type { Kind } from '../objection/vocabulary.ts';
import { OPTION_TESTS, PERSONAL, type Personal } from '../settings/form.ts';
import { type FieldFact, isCoded, isSameChoice, nameOf, personalOf } from './field.ts';

/** What is to be filled in on a form, and what is left to the member. A thing is filled in only where exactly one fits. */

export interface Entries {
  kind: Kind;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  text: string;
}

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

export interface FormPlan {
  /** Is it the form, for certain? Otherwise nothing is filled in. */
  isForm: boolean;
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

/** @param isUnderWay was the form recognised before, so that this may be a later step of it? */
export function planForm(fields: readonly FieldFact[], entries: Entries, isUnderWay: boolean): FormPlan {
  const forms = [...new Set(fields.map(({ form }) => form))];
  const plans = forms.map((form) =>
    planGroup(
      fields.filter((field) => field.form === form),
      entries,
    ),
  );
  const sure = plans.filter(({ strength }) => strength === 'sure');
  const likely = plans.filter(({ strength }) => strength !== 'none');
  const [chosen, another] = sure.length > 0 || !isUnderWay ? sure : likely;
  if (!chosen || another) return { isForm: false, fills: [], left: [], already: [] };
  return { isForm: true, fills: chosen.fills, left: chosen.left, already: chosen.already };
}

interface GroupPlan extends Omit<FormPlan, 'isForm'> {
  /** Does it hold what no other form of a help page would, something of it, or nothing? */
  strength: 'sure' | 'some' | 'none';
}

function planGroup(group: readonly FieldFact[], entries: Entries): GroupPlan {
  const plan: GroupPlan = { strength: 'none', fills: [], left: [], already: [] };
  const evidence = new Map(group.map((field) => [field, personalOf(field)] as const));
  const candidates = (part: Personal) => group.filter((field) => evidence.get(field)?.has(part));
  const certain = (part: Personal) => {
    const [field, another] = candidates(part);
    return field && !another && evidence.get(field)?.size === 1 ? field : null;
  };
  const names = [certain('firstName'), certain('lastName')];
  for (const part of PERSONAL) {
    const found = candidates(part);
    const field = certain(part);
    // A lone “name” may ask for the whole of it.
    const isPaired = part === 'email' || names.every((name) => name !== null) || isCoded(field, part);
    if (field && isPaired) fillText(plan, part, field, entries[part]);
    else for (const each of found) leave(plan, each, PART_NAMES[part], why(found.length, field !== null));
  }
  const selects = group.filter(({ kind }) => kind === 'select');
  const request = planRequest(plan, selects, entries.kind);
  const texts = group.filter(({ kind }) => kind === 'textarea');
  const [text, another] = texts;
  if (text && !another) fillText(plan, 'text', text, entries.text);
  else for (const each of texts) leave(plan, each, PART_NAMES.text, 'more than one field fits');

  const handled = new Set([...plan.fills, ...plan.left].map(({ field }) => field));
  for (const field of group) {
    if (handled.has(field.index) || isDone(plan, field, { request, text, certain })) continue;
    // A choice is left once, not button by button.
    const isLaterRadio = field.kind === 'radio' && group.find((other) => isSameChoice(other, field)) !== field;
    if (!isLaterRadio && (field.isRequired || field.kind !== 'other'))
      leave(plan, field, nameOf(field), REST[field.kind]);
  }
  const hasWho = certain('email') !== null && names.every((name) => name !== null);
  const isSomething = request !== null || text !== undefined || PERSONAL.some((part) => certain(part) !== null);
  return { ...plan, strength: request?.isTelling || hasWho ? 'sure' : isSomething ? 'some' : 'none' };
}

/** Why a field stays as it is that nothing is meant for. */
const REST: Record<FieldFact['kind'], string> = {
  checkbox: 'a box that only you can tick',
  radio: 'a choice of buttons that only you can make',
  select: 'not recognised for certain',
  custom: 'not recognised for certain',
  text: 'not recognised for certain',
  textarea: 'not recognised for certain',
  other: 'not recognised for certain',
};

function isDone(
  plan: GroupPlan,
  field: FieldFact,
  {
    request,
    text,
    certain,
  }: { request: Request | null; text: FieldFact | undefined; certain(part: Personal): FieldFact | null },
): boolean {
  const fields: Record<Part, FieldFact | null | undefined> = {
    firstName: certain('firstName'),
    lastName: certain('lastName'),
    email: certain('email'),
    request: request?.field,
    text,
  };
  return plan.already.some((part) => fields[part] === field);
}

interface Request {
  field: FieldFact;
  /** Is the list one that only this form has? */
  isTelling: boolean;
}

function planRequest(plan: GroupPlan, selects: readonly FieldFact[], kind: Kind): Request | null {
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
  const about = fitting.length > 1 ? 'more than one option fits' : 'no option fits for certain';
  const asked = telling ? [telling.field] : selects;
  for (const field of asked) leave(plan, field, nameOf(field), about);
  return telling ? { field: telling.field, isTelling: true } : null;
}

function fitsBetter(option: string, kind: Kind): boolean {
  return kind === 'restriction' ? OPTION_TESTS.restricts(option) : OPTION_TESTS.namesAi(option);
}

function fillSelect(
  plan: GroupPlan,
  { field, at, text, isChangeable }: { field: FieldFact; at: number; text: string; isChangeable: boolean },
): void {
  if (field.value === text) plan.already.push('request');
  else if (!field.isChangeable || !isChangeable) leave(plan, field, nameOf(field), 'it cannot be changed');
  else if (!field.isUntouched) leave(plan, field, nameOf(field), 'it already says something else');
  else plan.fills.push({ part: 'request', field: field.index, value: text, option: at });
}

function fillText(plan: GroupPlan, part: Exclude<Part, 'request'>, field: FieldFact, value: string | null): void {
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

function leave(plan: GroupPlan, { index }: FieldFact, what: string, reason: string): void {
  if (!plan.left.some(({ field }) => field === index)) plan.left.push({ field: index, what, why: reason });
}

function why(found: number, isCertain: boolean): string {
  if (found > 1) return 'more than one field fits';
  return isCertain ? 'it may ask for the whole name' : 'its marks disagree';
}
