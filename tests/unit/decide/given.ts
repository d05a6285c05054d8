import type { ControlFact } from '../../../src/decide/observation.ts';

export const KEY = 'allowDataForGenerativeAI';
export const OUR_LABEL = 'Use my data for training content creation AI models';

/** Our switch as the page usually has it: a check box with the key, shown, on. */
export function control(overrides: Partial<ControlFact> = {}): ControlFact {
  return {
    labelledBy: [KEY],
    kind: 'native',
    checked: true,
    indeterminate: false,
    ariaState: null,
    disabled: false,
    rendered: true,
    label: OUR_LABEL,
    beside: [],
    kin: [],
    isAside: false,
    ...overrides,
  };
}

/** Every way to take one of each, e.g. `{ a: [1, 2], b: ['x'] }` gives `{ a: 1, b: 'x' }` and `{ a: 2, b: 'x' }`. */
export function everyCombination<const T extends Record<string, readonly unknown[]>>(
  choices: T,
): { [Name in keyof T]: T[Name][number] }[] {
  const combine = (rows: Record<string, unknown>[], [name, values]: [string, readonly unknown[]]) =>
    rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
  return Object.entries(choices).reduce(combine, [{}]) as { [Name in keyof T]: T[Name][number] }[];
}
