import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { z } from 'zod';

/** Something wrong in a file, at its place; both count from 1. */
export interface Fault {
  line: number;
  column: number;
  /** such as `accounts[0].name`; empty for the whole */
  path: string;
  sentence: string;
}

type Path = readonly (string | number)[];

const SYNTAX: Partial<Record<ReturnType<typeof printParseErrorCode>, string>> = {
  CommaExpected: 'a comma is missing before this.',
  ColonExpected: 'a colon is missing before this.',
  CloseBraceExpected: 'a closing } is missing.',
  CloseBracketExpected: 'a closing ] is missing.',
  PropertyNameExpected: 'a name in double quotes is missing.',
  ValueExpected: 'a value is missing.',
  EndOfFileExpected: 'nothing more may follow.',
  InvalidSymbol: 'this is no word of JSON.',
  UnexpectedEndOfComment: 'the comment has no end.',
  UnexpectedEndOfString: 'the text has no closing quote.',
  InvalidCommentToken: 'this is no comment.',
};

/** Reads the tree of JSON with comments. @returns its faults of form; where there are any, the tree says nothing */
export function parseText(text: string): { tree: Node | undefined; faults: Fault[] } {
  const tooDeep = placeTooDeep(text);
  if (tooDeep !== null) return { tree: undefined, faults: [faultAt(text, tooDeep, '', 'this is nested too deeply.')] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const faults = errors.map(({ error, offset }) => {
    const name = printParseErrorCode(error);
    return faultAt(text, offset, '', SYNTAX[name] ?? `this is not JSON (${name}).`);
  });
  return { tree, faults: [...faults, ...(tree ? doublesIn(text, tree) : [])] };
}

/** Deeper than any configuration: a parser goes down into it, and would not come back. */
const MOST_DEPTH = 50;

/** Where the text is nested too deeply; null where it is not. */
function placeTooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    // A text begins with its quote, whatever is in it.
    const token = text[scanner.getTokenOffset()];
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > MOST_DEPTH) return scanner.getTokenOffset();
  }
  return null;
}

/** What the schema has found, each where it stands in the text. */
export function faultsOf(text: string, tree: Node, issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => at([...path, key], 'is not known here.', 'name'));
    }
    return [at(path, sentenceOf(issue), 'value')];
  });

  function at(path: Path, sentence: string, what: 'name' | 'value'): Fault {
    const found = nearest(tree, path);
    const node = what === 'name' ? (found.parent?.children?.[0] ?? found) : found;
    return faultAt(text, node.offset, told(path), sentence);
  }
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const isMissing = issue.input === undefined && !/received (?!undefined)/.test(issue.message);
    if (!/^Invalid input/.test(issue.message)) return issue.message;
    return isMissing ? 'is missing.' : `must be ${ARTICLES[issue.expected] ?? issue.expected}.`;
  }
  // The same words as for the flag, without its name.
  return issue.message.replace(/^--[a-z-]+: /, '');
}

const ARTICLES: Record<string, string> = {
  string: 'a text in double quotes',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in [ ]',
  object: 'an object in { }',
  boolean: 'true or false',
};

/** A name that stands twice in one object: the first one would be passed over. */
function doublesIn(text: string, node: Node, path: Path = []): Fault[] {
  const names = new Set<string>();
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type !== 'object') return doublesIn(text, child, [...path, index]);
    const [key, value] = child.children ?? [];
    const name = String(key?.value);
    const here = [...path, name];
    const double = names.has(name) ? [faultAt(text, child.offset, told(here), 'is there twice.')] : [];
    names.add(name);
    return [...double, ...(value ? doublesIn(text, value, here) : [])];
  });
}

/** Where something is missing, what it is missing from. */
function nearest(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, [...path.slice(0, length)]);
    if (node) return node;
  }
  return tree;
}

function told(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = part.replace(/\p{Cc}+/gu, ' ');
    return text === '' ? name : `${text}.${name}`;
  }, '');
}

function faultAt(text: string, offset: number, path: string, sentence: string): Fault {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, path, sentence };
}
