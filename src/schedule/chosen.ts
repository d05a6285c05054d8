import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { systemFault } from '../fault.ts';
import { readSalt } from '../member-hash.ts';
import { isAbsent } from '../read-text.ts';
import { writeWhole } from '../write-whole.ts';
import { EVERY, type Job } from './job.ts';
import { requireOneLine } from './quoting.ts';
import { SCHEDULER_NAMES } from './schedulers/index.ts';

/** What was chosen when the schedule was installed, so that `status` compares with that. */
const chosenSchema = z.object({
  on: z.enum(SCHEDULER_NAMES),
  every: z.enum(EVERY),
  at: z.string().nullable(),
  config: z.string().nullable(),
});
export type Chosen = z.infer<typeof chosenSchema>;

const CHOSEN_FILE = 'schedule.json';

export async function readChosen(): Promise<Chosen | null> {
  const text = await readFile(join(dataFolder(), CHOSEN_FILE), 'utf8').catch(() => null);
  try {
    return text === null ? null : (chosenSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

/** @throws UsageError */
export async function keepChosen(chosen: Chosen): Promise<void> {
  try {
    await mkdir(dataFolder(), { recursive: true, mode: 0o700 });
    await writeWhole(join(dataFolder(), CHOSEN_FILE), `${JSON.stringify(chosen, null, 2)}\n`);
  } catch (error) {
    throw systemFault(`What is chosen for the schedule cannot be kept in "${dataFolder()}"`, error);
  }
}

/** @throws UsageError */
export async function forgetChosen(): Promise<void> {
  await rm(join(dataFolder(), CHOSEN_FILE), { force: true }).catch((error: unknown) => {
    if (!isAbsent(error)) throw systemFault(`"${join(dataFolder(), CHOSEN_FILE)}" cannot be removed`, error);
  });
}

/** @param at `HH:MM`, or null: a time of the day that is this installation's own, so that not everybody comes at once */
export async function buildJob(chosen: Chosen, environment: NodeJS.ProcessEnv): Promise<Job> {
  const salt = await readSalt().catch(() => dataFolder());
  const [first = 0, second = 0, third = 0, fourth = 0] = createHash('sha256').update(`${salt}\nschedule`).digest();
  const [hour, minute] = chosen.at === null ? [9 + (second % 11), first % 60] : timeOf(chosen.at);
  const script = await realpath(process.argv[1] ?? '');
  const program = [process.execPath, script] as const;
  const config = chosen.config === null ? null : resolve(chosen.config);
  const log = join(dataFolder(), 'schedule.log');
  const carried = pick(environment, CARRIED);
  const session = pick(environment, SESSION);
  requireOneLine([...program, config ?? '', log, ...Object.values({ ...carried, ...session })]);
  return {
    program,
    config,
    every: chosen.every,
    hour,
    minute,
    weekday: third % 7,
    day: 1 + (fourth % 28),
    log,
    environment: carried,
    session,
  };
}

/** Does the program stand where it will be gone some day? */
export function isFleeting({ program: [, script] }: Job): boolean {
  return dirname(script).split(/[/\\]/).includes('_npx');
}

/** Where data, configuration and the browser are, if not in the usual places. */
const CARRIED = ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'PLAYWRIGHT_BROWSERS_PATH'];
/** What a session's own programs know and cron does not: where the keychain is. */
const SESSION = ['XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'];

function pick(environment: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  const found = names.flatMap((name) => (environment[name] ? [[name, environment[name]] as const] : []));
  return Object.fromEntries(found);
}

function timeOf(text: string): [hour: number, minute: number] {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) return [Number(hour), Number(minute)];
  throw new UsageError('--at: give a time of the day, such as 19:30.');
}
