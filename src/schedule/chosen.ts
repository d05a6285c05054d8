import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { systemFault } from '../fault.ts';
import { readSalt } from '../member-hash.ts';
import { isAbsent } from '../read-text.ts';
import { writeWhole } from '../write-whole.ts';
import type { Carried } from './carried.ts';
import { EVERY, type Job } from './job.ts';
import { requireOneLine } from './quoting.ts';
import { SCHEDULER_NAMES } from './schedulers/index.ts';

const variables = z.record(z.string(), z.string());

/** What was chosen when the schedule was installed, so that `status` compares with that. */
const chosenSchema = z.object({
  on: z.enum(SCHEDULER_NAMES),
  every: z.enum(EVERY),
  at: z.string().nullable(),
  /** absolute; older versions kept it as it was given */
  config: z.string().nullable(),
  /** what the job was given of the environment; older versions did not keep it */
  carried: z.object({ environment: variables, session: variables }).optional(),
});
export type Chosen = z.infer<typeof chosenSchema>;
/** All that a job is made of. */
export type Choice = Chosen & { carried: Carried };

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
export async function buildJob(chosen: Choice): Promise<Job> {
  const salt = await readSalt().catch(() => dataFolder());
  const [first = 0, second = 0, third = 0, fourth = 0] = createHash('sha256').update(`${salt}\nschedule`).digest();
  const [hour, minute] = chosen.at === null ? [9 + (second % 11), first % 60] : timeOf(chosen.at);
  const script = await realpath(process.argv[1] ?? '');
  const program = [process.execPath, script] as const;
  const { config, carried } = chosen;
  const { environment, session } = carried;
  const log = join(dataFolder(), 'schedule.log');
  requireOneLine([...program, config ?? '', log, ...Object.values({ ...environment, ...session })]);
  return {
    program,
    config,
    every: chosen.every,
    hour,
    minute,
    weekday: third % 7,
    day: 1 + (fourth % 28),
    log,
    environment,
    session,
  };
}

/** Does the program stand where it will be gone some day? */
export function isFleeting({ program: [, script] }: Job): boolean {
  return dirname(script).split(/[/\\]/).includes('_npx');
}

function timeOf(text: string): [hour: number, minute: number] {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hour !== undefined && minute !== undefined) return [Number(hour), Number(minute)];
  throw new UsageError('--at: give a time of the day, such as 19:30.');
}
