import type { Capture } from '../capture/schema.ts';
import { applyConfigOfAccount, type IsGiven } from '../config/apply.ts';
import type { Exhibit } from '../evidence/bundle.ts';
import { examine, type Run } from '../examine.ts';
import type { RunOptions } from '../options.ts';
import { requirePlacesApart } from '../report/places.ts';
import { requireWritablePlace } from '../report/write.ts';
import type { Terminal } from '../terminal.ts';
import type { ExitCode } from '../vocabulary.ts';
import type { OwnFlags } from './act.ts';
import { warnOfVariable } from './warn-of-variable.ts';

export interface Telling {
  /** may it be asked whether to keep the structure of a page that was not understood? */
  mayAsk: boolean;
  /** a file for what a colleague may send */
  attest?: string | undefined;
}

/** One run of `check` or `disable`: the result is told first, then what else there is to keep is kept. */
export async function runAndTell(
  run: Run,
  { mayAsk, attest }: Telling,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { options } = run;
  const { evidence, timestamp } = options;
  await requirePlacesApart({ ...options, attest });
  if (evidence !== undefined) {
    const { requireEvidencePlace } = await import('../evidence/place.ts');
    await requireEvidencePlace(evidence, options);
  }
  if (attest !== undefined) await requireWritablePlace(attest, '--attest', options);
  const captures: Capture[] = [];
  const exhibits: Exhibit[] = [];
  const onCapture = (capture: Capture, picture: Uint8Array | null) => {
    captures.push(capture);
    exhibits.push({ account: options.account, setting: capture.setting.id, capture, picture });
  };
  const examined = await examine({ ...run, onCapture }, terminal, signal);
  const { keepInHistory } = await import('../keep-history.ts');
  const { report: seen, history } = await keepInHistory(examined, terminal);
  const bundle = evidence === undefined ? null : (await import('../evidence/bundle.ts')).buildBundle(seen, exhibits);
  const report = bundle?.report ?? seen;
  const { tellReport } = await import('../tell.ts');
  const exitCode = await tellReport(report, options, terminal, history);
  if (attest !== undefined) await (await import('../keep-attestation.ts')).keepAttestation(report, attest, terminal);
  if (bundle && evidence !== undefined) {
    const { keepEvidence } = await import('../evidence/keep.ts');
    await keepEvidence(bundle, evidence, timestamp, terminal);
  } else {
    const { offerCaptures } = await import('../offer-captures.ts');
    await offerCaptures({ captures, report, options, mayAsk }, terminal, signal);
  }
  return exitCode;
}

/** The options with what the file of --config says. @throws UsageError */
export async function configured(
  options: RunOptions,
  { config: file }: OwnFlags,
  isGiven: IsGiven,
  terminal: Terminal,
): Promise<RunOptions> {
  await warnOfVariable(options, isGiven, terminal);
  if (typeof file !== 'string') return options;
  const { readConfig } = await import('../config/read.ts');
  const read = await readConfig(file);
  return read ? applyConfigOfAccount(options, read.config, isGiven, terminal.environment) : options;
}
