import { renderCapture } from './capture/build.ts';
import type { Capture } from './capture/schema.ts';
import type { RunOptions } from './options.ts';
import type { Report } from './report/schema.ts';
import { whyNotWritten } from './report/write.ts';
import type { Terminal } from './terminal.ts';
import type { ReasonCode } from './vocabulary.ts';
import { writeWhole } from './write-whole.ts';

/** What a page that was not understood is told by. */
const NOT_UNDERSTOOD: readonly ReasonCode[] = [
  'control-not-found',
  'control-ambiguous',
  'control-disabled',
  'witnesses-disagree',
  'reading-unstable',
];

const WHAT_IT_IS = `The page was not understood. This is its structure, without its words, your name or any address;
kept in a file and pasted into a bug report, it helps to understand the page next time:
`;

export interface Offering {
  captures: readonly Capture[];
  report: Report;
  options: Pick<RunOptions, 'quiet'>;
  /** may it be asked whether to keep them? */
  mayAsk: boolean;
}

/** Offers the captures of pages that were not understood, once the result is told; kept here where that is wanted. */
export async function offerCaptures(
  { captures, report, options, mayAsk }: Offering,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  if (!mayAsk || options.quiet || !terminal.isInteractive) return;
  for (const capture of captures.filter(isNotUnderstood)) {
    terminal.tell(`${WHAT_IT_IS}\n${renderCapture(capture)}`);
    const name = `capture-${capture.setting.id}.json`;
    const agrees = terminal.confirm(`Keep it here, as ${name}?`, signal);
    // Where something was clicked, Ctrl-C at this question must not hide what came of it.
    const wasClicked = report.results.some(
      ({ change }) => change?.outcome === 'not-proven' || change?.outcome === 'changed',
    );
    if (await (wasClicked ? agrees.catch(() => false) : agrees)) await write(capture, name, terminal);
  }
}

function isNotUnderstood({ said }: Capture): boolean {
  return said.state === 'unknown' && said.reason !== null && NOT_UNDERSTOOD.includes(said.reason);
}

async function write(capture: Capture, path: string, terminal: Terminal): Promise<void> {
  try {
    await writeWhole(path, renderCapture(capture));
    terminal.warn(`The structure of the page was kept in ${path}: read it before you give it to anybody.`);
  } catch (error) {
    terminal.tell(`error: ${whyNotWritten(path, error)}`);
  }
}
