import { z } from 'zod';
import { stateOfAria, stateOfControl } from '../decide/control.ts';
import type { ControlFact, Observation, Saw, WitnessKind } from '../decide/observation.ts';
import { PLAINLY_OFF, PLAINLY_ON, valuesOf } from '../decide/save.ts';
import type { Setting } from '../settings/catalogue.ts';
import { languageOfOurWords, stateOfWord } from '../settings/words.ts';
import type { Snapshot } from './snapshot.ts';
import type { Answer } from './traffic.ts';

export interface Scene {
  setting: Setting;
  /** the one control that is ours, or null */
  control: ControlFact | null;
  snapshot: Snapshot;
  answers: readonly Answer[];
}

/** Who can say what the state is. To add one is to add a row. */
interface Witness {
  name: string;
  kind: WitnessKind;
  /** null: has nothing to say */
  testify(scene: Scene): { saw: Saw; detail: string } | null;
}

export const WITNESSES: readonly Witness[] = [
  {
    name: 'switch',
    kind: 'control',
    testify: ({ control }) => {
      if (!control) return null;
      return {
        saw: stateOfControl(control),
        detail: control.kind === 'native' ? 'native checked' : tellAria(control.ariaState),
      };
    },
  },
  {
    name: 'aria-checked',
    kind: 'control',
    testify: ({ control }) =>
      control?.kind === 'native' && control.ariaState !== null
        ? { saw: stateOfAria(control.ariaState), detail: `${tellAria(control.ariaState)} on a native check box` }
        : null,
  },
  {
    name: 'response',
    kind: 'data',
    testify: ({ answers, setting }) => testimonyOf(newestOf(answers, setting.key), 'the page’s own answer'),
  },
  {
    name: 'embedded',
    kind: 'data',
    testify: ({ snapshot, setting }) =>
      testimonyOf(
        snapshot.embedded.flatMap((text) => recordsOf(text, setting.key)),
        'data embedded in the page',
      ),
  },
  {
    name: 'words',
    kind: 'words',
    testify: ({ control, snapshot }) => {
      if (!control) return null;
      const language = languageOfOurWords(control.label) ?? snapshot.language;
      const said = new Set(control.beside.map((text) => stateOfWord(text, language)).filter((state) => state !== null));
      const [only] = said;
      return only && said.size === 1 ? { saw: only, detail: `words beside the switch (${language})` } : null;
    },
  },
];

/** Anything else in its place is the page's own, and may be private. */
function tellAria(state: string | null): string {
  return `aria state ${state === null || /^(true|false|mixed|)$/.test(state) ? `"${state}"` : 'of another kind'}`;
}

export function observe(scene: Scene): Observation[] {
  return WITNESSES.flatMap(({ name, kind, testify }) => {
    const testimony = testify(scene);
    return testimony ? [{ witness: name, kind, ...testimony }] : [];
  });
}

/** A setting as LinkedIn's settings application describes it: which value means on, and which off. */
const settingRecord = z.object({
  key: z.string(),
  value: z.unknown(),
  onValue: z.unknown(),
  offValue: z.unknown(),
});
export type SettingRecord = z.infer<typeof settingRecord>;

/** The records of the newest answer that has any: what it says replaces what came before. */
export function newestOf(answers: readonly Answer[], key: string): SettingRecord[] {
  const told = answers.filter(({ status }) => status === 200).map(({ body }) => recordsOf(body, key));
  return told.findLast((records) => records.length > 0) ?? [];
}

/** What came together speaks with one voice; a value that is neither the on nor the off value says so. */
function testimonyOf(records: SettingRecord[], where: string): { saw: Saw; detail: string } | null {
  const [saw, another] = new Set(records.map(stateOfRecord));
  if (!saw) return null;
  if (another) return { saw: 'unclear', detail: `${where}: several values, which do not agree` };
  if (saw === 'unclear') return { saw, detail: `${where}: a value that is neither on nor off` };
  return { saw, detail: where };
}

function stateOfRecord({ value, onValue, offValue }: SettingRecord): Saw {
  const isOn = isSameValue(value, onValue);
  const isOff = isSameValue(value, offValue);
  if (isOn === isOff) return 'unclear';
  return isOn ? 'on' : 'off';
}

/** All records of this key in a JSON text, in order; entity-encoded text is decoded. Nothing where it is not JSON. */
export function recordsOf(text: string, key: string): SettingRecord[] {
  return text.includes(key) ? findRecords(parseJson(text) ?? parseJson(decodeEntities(text)), key, 0) : [];
}

function findRecords(node: unknown, key: string, depth: number): SettingRecord[] {
  if (typeof node !== 'object' || node === null || depth > 12) return [];
  const record = settingRecord.safeParse(node);
  // Without both values the polarity is not named, and then the value says nothing.
  const own = record.success && record.data.key === key && 'onValue' in node && 'offValue' in node ? [record.data] : [];
  return [...own, ...Object.values(node).flatMap((child) => findRecords(child, key, depth + 1))];
}

/**
 * What the newest answer for this setting says in plain yes or no, its polarity not named. That is no testimony, but a switch
 * that shows the same has been drawn from it.
 */
export function plainlySaidOf(answers: readonly Answer[], key: string): Saw {
  const answer = answers.findLast(({ url }) => url.includes(key));
  const parsed = answer?.status === 200 ? parseJson(answer.body) : null;
  const values = ['value', 'enabled', 'checked', 'isOn', key].flatMap((name) => valuesOf(parsed, name));
  const [value, another] = new Set(values.map((each) => String(each).toLowerCase()));
  if (value === undefined || another !== undefined) return 'unclear';
  if (PLAINLY_ON.has(value)) return 'on';
  return PLAINLY_OFF.has(value) ? 'off' : 'unclear';
}

/** Do two values of a record mean the same? What is missing means nothing. */
export function isSameValue(left: unknown, right: unknown): boolean {
  if (left === undefined || left === null) return false;
  return (
    JSON.stringify(left) === JSON.stringify(right) ||
    (isPrimitive(left) && isPrimitive(right) && String(left) === String(right))
  );
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== 'object';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decodeEntities(text: string): string {
  return text
    .replace(/&quot;|&#34;|&#x22;/gi, '"')
    .replace(/&#39;|&#x27;|&apos;/gi, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
