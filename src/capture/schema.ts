import { z } from 'zod';
import { LOSS_CODES } from '../page/sight.ts';
import { SETTINGS } from '../settings/catalogue.ts';
import { WALL_CODES, WALL_PREFIXES } from '../settings/walls.ts';
import { ALL_WORDS } from '../settings/words.ts';
import { CONFIDENCES, REASONS, type ReasonCode, STATES } from '../vocabulary.ts';
import { OUTLINE_LINE } from './outline.ts';
import { KNOWN_KEYS, KNOWN_VALUES, LANGUAGE_CODES } from './vocabulary.ts';

/**
 * A page capture: what a page was, in its structure alone. Every text in it is one of a closed list, here and when it is
 * made, so that nothing of the member's can be in it; whatever else is there is refused.
 */

const oneOf = (list: readonly string[]) => z.string().refine((text) => list.includes(text), 'a word that is not known');
const count = z.int().nonnegative().max(1_000_000);
/** Not rounded, so that the same comparison gives the same answer. */
const milliseconds = z.number().nonnegative().max(1e8);
/** Captures of before do not tell it: they are judged as if nothing had come lately. */
const answeredMs = milliseconds.default(60_000);
const reasonCode = z.enum(Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]]);

const value = z.union([
  z.boolean(),
  z.null(),
  z.union([z.string(), z.number()]).refine((each) => KNOWN_VALUES.includes(each), 'a value that is not known'),
  z.templateLiteral([z.enum(['string', 'number', 'list', 'object']), '#', z.enum(['0', '1', '2', '3'])]),
]);
const record = z.strictObject({ value, onValue: value, offValue: value });

const control = z.strictObject({
  keys: z.array(oneOf(KNOWN_KEYS)),
  otherIds: count,
  kind: z.enum(['native', 'aria']),
  checked: z.boolean(),
  indeterminate: z.boolean(),
  ariaState: z.enum(['true', 'false', 'mixed', 'other']).nullable(),
  disabled: z.boolean(),
  rendered: z.boolean(),
  label: oneOf(ALL_WORDS).nullable(),
  beside: z.array(oneOf(ALL_WORDS)),
  otherBeside: count,
  kin: z.array(z.enum(['on', 'off', 'unclear'])).default([]),
  isAside: z.boolean().default(false),
});

const address = z.enum(['setting', 'category', 'another-setting', 'internal-error', 'elsewhere', ...WALL_PREFIXES]);

/** What every page is captured with. */
const place = {
  address,
  language: oneOf([...LANGUAGE_CODES, 'other']),
  document: z.strictObject({ status: z.int().min(0).max(999), brokeOff: z.boolean(), strayed: z.boolean() }),
  headingWalls: z.array(z.enum(WALL_CODES)),
  headings: count,
  visibleWalls: z.array(z.enum(WALL_CODES)),
  /** why what the page asked for did not come */
  loss: z.enum(LOSS_CODES).nullable().default(null),
};

const waiting = z.strictObject({ isLoading: z.boolean(), isWaiting: z.boolean(), isAsking: z.boolean() });

const settingPage = z.strictObject({
  ...place,
  controls: z.array(control),
  otherControls: count,
  answers: z.array(record),
  embedded: z.array(record),
  dialogs: count,
  modalDialogs: count,
  isBlind: z.boolean(),
  isOwnMissing: z.boolean().default(true),
  outline: z.array(z.string().regex(OUTLINE_LINE)),
});

const categoryPage = z.strictObject({
  ...place,
  rows: z.array(
    z.strictObject({ leadsTo: z.enum(['setting', 'alike', 'neighbour', 'other', 'elsewhere']), namesIt: z.boolean() }),
  ),
  isMemberTold: z.boolean(),
  hasMemberStorage: z.boolean(),
  showsSetting: z.boolean().default(false),
  watch: z.strictObject({
    heldMs: milliseconds,
    answeredMs,
    isQuiet: z.boolean(),
    isWaiting: z.boolean().default(false),
  }),
});

const pages = z.strictObject({
  /** what kept the page from being looked at any longer, if anything */
  trouble: reasonCode.nullable(),
  account: z.enum(['expected', 'another', 'untold']),
  isSessionAlive: z.boolean(),
  watch: z
    .strictObject({
      heldMs: milliseconds,
      answeredMs,
      budgetMs: z.number(),
      flips: count,
      hasShownSetting: z.boolean().default(false),
      waiting,
      waitingAtEnd: waiting,
    })
    .nullable(),
  /** null where there was nothing to look at */
  page: settingPage.nullable(),
  /** null where it was not asked */
  category: categoryPage.nullable(),
});

const version = z.string().regex(/^\d+(\.\d+){0,3}(-[a-z]+\.\d+)?$/);

export const captureSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('page-capture'),
  tool: z.strictObject({ name: z.literal('linkedin-ai-optout'), version }),
  browser: z.strictObject({ name: z.enum(['chrome', 'msedge', 'chromium', 'other']), version: version.nullable() }),
  setting: z.strictObject({ id: oneOf(SETTINGS.map(({ id }) => id)), key: oneOf(KNOWN_KEYS) }),
  /** what was answered then */
  said: z.strictObject({ state: z.enum(STATES), confidence: z.enum(CONFIDENCES), reason: reasonCode.nullable() }),
  ...pages.shape,
});

export type Capture = z.infer<typeof captureSchema>;
export type CapturedPages = z.infer<typeof pages>;
export type CapturedSettingPage = z.infer<typeof settingPage>;
export type CapturedCategoryPage = z.infer<typeof categoryPage>;
export type CapturedPlace = Pick<CapturedSettingPage, keyof typeof place>;
export type CapturedRecord = z.infer<typeof record>;
export type CapturedValue = z.infer<typeof value>;
export type CapturedControl = z.infer<typeof control>;
