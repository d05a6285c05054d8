import type { FormTraits } from './traits.ts';

/** Every form that the look-alike can show, one line of data each. */
// biome-ignore format: a table, one variant a line
export const FORM_VARIANTS: Readonly<Record<string, FormTraits>> = {
  standard: { about: 'The form as it has been described, in English.' },
  'other-wording': { about: 'The AI option in its other wording.', option: 'other-wording' },
  'option-last': { about: 'The AI option stands last.', optionAt: 3 },

  // Languages, and whether anything but words tells a field
  german: { about: 'In German.', words: 'de' },
  french: { about: 'In French.', words: 'fr' },
  italian: { about: 'In Italian.', words: 'it' },
  spanish: { about: 'In Spanish.', words: 'es' },
  dutch: { about: 'In Dutch.', words: 'nl' },
  portuguese: { about: 'In Portuguese.', words: 'pt' },
  polish: { about: 'In Polish.', words: 'pl' },
  'finnish': { about: 'In Finnish, whose options nobody knows.', words: 'fi' },
  'words-alone': { about: 'Nothing but the labels tells what a field is for.', codes: 'none' },
  'polish-words-alone': { about: 'In Polish, and nothing but the labels tells.', words: 'pl', codes: 'none' },

  // What else stands in it
  'check-box': { about: 'A box confirms that all is correct.', with: ['check-box'] },
  'captcha-inside': { about: 'A captcha stands in the form.', with: ['captcha'] },
  'two-emails': { about: 'Two fields ask for an e-mail address.', with: ['second-email'] },
  'two-ai-lists': { about: 'Two lists hold the AI option.', with: ['second-ai-list'] },
  'country-list': { about: 'Another list asks for the country.', with: ['country-list'] },
  honeypots: { about: 'Fields that only programs see.', with: ['honeypots'] },
  'short-text': { about: 'The text may have 200 characters.', with: ['short-text'] },
  'two-texts': { about: 'Two fields ask for text.', with: ['second-text'] },
  newsletter: { about: 'Another form on the page wants an e-mail address.', with: ['newsletter'] },
  'swapped-marks': { about: 'First and last name carry each other’s labels.', with: ['swapped-marks'] },
  prefilled: { about: 'Names and e-mail stand there already, the e-mail another one.', with: ['prefilled'] },
  'whole-name': { about: 'One field asks for the name.', with: ['whole-name'], codes: 'none' },
  radios: { about: 'The kind of request is a choice of buttons.', with: ['radios'] },
  'drawn-late': { about: 'The form is drawn 1.5 s after the page.', with: ['drawn-late'] },
  'text-after-option': { about: 'The text appears when an option is chosen.', with: ['text-after-option'] },
  'rejects-values': { about: 'A script empties the first name again.', with: ['rejects-values'] },

  // What it does by itself
  'submits-on-change': { about: 'The form submits itself whenever something changes.', with: ['submits-on-change'] },
  'submits-later': { about: 'The form submits itself 2 s after a change.', with: ['submits-later'] },
  'submits-by-get': { about: 'A change is reported at once, in an address.', with: ['submits-by-get'] },
  'tells-each': { about: 'Each change alone is told at once, in an address; an option in its words, too.', with: ['tells-each'] },

  // How it is submitted, and what is answered
  'by-script': { about: 'Submitted by a script, on the same page.', by: 'fetch' },
  'no-case-number': { about: 'Taken with thanks and no number.', takes: 'no-case-number' },
  'no-words': { about: 'Taken without a word that is known.', takes: 'no-words' },
  'case-number-later': { about: 'The number appears 1 s after the thanks.', takes: 'case-number-later' },
  'fails': { about: 'A submission is answered with 500.', takes: 500 },
  'fails-by-script': { about: 'The same, by a script on the same page.', takes: 500, by: 'fetch' },
  'steps': { about: 'Who you are first; the request on the next page.', steps: 'pages' },
  'steps-by-script': { about: 'The same on one page.', steps: 'script' },

  // No form
  'not-found': { about: 'There is no such page.', answer: 'not-found' },
  'sign-in-first': { about: 'Signing in comes first.', answer: 'sign-in' },
  'captcha-first': { about: 'A captcha comes first.', answer: 'captcha' },
  'changed': { about: 'Another form stands there, and a newsletter.', answer: 'changed' },
  'limited': { about: 'Too many requests.', answer: 'limited' },
};
