import { access, mkdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { writeWhole } from '../write-whole.ts';
import { NAME } from './job.ts';
import { runProgram } from './run-program.ts';
import { blockIn, withBlock, withoutBlock } from './schedulers/cron.ts';
import { SCHEDULERS, type SchedulerName } from './schedulers/index.ts';
import { LABEL } from './schedulers/launchd.ts';
import type { Artefact, Plan } from './schedulers/scheduler.ts';

/** What is done on this machine: files of the home folder, and the programs of its schedulers. */

const INSTALLABLE = ['systemd', 'cron', 'launchd', 'windows'] as const;
export type Installable = (typeof INSTALLABLE)[number];

/** The scheduler that this machine has. @throws UsageError where there is none that we know */
export async function findScheduler(): Promise<Installable> {
  if (process.platform === 'darwin') return 'launchd';
  if (process.platform === 'win32') return 'windows';
  if (await hasUserManager()) return 'systemd';
  if ((await runProgram('crontab', ['-l'])).code !== null) return 'cron';
  throw new UsageError(
    'Neither systemd for users nor cron is here; name another with --on, or take what "schedule print --on cron" gives.',
  );
}

/** @throws UsageError where it cannot be installed at all, or not on this system */
export function requireInstallable(name: SchedulerName): Installable {
  const found = INSTALLABLE.find((each) => each === name);
  if (!found) throw new UsageError(`${SCHEDULERS[name].title} can only be printed: schedule print --on ${name}.`);
  if ((SCHEDULERS[found].platforms as readonly string[]).includes(process.platform)) return found;
  throw new UsageError(`${SCHEDULERS[found].title} is not of this system; see what it would be with: schedule print.`);
}

/** Puts a plan into effect; what was there of ours before is replaced. @throws UsageError; nothing is then left half done */
export async function installPlan(name: Installable, plan: Plan): Promise<void> {
  if (name === 'cron') {
    const block = plan.artefacts[0]?.text ?? '';
    return writeCrontab(withBlock(await readCrontab(), block));
  }
  const before = await Promise.all(plan.artefacts.map(readArtefact));
  for (const artefact of plan.artefacts) await writeArtefact(artefact);
  try {
    if (name === 'launchd') await runProgram('launchctl', ['bootout', `gui/${process.getuid?.()}/${LABEL}`]);
    for (const command of enabling(name, plan)) await requireSuccess(command);
  } catch (error) {
    for (const [index, artefact] of plan.artefacts.entries()) {
      const old = before[index];
      await (old === null || old === undefined
        ? rm(pathOf(artefact), { force: true })
        : writeArtefact({ ...artefact, text: old }));
    }
    throw error;
  }
}

/** @returns false where nothing of ours was installed */
export async function removePlan(name: Installable, plan: Plan): Promise<boolean> {
  if (!(await readInstalled(name, plan)).some((text) => text !== null)) return false;
  if (name === 'cron') {
    await writeCrontab(withoutBlock(await readCrontab()));
    return true;
  }
  // Where it was not enabled, or is gone from the scheduler, there is nothing to undo there.
  for (const command of disabling(name)) await runProgram(command[0], command.slice(1));
  for (const artefact of plan.artefacts) await rm(pathOf(artefact), { force: true });
  if (name === 'systemd') await runProgram('systemctl', ['--user', 'daemon-reload']);
  return true;
}

/** What is there of a plan's artefacts; null where one is not. */
export async function readInstalled(name: Installable, plan: Plan): Promise<(string | null)[]> {
  if (name === 'cron') return [blockIn(await readCrontab())];
  return Promise.all(plan.artefacts.map(readArtefact));
}

async function hasUserManager(): Promise<boolean> {
  const isRunning = await access('/run/systemd/system').then(
    () => true,
    () => false,
  );
  return isRunning && (await runProgram('systemctl', ['--user', 'show-environment'])).code === 0;
}

type Command = [string, ...string[]];

function enabling(name: Exclude<Installable, 'cron'>, plan: Plan): Command[] {
  const [first] = plan.artefacts;
  const path = first ? pathOf(first) : '';
  switch (name) {
    case 'systemd':
      return [
        ['systemctl', '--user', 'daemon-reload'],
        ['systemctl', '--user', 'enable', '--now', `${NAME}.timer`],
      ];
    case 'launchd':
      return [['launchctl', 'bootstrap', `gui/${process.getuid?.()}`, path]];
    case 'windows':
      return [['schtasks', '/Create', '/TN', NAME, '/XML', path, '/F']];
    default:
      return name satisfies never;
  }
}

function disabling(name: Exclude<Installable, 'cron'>): Command[] {
  switch (name) {
    case 'systemd':
      return [['systemctl', '--user', 'disable', '--now', `${NAME}.timer`]];
    case 'launchd':
      return [['launchctl', 'bootout', `gui/${process.getuid?.()}/${LABEL}`]];
    case 'windows':
      return [['schtasks', '/Delete', '/TN', NAME, '/F']];
    default:
      return name satisfies never;
  }
}

async function requireSuccess([program, ...args]: Command): Promise<void> {
  const { code, stderr } = await runProgram(program, args);
  if (code === 0) return;
  const why =
    code === null ? 'there is no such program here' : stderr.trim().split('\n').at(-1) || `it ended with ${code}`;
  throw new UsageError(`"${program}" did not take the schedule (${why}); see what to do by hand with: schedule print.`);
}

async function readCrontab(): Promise<string> {
  const { code, stdout, stderr } = await runProgram('crontab', ['-l']);
  if (code === null) throw new UsageError('There is no "crontab" here; install cron, or name another with --on.');
  if (code === 0) return stdout;
  if (/no crontab/i.test(stderr)) return '';
  throw new UsageError(`Your crontab cannot be read (${stderr.trim()}); it was left as it is.`);
}

async function writeCrontab(text: string): Promise<void> {
  const { code, stderr } = await runProgram('crontab', text === '' ? ['-r'] : ['-'], text);
  if (code !== 0)
    throw new UsageError(`Your crontab was not changed (${stderr.trim() || `crontab ended with ${code}`}).`);
}

function pathOf({ path }: Pick<Artefact, 'path'>): string {
  return join(homedir(), path);
}

async function readArtefact(artefact: Artefact): Promise<string | null> {
  const text = await readFile(pathOf(artefact), artefact.encoding ?? 'utf8').catch(() => null);
  return text?.replace(/^\uFEFF/, '') ?? null;
}

async function writeArtefact({ text, encoding, ...artefact }: Artefact): Promise<void> {
  const path = pathOf(artefact);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, encoding ? Buffer.from(`\uFEFF${text}`, encoding) : text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`"${path}" could not be written (${code}); make room or rights there, then try again.`);
  }
}
