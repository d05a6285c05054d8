/** Whether a request body is the save of one setting as off, and of nothing else. */

/** What the page was told of the setting: which value means on, and which off. */
export interface Polarity {
  onValue: unknown;
  offValue: unknown;
}

export interface SaveOfOff {
  key: string;
  polarity: Polarity | null;
  /** must the body tell a value by that name? */
  mustTell: boolean;
  /** of the address, as `URL.search` gives it */
  query: string;
}

export const PLAINLY_ON: ReadonlySet<string> = new Set(['true', 'on', 'yes', '1', 'enabled']);
export const PLAINLY_OFF: ReadonlySet<string> = new Set(['false', 'off', 'no', '0', 'disabled']);
/** Not so plain: what is allowed may be the use of data, or its being kept back. */
const OBVIOUSLY_ON = new Set([...PLAINLY_ON, 'allow', 'allowed']);
const OBVIOUSLY_OFF = new Set([...PLAINLY_OFF, 'disallow', 'disallowed']);
const SWITCH_VALUES = new Set([...OBVIOUSLY_ON, ...OBVIOUSLY_OFF]);
/** By whatever name it stands: a nought may count anything. */
const NOUGHT = '0';
/** What a question in a query language has, and the save of a switch has not. */
const ASKING = new Set(['query', 'queryId', 'operationName', 'variables', 'filters']);

/**
 * The body that LinkedIn's page sends is not known for this setting, so the rule is what it must not do: name another key,
 * or carry several values, or one that is not the off value (where that is not known: one that obviously means on). What it
 * says under other names must at least say off somewhere: it may be a report of the click.
 * @param body as sent; null where there is none
 */
export function isSaveOfOff(body: string | null, { key, polarity, mustTell, query }: SaveOfOff): boolean {
  // Stryker disable next-line StringLiteral: a body that is but a word names nothing, like none
  const parsed = parseBody(body ?? '');
  const sent = [parsed, Object.fromEntries(new URLSearchParams(query))];
  if (valuesOf(sent, 'key').some((name) => name !== key)) return false;
  const [value, another] = valuesOf(sent, 'value');
  // Two values are of two settings, or of one that is set twice.
  if (another !== undefined) return false;
  if (value !== undefined)
    return polarity ? String(value) === String(polarity.offValue) : !OBVIOUSLY_ON.has(String(value).toLowerCase());
  const said = typeof parsed === 'object' ? valuesOf(parsed) : [parsed];
  const words = said.map(String);
  const saysOff = (word: string) =>
    (word !== NOUGHT && OBVIOUSLY_OFF.has(word.toLowerCase())) ||
    (polarity !== null && word === String(polarity.offValue));
  return !mustTell && (words.length === 0 || words.some(saysOff));
}

/** Does a body do nothing but set switches? Then it is a write, and not a question put by POST. */
export function setsSwitch(body: string | null): boolean {
  // Stryker disable next-line StringLiteral: as above
  const parsed = parseBody(body ?? '');
  const values = valuesOf(parsed, 'value');
  return !asks(parsed) && values.length > 0 && values.every((value) => SWITCH_VALUES.has(String(value).toLowerCase()));
}

/** JSON, or the fields of a form. */
function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

/** No switch is set so deep, and a page must not be able to exhaust us. */
const DEEPEST = 12;
const TOO_DEEP = Symbol('too deep');

/**
 * Every value under this name, or under any; what is too deep to be looked at is one of them. A list or an object under it is
 * looked into.
 */
export function valuesOf(node: unknown, name?: string): unknown[] {
  const values = entriesOf(node).filter(([, value]) => typeof value !== 'object' || value === null);
  return values
    .filter(([field, value]) => name === undefined || field === name || value === TOO_DEEP)
    .map(([, value]) => value);
}

/** Is there a field of a question? */
function asks(node: unknown): boolean {
  return entriesOf(node).some(([field]) => ASKING.has(field));
}

function entriesOf(node: unknown, depth = 0): [field: string, value: unknown][] {
  // Stryker disable next-line ArrayDeclaration: an entry without a name says nothing
  if (typeof node !== 'object' || node === null) return [];
  // Stryker disable next-line StringLiteral: it counts under every name
  if (depth > DEEPEST) return [['', TOO_DEEP]];
  return Object.entries(node).flatMap(([field, value]) => [[field, value], ...entriesOf(value, depth + 1)]);
}
