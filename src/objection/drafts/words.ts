import type { Basis, Kind } from '../vocabulary.ts';

/**
 * The text of an objection in one language. `{objection}`, `{restriction}` and `{term}` stand for the articles of `laws`.
 * Sources: GDPR and UK GDPR, Articles 12(3), 18(1)(d), 18(3) and 21(1); Swiss FADP, Article 30(2)(b). The scope is that of
 * LinkedIn's European Regional Privacy Notice of 2026-08-22.
 */
export interface DraftWords {
  /** its own name for itself */
  language: string;
  subject: Record<Kind, string>;
  greeting: string;
  laws: Record<Exclude<Basis, 'fadp'>, { objection: string; restriction: string; term: string }>;
  /** by GDPR and UK GDPR, which know an objection */
  request: Record<Kind, string>;
  /** by the FADP, which knows a declaration */
  declaration: Record<Kind, string>;
  /** which data: belongs to an objection and its declaration */
  scope: string;
  /** what stands before the member's own situation; Article 21(1) asks for one */
  grounds: { objection: string; declaration: string };
  /** where it has to be written */
  situation: string;
  demand: { objection: string; restriction: string };
  /** what is asked for by the FADP, which names no term */
  wish: { objection: string; restriction: string };
  closing: string;
  /** where the name has to be written */
  name: string;
}
