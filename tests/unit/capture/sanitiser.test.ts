import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTLINE_LINE, reduceOutline } from '../../../src/capture/outline.ts';
import type { Seen } from '../../../src/capture/pages.ts';
import * as vocabulary from '../../../src/capture/vocabulary.ts';
import type { OutlineNode } from '../../../src/page/outline.ts';
import { ALL_WORDS } from '../../../src/settings/words.ts';
import { CONFIDENCES, REASONS, STATES } from '../../../src/vocabulary.ts';
import { captureOf, outline, seen } from './given.ts';

/** Whatever stands on a page, its capture is made of known words alone. */

const RUNS = 800;

/** The words that a capture may hold: its own names, and the lists. */
const KNOWN = new Set<unknown>([
  ...Object.values(vocabulary).flatMap((list) => (Array.isArray(list) ? list : [])),
  ...ALL_WORDS,
]);

function leavesOf(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [node];
  return Object.values(node).flatMap(leavesOf);
}

function textsIn(node: unknown): unknown[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(textsIn);
}

/** Every text that was put in, wherever it stood. */
function secretsIn(given: Seen): string[] {
  const texts = [...textsIn(given.reading.view), ...textsIn(given.asked?.view), ...textsIn(given.outline)];
  return texts.filter((text): text is string => typeof text === 'string');
}

describe('the sanitiser', { timeout: 60_000 }, () => {
  it('lets no text through that is not in a closed list', () => {
    fc.assert(
      fc.property(seen, (given) => {
        const { page, category } = captureOf(given);
        const { outline: lines = [], ...facts } = page ?? {};
        for (const text of [...textsIn(facts), ...textsIn(category)]) {
          expect(KNOWN.has(text) || CODES.has(text) || /^(string|number|list|object)#[1-3]$/.test(String(text))).toBe(
            true,
          );
        }
        for (const line of lines) expect(line).toMatch(OUTLINE_LINE);
      }),
      { numRuns: RUNS, seed: 5 },
    );
  });

  it('lets no secret through: no name, no address, no session, no id, no part of one', () => {
    let looked = 0;
    fc.assert(
      fc.property(seen, (given) => {
        // The names of its fields are the schema's, which is strict.
        const kept = leavesOf(captureOf(given)).join('\n').toLowerCase();
        // What a capture of nothing holds already is no secret of this page.
        const secrets = secretsIn(given)
          .flatMap(partsOf)
          .filter((part) => !HARMLESS.includes(part));
        looked += secrets.length;
        expect(secrets.filter((part) => kept.includes(part))).toEqual([]);
      }),
      { numRuns: RUNS, seed: 6 },
    );
    expect(looked).toBeGreaterThan(RUNS * 20);
  });

  it('lets no number through that could be an id', () => {
    fc.assert(
      fc.property(seen, (given) => {
        const { watch, category, ...rest } = captureOf(given);
        // Times are measured here; nothing of the page is in them.
        const numbers = leavesOf([rest, { ...category, watch: null }]).filter((leaf) => typeof leaf === 'number');
        expect(numbers.filter((number) => !Number.isInteger(number) || number > 1_000)).toEqual([]);
        expect(JSON.stringify(rest)).not.toContain('98765');
        expect(watch).toEqual(given.reading.watch);
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });
});

const CODES = new Set<unknown>([
  ...['setting', 'category', 'another-setting', 'internal-error', 'elsewhere', 'alike', 'neighbour'],
  ...['native', 'aria', 'mixed', 'other', 'unclear'],
  ...['/checkpoint', '/challenge', '/login', '/uas/login', '/authwall', '/signup'],
  ...Object.keys(REASONS),
  ...STATES,
  ...CONFIDENCES,
  ...['expected', 'another', 'untold', 'page-capture', 'linkedin-ai-optout', 'chromium'],
]);

/** All that may stand in any capture, in one text. */
const HARMLESS = [...KNOWN, ...CODES].map(String).join(' ').toLowerCase();

/** A text, and its words of some length: half a name is too much, too. */
function partsOf(text: string): string[] {
  const folded = text.toLowerCase();
  const parts = [folded, decode(folded), ...decode(folded).split(/[^\p{L}\p{N}]+/u)];
  return [...new Set(parts.map((part) => part.trim()))].filter(
    (part) => part.length >= 5 && /[\p{L}\p{N}]{4}/u.test(part),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

describe('the outline', { timeout: 60_000 }, () => {
  it('is made of lines that fit the grammar, and is never long', () => {
    fc.assert(
      fc.property(outline, (root) => {
        const lines = reduceOutline(root);
        for (const line of lines) expect(line).toMatch(OUTLINE_LINE);
        expect(lines.length).toBeLessThanOrEqual(250);
      }),
      { numRuns: RUNS, seed: 8 },
    );
  });

  const element = (overrides: Partial<OutlineNode> = {}): OutlineNode => ({
    ...{ tag: 'div', role: null, type: null, id: '', labelledBy: '', text: '', states: {} },
    ...{ checked: false, disabled: false, open: false, shown: true, isToggle: false, width: 100, height: 20 },
    ...{ children: [], cut: 0 },
    ...overrides,
  });

  it.each<[string, Partial<OutlineNode>, string]>([
    ['a plain element', {}, 'div 104x24'],
    ['one that is not shown', { shown: false }, 'div HIDDEN'],
    ['a text that is not known', { text: 'Ada Lovelace' }, 'div 104x24 text'],
    ['a text that is', { text: 'off' }, 'div 104x24 "Off"'],
    [
      'a known text in another dress',
      { text: ' data FOR generative AI improvement' },
      'div 104x24 "Data for Generative AI Improvement"',
    ],
    ['a known text with something after it', { text: 'Off, Ada' }, 'div 104x24 text'],
    ['an element of its own kind', { tag: 'ada-lovelace' }, 'custom 104x24'],
    ['an element that there is not', { tag: 'ada' }, 'other 104x24'],
    ['a role that there is not', { role: 'Ada' }, 'div role=other 104x24'],
    [
      'ids',
      { id: 'ada', labelledBy: 'ada allowDataForGenerativeAI' },
      'div labelledby=other labelledby=allowDataForGenerativeAI 104x24',
    ],
    ['a key', { id: 'allowDataForGenerativeAI' }, 'div id=allowDataForGenerativeAI 104x24'],
    ['states', { states: { checked: 'true', busy: 'Ada', ada: 'true' } }, 'div checked=true busy=other 104x24'],
    [
      'a switch',
      { tag: 'input', type: 'checkbox', role: 'switch', checked: true, disabled: true },
      'input:checkbox role=switch CHECKED DISABLED 104x24',
    ],
    ['what was left out', { cut: 12 }, 'div 104x24 +12'],
    ['a size that is none', { width: Number.NaN, height: 1e9 }, 'div 0x20000'],
  ])('%s', (_, overrides, line) => {
    expect(reduceOutline(element(overrides))).toEqual([line]);
    expect(line).toMatch(OUTLINE_LINE);
  });

  it('indents what stands inside', () => {
    expect(reduceOutline(element({ children: [element({ children: [element()] }), element()] }))).toEqual([
      'div 104x24',
      ' div 104x24',
      '  div 104x24',
      ' div 104x24',
    ]);
  });

  it.each(['div ada', 'div id=ada', 'ada', 'div "Ada"', 'div role=ada', 'div\n', 'div 104x24 texts'])(
    'the grammar refuses %o',
    (line) => {
      expect(line).not.toMatch(OUTLINE_LINE);
    },
  );
});
