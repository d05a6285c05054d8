import { type CapturedPages, pagesOf, troubledPages } from '../capture/pages.ts';
import { ReasonError } from '../errors.ts';
import { addressOf, isCategoryPage, type Setting } from '../settings/catalogue.ts';
import { type Confidence, EXIT, REASONS, type Reason, type State } from '../vocabulary.ts';
import { readOffer } from './category.ts';
import { type Around, type Conclusion, categoryWitness, conclude } from './conclude.ts';
import { hasSession, withSessionLookedAt } from './end-of-session.ts';
import { readMember } from './member.ts';
import { navigate } from './navigate.ts';
import { decideOfferAtHome } from './offer.ts';
import { type Reading, readSetting } from './read.ts';
import { briefly } from './tell-path.ts';
import type { Visit } from './visit.ts';

/** What one load of the setting's page has shown. */
export interface Inspection {
  state: State;
  confidence: Confidence;
  reason: Reason | null;
  observations: Reading['observations'];
  control: Reading['control'];
  modalDialogs: number;
  /** vanity name of who is signed in, or null */
  member: string | null;
  at: Date;
  /** the pages' structure, with nothing private in it; null where it was not asked for */
  capture: CapturedPages | null;
  /** PNG of the setting's own panel; null where it was not asked for, or the control was not identified */
  picture: Uint8Array | null;
}

export interface InspectOptions {
  setting: Setting;
  /** as `performance.now()` */
  deadline: number;
  /** May this member's setting be read? `vanity` is null where the page does not tell who is signed in. */
  isExpected(vanity: string | null): boolean;
  /** when to keep the pages' structure; a picture is taken with `always` alone */
  capture: 'always' | 'if-unknown';
  /** does the visit stand on its page already, for another setting that is on it? */
  isOpen?: boolean;
}

/** Loads the setting's page and reads it. Every way in which that can fail ends as `unknown` with its reason. */
export async function inspectSetting(visit: Visit, options: InspectOptions): Promise<Inspection> {
  try {
    return await inspect(visit, options);
  } catch (error) {
    // An open dialog or a closed window makes other calls fail: what happened to the page comes first.
    const known = visit.trouble() ?? (error instanceof ReasonError ? error : null);
    if (!known) throw error;
    const why = await withSessionLookedAt(known.reason, visit);
    return { ...undecided(why), capture: troubledPages(why.code) };
  }
}

async function inspect(visit: Visit, options: InspectOptions): Promise<Inspection> {
  const { setting, deadline, isOpen = false } = options;
  if (!isOpen) await navigate(visit, addressOf(visit.site.origin, setting), deadline - performance.now());
  const reading = await readSetting(visit, setting, deadline);
  const { moment, view } = reading;
  const isWanted = options.capture === 'always' || moment.kind !== 'state';
  const outline = isWanted ? await visit.outline() : null;

  const named = readMember(view?.snapshot ?? null, visit.traffic);
  const isMissing = moment.kind === 'absent' && (named === null || options.isExpected(named));
  const isLedHere = view !== null && isCategoryPage(view.snapshot.url, visit.site.origin);
  const known = isMissing ? decideOfferAtHome(view, reading.watch.hasShownSetting, setting) : null;
  const asked =
    isMissing && !known ? await visit.goOn((next) => readOffer(next, setting, { deadline, isLedHere })) : null;
  const namedThere = asked?.view ? readMember(asked.view.snapshot, asked.view.traffic) : null;
  const member = named ?? namedThere;
  const isRight = moment.kind === 'wall' || options.isExpected(member);
  const isAnother = member !== null && (!isRight || (namedThere !== null && namedThere !== member));
  const around: Around = {
    offer: known ?? asked?.offer ?? null,
    account: isAnother ? 'another' : isRight ? 'expected' : 'untold',
    isSessionAlive: await hasSession(visit),
    loss: view?.loss ?? null,
  };
  const conclusion = conclude(moment, around);
  const isKept = options.capture === 'always' || conclusion.state === 'unknown';
  const capture = isKept ? pagesOf({ setting, reading, outline, asked, around }) : null;
  const isPictured = options.capture === 'always' && isRight && moment.kind !== 'wall';
  const picture = isPictured ? await pictureOf(visit, setting, reading) : null;
  const told = { ...conclusion, reason: conclusion.reason && withBlockedWrites(conclusion.reason, visit) };
  return {
    ...told,
    ...seenIn(reading, around, conclusion),
    at: new Date(),
    capture,
    picture,
    member: isAnother || !isRight ? null : member,
  };
}

/** Of the control that was read, if one was identified: the page has not gone on since. */
async function pictureOf(
  visit: Visit,
  setting: Setting,
  { control, observations }: Reading,
): Promise<Uint8Array | null> {
  const saw = control && observations.find(({ witness }) => witness === 'switch')?.saw;
  if (!saw) return null;
  const { takePicture } = await import('./picture.ts');
  // A picture is worth less than the reading, and takes nothing from it.
  return takePicture(visit, setting, saw).catch(() => null);
}

/** What the report may say of what was seen: nothing where the answer does not rest on it. */
function seenIn(
  { moment, view, observations, control }: Reading,
  { account, offer }: Around,
  { state }: Conclusion,
): Pick<Inspection, 'observations' | 'control' | 'modalDialogs'> {
  const modalDialogs = view?.snapshot.modalDialogs ?? 0;
  if (account === 'expected' && (moment.kind === 'state' || moment.kind === 'doubt')) {
    return { observations, control, modalDialogs };
  }
  const witness = state === 'not-offered' ? categoryWitness(offer) : null;
  return witness ? { observations: [witness], control, modalDialogs } : NOTHING_SEEN;
}

const NOTHING_SEEN = { observations: [], control: null, modalDialogs: 0 };

/** Has the page shown itself signed in? */
export function hasShownSignIn({ state, member, reason: why }: Inspection): boolean {
  return state !== 'unknown' || (member !== null && why !== null && REASONS[why.code].exitCode === EXIT.unknown);
}

export function undecided(why: Reason): Inspection {
  const unknown = { state: 'unknown', confidence: 'none', reason: why } as const;
  return { ...unknown, ...NOTHING_SEEN, member: null, at: new Date(), capture: null, picture: null };
}

function withBlockedWrites(why: Reason, visit: Visit): Reason {
  const blocked = visit.blockedWrites();
  if (why.code !== 'control-not-found' || blocked.length === 0) return why;
  const tried = blocked.slice(0, 3).map(({ method, path }) => `${method} ${briefly(path)}`);
  const message = `${why.message} It tried ${blocked.length} request(s) that could write (${tried.join(', ')}); they were stopped, and it may need one to show the setting.`;
  return { ...why, message };
}
