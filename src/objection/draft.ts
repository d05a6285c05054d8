import { DRAFTS } from './drafts/index.ts';
import type { DraftWords } from './drafts/words.ts';
import type { Basis, Kind, Language } from './vocabulary.ts';

export interface DraftTask {
  language: Language;
  kind: Kind;
  basis: Basis;
  /** the member's own situation, in their words; null leaves a place where it has to be written */
  situation: string | null;
  /** null leaves a place for it; undefined no trace of one, as in a form that asks for it elsewhere */
  name: string | null | undefined;
}

export interface Draft {
  subject: string;
  /** paragraphs, in their order */
  paragraphs: string[];
  /** is there anything in it that still has to be written? */
  hasPlaces: boolean;
}

export function buildDraft({ language, kind, basis, situation, name }: DraftTask): Draft {
  const words: DraftWords = DRAFTS[language];
  const type = kind === 'restriction' ? 'restriction' : 'objection';
  const [request, grounds, demand] =
    basis === 'fadp'
      ? [words.declaration[kind], words.grounds.declaration, words.wish[type]]
      : [words.request[kind], words.grounds.objection, words.demand[type]].map((text) => cite(text, words.laws[basis]));
  const own = situation?.trim() || null;
  const paragraphs = [
    words.greeting,
    type === 'objection' ? `${request} ${words.scope}` : `${request}`,
    `${grounds}\n${own ?? words.situation}`,
    `${demand}`,
    name === undefined ? words.closing : `${words.closing}\n${name ?? words.name}`,
  ];
  // Swiss German writes no ß; what the member has written stays.
  const spell = (text: string) => (language === 'de' && basis === 'fadp' ? text.replaceAll('ß', 'ss') : text);
  return {
    subject: spell(words.subject[kind]),
    paragraphs: paragraphs.map((text) => (own !== null && text.endsWith(own) ? text : spell(text))),
    hasPlaces: own === null || name === null,
  };
}

/** What goes into the form's text field. */
export function textOf({ paragraphs }: Pick<Draft, 'paragraphs'>): string {
  return paragraphs.join('\n\n');
}

/** The endings of files that a draft can be written to. */
export const DRAFT_FORMATS = {
  '.txt': (draft: Draft) => `${draft.subject}\n\n${textOf(draft)}\n`,
  // A line's end within a paragraph is kept, as in a letter.
  '.md': ({ subject, paragraphs }: Draft) =>
    `# ${escapeMarkdown(subject)}\n\n${paragraphs.map((text) => escapeMarkdown(text).replaceAll('\n', '\\\n')).join('\n\n')}\n`,
} as const satisfies Record<string, (draft: Draft) => string>;
export type DraftEnding = keyof typeof DRAFT_FORMATS;

function cite(text: string, laws: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => laws[name] ?? whole);
}

/** What Markdown would take for its own, in what a member has written as well as in the places left open. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}
