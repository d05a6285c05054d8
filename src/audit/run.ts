import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { requireEvidencePlace } from '../evidence/place.ts';
import { buildSeen } from '../history/build.ts';
import { recallHistory } from '../keep-history.ts';
import { requirePlacesApart } from '../report/places.ts';
import { requireWritablePlace } from '../report/write.ts';
import { withLock } from '../session/store/lock.ts';
import { tellReport } from '../tell.ts';
import type { Terminal } from '../terminal.ts';
import type { ExitCode } from '../vocabulary.ts';
import type { Audit } from './audit.ts';
import { buildAuditReport, endingExceptions, factsOf } from './build.ts';
import { examineMissing } from './examine-missing.ts';
import { findingsOf } from './findings.ts';
import { notifyAll } from './notify.ts';
import { type RunState, readRunState, removeRunState, runStateFile } from './run-state.ts';

/**
 * Checks every account, keeps what was seen, tells it, and then tells whoever is to be told.
 * @throws UsageError before a browser opens; what `signal` was aborted with
 */
export async function runAudit(audit: Audit, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const { options, config, path, shard, accounts } = audit;
  for (const output of options.outputs) await requireWritablePlace(output.path, '--output', options);
  await requireEvidencePlace(options.evidence, options);
  await requirePlacesApart(options);
  const folder = dataFolder();
  const [settings, names] = [options.settings.map(({ id }) => id), accounts.map(({ name }) => name)];
  const stateFile = runStateFile(folder, [path, options.site.origin, settings, names, shard]);
  return alone(folder, basename(stateFile, '.json'), terminal, async () => {
    const state = await begin(audit, stateFile, terminal);
    const history = await recallHistory(terminal);
    const { browser, exhibits } = await examineMissing(audit, { state, stateFile }, terminal, signal);
    const facts = factsOf(audit, state, { finishedAt: terminal.now(), browser });
    const told = buildAuditReport(audit, state, facts, history);

    for (const warning of endingExceptions(audit, told, facts.finishedAt)) terminal.warn(`warning: ${warning}`);
    const { evidence, timestamp } = options;
    const bundle = evidence === undefined ? null : (await import('../evidence/bundle.ts')).buildBundle(told, exhibits);
    const report = bundle?.report ?? told;
    const exitCode = await tellReport(report, options, terminal, history);
    if (bundle && evidence !== undefined) {
      const { keepEvidence } = await import('../evidence/keep.ts');
      await keepEvidence(bundle, evidence, timestamp, terminal);
    }
    const now = { at: report.run.finishedAt, maxAgeDays: config.maxAgeDays };
    const seen = state.entries.map(({ at, result }) => buildSeen(report, result, at));
    const findings = findingsOf(report, [...history, ...seen], now);
    await notifyAll({ folder, report, findings, receivers: config.notify }, terminal, signal);
    await removeRunState(stateFile);
    return exitCode;
  });
}

/** One audit does not run twice at once. Where that cannot be seen to (a full disk), it is said, and the audit runs all the same. */
async function alone<T>(folder: string, name: string, { warn }: Terminal, work: () => Promise<T>): Promise<T> {
  let hasBegun = false;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await withLock(folder, name, { subject: 'This audit', patienceMs: 500 }, () => {
      hasBegun = true;
      return work();
    });
  } catch (error) {
    if (hasBegun || error instanceof UsageError) throw error;
    warn(`warning: The folder for our own data cannot be written to (${(error as NodeJS.ErrnoException).code}).`);
    return work();
  }
}

/** A new run, or with --resume the one that was interrupted, with what it has proven of each account in full. */
async function begin({ resume, options, accounts }: Audit, stateFile: string, terminal: Terminal): Promise<RunState> {
  const now = terminal.now();
  const fresh = { id: randomUUID(), startedAt: now.toISOString(), entries: [] };
  const network = { writesAllowed: 0, writesBlocked: 0, hosts: [] };
  const found = await readRunState(stateFile, now);
  if (!found) return { ...fresh, network };
  if (!resume) {
    terminal.warn('An earlier audit was interrupted; this one begins anew (--resume goes on with it).');
    return { ...fresh, network };
  }
  const isProven = (account: string) => {
    const own = found.entries.filter(({ result }) => result.account.name === account);
    return own.length === options.settings.length && own.every(({ result }) => result.state !== 'unknown');
  };
  const proven = new Set(accounts.map(({ name }) => name).filter(isProven));
  terminal.warn(
    `Going on with the audit that began at ${found.startedAt}: ${proven.size} of ${accounts.length} are done.`,
  );
  return { ...found, entries: found.entries.filter(({ result }) => proven.has(result.account.name)) };
}
