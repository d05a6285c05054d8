import type { FieldFact } from '../../decide/field.ts';
import type { Fill, Part } from '../../decide/fill.ts';
import type { FormPlan } from '../../decide/form.ts';
import type { FormFacts } from './collect.ts';
import type { Hands } from './hands.ts';

/** Fills in each field once: what the member then makes of it stays. */
export interface Filling {
  /** what of a plan has not been tried yet */
  open(seen: FormFacts, plan: FormPlan): Fill[];
  /** Has the form stood still for two looks? */
  isStable(seen: FormFacts): boolean;
  fill(seen: FormFacts, fills: readonly Fill[]): Promise<void>;
  /** Has anything been filled in, or is it about to be? */
  hasBegun(): boolean;
  /** when the last was filled in, as `performance.now()` */
  lastAt(): number;
  /** what was filled in, and held */
  parts(): Part[];
  values(): string[];
  /** values of options that were chosen, as the form itself calls them */
  tokens(): string[];
  /** Was this field filled in, and holds something else? */
  wasRefused(seen: FormFacts, field: number | null): boolean;
}

export function fillForm(hands: Pick<Hands, 'fill'>): Filling {
  const tried = new Set<string>();
  const refused = new Set<string>();
  const parts = new Set<Part>();
  const values: string[] = [];
  const tokens: string[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  let shape = '';
  return {
    open: (seen, { fills }) => fills.filter(({ field }) => !tried.has(keyOf(seen, field))),
    isStable: (seen) => {
      const earlier = shape;
      shape = JSON.stringify([seen.document, seen.isLoaded, seen.fields.map(shapeOf)]);
      return seen.isLoaded && earlier === shape;
    },
    fill: async (seen, fills) => {
      // What the page tries to send because of it must be known for ours before it is there.
      values.push(...fills.map(({ value }) => value));
      tokens.push(...fills.flatMap((fill) => tokensOf(seen, fill)));
      for (const { field } of fills) tried.add(keyOf(seen, field));
      const held = await hands.fill(fills);
      for (const [at, { part, field, value }] of fills.entries()) {
        if (unified(held[at] ?? '') === unified(value)) parts.add(part);
        else refused.add(keyOf(seen, field));
      }
      lastAt = performance.now();
    },
    hasBegun: () => tried.size > 0,
    lastAt: () => lastAt,
    parts: () => [...parts],
    values: () => values,
    tokens: () => tokens,
    wasRefused: (seen, field) => field !== null && refused.has(keyOf(seen, field)),
  };
}

function keyOf({ document, fields }: FormFacts, index: number): string {
  const field = fields.find((each) => each.index === index);
  return JSON.stringify([document, field && shapeOf(field)]);
}

function tokensOf({ fields }: FormFacts, { field, option }: Fill): string[] {
  const chosen = option === null ? undefined : fields.find(({ index }) => index === field)?.options[option];
  return chosen ? [chosen.value] : [];
}

/** What a field is, whatever stands in it. */
function shapeOf({ form, kind, type, names, labels, options, maxLength }: FieldFact): unknown {
  return [form, kind, type, names, labels, options, maxLength];
}

function unified(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
