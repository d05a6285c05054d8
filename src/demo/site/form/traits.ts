/** What a variant of the objection form may do differently from the ordinary one. */
export interface FormTraits {
  /** one line for people */
  about: string;
  words?: FormWordsName;
  /** the AI option as it has also been reported */
  option?: 'other-wording';
  /** where the AI option stands in its list, from 0 */
  optionAt?: number;
  /** its names, ids and autocomplete tell nothing */
  codes?: 'none';
  /** what else stands in it, or what is different about it */
  with?: readonly FormExtra[];
  /** what answers at its address */
  answer?: 'not-found' | 'sign-in' | 'captcha' | 'changed' | 'limited';
  /** how a submission is taken; a number is its status */
  takes?: 'no-case-number' | 'no-words' | 'case-number-later' | number;
  /** how it is submitted */
  by?: 'fetch';
  /** names and e-mail on one page, the rest on the next; by pages or drawn by a script */
  steps?: 'pages' | 'script';
}

export type FormExtra =
  | 'check-box'
  | 'captcha'
  | 'second-email'
  | 'second-ai-list'
  | 'country-list'
  | 'honeypots'
  | 'short-text'
  | 'second-text'
  | 'submits-on-change'
  | 'submits-later'
  | 'submits-by-get'
  | 'tells-each'
  | 'newsletter'
  | 'swapped-marks'
  | 'prefilled'
  | 'whole-name'
  | 'radios'
  | 'drawn-late'
  | 'text-after-option'
  | 'rejects-values';

export type FormWordsName = 'en' | 'de' | 'fr' | 'it' | 'es' | 'nl' | 'pt' | 'pl' | 'fi';
