/*
 * The program, from its arguments to its exit code:
 *
 *   argv → commands/ (one file per command) → options.ts (flags become options, in one place)
 *        → examine.ts: session/ → browser/ (with its guard) → page/ (gives observations)
 *        → decide/ (pure: observations → state → verdict → exit code)
 *        → report/ (schema, reporters) → tell.ts: printed once → here: exit code
 *
 * audit/ does the same for many accounts, and tells whoever is to be told; config/ is what it is asked to do;
 * history/ is what was seen when.
 * capture/ is what may be kept of a page that was not understood, and its judgement without a browser.
 * object/ goes its own way: objection/ (texts, what is kept) → page/form/ (filled in, and watched) with decide/form.ts.
 * settings/ is what we know of LinkedIn, as data; demo/ is the look-alike site.
 */
import { Command, CommanderError } from 'commander';
import { addAccounts } from './commands/accounts.ts';
import type { OwnFlags, Work } from './commands/act.ts';
import { addAudit } from './commands/audit.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addDemo } from './commands/demo.ts';
import { describeOption } from './commands/describe-option.ts';
import { addDisable } from './commands/disable.ts';
import { addDoctor } from './commands/doctor.ts';
import { addHistory } from './commands/history.ts';
import { addLogin } from './commands/login.ts';
import { addLogout } from './commands/logout.ts';
import { addObject } from './commands/object.ts';
import { addReport } from './commands/report.ts';
import { addSchedule } from './commands/schedule.ts';
import { addSettings } from './commands/settings.ts';
import { ReasonError, UsageError } from './errors.ts';
import { type Flags, readOptions } from './options.ts';
import { watchStandardOutput } from './standard-output.ts';
import { openTerminal } from './terminal.ts';
import { VERSION } from './version.ts';
import { EXIT, type ExitCode, REASONS } from './vocabulary.ts';

/** What Ctrl-C, a polite kill, and a terminal that goes away end with. */
const SIGNALS = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated, SIGHUP: EXIT.terminated } as const;

/** @returns the exit code (contract §4); never exits by itself */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const interruption = new AbortController();
  const onSignal = (signal: keyof typeof SIGNALS) => {
    exitCode = SIGNALS[signal];
    interruption.abort(new Error(`Stopped by ${signal}.`));
  };
  for (const signal of Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]) process.on(signal, onSignal);
  // Nobody reads any more (a closed pipe, a terminal that is gone): there is still a browser to close, and a code to return.
  process.stderr.on('error', () => undefined);
  const whyNotPrinted = watchStandardOutput();

  const act = (work: Work) => async (own: OwnFlags, command?: Command) => {
    const options = readOptions(own as Flags);
    const terminal = openTerminal(options);
    const isGiven = (flag: string) => command?.getOptionValueSource(flag) === 'cli';
    exitCode = await work(options, terminal, interruption.signal, own, isGiven);
  };

  try {
    await program(act).parseAsync(argv);
  } catch (error) {
    exitCode = tellFailure(error, argv.includes('--verbose')) ?? exitCode;
  } finally {
    for (const signal of Object.keys(SIGNALS)) process.off(signal, onSignal);
    // An open standard input would keep the process alive.
    process.stdin.destroy();
  }
  const loss = await whyNotPrinted();
  if (loss) process.stderr.write(`error: ${loss}\n`);
  // What is worse than a result that is lost is still told.
  return loss && (exitCode === EXIT.ok || exitCode === EXIT.on) ? EXIT.usage : exitCode;

  function tellFailure(error: unknown, verbose: boolean): ExitCode | null {
    const say = (text: string) => void process.stderr.write(`${text}\n`);
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error instanceof UsageError) {
      say(`error: ${error.message}`);
      return EXIT.usage;
    }
    if (error instanceof ReasonError && !interruption.signal.aborted) {
      const { code, message, hint } = error.reason;
      say(`error: ${message} ${hint}`);
      return REASONS[code].exitCode;
    }
    if (interruption.signal.aborted) {
      say('Stopped. Nothing was changed.');
      return null;
    }
    const text = error instanceof Error ? (verbose ? error.stack : error.message) : String(error);
    say(`error: a fault of ours: ${text}\nPlease report it, with the output of --verbose.`);
    return EXIT.internal;
  }
}

function program(act: Parameters<typeof addCheck>[1]): Command {
  const program = new Command('linkedin-ai-optout')
    .description(
      'Tells whether LinkedIn may train generative AI on your data, turns it off, and proves it. Not affiliated with LinkedIn.',
    )
    .version(VERSION)
    // What stands behind a command is that command's, also where the one above it has a flag of the same name.
    .enablePositionalOptions()
    .configureHelp({ optionDescription: describeOption })
    .configureOutput({ outputError: (text, write) => write(`${asSentence(text)} See --help.\n`) })
    .exitOverride();
  addCheck(program, act);
  addDisable(program, act);
  addLogin(program, act);
  addAccounts(program, act);
  addLogout(program, act);
  addAudit(program, act);
  addSchedule(program, act);
  addHistory(program, act);
  addObject(program, act);
  addReport(program, act);
  addSettings(program, act);
  addDoctor(program, act);
  addDemo(program, act);
  addCompletion(program, act);
  return program;
}

/** Commander's errors come without an end, and some in two lines. */
function asSentence(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[^.?!)]$/, '$&.');
}
