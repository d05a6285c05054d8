import fc from 'fast-check';
import { buildCapture } from '../../../src/capture/build.ts';
import { pagesOf, type Seen } from '../../../src/capture/pages.ts';
import { type Capture, captureSchema } from '../../../src/capture/schema.ts';
import type { ControlFact } from '../../../src/decide/observation.ts';
import { conclude } from '../../../src/page/conclude.ts';
import {
  type CategoryWatch,
  categorySightOf,
  decideOffer,
  decideOfferAtHome,
  noOfferSeen,
} from '../../../src/page/offer.ts';
import type { OutlineNode } from '../../../src/page/outline.ts';
import { LOSS_CODES, settle, sightOf, type View, type Watch } from '../../../src/page/sight.ts';
import type { Snapshot } from '../../../src/page/snapshot.ts';
import type { Answer } from '../../../src/page/traffic.ts';
import { DEFAULT_SETTING, isCategoryPage, OTHER_KEYS } from '../../../src/settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../../../src/settings/site.ts';
import { HEADING_WALLS, VISIBLE_WALLS, WALL_PREFIXES } from '../../../src/settings/walls.ts';
import { ALL_WORDS, WORDS } from '../../../src/settings/words.ts';
import { KEY, control as ours } from '../decide/given.ts';

/** Pages as they might be, with private text wherever text can be, and with what decides often enough to matter. */

/** Where a page, or an account on it, has something to hide. */
export const secret = fc.oneof(
  fc.constantFrom(
    'Ada Lovelace-King',
    'ada.lovelace@mail.example',
    'ada-lovelace-1815',
    'AQEDARxyzSessionToken0123456789',
    'ajax:8237498237498237',
    'https://www.linkedin.com/in/ada-lovelace-1815/',
    'urn:li:member:987654321',
    '+44 20 7946 0958',
    '12 St James’s Square, London',
    'delete me; li_at=AQEDAR',
    'إيدا لوفلايس',
    '<b onclick="alert(1)">Ada</b>',
  ),
  fc.stringMatching(/^[A-Za-z]{6,12}[0-9]{3,6}[a-z]{3,9}$/),
  fc.emailAddress(),
  fc.webUrl(),
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
);

const mixed = (known: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: secret },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...known), secret).map(([word, text]) => `${word} ${text}`) },
    { weight: 1, arbitrary: fc.constantFrom(...known).map((word) => ` ${word.toUpperCase()} `) },
  );

const STATE_WORDS = Object.values(WORDS).flatMap(({ on, off }) => [on, off].filter((word) => word !== null));

const control: fc.Arbitrary<ControlFact> = fc.record({
  labelledBy: fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.constant(KEY) }, { weight: 1, arbitrary: mixed(OTHER_KEYS) }),
    { maxLength: 2 },
  ),
  kind: fc.constantFrom('native', 'aria'),
  checked: fc.boolean(),
  indeterminate: often(false, true),
  ariaState: fc.oneof(fc.constantFrom(null, null, 'true', 'false', 'mixed', 'TRUE'), secret),
  disabled: often(false, true),
  rendered: often(true, false),
  label: mixed(ALL_WORDS),
  beside: fc.array(mixed(STATE_WORDS), { maxLength: 3 }),
  kin: fc.oneof(
    { weight: 9, arbitrary: fc.constant<ControlFact['kin']>([]) },
    { weight: 1, arbitrary: fc.subarray<ControlFact['kin'][number]>(['on', 'off', 'unclear']) },
  ),
  isAside: often(false, true),
});

/** Our switch as it usually is, on or off, with the odd thing about it. */
const plainControl = fc
  .record({
    checked: fc.boolean(),
    disabled: often(false, true),
    ariaState: often(null, 'true'),
    beside: fc.array(secret),
  })
  .map((overrides) => ours(overrides));

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(true, false) },
  { weight: 2, arbitrary: fc.constantFrom('ALLOW', 'DISALLOW', 'true', 0, 1, '1', null, '') },
  { weight: 2, arbitrary: fc.constantFrom('LEVEL_ADA_1815', 'LEVEL_EVE_1815', 987654321, '987654321') },
  { weight: 1, arbitrary: secret },
  { weight: 1, arbitrary: fc.integer({ min: 100_000 }) },
  { weight: 1, arbitrary: fc.dictionary(secret, secret, { maxKeys: 2 }) },
  { weight: 1, arbitrary: fc.array(secret, { maxLength: 2 }) },
);

/** JSON as the page has it: our record among others, or something that only looks like it. */
const data = fc
  .tuple(
    fc.array(
      fc.record({
        key: fc.oneof({ weight: 4, arbitrary: fc.constant(KEY) }, { weight: 1, arbitrary: mixed(OTHER_KEYS) }),
        value,
        onValue: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, value),
        offValue: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, value),
        entityUrn: secret,
      }),
      { maxLength: 2 },
    ),
    secret,
    fc.boolean(),
  )
  .map(([included, publicIdentifier, isEncoded]) => {
    const text = JSON.stringify({ data: { publicIdentifier }, included });
    return isEncoded ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;
  });

const answer: fc.Arbitrary<Answer> = fc.record({
  url: fc.constantFrom(
    `${LINKEDIN_ORIGIN}/mysettings-api/settingsApiSettings/${KEY}`,
    `${LINKEDIN_ORIGIN}/mysettings-api/settingsApiMiniProfile`,
  ),
  status: often(200, 404),
  body: data,
});

const address = `${LINKEDIN_ORIGIN}/mypreferences/d/${DEFAULT_SETTING.path}`;
const category = `${LINKEDIN_ORIGIN}/mypreferences/d/categories/privacy`;
const query = fc.oneof(
  fc.constant(''),
  secret.map((text) => `?trk=${encodeURIComponent(text)}#${encodeURIComponent(text)}`),
);
const elsewhere = fc.oneof(
  fc.constantFrom(...WALL_PREFIXES, '/loginx', '/challenge-x', '/signup-x').map((path) => `${LINKEDIN_ORIGIN}${path}`),
  secret.map((text) => `${LINKEDIN_ORIGIN}/in/${encodeURIComponent(text)}`),
  fc.constantFrom('https://de.linkedin.com/authwall', 'http://www.linkedin.com/login', 'https://example.com/login'),
  fc.constant(`${LINKEDIN_ORIGIN}/feed/?id=challenge_global_internal_error`),
  fc.webUrl(),
);

function urlNear(usual: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: elsewhere }), query)
    .map(([url, more]) => (url.includes('?') || url.includes('#') ? url : url + more));
}

const snapshotNear = (usual: string): fc.Arbitrary<Snapshot> =>
  fc.record({
    url: urlNear(usual),
    language: fc.oneof(fc.constantFrom('en', 'de', 'nl', 'ar', '', ' en'), secret),
    controls: fc.oneof(
      { weight: 3, arbitrary: fc.tuple(plainControl) },
      { weight: 1, arbitrary: fc.constant<ControlFact[]>([]) },
      { weight: 2, arbitrary: fc.array(control, { maxLength: 3 }) },
    ),
    headings: fc.array(
      fc.oneof(
        { weight: 15, arbitrary: secret },
        { weight: 1, arbitrary: mixed(HEADING_WALLS.map(({ example }) => example)) },
      ),
      { maxLength: 2 },
    ),
    embedded: fc.array(data, { maxLength: 1 }),
    rows: fc.array(
      fc.record({
        href: fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'd').map((slug) => address.replace(/[^/]+$/, slug)) },
          { weight: 2, arbitrary: secret.map((slug) => address.replace(/[^/]+$/, encodeURIComponent(slug))) },
          { weight: 1, arbitrary: fc.constantFrom(address, address.replace('data-for', 'new-data-for')) },
          { weight: 1, arbitrary: fc.webUrl() },
        ),
        text: fc.oneof({ weight: 9, arbitrary: secret }, { weight: 1, arbitrary: mixed(ALL_WORDS) }),
      }),
      { maxLength: 6 },
    ),
    names: fc.array(
      fc.oneof(
        { weight: 9, arbitrary: secret },
        { weight: 1, arbitrary: mixed(ALL_WORDS).map((word) => `${word}, Ada`) },
      ),
      { maxLength: 2 },
    ),
    navigationVanities: fc.array(secret, { maxLength: 2 }),
    visibleSelectors: fc.oneof(
      { weight: 9, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.subarray(VISIBLE_WALLS.map((_, index) => index)) },
    ),
    modalDialogs: fc.nat(2),
    dialogs: fc.nat(3),
    hasMemberStorage: fc.boolean(),
    mentionsKey: often(false, true),
  });

const viewNear = (usual: string): fc.Arbitrary<View> =>
  fc.record({
    snapshot: snapshotNear(usual),
    traffic: fc.record({
      answers: fc.array(answer, { maxLength: 2 }),
      strayedTo: fc.oneof({ weight: 25, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.domain() }),
      documentBrokeOff: fc.integer({ min: 0, max: 25 }).map((number) => number === 0),
      documentStatus: fc.oneof(
        { weight: 9, arbitrary: fc.constant(200) },
        { weight: 2, arbitrary: fc.constantFrom(304, 0, 404, 410, 401, 429, 999, 503) },
      ),
    }),
    loss: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...LOSS_CODES) },
    ),
    isBlind: often(false, true),
    isOwnMissing: fc.boolean(),
    origin: fc.constant(LINKEDIN_ORIGIN),
  });

const waiting = fc.record({
  isLoading: often(false, true),
  isWaiting: often(false, true),
  isAsking: often(false, true),
});
const milliseconds = fc.oneof(
  fc.constantFrom(0, 250, 700, 1_500, 2_000, 2_500, 5_000, 6_000, 8_000),
  fc.constantFrom(9_000, 23_000),
  fc.double({ min: 0, max: 20_000, noNaN: true }),
);
const answeredMs = fc.oneof({ weight: 9, arbitrary: fc.constant(9_000) }, milliseconds);
const watch: fc.Arbitrary<Watch> = fc.record({
  heldMs: milliseconds,
  answeredMs,
  budgetMs: fc.constantFrom(12_000, 11_999.123, 45_000),
  flips: fc.constantFrom(0, 0, 0, 1, 3),
  hasShownSetting: often(false, true),
  waiting,
  waitingAtEnd: waiting,
});
const offerWatch: fc.Arbitrary<CategoryWatch> = fc.record({
  heldMs: fc.oneof(milliseconds, fc.constantFrom(6_000, 9_000)),
  answeredMs,
  isQuiet: often(true, false),
  isWaiting: often(false, true),
});

const { node } = fc.letrec<{ node: OutlineNode }>((tie) => ({
  node: fc.record({
    tag: mixed(['div', 'input', 'span', '#shadow', 'my-element', 'ada-lovelace']),
    role: fc.oneof(fc.constant(null), mixed(['switch', 'dialog'])),
    type: fc.oneof(fc.constant(null), mixed(['checkbox'])),
    id: mixed([KEY, 'ember987654321']),
    labelledBy: mixed([KEY, `${KEY} ember987654321`]),
    text: mixed(ALL_WORDS),
    states: fc.dictionary(mixed(['checked', 'busy', '__proto__']), mixed(['true', 'false']), { maxKeys: 3 }),
    checked: fc.boolean(),
    disabled: fc.boolean(),
    open: fc.boolean(),
    shown: fc.boolean(),
    isToggle: fc.boolean(),
    width: fc.oneof(fc.nat(3_000), fc.constantFrom(-5, 987_654_321, Number.NaN)),
    height: fc.double(),
    cut: fc.nat(),
    children: fc.oneof({ depthSize: 'small' }, fc.constant<OutlineNode[]>([]), fc.array(tie('node'), { maxLength: 3 })),
  }),
}));
export const outline = node;

export const seen: fc.Arbitrary<Seen> = fc.record({
  setting: fc.constant(DEFAULT_SETTING),
  reading: fc.record({
    view: fc.oneof(
      { weight: 15, arbitrary: viewNear(address) },
      { weight: 20, arbitrary: viewNear(address).map(withoutSwitch) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    watch,
  }),
  outline: fc.oneof(fc.constant(null), outline),
  asked: fc.record({
    view: fc.oneof(
      { weight: 20, arbitrary: viewNear(category).map(withoutSwitch) },
      { weight: 2, arbitrary: viewNear(category) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    watch: offerWatch,
  }),
  around: fc.record({
    account: fc.oneof(
      { weight: 9, arbitrary: fc.constant<'expected'>('expected') },
      { weight: 1, arbitrary: fc.constantFrom('another' as const, 'untold' as const) },
    ),
    isSessionAlive: often(true, false),
  }),
});

/** As a page is that shows no setting. */
function withoutSwitch(view: View): View {
  const snapshot = { ...view.snapshot, controls: [], embedded: [], mentionsKey: false };
  return { ...view, snapshot, traffic: { ...view.traffic, answers: [] } };
}

function often<T>(usual: T, seldom: T): fc.Arbitrary<T> {
  return fc.constantFrom(usual, usual, usual, usual, seldom);
}

/** What the open page comes to, by the functions that read it. */
export function liveConclusion({ setting, reading, asked, around }: Seen) {
  const sight = reading.view && sightOf(reading.view, setting);
  const moment = settle(sight, reading.watch);
  const isLedHere = reading.view !== null && isCategoryPage(reading.view.snapshot.url, LINKEDIN_ORIGIN);
  const atHome = decideOfferAtHome(reading.view, reading.watch.hasShownSetting, setting);
  const onCategory = asked?.view
    ? (decideOffer(categorySightOf(asked.view), asked.watch, setting, isLedHere) ?? noOfferSeen())
    : noOfferSeen();
  const conclusion = conclude(moment, {
    ...around,
    loss: reading.view?.loss ?? null,
    offer: moment.kind === 'absent' ? (atHome ?? onCategory) : null,
  });
  const isSeen = around.account === 'expected' && (moment.kind === 'state' || moment.kind === 'doubt');
  return { conclusion, observations: isSeen ? (sight?.observations ?? []) : null };
}

/** The capture of what was seen, as it is kept: written, and read again. */
export function captureOf(given: Seen): Capture {
  const capture = buildCapture({
    version: '1.2.3',
    browser: { name: 'chromium', version: '156.0.1.2' },
    setting: given.setting,
    inspection: { ...liveConclusion(given).conclusion, capture: pagesOf(given) },
  });
  if (!capture) throw new Error('Something in it was not known to be harmless.');
  return captureSchema.parse(JSON.parse(JSON.stringify(capture)));
}
