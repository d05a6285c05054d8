import type { Capture } from '../capture/schema.ts';
import { applyConfigOfAccount, type IsGiven } from '../config/apply.ts';
import { examine, type Run } from '../examine.ts';
import { keepCaptures, requireEvidencePlace } from '../keep-captures.ts';
import type { RunOptions } from '../options.ts';
import { tellReport } from '../tell.ts';
import type { Terminal } from '../terminal.ts';
import type { ExitCode } from '../vocabulary.ts';
import type { OwnFlags } from './act.ts';

/** One run of `check` or `disable`: the result is told first, then what else there is to keep is kept. */
export async function runAndTell(
  run: Run,
  { mayAsk }: { mayAsk: boolean },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { options } = run;
  await requireEvidencePlace(options.evidence);
  const captures: Capture[] = [];
  // Loaded while the browser is at work.
  const loading = import('../keep-history.ts');
  const seen = await examine({ ...run, onCapture: (capture) => captures.push(capture) }, terminal, signal);
  const { keepInHistory } = await loading;
  const { report, history } = await keepInHistory(seen, terminal);
  const exitCode = await tellReport(report, options, terminal, history);
  await keepCaptures({ captures, report, options, mayAsk }, terminal, signal);
  return exitCode;
}

/** The options with what the file of --config says. @throws UsageError */
export async function configured(
  options: RunOptions,
  { config: file }: OwnFlags,
  isGiven: IsGiven,
  { environment }: Terminal,
): Promise<RunOptions> {
  if (typeof file !== 'string') return options;
  const { readConfig } = await import('../config/read.ts');
  const read = await readConfig(file);
  return read ? applyConfigOfAccount(options, read.config, isGiven, environment) : options;
}
