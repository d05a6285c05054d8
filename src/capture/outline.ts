import { escapePattern } from '../escape-pattern.ts';
import type { OutlineNode } from '../page/outline.ts';
import { ALL_WORDS, knownWords } from '../settings/words.ts';
import { INPUT_TYPES, KNOWN_KEYS, knownOr, ROLES, STATE_NAMES, STATE_VALUES, TAGS } from './vocabulary.ts';

/** The page's tree, one line an element, without anything private: for people who look why a page was not understood. */

const MOST_LINES = 250;
const DEEPEST = 40;
/** Sizes are rounded: how long a name is drawn is nobody's business. */
const GRID_PX = 8;
const MOST_PX = 20_000;

const any = (list: readonly string[]) => `(${list.map(escapePattern).join('|')})`;

/** All that a line may be. */
export const OUTLINE_LINE = new RegExp(
  `^ {0,${DEEPEST}}${any(TAGS)}(:${any(INPUT_TYPES)})?( role=${any(ROLES)})?( id=${any(KNOWN_KEYS)})?( labelledby=${any([...KNOWN_KEYS, 'other'])})*( ${any(STATE_NAMES)}=${any(STATE_VALUES)})*( (CHECKED|DISABLED|OPEN|HIDDEN|TOGGLE))*( \\d{1,5}x\\d{1,5})?( ("${any(ALL_WORDS)}"|text))?( \\+\\d{1,5})?$`,
  'u',
);

/** @returns lines that each fit `OUTLINE_LINE` */
export function reduceOutline(root: OutlineNode | null): string[] {
  const lines: string[] = [];
  const add = (node: OutlineNode, depth: number) => {
    if (lines.length >= MOST_LINES) return;
    lines.push(`${' '.repeat(Math.min(depth, DEEPEST))}${lineOf(node)}`);
    for (const child of node.children) add(child, depth + 1);
  };
  if (root) add(root, 0);
  return lines;
}

function lineOf(node: OutlineNode): string {
  const type = node.type === null ? '' : `:${knownOr(INPUT_TYPES, node.type)}`;
  const words = node.text && knownWords(node.text);
  const parts = [
    `${tagOf(node.tag)}${type}`,
    node.role && `role=${knownOr(ROLES, node.role)}`,
    KNOWN_KEYS.includes(node.id) && `id=${node.id}`,
    ...node.labelledBy
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 4)
      .map((id) => `labelledby=${KNOWN_KEYS.includes(id) ? id : 'other'}`),
    ...STATE_NAMES.flatMap((name) => {
      const value = Object.hasOwn(node.states, name) ? node.states[name] : undefined;
      return value === undefined ? [] : [`${name}=${knownOr(STATE_VALUES, value)}`];
    }),
    node.checked && 'CHECKED',
    node.disabled && 'DISABLED',
    node.open && 'OPEN',
    !node.shown && 'HIDDEN',
    node.isToggle && 'TOGGLE',
    node.shown && `${roundSize(node.width)}x${roundSize(node.height)}`,
    words ? `"${words}"` : node.text && 'text',
    node.cut > 0 && `+${Math.min(Math.round(node.cut), 99_999)}`,
  ];
  return parts.filter(Boolean).join(' ');
}

function tagOf(tag: string): string {
  const known = knownOr(TAGS, tag);
  return known === 'other' && tag.includes('-') ? 'custom' : known;
}

function roundSize(pixels: number): number {
  const inRange = Number.isFinite(pixels) ? Math.min(Math.max(pixels, 0), MOST_PX) : 0;
  return Math.round(inRange / GRID_PX) * GRID_PX;
}
