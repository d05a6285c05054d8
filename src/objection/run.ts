import { failureOf } from '../browser/failure.ts';
import { withBrowser } from '../browser/open.ts';
import { PART_NAMES } from '../decide/fill.ts';
import { ReasonError } from '../errors.ts';
import type { RunOptions } from '../options.ts';
import { objectByHand } from '../page/form/by-hand.ts';
import type { Ending, HandOver } from '../page/form/watch.ts';
import { printable } from '../printable.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode, REASONS, type Reason } from '../vocabulary.ts';
import { DRAFT_FORMATS, type Draft, textOf } from './draft.ts';
import { dateOf } from './due.ts';
import type { Objection } from './kept.ts';
import type { ObjectFlags } from './options.ts';
import { amendObjection, keepObjection } from './record.ts';
import { withSessionIfAny } from './session.ts';

interface FormTask {
  draft: Draft;
  flags: ObjectFlags;
  options: RunOptions;
  terminal: Terminal;
  signal: AbortSignal;
}

/** Opens the form, fills it in, and keeps what came of it. @throws UsageError, ReasonError; what `signal` was aborted with */
export async function runForm({ draft, flags, options, terminal, signal }: FormTask): Promise<ExitCode> {
  let isDraftTold = false;
  const tellDraft = () => {
    if (!isDraftTold) terminal.print(DRAFT_FORMATS['.txt'](draft));
    isDraftTold = true;
  };
  let kept: Objection | null = null;
  let keepFault: unknown = null;
  const keep = async (how: Objection['how'], caseNumber: string | null): Promise<void> => {
    if (kept) {
      if (caseNumber !== null) await amendObjection(kept.id, { caseNumber });
      kept = { ...kept, caseNumber: caseNumber ?? kept.caseNumber };
      return;
    }
    const { kind, basis } = flags;
    const submittedOn = dateOf(terminal.now());
    const details = flags.keepDetails ? detailsOf(flags, draft) : null;
    kept = await keepObjection({ account: options.account, kind, basis, how, caseNumber, submittedOn, details });
  };
  const progress = await terminal.startProgress('Opening the browser');
  const { kind, firstName, lastName, email } = flags;
  const { site, timeoutMs } = options;
  try {
    const ending = await withSessionIfAny({ options, terminal, signal }, (cookies) =>
      withBrowser({ ...options, headed: true, warn: terminal.warn }, signal, (open) =>
        objectByHand(open, {
          site,
          cookies,
          timeoutMs,
          entries: {
            kind,
            firstName: firstName ?? null,
            lastName: lastName ?? null,
            email: email ?? null,
            text: textOf(draft),
          },
          progress,
          signal,
          onHandOver: (told) => {
            terminal.tell(renderHandOver(told, draft));
            if (told.left.some(({ what }) => what === PART_NAMES.text)) tellDraft();
          },
          onTrouble: (why) => {
            terminal.tell(`${why.message} ${GO_ON[why.code] ?? why.hint}`);
            if (why.code === 'control-not-found') tellDraft();
          },
          onConfirmed: async (caseNumber) => {
            const number = caseNumber ? `Case number ${caseNumber}. ` : '';
            // The window stays: it holds what could not be kept.
            keepFault = await keep('confirmed', caseNumber).then(
              () => null,
              (error: unknown) => error,
            );
            const outcome = keepFault ? `It could not be kept: ${messageOf(keepFault)} Note it down` : 'It is kept';
            terminal.tell(`LinkedIn has confirmed it. ${number}${outcome}; close the window when you have read it.`);
          },
          onFailed: (status) =>
            terminal.tell(
              `It was not taken: LinkedIn ${status === 0 ? 'did not answer' : `answered ${status}`}. Nothing is kept; you may try again in the window.`,
            ),
          onDialog: (message) => terminal.tell(`The page asked “${printable(message)}”; that was answered with no.`),
        }).catch((error: unknown) => {
          throw failureOf(error, open.browser) ?? error;
        }),
      ),
    );
    if (keepFault) throw keepFault;
    const { submission } = ending;
    if (submission.kind === 'sent' && submission.isFormGone) await keep('sent', null);
    if (!kept && !ending.wasTextFilled) tellDraft();
    return tellEnding(ending, kept, terminal);
  } catch (error) {
    // Where the form is of no use, the text still is.
    if (error instanceof ReasonError && !signal.aborted) tellDraft();
    throw error;
  } finally {
    progress.stop();
  }
}

/** What else than the usual hint there is to do while the window is open. */
const GO_ON: Partial<Record<Reason['code'], string>> = {
  'signed-out': 'You may sign in in the window: what can be filled in is filled in once the form is there.',
  challenge: 'You may answer it in the window; if it does not appear there, use your own browser, and paste the text.',
};

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function detailsOf({ firstName, lastName, email, lang }: ObjectFlags, draft: Draft): Objection['details'] {
  const who = { firstName: firstName ?? null, lastName: lastName ?? null, email: email ?? null };
  return { ...who, language: lang, text: textOf(draft).split('\n') };
}

function renderHandOver({ filled, left, stopped }: HandOver, draft: Draft): string {
  const names = filled.map((part) => PART_NAMES[part]).join(', ');
  return [
    `Filled in: ${names || 'nothing'}.`,
    ...(left.length > 0 ? ['Left to you:', ...left.map(({ what, why }) => `  • ${printable(what)}: ${why}`)] : []),
    ...(draft.hasPlaces && filled.includes('text')
      ? ['The text has a place in [brackets] for your own situation: write it there before you submit.']
      : []),
    ...(stopped > 0
      ? [`The page tried to send ${stopped} request(s) while nobody had pressed anything; none got out.`]
      : []),
    'Over to you: read it, change what you like, and press Submit yourself.',
  ].join('\n');
}

function tellEnding(ending: Ending, kept: Objection | null, terminal: Terminal): ExitCode {
  const { submission, trouble, isTimeUp } = ending;
  if (kept) {
    const number = kept.caseNumber === null ? 'no case number seen' : `case number ${kept.caseNumber}`;
    const how = kept.how === 'sent' ? 'Sent, and no confirmation understood' : 'Submitted';
    terminal.print(`${how}; ${number}; ${kept.submittedOn}. LinkedIn’s answer is due by ${kept.answerDue}.\n`);
    if (kept.caseNumber === null) {
      terminal.tell(
        'When a case number comes by e-mail, add it with: linkedin-ai-optout object record --case <number>',
      );
    }
    return kept.how === 'sent' ? EXIT.unknown : EXIT.ok;
  }
  switch (submission.kind) {
    case 'failed':
      terminal.tell('error: It was not taken; nothing is kept. Try again later, or use your own browser.');
      return EXIT.failed;
    case 'sent':
    case 'waiting':
      terminal.tell(
        'error: Something was sent, and no confirmation was seen; nothing is kept. If one comes by e-mail, record it with: linkedin-ai-optout object record --case <number>',
      );
      return EXIT.unknown;
    case 'none':
    case 'confirmed':
      break;
    default:
      return submission satisfies never;
  }
  if (trouble) {
    terminal.tell(`error: ${trouble.message} Nothing was submitted, and nothing is kept.`);
    return REASONS[trouble.code].exitCode;
  }
  terminal.tell(`${isTimeUp ? 'Time is up' : 'The window was closed'}: nothing was submitted, and nothing is kept.`);
  return isTimeUp ? EXIT.failed : EXIT.on;
}
