import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { renderCapture } from './capture/build.ts';
import type { Capture } from './capture/schema.ts';
import { UsageError } from './errors.ts';
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

/** Says before a browser opens what would stop the evidence from being kept after it has closed. */
export async function requireEvidencePlace(folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  const place = await stat(folder).catch(() => null);
  if (place && !place.isDirectory()) throw new UsageError(`--evidence: "${folder}" is not a folder.`);
  const parent = dirname(resolve(folder));
  const above = await stat(parent).catch(() => null);
  if (!place && !above?.isDirectory())
    throw new UsageError(`--evidence: there is no folder "${parent}"; make it first.`);
  const isWritable = await access(place ? folder : parent, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isWritable) throw new UsageError(`--evidence: "${place ? folder : parent}" may not be written to.`);
}

export interface Keeping {
  captures: readonly Capture[];
  report: Report;
  options: Pick<RunOptions, 'evidence' | 'quiet'>;
  /** may it be asked whether to keep them? */
  mayAsk: boolean;
}

/** Keeps the captures of a run whose result is already told: in the folder of --evidence, or here after asking. */
export async function keepCaptures(
  { captures, report, options, mayAsk }: Keeping,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const { evidence } = options;
  if (evidence !== undefined) {
    if (captures.length === 0)
      return terminal.warn('There was no page to capture, so nothing was put into the evidence.');
    for (const capture of captures) await write(capture, evidence, terminal);
    return;
  }
  if (!mayAsk || options.quiet || !terminal.isInteractive) return;
  for (const capture of captures.filter(isNotUnderstood)) {
    terminal.tell(`${WHAT_IT_IS}\n${renderCapture(capture)}`);
    const name = nameOf(capture);
    const agrees = terminal.confirm(`Keep it here, as ${name}?`, signal);
    // Where something was clicked, Ctrl-C at this question must not hide what came of it.
    const wasClicked = report.results.some(
      ({ change }) => change?.outcome === 'not-proven' || change?.outcome === 'changed',
    );
    if (await (wasClicked ? agrees.catch(() => false) : agrees)) await write(capture, '.', terminal);
  }
}

function isNotUnderstood({ said }: Capture): boolean {
  return said.state === 'unknown' && said.reason !== null && NOT_UNDERSTOOD.includes(said.reason);
}

function nameOf({ setting }: Capture): string {
  return `capture-${setting.id}.json`;
}

async function write(capture: Capture, folder: string, terminal: Terminal): Promise<void> {
  const path = join(folder, nameOf(capture));
  try {
    await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await writeWhole(path, renderCapture(capture));
    terminal.warn(`The structure of the page was kept in ${path}: read it before you give it to anybody.`);
  } catch (error) {
    terminal.tell(`error: ${whyNotWritten(path, error)}`);
  }
}
