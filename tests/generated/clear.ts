import { isSaveOfOff } from '../../src/decide/save.ts';
import { OUR_KEY } from '../../src/demo/site/catalogue.ts';
import type { MessName } from '../../src/demo/site/client/mess/all.ts';
import { type Claim, claimed, type Nest, type Traits } from '../../src/demo/site/traits.ts';
import type { Words } from '../../src/demo/site/words.ts';
import { OTHER_KEYS } from '../../src/settings/catalogue.ts';
import { languageOfOurWords, stateOfWord, WORDS } from '../../src/settings/words.ts';
import type { GeneratedPage } from './page.ts';

/**
 * A page is clear where its traits give no reason for doubt: it loads, it shows exactly one control with our key, every
 * witness there is says the truth, nothing that it needs is refused or lost, and it settles well within the budget. Where
 * something is to be clicked, a click must also reach the control and be saved in the known way. Written from the traits
 * alone, never from what the tool makes of them: a clear page that is left undecided is a fault of the tool's.
 */
export function isClear(page: GeneratedPage): boolean {
  return (
    !DOUBTS.some((doubts) => doubts(page)) && !(isClicked(page) && DOUBTS_OF_A_CLICK.some((doubts) => doubts(page)))
  );
}

/** What the right answer is: there is only one. */
export function rightAnswer({ mode, truth }: GeneratedPage): string {
  if (mode === 'check') return truth;
  if (truth === 'off') return 'already-off off';
  return mode === 'dry-run' ? 'would-change on' : 'changed off';
}

/** Nothing of the page or around it is different, whoever reads it. */
const HARMLESS_MESS: readonly MessName[] = [
  'asks-before-unload',
  'cookie-banner',
  'foreign-assets',
  'hidden-bot-frames',
  'passing-glass',
  'popup-on-click',
  'promo',
  'glass',
  'stowaway',
  'telemetry',
  'tells-clicks',
];
/** They leave a reader in doubt only where the page does not get its answer from the server. */
const BUSY_MESS: readonly MessName[] = ['event-stream', 'polls', 'posts-on-load', 'puts-on-load', 'realtime'];

const PLAIN_TAGS = ['div', 'section', 'article', 'fieldset', 'form', 'ul', 'li', 'p', 'span', 'aside', 'x-row'];
const PLAIN_ATTRIBUTES = ['id', 'class', 'data-test', 'aria-label', 'title', 'tabindex', 'dir', 'role', 'aria-hidden'];

const DOUBTS: readonly ((page: GeneratedPage) => boolean)[] = [
  // It does not come up, or not as itself
  ({ traits }) => traits.answer !== undefined,
  ({ traits }) => (traits.atRequest ?? []).some(({ does }) => typeof does !== 'object' || does.slow > 1_500),
  ({ traits }) => traits.key !== undefined,

  // There is not one control, or it cannot be used
  ({ traits }) => traits.control === 'none' || traits.control === 'disabled' || traits.control === 'aria-disabled',
  ({ traits }) => traits.place === 'closed-shadow' || traits.place === 'frame',
  ({ traits }) => traits.copy?.startsWith('visible') ?? false,
  ({ traits }) =>
    (traits.decoys ?? []).some(({ key, where, hidden }) => key === OUR_KEY || (where === 'around' && hidden)),
  ({ traits }) => (traits.labelledBy ?? []).some((id) => OTHER_KEYS.includes(id)),
  ({ traits }) => (traits.nest ?? []).some((nest) => !isPlain(nest)),

  // Somebody lies, or nobody tells for certain
  (page) => [page.traits.ariaChecked, page.traits.stateWords, page.traits.embedded].some((said) => lies(said, page)),
  ({ traits }) => hasMisleadingWords(traits),
  ({ traits }) => traits.source === 'post' || traits.flickersEvery !== undefined,
  ({ traits }) => (traits.source ?? 'call') === 'call' && (traits.callSays ?? 'truth') !== 'truth',
  ({ traits }) => traits.shows !== undefined && (traits.shows.at(-1)?.[1] !== 'truth' || !hasLiveData(traits)),
  ({ traits }) => !hasLiveData(traits) && (traits.skeleton !== undefined || traits.copy !== undefined),

  // It is not quiet
  ({ traits }) => {
    const accepted = hasLiveData(traits) ? [...HARMLESS_MESS, ...BUSY_MESS] : HARMLESS_MESS;
    return (traits.mess ?? []).some((name) => !accepted.includes(name));
  },
  ({ traits }) => hasBorrowedWords(traits),
];

/** A neighbour that speaks in our words may be ours, with a key that nobody knows. */
function hasBorrowedWords({ decoys = [] }: Traits): boolean {
  return decoys.some(({ key, label }) => !OTHER_KEYS.includes(key) && languageOfOurWords(label) !== null);
}

const DOUBTS_OF_A_CLICK: typeof DOUBTS = [
  ({ traits }) => traits.click === 'ignored' || traits.click === 'twice' || traits.asks !== undefined,
  ({ traits }) => traits.click === 'toggle-only' && traits.control === 'covered',
  ({ traits }) => traits.saveBy === 'graphql' || traits.saveBy === 'other-key',
  ({ traits }) => traits.save !== undefined && traits.save !== 'applied-late',
  ({ traits }) => traits.copy !== undefined,
  // The first save of a page that was told nothing of the setting must at least not look like one of "on".
  ({ traits }) => !isTold(traits) && !looksLikeOff(JSON.stringify({ value: traits.values?.off })),
  ({ traits }) => (traits.shows ?? []).some(([, said], index) => index > 0 && said !== 'truth'),
  ({ traits }) => (traits.decoys ?? []).some(({ where }) => where === 'inside'),
  ({ traits }) => (traits.mess ?? []).some((name) => name === 'promo' || name === 'glass'),
  ({ traits, mode }) =>
    traits.afterSave !== undefined &&
    DOUBTS.some((doubts) => doubts({ mode, truth: 'off', traits: { ...traits, ...traits.afterSave } })),
];

/** Does anything on the page tell which value means on, and which off? */
function isTold(traits: Traits): boolean {
  return hasLiveData(traits) || traits.source === 'embedded' || traits.embedded !== undefined;
}

function looksLikeOff(body: string): boolean {
  return isSaveOfOff(body, { key: OUR_KEY, polarity: null, mustTell: false, query: '' });
}

function isClicked({ mode, truth }: GeneratedPage): boolean {
  return mode !== 'check' && truth === 'on';
}

/** Does the page get an answer from its server that is about this very moment? */
function hasLiveData({ source = 'call', callSays = 'truth' }: Traits): boolean {
  return source === 'call' && callSays === 'truth';
}

/** What is right before a change and wrong after it lies, too. */
function lies(claim: Claim | undefined, page: GeneratedPage): boolean {
  const truths = isClicked(page) ? ([page.truth, 'off'] as const) : [page.truth];
  return claim !== undefined && truths.some((truth) => claimed(claim, truth) !== truth);
}

function isPlain({ tag, attributes = {} }: Nest): boolean {
  const isKeyed = attributes.id === OUR_KEY;
  const isDialog = attributes.role === 'dialog';
  const names = Object.keys(attributes);
  return PLAIN_TAGS.includes(tag) && names.every((name) => PLAIN_ATTRIBUTES.includes(name)) && !isKeyed && !isDialog;
}

/** Words for on or off where they do not belong, and a heading that is a wall's. */
function hasMisleadingWords({ words }: Traits): boolean {
  if (typeof words !== 'object') return false;
  return saysAState(words.label) || isWrong(words, 'on') || isWrong(words, 'off') || words.title.includes('restricted');
}

function saysAState(text: string): boolean {
  return Object.keys(WORDS).some((language) => stateOfWord(text, language) !== null);
}

function isWrong(words: Words, state: 'on' | 'off'): boolean {
  return Object.keys(WORDS).some((language) => (stateOfWord(words[state], language) ?? state) !== state);
}
