import { isInPath } from '../browser/find.ts';
import { dataFolder } from '../data-folder.ts';
import { worstExitCode } from '../decide/verdict.ts';
import type { RunOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import type { Finding, Told } from './finding.ts';
import { findAny, lookForDisplay, startOnce } from './look-at-browser.ts';
import { lookAtFolder, lookAtSessions } from './look-at-files.ts';
import { lookAtSchedule } from './look-at-schedule.ts';

interface Examined {
  findings: Told[];
  exitCode: ExitCode;
}

interface Look {
  id: string;
  title: string;
  look(): Promise<Finding>;
}

/** Looks at everything that a run needs; with `mends`, mends what can be mended and looks again. */
export async function examineMachine(
  options: RunOptions,
  { mends }: { mends: boolean },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Examined> {
  const findings: Told[] = [];
  const codes: ExitCode[] = [];
  const progress = await terminal.startProgress('Looking');
  try {
    for (const { id, title, look } of looksOf(options, terminal, signal)) {
      progress.say(`Looking at: ${title}`);
      const { finding, fixed } = await mended(await look(), look, mends, terminal);
      const next = finding.state === 'fine' ? null : finding.next;
      findings.push({ id, title, state: finding.state, detail: finding.detail, next, fixed });
      if (finding.state === 'wrong') codes.push(finding.exitCode ?? EXIT.failed);
    }
  } finally {
    progress.stop();
  }
  // What is wrong with our own files ends a run before anything else can.
  return { findings, exitCode: codes.includes(EXIT.usage) ? EXIT.usage : worstExitCode(codes) };
}

function looksOf(options: RunOptions, terminal: Terminal, signal: AbortSignal): Look[] {
  // With --connect it is another machine's matter.
  const own: Look[] = [
    { id: 'browser', title: 'Browser', look: () => findAny(options) },
    { id: 'display', title: 'Display', look: () => lookForDisplay(() => isInPath('Xvfb')) },
  ];
  return [
    { id: 'node', title: 'Node', look: async () => ({ state: 'fine', detail: process.version }) },
    ...(options.connect === undefined ? own : []),
    { id: 'start', title: 'Start', look: () => startOnce(options, signal) },
    // Before the sessions: reading those tightens what is too open, and would hide it.
    { id: 'folder', title: 'Own folder', look: () => lookAtFolder(dataFolder()) },
    { id: 'session', title: 'Session', look: () => lookAtSessions(terminal) },
    { id: 'schedule', title: 'Schedule', look: () => lookAtSchedule(terminal) },
  ];
}

async function mended(
  finding: Finding,
  look: () => Promise<Finding>,
  mends: boolean,
  terminal: Terminal,
): Promise<{ finding: Finding; fixed: string | null }> {
  if (!mends || finding.state === 'fine' || !finding.fix) return { finding, fixed: null };
  try {
    const fixed = await finding.fix(terminal.tell);
    return { finding: await look(), fixed };
  } catch (error) {
    terminal.tell(`error: ${error instanceof Error ? error.message : String(error)}`);
    return { finding, fixed: null };
  }
}
