import type { Language } from '../vocabulary.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import type { DraftWords } from './words.ts';

/** The drafts there are. */
export const DRAFTS = { en, fr, de, it, es, nl, pt, pl } as const satisfies Record<Language, DraftWords>;
