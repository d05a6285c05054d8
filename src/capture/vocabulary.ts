import { SETTINGS } from '../settings/catalogue.ts';

/**
 * Every word that a capture may hold, beside those of `settings/words.ts`. What is not here is `other`. The lists may grow
 * and never shrink: old captures must stay readable.
 */

/** Keys of settings, which are LinkedIn's and the same for everybody. */
export const KNOWN_KEYS: readonly string[] = SETTINGS.map(({ key }) => key);

/** LinkedIn's interface languages. */
export const LANGUAGE_CODES: readonly string[] = words(`
  ar bn cs da de el en es fa fi fr he hi hu id in it iw ja ko mr ms nb nl no pa pl pt ro ru sv te th tl tr uk vi zh
`);

/** Values of a setting that tell nothing but on or off. */
export const KNOWN_VALUES: readonly (string | number | boolean | null)[] = [
  true,
  false,
  null,
  0,
  1,
  '',
  ...words('true false null 0 1 on off yes no allow disallow allowed disallowed enabled disabled').flatMap((word) => [
    word,
    word.toUpperCase(),
  ]),
];

export const TAGS: readonly string[] = words(`
  a abbr address article aside audio b blockquote body br button canvas caption cite code dd del details dialog div dl dt em
  fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html i iframe img input ins label legend li link main
  mark menu meta nav noscript object ol optgroup option output p picture pre progress s search section select slot small
  span strong style sub summary sup svg table tbody td template textarea tfoot th thead time tr u ul video
  #shadow #document custom other
`);

export const ROLES: readonly string[] = words(`
  alert alertdialog application article banner button cell checkbox combobox complementary contentinfo definition dialog
  document feed figure form generic grid gridcell group heading img link list listbox listitem log main marquee menu
  menubar menuitem menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio radiogroup
  region row rowgroup scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel
  textbox timer toolbar tooltip tree treegrid treeitem other
`);

export const INPUT_TYPES: readonly string[] = words(`
  button checkbox color date datetime-local email file hidden image month number password radio range reset search submit
  tel text time url week other
`);

export const STATE_NAMES: readonly string[] = words(
  'checked pressed disabled busy hidden modal expanded selected readonly',
);
export const STATE_VALUES: readonly string[] = words('true false mixed other');

/** The word itself where it is known, else `other`. */
export function knownOr(list: readonly string[], word: string): string {
  const folded = word.trim().toLowerCase();
  return list.includes(folded) ? folded : 'other';
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
