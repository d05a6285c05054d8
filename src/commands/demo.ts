import { once } from 'node:events';
import { type Command, Option } from 'commander';
import { BROWSER_NAMES } from '../browser/find.ts';
import type { Member } from '../demo/site/members.ts';
import type { LookalikeSite } from '../demo/site/open.ts';
import { UsageError } from '../errors.ts';
import { examine, type Run } from '../examine.ts';
import type { RunOptions } from '../options.ts';
import { SESSION_VARIABLE } from '../session/read.ts';
import { siteOf } from '../settings/site.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import type { Act } from './act.ts';

const STEPS = [
  { command: 'check', mode: 'check', title: '1. check: what is the setting now?', keep: false },
  { command: 'disable', mode: 'dry-run', title: '2. disable --dry-run: what would be done?', keep: false },
  { command: 'disable', mode: 'disable', title: '3. disable --yes: turn it off, and prove it', keep: true },
  { command: 'check', mode: 'check', title: '4. check: is it still off?', keep: false },
] as const satisfies { command: string; mode: Run['mode']; title: string; keep: boolean }[];

const REPORT_FILE = 'linkedin-ai-optout-demo.json';

export function addDemo(program: Command, act: Act): void {
  program
    .command('demo')
    .description('run the main job on the built-in look-alike site: no account and no network needed')
    .option('--serve', 'keep the look-alike open, to click through in your own browser', false)
    .option('--browser <name or path>', `${BROWSER_NAMES.join(', ')}, or an executable (default: the first one found)`)
    .option('--headed', 'a visible window (default where there is a display, else a virtual one)')
    .option('--headless', 'no window')
    .option('--quiet', 'the results alone', false)
    .option('--verbose', 'more on standard error', false)
    .option('--no-color', 'no colour (also NO_COLOR)')
    .addOption(
      new Option('--output <file>')
        .default([REPORT_FILE])
        .argParser((file) => [file])
        .hideHelp(),
    )
    .action(
      act(async (options, terminal, signal, { serve }, isGiven) => {
        const outputs = isGiven('output') || serve ? options.outputs : await whatCanBeKept(options, terminal);
        return runDemo({ ...options, outputs }, terminal, signal, Boolean(serve));
      }),
    );
}

/** Nobody has asked for the report: where it cannot be kept, the demo goes on without it, and says so. */
async function whatCanBeKept({ outputs }: RunOptions, { warn }: Terminal): Promise<RunOptions['outputs']> {
  const { requireWritablePlace } = await import('../report/write.ts');
  try {
    for (const { path } of outputs) await requireWritablePlace(path);
    return outputs;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    warn(`warning: ${REPORT_FILE} cannot be written here, so the report of step 3 is not kept.`);
    return [];
  }
}

async function runDemo(
  options: RunOptions,
  terminal: Terminal,
  signal: AbortSignal,
  serve: boolean,
): Promise<ExitCode> {
  // Loaded when it is needed: no other command needs a site.
  const { openLookalikeSite } = await import('../demo/site/open.ts');
  const lookalike = await openLookalikeSite();
  try {
    if (serve) return await keepServing(lookalike, terminal, signal);
    if (options.browser === undefined) {
      const { ensureBrowser } = await import('../browser/install.ts');
      await ensureBrowser(terminal.warn);
    }
    return await runSteps(lookalike.addMember(), { ...options, site: siteOf(lookalike.origin) }, terminal, signal);
  } finally {
    await lookalike.close();
  }
}

async function runSteps(
  member: Member,
  options: RunOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { tellReport } = await import('../tell.ts');
  const { color, print } = terminal;
  const session = JSON.stringify(member.storageState);
  const asMember = { ...terminal, environment: { ...terminal.environment, [SESSION_VARIABLE]: session } };
  // What is found on the look-alike is nothing to annotate a workflow with.
  const unannotated = { ...terminal, environment: { ...terminal.environment, GITHUB_ACTIONS: undefined } };
  print(color.dim('On a look-alike of LinkedIn’s settings: a reconstruction, and a member whose setting is on.\n'));
  let exitCode: ExitCode = EXIT.ok;
  for (const { command, mode, title, keep } of STEPS) {
    print(`\n${color.bold.underline(title)}\n`);
    const report = await examine({ command, mode, options, agrees: async () => true, byHand: false }, asMember, signal);
    exitCode = await tellReport(report, { format: 'text', outputs: keep ? options.outputs : [] }, unannotated);
  }
  const writes = member.arrivals().filter(({ method }) => method !== 'GET').length;
  print(`The look-alike’s own server says: ${member.truth()}, after ${writes} request(s) that could write.\n`);
  for (const { path } of options.outputs) print(`The report of step 3 is in ${path}.\n`);
  return exitCode;
}

async function keepServing(lookalike: LookalikeSite, terminal: Terminal, signal: AbortSignal): Promise<never> {
  terminal.print(`${lookalike.origin}/\n`);
  terminal.tell('The look-alike is open at this address. Ctrl-C ends it.');
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}
