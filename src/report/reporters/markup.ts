/** HTML and XML that cannot be broken out of: what is put into the template is escaped, unless it is markup itself. */

export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return { markup: strings.reduce((text, string, index) => text + write(parts[index - 1] ?? '') + string) };
}

/** For constants of ours alone. */
export function verbatim(text: string): Markup {
  return { markup: text };
}

function write(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('');
}

/** Fit for an element and for a quoted attribute. What XML 1.0 forbids (control characters, halves of pairs), and what turns text around, becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
