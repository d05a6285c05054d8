import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { reportSchema } from '../report/schema.ts';
import { writeWhole } from '../write-whole.ts';

/** An audit that has begun and not ended: what it has found so far. Written whole after each account. */
const runState = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  entries: z.array(z.object({ at: z.iso.datetime(), result: reportSchema.shape.results.element })),
  network: reportSchema.shape.network,
});
export type RunState = z.infer<typeof runState>;
/** What an audit has found of one setting, and when. */
export type Entry = RunState['entries'][number];

/** What is older says nothing about now, in milliseconds. */
const FRESH_MS = 24 * 3_600_000;

/** Where a run's state is. @param identity what makes two runs the same one: configuration, shard, site */
export function runStateFile(folder: string, identity: readonly unknown[]): string {
  const name = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16);
  return join(folder, 'audit', `run-${name}.json`);
}

/** The run that was interrupted, or null where there is none to go on with. */
export async function readRunState(path: string, now: Date): Promise<RunState | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const state = text === '' ? undefined : runState.safeParse(parse(text)).data;
  const age = now.getTime() - Date.parse(state?.startedAt ?? '');
  return state && age >= 0 && age < FRESH_MS ? state : null;
}

/** @throws as node:fs does */
export async function writeRunState(path: string, state: RunState): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  await writeWhole(path, JSON.stringify(state));
}

export async function removeRunState(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
