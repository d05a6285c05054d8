/**
 * Every page that the look-alike can be, as compositions of traits: one line of data each. The member's own truth decides
 * between on and off, so “opposite” is the opposite of whatever this member's setting is.
 */
import type { Variant } from './traits.ts';

const RENAMED = 'someNewKey42';
const NO_SWITCH = { control: 'none', callSays: 'missing' } as const;

// biome-ignore format: a table, one variant a line
export const VARIANTS: Readonly<Record<string, Variant>> = {
  standard: { about: 'The ordinary page: quick, quiet, one switch, its data by a call.' },

  // When it is rendered, and what it shows meanwhile
  'late': { about: 'The page is rendered 3 s after load.', renderAfter: 3000 },
  'wrong-first': { about: 'The switch shows the opposite for 1.2 s; the data is right at once.', shows: [[0, 'opposite'], [1200, 'truth']] },
  'wrong-first-alone': { about: 'The switch shows the opposite for 1.2 s, and nothing else tells.', shows: [[0, 'opposite'], [1200, 'truth']], source: 'script' },
  'flickers': { about: 'The switch flickers for ever; the data is right.', flickersEvery: 400 },
  'flickers-alone': { about: 'The switch flickers for ever, and nothing else tells.', flickersEvery: 400, source: 'script' },
  'flickers-then-settles': { about: 'The switch flickers for 1.2 s, then shows the truth.', shows: [[0, 'opposite'], [300, 'truth'], [600, 'opposite'], [900, 'truth'], [1100, 'opposite'], [1200, 'truth']] },
  'skeleton-off': { about: 'An enabled switch showing off stands there 800 ms before the data comes.', skeleton: 'off', callAfter: 800 },
  'skeleton-off-slow': { about: 'As before, and the data takes 3.5 s.', skeleton: 'off', callAfter: 3500 },
  'skeleton-off-hangs': { about: 'An enabled switch showing off, and the data never comes.', skeleton: 'off', callSays: 'hang' },
  'skeleton-off-drawn-late': { about: 'The data is no record, takes 3 s, and is drawn 1.2 s later still.', skeleton: 'off', source: 'view', callAfter: 3000, drawsAfter: 1200 },
  'stale-cache-off': { about: 'Embedded data and switch say off until the call answers after 700 ms.', embedded: 'off', skeleton: 'off', callAfter: 700 },
  'reloads-once': { about: 'The page reloads itself once, after 500 ms.', mess: ['reloads-once'] },

  // Which control is ours
  'two-switches': { about: 'Another setting’s switch (email tips) stands before ours.', tipsBefore: true },
  'hidden-twin': { about: 'A hidden switch with our key shows the opposite.', copy: 'hidden-opposite' },
  'duplicate-key': { about: 'Two visible switches carry our key.', copy: 'visible' },
  'renamed-key': { about: 'The key is a new one; the words are as always.', key: RENAMED },
  'renamed-key-unknown-words': { about: 'Neither key nor words are known.', key: RENAMED, words: 'unknown' },
  'renamed-key-two-switches': { about: 'The key is a new one, and another switch stands before it.', key: RENAMED, tipsBefore: true },
  'unknown-words': { about: 'The key is ours; the words are new.', words: 'unknown' },
  'in-shadow': { about: 'The switch stands in an open shadow root.', place: 'shadow' },
  'in-closed-shadow': { about: 'The switch stands in a closed shadow root.', place: 'closed-shadow' },
  'in-frame': { about: 'The switch stands in an iframe of the same origin.', place: 'frame' },

  // Languages
  'french': { about: 'In French.', language: 'fr' },
  'german': { about: 'In German.', language: 'de' },
  'dutch': { about: 'In Dutch.', language: 'nl' },
  'italian': { about: 'In Italian.', language: 'it' },
  'spanish': { about: 'In Spanish.', language: 'es' },
  'portuguese': { about: 'In Portuguese.', language: 'pt' },
  'polish': { about: 'In Polish.', language: 'pl' },
  'czech': { about: 'In Czech.', language: 'cs' },
  'finnish': { about: 'In Finnish.', language: 'fi' },
  'arabic': { about: 'In Arabic, right to left.', language: 'ar' },
  'german-renamed-key': { about: 'In German, and the key is a new one.', language: 'de', key: RENAMED },

  // How the control is made
  'clipped-input': { about: 'The input is visually hidden; its visible toggle works.', control: 'clipped' },
  'undisplayed-input': { about: 'The input is not displayed; its visible toggle works.', control: 'undisplayed' },
  'covered-input': { about: 'The toggle lies over the input and takes its clicks.', control: 'covered' },
  'button-switch': { about: 'A button with role switch and aria-checked.', control: 'button' },
  'disabled': { about: 'The switch is disabled.', control: 'disabled' },
  'aria-disabled': { about: 'The switch is disabled by aria-disabled alone, and ignores clicks.', control: 'aria-disabled', click: 'ignored' },
  'aria-agrees': { about: 'aria-checked says what the checkbox says.', ariaChecked: 'truth' },
  'aria-disagrees': { about: 'aria-checked says the opposite of the checkbox.', ariaChecked: 'opposite' },
  'state-words': { about: 'A word for on or off stands beside the switch.', stateWords: 'truth' },
  'state-words-disagree': { about: 'The word beside the switch says the opposite.', stateWords: 'opposite' },
  'german-state-words': { about: 'In German, with a word for on or off.', language: 'de', stateWords: 'truth' },

  // The page's own data
  'no-data': { about: 'No data anywhere: only the switch tells.', source: 'script' },
  'no-data-no-names': { about: 'No data, and the member is named nowhere.', source: 'script', names: 'nowhere' },
  'data-missing': { about: 'The call for the setting answers 404; the switch is drawn all the same.', callSays: 'missing' },
  'data-disagrees': { about: 'The call says the opposite of the switch.', callSays: 'opposite' },
  'data-nonsense': { about: 'The call gives a value that is neither on nor off.', callSays: 'nonsense' },
  'data-hangs': { about: 'The call for the setting is never answered, so no switch is drawn.', callSays: 'hang' },
  'data-slow': { about: 'The call for the setting takes 2.5 s.', callAfter: 2500 },
  'embedded-only': { about: 'The data stands in the page; no call is made.', source: 'embedded' },
  'embedded-agrees': { about: 'The data stands in the page, and the call agrees.', embedded: 'truth' },
  'embedded-disagrees': { about: 'The data in the page says the opposite of call and switch.', embedded: 'opposite' },
  'values-as-words': { about: 'The data says ALLOW and DISALLOW.', values: { on: 'ALLOW', off: 'DISALLOW' } },
  'values-reversed': { about: 'The data says false for on and true for off.', values: { on: false, off: true } },
  'values-words-reversed': { about: 'The data says DISALLOW for on: only onValue tells.', values: { on: 'DISALLOW', off: 'ALLOW' } },
  'values-as-numbers': { about: 'The data says 1 and 0.', values: { on: 1, off: 0 } },
  'needs-post': { about: 'The page gets its data by a POST, and draws no switch without it.', source: 'post' },

  // Siblings
  'siblings-withheld': { about: 'Three other settings are not offered: no page, and no row in the category.', withholds: ['settings/ads-by-gender', 'interest-categories', 'settings/share-data-with-select-partners'] },
  'siblings-renamed': { about: 'The other settings’ switches carry keys that nobody knows.', renamesSiblings: true },

  // What a click does
  'click-ignored': { about: 'A click does nothing.', click: 'ignored' },
  'click-twice': { about: 'One click is taken twice: off, then on again.', click: 'twice' },
  'click-twice-unheard': { about: 'As before, and saved in a way that is not known: it flips faster than anybody looks.', click: 'twice', saveBy: 'graphql', mess: ['tells-clicks'] },
  'flips-back-at-once': { about: 'The save goes under another key and fails: the switch is back before anybody looks.', saveBy: 'other-key', save: 500, reverts: true, mess: ['tells-clicks'] },
  'key-given-away': { about: 'Our switch has a new key, and another one, which shows off, the old one.', key: 'useContentForModels', decoys: [{ where: 'inside', key: 'allowDataForGenerativeAI', label: 'Suggestions', shows: 'off' }] },
  'key-shared': { about: 'Our switch is labelled by the key of another setting, too, and a copy of it by ours alone; the copy and the data both lie.', labelledBy: ['allowAdsByGender'], copy: 'visible-opposite', callSays: 'opposite' },
  'switch-in-switch': { about: 'Another setting’s switch stands in the part of ours that takes the click.', control: 'clipped', decoys: [{ where: 'inside', key: 'allowAdsByAge', label: 'Age range', shows: 'on' }], mess: ['tells-clicks'] },
  'switch-in-dead-switch': { about: 'As before, and only our toggle works.', click: 'toggle-only', decoys: [{ where: 'inside', key: 'allowAdsByAge', label: 'Age range', shows: 'on' }], mess: ['tells-clicks'] },
  'toggle-only': { about: 'Only a click on the visible toggle works.', click: 'toggle-only' },
  'asks-dialog': { about: 'A click opens a dialog (“Yes, delete”); saved only if confirmed.', asks: 'dialog' },
  'asks-confirm': { about: 'A click asks with a JavaScript confirm; saved only if confirmed.', asks: 'confirm' },
  'popup': { about: 'A click opens a window.', mess: ['popup-on-click'] },
  'stowaway': { about: 'A click saves another setting too.', mess: ['stowaway'] },

  // Saving
  'save-500': { about: 'Saving fails with 500; the switch stays as clicked.', save: 500 },
  'save-500-reverts': { about: 'Saving fails with 500; the switch goes back.', save: 500, reverts: true },
  'save-403': { about: 'Saving is forbidden.', save: 403 },
  'save-429': { about: 'Saving is rate-limited.', save: 429 },
  'save-not-kept': { about: 'Saving is answered with 200 and not kept.', save: 'not-kept' },
  'save-hangs': { about: 'Saving is never answered.', save: 'hang' },
  'save-sent-late': { about: 'The page waits 1.5 s before it saves.', saveAfter: 1500 },
  'save-applied-late': { about: 'The server applies the save 1.5 s after answering 200.', save: 'applied-late' },
  'save-by-post': { about: 'The page saves by POST to the same address.', saveBy: 'post' },
  'save-by-graphql': { about: 'The page saves by another interface.', saveBy: 'graphql' },
  'save-other-key': { about: 'The page saves another setting in the place of ours.', saveBy: 'other-key' },
  'session-ends-at-save': { about: 'The save is answered with 401, and the session is over.', save: 'ends-session' },
  'session-ends-after-save': { about: 'After the save, the page leads to sign-in.', afterSave: { answer: 'deletes-session' } },
  'rate-limited-after-save': { about: 'After the save, the page answers 429.', afterSave: { answer: 429 } },
  'hangs-after-save': { about: 'After the save, the page is never answered.', afterSave: { answer: 'hang' } },
  'disagrees-after-save': { about: 'After the save, the data says the opposite of the switch.', afterSave: { callSays: 'opposite' } },
  'another-member-after-save': { about: 'After the save, somebody else is signed in.', afterSave: { signedInAs: 'another' } },

  // Not offered
  'not-offered-to-category': { about: 'Our address leads to the category, which lacks our row.', answer: 'to-category', category: 'lacks-row' },
  'not-offered-to-feed': { about: 'Our address leads to the feed; the category lacks our row.', answer: 'to-feed', category: 'lacks-row' },
  'not-offered-404': { about: 'Our address answers 404; the category lacks our row.', answer: 404, category: 'lacks-row' },
  'not-offered-no-switch': { about: 'Our page has no switch; the category lacks our row.', ...NO_SWITCH, category: 'lacks-row' },
  'not-offered-late-rows': { about: 'As before, and the category’s rows come 2 s late.', ...NO_SWITCH, category: 'lacks-row', categoryAfter: 2000 },
  'no-switch-data-503': { about: 'The call for the setting answers 503, so no switch is drawn; the category lacks our row.', category: 'lacks-row', atRequest: [{ nth: 3, does: 503 }] },
  'no-switch-data-cut': { about: 'The call for who is signed in breaks off, and the page with it; the category lacks our row.', category: 'lacks-row', atRequest: [{ nth: 2, does: 'cut' }] },
  'offered-no-switch': { about: 'Our page has no switch, though the category has our row.', ...NO_SWITCH },
  'offered-404': { about: 'Our address answers 404, though the category has our row.', answer: 404 },
  'offered-no-switch-late-rows': { about: 'No switch; the category has our row, 2 s late.', ...NO_SWITCH, categoryAfter: 2000 },
  'no-switch-category-503': { about: 'Our page has no switch, and the category answers 503.', ...NO_SWITCH, category: 503 },
  'no-switch-empty-category': { about: 'Our page has no switch, and the category has no rows at all.', ...NO_SWITCH, category: 'empty' },

  // Who is signed in
  'another-member': { about: 'Somebody else is signed in, by call and navigation.', signedInAs: 'another' },
  'names-disagree': { about: 'The navigation names somebody else than the call.', navigationNames: 'another' },
  'named-in-navigation-only': { about: 'No call asks who is signed in; the navigation tells.', names: 'navigation' },
  'rotating-session': { about: 'Every page gives the session another cookie, and the one before is worth nothing.', rotates: true },
  'named-nowhere': { about: 'Nothing tells who is signed in.', names: 'nowhere' },

  // Walls
  'signed-out': { about: 'The session is deleted (li_at="delete me") on the way to sign-in.', answer: 'deletes-session' },
  'authwall': { about: 'Our address leads to the authwall.', answer: 'to-authwall' },
  'soft-sign-in': { about: 'A sign-in form stands at our own address.', answer: 'sign-in' },
  'soft-chooser': { about: 'An account chooser stands at our own address.', answer: 'chooser' },
  'redirect-loop': { about: 'Our address leads to itself for ever.', answer: 'to-itself' },
  'checkpoint': { about: 'Our address leads to a checkpoint.', answer: 'to-checkpoint' },
  'soft-pin': { about: 'A request for a code stands at our own address.', answer: 'pin' },
  'captcha': { about: 'A visible captcha stands in the place of the page.', answer: 'captcha' },
  'captcha-over': { about: 'A visible captcha stands over the ordinary page.', mess: ['captcha-over'] },
  'hidden-bot-frames': { about: 'Hidden anti-bot frames, as on ordinary pages: no challenge.', mess: ['hidden-bot-frames'] },
  'restricted': { about: 'The account has been restricted.', answer: 'restricted' },
  'internal-error': { about: 'Our address leads to challenge_global_internal_error.', answer: 'to-internal-error' },
  'status-429': { about: 'Our address answers 429.', answer: 429 },
  'status-999': { about: 'Our address answers 999.', answer: 999 },
  'status-503': { about: 'Our address answers 503.', answer: 503 },
  'sign-in-pin': { about: 'Signing in asks for a code first.', signIn: 'pin' },
  'sign-in-pin-and-check': { about: 'Signing in asks for a code, then for a security check.', signIn: 'pin-and-check' },

  // The network
  'hangs': { about: 'Our address is never answered.', answer: 'hang' },
  'resets': { about: 'The connection is reset.', answer: 'reset' },
  'truncated': { about: 'The answer breaks off halfway.', answer: 'truncated' },
  'foreign-redirect': { about: 'Our address leads to somebody else’s site.', answer: 'to-foreign' },
  'foreign-by-script': { about: 'The page leaves for somebody else’s site after 300 ms.', mess: ['leaves-for-foreign'] },
  'foreign-assets': { about: 'The page loads an image, a script and more from somebody else.', mess: ['foreign-assets'] },

  // Over the page
  'cookie-banner': { about: 'The cookie banner covers the switch until the page is scrolled.', mess: ['cookie-banner'] },
  'promo': { about: 'A promotional dialog covers everything.', mess: ['promo'] },
  'alert': { about: 'A JavaScript alert at load.', mess: ['alert-on-load'] },
  'before-unload': { about: 'The page asks before it is left.', mess: ['asks-before-unload'] },

  // Writes that nobody asked for
  'posts-on-load': { about: 'A POST at load would change the setting.', mess: ['posts-on-load'] },
  'puts-on-load': { about: 'A PUT of our own setting at load.', mess: ['puts-on-load'] },
  'submits-form': { about: 'A form submits itself and would change the setting.', mess: ['submits-form'] },
  'submits-form-in-frame': { about: 'As before, in a hidden frame.', mess: ['submits-form-in-frame'] },
  'writes-on-hover': { about: 'Pointer or focus on the control would change the setting.', mess: ['writes-on-hover'] },
  'writes-on-leaving': { about: 'Leaving the page would change the setting, by beacon and keepalive.', mess: ['writes-on-leaving'] },
  'telemetry': { about: 'Telemetry by POST, at load and every 500 ms.', mess: ['telemetry'] },
  'realtime': { about: 'A WebSocket whose message would change the setting.', mess: ['realtime'] },
  'web-worker': { about: 'A web worker’s POST would change the setting.', mess: ['web-worker'] },
  'shared-worker': { about: 'A shared worker’s POST would change the setting.', mess: ['shared-worker'] },
  'service-worker': { about: 'A service worker’s POST would change the setting.', mess: ['service-worker'] },
  'everything-at-once': { about: 'Telemetry, banner, hidden frames, foreign assets, realtime and last-moment writes.', mess: ['telemetry', 'cookie-banner', 'hidden-bot-frames', 'foreign-assets', 'realtime', 'writes-on-leaving'] },
};
