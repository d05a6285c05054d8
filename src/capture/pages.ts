import type { ControlFact } from '../decide/observation.ts';
import type { Around } from '../page/conclude.ts';
import { readMember } from '../page/member.ts';
import { type CategoryWatch, isAlike, namesSetting, neighboursOf } from '../page/offer.ts';
import type { OutlineNode } from '../page/outline.ts';
import { type PlaceView, showsSetting, type View, type Waiting, type Watch } from '../page/sight.ts';
import { pathWallOf } from '../page/walls.ts';
import { newestOf, recordsOf } from '../page/witnesses.ts';
import { isCategoryPage, pathOf, type Setting } from '../settings/catalogue.ts';
import { headingWallsOf, VISIBLE_WALLS, WALL_PREFIXES } from '../settings/walls.ts';
import { knownWords, languageOfOurWords } from '../settings/words.ts';
import type { ReasonCode } from '../vocabulary.ts';
import { reduceOutline } from './outline.ts';
import type {
  CapturedCategoryPage,
  CapturedControl,
  CapturedPages,
  CapturedPlace,
  CapturedSettingPage,
} from './schema.ts';
import { reduceRecords } from './values.ts';
import { KNOWN_KEYS, LANGUAGE_CODES } from './vocabulary.ts';

export type { CapturedPages } from './schema.ts';

/** The sanitiser: what was seen, without anything of the member's. Nothing is copied; each part is built from closed lists. */

const MOST_CONTROLS = 100;
const MOST_ROWS = 200;

export interface Seen {
  setting: Setting;
  reading: { view: View | null; watch: Watch };
  outline: OutlineNode | null;
  /** the category page, if it was asked */
  asked: { view: PlaceView | null; watch: CategoryWatch } | null;
  around: Pick<Around, 'account' | 'isSessionAlive'>;
}

export function pagesOf({ setting, reading, outline, asked, around }: Seen): CapturedPages {
  const { heldMs, answeredMs, budgetMs, flips, hasShownSetting, waiting, waitingAtEnd } = reading.watch;
  return {
    trouble: null,
    account: around.account,
    isSessionAlive: around.isSessionAlive,
    watch: {
      heldMs,
      answeredMs,
      budgetMs,
      flips,
      hasShownSetting,
      waiting: waitingOf(waiting),
      waitingAtEnd: waitingOf(waitingAtEnd),
    },
    page: reading.view && settingPageOf(reading.view, setting, outline),
    category: asked?.view ? categoryPageOf(asked.view, setting, asked.watch) : null,
  };
}

/** Where the page could not be looked at to the end. */
export function troubledPages(trouble: ReasonCode): CapturedPages {
  return { trouble, account: 'expected', isSessionAlive: true, watch: null, page: null, category: null };
}

function waitingOf({ isLoading, isWaiting, isAsking }: Waiting): Waiting {
  return { isLoading, isWaiting, isAsking };
}

function settingPageOf(view: View, setting: Setting, outline: OutlineNode | null): CapturedSettingPage {
  const { snapshot, traffic, isBlind, isOwnMissing } = view;
  const isKnown = ({ labelledBy }: ControlFact) => labelledBy.some((id) => KNOWN_KEYS.includes(id));
  const controls = [...snapshot.controls.filter(isKnown), ...snapshot.controls.filter((fact) => !isKnown(fact))];
  return {
    ...placeOf(view, setting),
    controls: controls.slice(0, MOST_CONTROLS).map(reduceControl),
    otherControls: Math.max(0, controls.length - MOST_CONTROLS),
    answers: reduceRecords(newestOf(traffic.answers, setting.key)),
    embedded: reduceRecords(snapshot.embedded.flatMap((text) => recordsOf(text, setting.key))),
    dialogs: snapshot.dialogs,
    modalDialogs: snapshot.modalDialogs,
    isBlind,
    isOwnMissing,
    outline: reduceOutline(outline),
  };
}

function categoryPageOf(view: PlaceView, setting: Setting, watch: CategoryWatch): CapturedCategoryPage {
  const { snapshot, traffic, origin } = view;
  const leadsTo = ({ path, href }: { path: string | null; href: string | null }) => {
    if (path === setting.path) return 'setting' as const;
    if (href !== null && isAlike(href)) return 'alike' as const;
    if (path === null) return 'elsewhere' as const;
    return neighboursOf(setting).some((neighbour) => neighbour.path === path)
      ? ('neighbour' as const)
      : ('other' as const);
  };
  const rows = [
    ...snapshot.rows.map(({ href, text }) => ({
      href,
      path: pathOf(href, origin),
      namesIt: namesSetting(text, setting),
    })),
    ...snapshot.names
      .filter((name) => namesSetting(name, setting))
      .map(() => ({ href: null, path: null, namesIt: true })),
  ];
  // Which settings the others are is the region's business; that they differ is what counts.
  const distinct = rows
    .filter(
      (row, index) =>
        row.namesIt ||
        leadsTo(row) === 'alike' ||
        (row.path !== null && rows.findIndex(({ path, namesIt }) => path === row.path && !namesIt) === index),
    )
    .map((row) => ({ leadsTo: leadsTo(row), namesIt: row.namesIt }));
  const telling = distinct.filter(({ leadsTo: to, namesIt }) => namesIt || to === 'setting' || to === 'alike');
  return {
    ...placeOf(view, setting),
    rows: [...telling, ...distinct.filter((row) => !telling.includes(row))].slice(0, MOST_ROWS),
    isMemberTold: readMember(snapshot, traffic) !== null,
    hasMemberStorage: snapshot.hasMemberStorage,
    showsSetting: showsSetting(view, setting),
    watch: {
      heldMs: watch.heldMs,
      answeredMs: watch.answeredMs,
      isQuiet: watch.isQuiet,
      isWaiting: watch.isWaiting,
    },
  };
}

function placeOf({ snapshot, traffic, loss, origin }: PlaceView, setting: Setting): CapturedPlace {
  const headingWalls = snapshot.headings.flatMap(headingWallsOf);
  return {
    address: addressOf(snapshot.url, setting, origin),
    // Exactly, since the judgement is exact too.
    language: LANGUAGE_CODES.includes(snapshot.language) ? snapshot.language : 'other',
    document: {
      status: traffic.documentStatus,
      brokeOff: traffic.documentBrokeOff,
      strayed: traffic.strayedTo !== null,
    },
    headingWalls: [...new Set(headingWalls.map(({ code }) => code))],
    headings: snapshot.headings.length,
    visibleWalls: [
      ...new Set(VISIBLE_WALLS.filter((_, index) => snapshot.visibleSelectors.includes(index)).map(({ code }) => code)),
    ],
    loss,
  };
}

/** The kind of an address, never the address. */
function addressOf(url: string, setting: Setting, origin: string): CapturedPlace['address'] {
  const parsed = new URL(url);
  if (parsed.href.includes('challenge_global_internal_error')) return 'internal-error';
  if (pathOf(url, origin) === setting.path) return 'setting';
  if (isCategoryPage(url, origin)) return 'category';
  if (pathOf(url, origin) !== null) return 'another-setting';
  const isWall = pathWallOf(parsed, origin) !== undefined;
  return (isWall && WALL_PREFIXES.find((prefix) => parsed.pathname.startsWith(prefix))) || 'elsewhere';
}

function reduceControl(fact: ControlFact): CapturedControl {
  const keys = fact.labelledBy.filter((id) => KNOWN_KEYS.includes(id));
  const beside = fact.beside.map(knownWords).filter((words) => words !== null);
  return {
    keys: [...new Set(keys)],
    otherIds: fact.labelledBy.length - keys.length,
    kind: fact.kind,
    checked: fact.checked,
    indeterminate: fact.indeterminate,
    ariaState: fact.ariaState === null ? null : reduceState(fact.ariaState),
    disabled: fact.disabled,
    rendered: fact.rendered,
    label: languageOfOurWords(fact.label) === null ? null : knownWords(fact.label),
    beside: [...new Set(beside)],
    otherBeside: fact.beside.length - beside.length,
    kin: fact.kin,
    isAside: fact.isAside,
  };
}

/** Exactly, since the judgement is exact too: “TRUE” is not what ARIA calls true. */
function reduceState(value: string): 'true' | 'false' | 'mixed' | 'other' {
  return value === 'true' || value === 'false' || value === 'mixed' ? value : 'other';
}
