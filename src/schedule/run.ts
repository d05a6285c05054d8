import { dataFolder } from '../data-folder.ts';
import { provenIn, seriesOf } from '../decide/series.ts';
import { readHistory } from '../history/read.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from '../vocabulary.ts';
import { buildJob, type Chosen, forgetChosen, isFleeting, keepChosen, readChosen } from './chosen.ts';
import { findScheduler, installPlan, readInstalled, removePlan, requireInstallable } from './host.ts';
import type { Job } from './job.ts';
import { renderPlan, renderStatus } from './render.ts';
import { SCHEDULERS, type SchedulerName } from './schedulers/index.ts';
import type { Plan } from './schedulers/scheduler.ts';
import { compareSchedule, exitCodeOf } from './status.ts';

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
  await installPlan(on, plan);
  await keepChosen(chosen);
  const at = `${String(job.hour).padStart(2, '0')}:${String(job.minute).padStart(2, '0')}`;
  terminal.print(`Installed for ${SCHEDULERS[on].title}: every ${chosen.every}, at about ${at}.\n`);
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
  await forgetChosen();
  terminal.print(wasThere ? `Removed from ${SCHEDULERS[on].title}.\n` : 'There was nothing to remove.\n');
  return EXIT.ok;
}

export async function tellStatus(given: Given, format: string, terminal: Terminal): Promise<ExitCode> {
  const { chosen, job, plan } = await planFor(given, terminal);
  const on = requireInstallable(chosen.on);
  const facts = { on, plan, job, lastProvenAt: await readLastProven(), now: terminal.now() };
  const status = compareSchedule(facts, await readInstalled(on, plan));
  const exitCode = exitCodeOf(status);
  terminal.print(
    format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, ...status, exitCode }, null, 2)}\n`
      : renderStatus(status, terminal.color),
  );
  return exitCode;
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

async function readLastProven(): Promise<string | null> {
  const { seen } = await readHistory(dataFolder());
  const times = seriesOf(seen).flatMap((series) => provenIn(series).map(({ at }) => at));
  return times.sort().at(-1) ?? null;
}

function warnOfNpx(job: Job, { warn }: Terminal): void {
  if (isFleeting(job)) {
    warn(
      'warning: This program stands in the cache of npx, which is emptied now and then: npm install -g linkedin-ai-optout first.',
    );
  }
}
