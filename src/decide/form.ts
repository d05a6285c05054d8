import type { Kind } from '../objection/vocabulary.ts';
import { PERSONAL, type Personal } from '../settings/form.ts';
import { type FieldFact, isCoded, isSameChoice, nameOf, personalOf } from './field.ts';
import { type Filling, fillText, leave, PART_NAMES, type Part, planRequest, type Request } from './fill.ts';

/** What is to be filled in on a form, and what is left to the member. A thing is filled in only where exactly one fits. */

export interface Entries {
  kind: Kind;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  text: string;
}

export interface FormPlan extends Filling {
  /** Is it the form, for certain? Otherwise nothing is filled in. */
  isForm: boolean;
}

/** @param isUnderWay was the form recognised before, so that this may be a later step of it? */
export function planForm(fields: readonly FieldFact[], entries: Entries, isUnderWay: boolean): FormPlan {
  const forms = [...new Set(fields.map(({ form }) => form))];
  const plans = forms.map((form) =>
    planGroup(
      fields.filter((field) => field.form === form),
      entries,
    ),
  );
  const sure = plans.filter(({ isSure }) => isSure);
  const likely = plans.filter(({ isSomething }) => isSomething);
  const [chosen, another] = sure.length > 0 || !isUnderWay ? sure : likely;
  if (!chosen || another) return { isForm: false, fills: [], left: [], already: [] };
  return { isForm: true, fills: chosen.fills, left: chosen.left, already: chosen.already };
}

interface GroupPlan extends Filling {
  /** Does it hold what no other form of a help page would? */
  isSure: boolean;
  /** Does it hold anything of it? */
  isSomething: boolean;
}

function planGroup(group: readonly FieldFact[], entries: Entries): GroupPlan {
  const plan: Filling = { fills: [], left: [], already: [] };
  const candidates = (part: Personal) => group.filter((field) => personalOf(field).has(part));
  const certain = (part: Personal) => {
    const [field, another] = candidates(part);
    return field && !another && personalOf(field).size === 1 ? field : null;
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
      leave(plan, field, nameOf(field), REST[field.kind] ?? 'not recognised for certain');
  }
  const hasWho = certain('email') !== null && names.every((name) => name !== null);
  const isSomething = request !== null || text !== undefined || PERSONAL.some((part) => certain(part) !== null);
  return { ...plan, isSure: hasWho || request?.isTelling === true, isSomething };
}

/** Why a field stays as it is that nothing is meant for. */
const REST: Partial<Record<FieldFact['kind'], string>> = {
  checkbox: 'a box that only you can tick',
  radio: 'a choice of buttons that only you can make',
};

function isDone(
  plan: Filling,
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

function why(found: number, isCertain: boolean): string {
  if (found > 1) return 'more than one field fits';
  return isCertain ? 'it may ask for the whole name' : 'its marks disagree';
}
