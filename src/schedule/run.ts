import { readConfig } from '../config/read.ts';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { expectedBy } from '../history/expected.ts';
import { readHistory } from '../history/read.ts';
import { findStale, summarise } from '../history/summary.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import { buildJob, type Chosen, forgetChosen, isFleeting, keepChosen, readChosen } from './chosen.ts';
import { findScheduler, type Installable, installPlan, readInstalled, removePlan, requireInstallable } from './host.ts';
import { clockOf, type Job, OVERDUE_DAYS } from './job.ts';
import { renderPlan, renderStatus } from './render.ts';
import { SCHEDULERS, type SchedulerName } from './schedulers/index.ts';
import type { Plan } from './schedulers/scheduler.ts';
import { compareSchedule, exitCodeOf, type Status } from './status.ts';

/** What was given on the command line; the rest is as it was chosen last, or the usual. */
export type Given = Partial<Chosen>;

interface Planned {
  chosen: Chosen;
  job: Job;
  plan: Plan;
}

export async function printSchedule(given: Given, terminal: Terminal): Promise<ExitCode> {
  const { chosen, job, plan } = await planFor(given, terminal);
  terminal.print(renderPlan(SCHEDULERS[chosen.on], plan));
  warnOfNpx(job, terminal);
  return EXIT.ok;
}

export async function installSchedule(given: Given, dryRun: boolean, terminal: Terminal): Promise<ExitCode> {
  const { chosen, job, plan } = await planFor(given, terminal);
  const on = requireInstallable(chosen.on);
  if (dryRun) return printSchedule(given, terminal);
  await requireConfig(chosen.config);
  const before = await readChosen();
  await keepChosen(chosen);
  await installPlan(on, plan).catch(async (error: unknown) => {
    await (before ? keepChosen(before) : forgetChosen()).catch(() => undefined);
    throw error;
  });
  terminal.print(`Installed for ${SCHEDULERS[on].title}: every ${chosen.every}, at about ${clockOf(job)}.\n`);
  for (const note of plan.notes) terminal.warn(note);
  warnOfNpx(job, terminal);
  return EXIT.ok;
}

export async function removeSchedule(given: Given, dryRun: boolean, terminal: Terminal): Promise<ExitCode> {
  const { chosen, plan } = await planFor(given, terminal);
  const on = requireInstallable(chosen.on);
  if (dryRun) {
    const there = (await readInstalled(on, plan)).some((text) => text !== null);
    terminal.print(there ? `It would be removed from ${SCHEDULERS[on].title}.\n` : 'There is nothing to remove.\n');
    return EXIT.ok;
  }
  const wasThere = await removePlan(on, plan);
  terminal.print(wasThere ? `Removed from ${SCHEDULERS[on].title}.\n` : 'There was nothing to remove.\n');
  await forgetChosen();
  return EXIT.ok;
}

export async function tellStatus(given: Given, format: string, terminal: Terminal): Promise<ExitCode> {
  const { chosen, job, plan } = await planFor(given, terminal);
  const on = requireInstallable(chosen.on);
  const status = await readStatus({ on, job, plan }, terminal.now());
  const exitCode = exitCodeOf(status);
  terminal.print(
    format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, ...status, exitCode }, null, 2)}\n`
      : renderStatus(status, terminal.color),
  );
  return exitCode;
}

async function readStatus({ on, job, plan }: { on: Installable; job: Job; plan: Plan }, now: Date): Promise<Status> {
  return compareSchedule({ on, plan, ...(await readProof(job, now)) }, await readInstalled(on, plan));
}

/** How what was installed stands; null where nothing was. */
export async function readInstalledStatus(terminal: Terminal): Promise<Status | null> {
  if (!(await readChosen())) return null;
  const { chosen, job, plan } = await planFor({}, terminal);
  return readStatus({ on: requireInstallable(chosen.on), job, plan }, terminal.now());
}

async function planFor(given: Given, { environment }: Terminal): Promise<Planned> {
  const kept = await readChosen();
  const on: SchedulerName = given.on ?? kept?.on ?? (await findScheduler());
  const chosen: Chosen = {
    on,
    every: given.every ?? kept?.every ?? 'week',
    at: given.at ?? kept?.at ?? null,
    config: given.config ?? kept?.config ?? null,
  };
  const job = await buildJob(chosen, environment);
  return { chosen, job, plan: SCHEDULERS[on].plan(job) };
}

/** What the configured accounts have proven; another origin's or another account's proof is none. */
async function readProof({ config, every }: Job, now: Date): Promise<Pick<Status, 'lastProvenAt' | 'overdue'>> {
  const { expected, origin } = expectedBy((await readConfig(config ?? undefined))?.config ?? {});
  const { seen } = await readHistory(dataFolder());
  const here = summarise(seen.filter((one) => one.origin === origin));
  const times = expected.map(({ account, setting }) =>
    here
      .filter((series) => series.account === account && series.setting === setting)
      .map(({ lastProvenAt }) => lastProvenAt ?? '')
      .sort()
      .at(-1),
  );
  return {
    lastProvenAt: times.map((time) => time ?? '').sort()[0] || null,
    overdue: findStale(seen, { expected, origin, maxAgeDays: OVERDUE_DAYS[every], now }).map(({ message }) => message),
  };
}

/** A schedule without a configuration would fail each time, and nobody would be told. @throws UsageError */
async function requireConfig(config: string | null): Promise<void> {
  if (await readConfig(config ?? undefined)) return;
  throw new UsageError('There is no configuration to audit by; write a first one with: linkedin-ai-optout audit init.');
}

function warnOfNpx(job: Job, { warn }: Terminal): void {
  if (isFleeting(job)) {
    warn(
      'warning: This program stands in the cache of npx, which is emptied now and then: npm install -g linkedin-ai-optout first.',
    );
  }
}
