/** What an objection can be about, by which law, and in which language. Words of the command line and of the kept file: fixed. */

export const KINDS = ['ai-training', 'other-ai', 'restriction'] as const;
export type Kind = (typeof KINDS)[number];

/** of the drafts (ISO 639-1) */
export const LANGUAGES = ['en', 'fr', 'de', 'it', 'es', 'nl', 'pt', 'pl'] as const;
export type Language = (typeof LANGUAGES)[number];

export const BASES = ['gdpr', 'uk-gdpr', 'fadp'] as const;
export type Basis = (typeof BASES)[number];

/** Months within which an answer is due. Source: GDPR and UK GDPR, Article 12(3); elsewhere it is what is asked for. */
export const ANSWER_MONTHS = 1;
