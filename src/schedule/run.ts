import { isAbsolute, resolve } from 'node:path';
import { readConfig } from '../config/read.ts';
import type { Config } from '../config/schema.ts';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { expectedBy } from '../history/expected.ts';
import { readHistory } from '../history/read.ts';
import { findStale, summarise } from '../history/summary.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import { chooseCarried, tellWithheld } from './carried.ts';
import { buildJob, type Choice, type Chosen, forgetChosen, isFleeting, keepChosen, readChosen } from './chosen.ts';
import { findScheduler, type Installable, installPlan, readInstalled, removePlan, requireInstallable } from './host.ts';
import { clockOf, type Job, OVERDUE_DAYS } from './job.ts';
import { renderPlan, renderStatus } from './render.ts';
import { SCHEDULERS, type SchedulerName } from './schedulers/index.ts';
import type { Plan } from './schedulers/scheduler.ts';
import { compareSchedule, exitCodeOf, type Status } from './status.ts';

/** What was given on the command line; the rest is as it was chosen last, or the usual. */
export type Given = Partial<Omit<Chosen, 'carried'>>;

interface Planned {
  chosen: Choice;
  job: Job;
  plan: Plan;
}

export async function printSchedule(given: Given, terminal: Terminal): Promise<ExitCode> {
  const planned = await planFor(given, 'install', terminal);
  terminal.print(renderPlan(SCHEDULERS[planned.chosen.on], planned.plan));
  // Also a configuration that is still to be written, or mended, may be printed for.
  const read = await readConfig(planned.job.config ?? undefined).catch(() => null);
  warnOfJob(planned, read?.config, terminal);
  return EXIT.ok;
}

export async function installSchedule(given: Given, dryRun: boolean, terminal: Terminal): Promise<ExitCode> {
  const planned = await planFor(given, 'install', terminal);
  requireInstallable(planned.chosen.on);
  if (dryRun) return printSchedule(given, terminal);
  await putInPlace(planned, terminal);
  return EXIT.ok;
}

/** Installs again what was installed, whatever is set where this runs. @throws UsageError */
export async function mendSchedule(terminal: Terminal): Promise<void> {
  await putInPlace(await planFor({}, 'compare', terminal), terminal);
}

async function putInPlace(planned: Planned, terminal: Terminal): Promise<void> {
  const { chosen, job, plan } = planned;
  const on = requireInstallable(chosen.on);
  const config = await requireConfig(chosen.config);
  const before = await readChosen();
  await keepChosen(chosen);
  await installPlan(on, plan).catch(async (error: unknown) => {
    await (before ? keepChosen(before) : forgetChosen()).catch(() => undefined);
    throw error;
  });
  terminal.print(`Installed for ${SCHEDULERS[on].title}: every ${chosen.every}, at about ${clockOf(job)}.\n`);
  for (const note of plan.notes) terminal.warn(note);
  warnOfJob(planned, config, terminal);
}

export async function removeSchedule(given: Given, dryRun: boolean, terminal: Terminal): Promise<ExitCode> {
  const { chosen, plan } = await planFor(given, 'remove', terminal);
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
  const { chosen, job, plan } = await planFor(given, 'compare', terminal);
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
  const { chosen, job, plan } = await planFor({}, 'compare', terminal);
  return readStatus({ on: requireInstallable(chosen.on), job, plan }, terminal.now());
}

/** @throws UsageError */
async function planFor(
  given: Given,
  purpose: 'install' | 'compare' | 'remove',
  { environment }: Terminal,
): Promise<Planned> {
  const kept = await readChosen();
  const on: SchedulerName = given.on ?? kept?.on ?? (await findScheduler());
  // What was installed is compared with what it was made of: elsewhere other variables are set.
  const now = purpose === 'install' || !kept?.carried ? environment : {};
  const chosen: Choice = {
    on,
    every: given.every ?? kept?.every ?? 'week',
    at: given.at ?? kept?.at ?? null,
    config: typeof given.config === 'string' ? resolve(given.config) : (kept?.config ?? null),
    carried: chooseCarried(now, kept?.carried),
  };
  if (purpose !== 'remove') requireKnown(chosen.config);
  const job = await buildJob(chosen);
  return { chosen, job, plan: SCHEDULERS[on].plan(job) };
}

/** Older versions kept a relative path: from here it may lead to another file. @throws UsageError */
function requireKnown(config: string | null): void {
  if (config === null || isAbsolute(config)) return;
  throw new UsageError(
    `The schedule was installed with "--config ${config}", and the folder that this was in is not known; name the file again with: schedule install --config <file>.`,
  );
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
async function requireConfig(path: string | null): Promise<Config> {
  const read = await readConfig(path ?? undefined);
  if (read) return read.config;
  throw new UsageError('There is no configuration to audit by; write a first one with: linkedin-ai-optout audit init.');
}

function warnOfJob({ job, plan }: Planned, config: Config | undefined, { environment, warn }: Terminal): void {
  if (isFleeting(job)) {
    warn(
      'warning: This program stands in the cache of npx, which is emptied now and then: npm install -g linkedin-ai-optout first.',
    );
  }
  const { secrets } = plan;
  if (secrets === null) return;
  const headers = config?.notify.flatMap(({ header }) => header?.env ?? []) ?? [];
  for (const text of tellWithheld(environment, { environment: job.environment, headers, secrets })) warn(text);
}
