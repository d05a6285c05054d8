import { type Left, PART_NAMES, type Part } from '../../decide/fill.ts';
import { type Entries, type FormPlan, planForm } from '../../decide/form.ts';
import { decideSubmission, type Submission } from '../../decide/submission.ts';
import { ReasonError } from '../../errors.ts';
import { isFormPath, isHelpPath } from '../../settings/form.ts';
import type { Site } from '../../settings/site.ts';
import type { Progress } from '../../terminal.ts';
import type { Reason } from '../../vocabulary.ts';
import { findWall } from '../walls.ts';
import { carriesAny } from './carries.ts';
import type { FormFacts } from './collect.ts';
import { fillForm } from './fill.ts';
import type { FormVisit } from './open.ts';
import { noForm, notRecognised } from './trouble.ts';
import { type Sends, watchSends } from './watch-sends.ts';

export interface WatchTask {
  site: Site;
  entries: Entries;
  progress: Progress;
  /** The form is the member's now. */
  onHandOver(told: HandOver): void;
  /** It cannot be filled in as things stand; the window stays, for the member to go on in. */
  onTrouble(why: Reason): void;
  /** LinkedIn has confirmed it; once more when its number is seen later */
  onConfirmed(caseNumber: string | null): Promise<void>;
  /** It was sent, and not taken. @param status 0 where no answer came */
  onFailed(status: number): void;
}

export interface HandOver {
  filled: readonly Part[];
  left: readonly Left[];
  /** how many requests the page has tried to send since the last one, with nobody pressing anything */
  stopped: number;
}

/** How it ended. */
export interface Ending {
  submission: Submission;
  /** the last trouble, where the form could not be filled in */
  trouble: Reason | null;
  wasTextFilled: boolean;
  stopped: number;
  /** was the time over, and the window still open? */
  isTimeUp: boolean;
}

/** A page may be slow to answer to what was filled in. */
const SETTLE_MS = 1_000;
/** How long a page may take to draw its form. */
const DRAW_MS = 5_000;

/** Where nothing in the window helps. */
const HOPELESS: readonly Reason['code'][] = ['restricted', 'rate-limited', 'unreachable', 'off-site-redirect'];

export interface FormWatch {
  /** to be called when the member presses something */
  onPress(): void;
  /** One look, and what follows from it. @throws ReasonError where nobody can go on */
  step(): Promise<void>;
  hasSent(): boolean;
  ending(isTimeUp: boolean): Ending;
}

/** Fills in what is certain as soon as it is there, hands the page over, and follows what the member makes of it. */
export function watchForm(visit: FormVisit, task: WatchTask): FormWatch {
  const { guard, hands, eyes, traffic, context } = visit;
  const { site, entries, progress } = task;
  let isOpen = false;
  /** nothing is being filled in, and the page has had time to answer to it */
  let isReady = false;
  let facts: FormFacts | null = null;
  let isUnderWay = false;
  let trouble: Reason | null = null;
  let submission: Submission = { kind: 'none' };
  let told = '';
  let stoppedBefore = 0;
  let drawnFor = { document: 0, since: 0 };
  const filling = fillForm(hands);
  guard.holdBack((sent, leadsAway) => {
    if (!filling.hasBegun()) return false;
    const { pathname, search } = new URL(sent.url());
    const isReload = pathname === facts?.pathname && search === facts.search;
    return carriesAny(sent, filling.values(), filling.tokens()) || (leadsAway && !isReload);
  });
  const sends: Sends = watchSends(context, {
    site,
    isOpen: () => isOpen,
    mayBeForm: () => isUnderWay || trouble?.code === 'control-not-found',
    seen: () => ({ values: facts?.fields.map(({ value }) => value) ?? [], text: facts?.text ?? '' }),
  });
  const letWrites = (may: boolean) => {
    isOpen = may;
    guard.letWrites(may);
  };

  return {
    onPress: () => {
      if (!isReady) return;
      letWrites(true);
      void hands.unpoint();
    },
    step: async () => {
      const seen = await hands.look();
      if (!seen) return;
      if (seen.document !== drawnFor.document) drawnFor = { document: seen.document, since: performance.now() };
      facts = seen;
      await followSubmission(seen);
      if (submission.kind === 'confirmed' || submission.kind === 'waiting') return;
      const mayBeForm =
        seen.origin === site.origin && (isFormPath(seen.pathname) || (isUnderWay && isHelpPath(seen.pathname)));
      const plan = mayBeForm && !seen.hasPassword ? planForm(seen.fields, entries, isUnderWay) : null;
      const wall = plan?.isForm ? null : await wallNow();
      if (!plan?.isForm || wall) return submission.kind === 'none' ? lookForTrouble(seen, wall) : undefined;
      const open = filling.open(seen, plan);
      if (open.length > 0) {
        letWrites(false);
        isReady = false;
        if (filling.isStable(seen)) await filling.fill(seen, open);
        return;
      }
      if (!filling.isStable(seen) || performance.now() - filling.lastAt() < SETTLE_MS) return;
      isUnderWay = true;
      isReady = true;
      trouble = null;
      await handOver(seen, plan);
    },
    hasSent: () => submission.kind !== 'none',
    ending: (isTimeUp: boolean): Ending => ({
      submission,
      trouble,
      wasTextFilled: filling.parts().includes('text'),
      stopped: guard.writesBlocked,
      isTimeUp,
    }),
  };

  async function followSubmission({ fields, hasSubmit, text }: FormFacts): Promise<void> {
    const earlier = submission;
    const hasForm = fields.length > 0 || hasSubmit;
    submission = decideSubmission({ send: sends.last(), before: sends.before(), now: text, hasForm });
    if (submission.kind === 'failed' && earlier.kind !== 'failed') task.onFailed(submission.status);
    // What was confirmed stays so, also on the next page.
    if (earlier.kind === 'confirmed' && (submission.kind !== 'confirmed' || submission.caseNumber === null))
      submission = earlier;
    if (
      submission.kind === 'confirmed' &&
      (earlier.kind !== 'confirmed' || earlier.caseNumber !== submission.caseNumber)
    ) {
      await task.onConfirmed(submission.caseNumber);
      progress.say('Close the window when you have read what it says');
    }
  }

  async function wallNow(): Promise<Reason | null> {
    const snapshot = await eyes.look(null);
    return snapshot && findWall(snapshot, traffic, site);
  }

  function lookForTrouble(seen: FormFacts, wall: Reason | null): void {
    const isDrawn = seen.isLoaded && performance.now() - drawnFor.since > DRAW_MS;
    const isMissing = traffic.documentStatus === 404 || traffic.documentStatus === 410;
    const found = wall ?? (isMissing ? noForm(traffic.documentStatus) : isDrawn ? notRecognised(seen) : null);
    if (!found) return;
    isReady = true;
    if (isMissing || HOPELESS.includes(found.code)) throw new ReasonError(found.code, found.message, found.hint);
    if (trouble?.message !== found.message) task.onTrouble(found);
    trouble = found;
    progress.say('The window is yours; close it when you are done');
  }

  async function handOver(seen: FormFacts, { fills, left }: FormPlan): Promise<void> {
    const now = `${seen.document} ${filling.lastAt()}`;
    if (now === told) return;
    told = now;
    const refused = fills
      .filter(({ field }) => filling.wasRefused(seen, field))
      .map(({ field, part }) => ({ field, what: PART_NAMES[part], why: 'the page did not keep it' }));
    const hasCaptcha = (await wallNow())?.code === 'challenge';
    const captcha = { field: null, what: 'captcha', why: 'only you can answer it' };
    const open = [...refused, ...left, ...(hasCaptcha ? [captcha] : [])];
    const stopped = guard.writesBlocked - stoppedBefore;
    stoppedBefore = guard.writesBlocked;
    const first = open.find(({ field }) => field !== null)?.field ?? null;
    if (first !== null && !isOpen) await hands.pointAt(first).catch(() => undefined);
    task.onHandOver({ filled: filling.parts(), left: open, stopped });
    progress.say('The form is yours: read, edit, and press Submit; close the window when you are done');
  }
}
