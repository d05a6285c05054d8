/** Whether a request body is the save of one setting as off, and of nothing else. */

/** What the page was told of the setting: which value means on, and which off. */
export interface Polarity {
  onValue: unknown;
  offValue: unknown;
}

const OBVIOUSLY_ON = new Set(['true', 'on', 'yes', '1', 'allow', 'allowed', 'enabled']);

/**
 * The body that LinkedIn's page sends is not known for this setting, so the rule is what it must not do: name another key,
 * or carry a value that is not the off value (where that is not known: one that obviously means on).
 * @param body as sent; null where there is none
 */
export function isSaveOfOff(body: string | null, key: string, polarity: Polarity | null): boolean {
  // Stryker disable next-line StringLiteral: a body that is but a word names nothing, like none
  const parsed = parseBody(body ?? '');
  if (valuesOf(parsed, 'key').some((name) => name !== key)) return false;
  return valuesOf(parsed, 'value').every((value) =>
    polarity ? String(value) === String(polarity.offValue) : !OBVIOUSLY_ON.has(String(value).toLowerCase()),
  );
}

/** Does a body set a value? Then it is a write, and not a question put by POST. */
export function setsValue(body: string | null): boolean {
  // Stryker disable next-line StringLiteral: as above
  return valuesOf(parseBody(body ?? ''), 'value').length > 0;
}

/** JSON, or the fields of a form. */
function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

/** Every value under this name, however deep. A list or an object under `value` is looked into, too. */
function valuesOf(node: unknown, name: string): unknown[] {
  return Object.entries(node ?? {}).flatMap(([field, child]) => {
    if (typeof child === 'object' && child !== null) return valuesOf(child, name);
    return field === name ? [child] : [];
  });
}
