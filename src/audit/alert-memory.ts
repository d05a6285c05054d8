import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Notify } from '../config/schema.ts';
import type { AlertMemory } from '../decide/alert.ts';
import { ANSWERS } from '../decide/answer.ts';
import { withLock } from '../session/store/lock.ts';
import { writeWhole } from '../write-whole.ts';

const memory = z.object({
  told: z.enum(ANSWERS).nullable(),
  toldBlind: z.boolean(),
  excepted: z.boolean(),
  since: z.iso.datetime(),
}) satisfies z.ZodType<AlertMemory>;

/** By receiver, then by what it was told of. */
const schema = z.record(z.string(), z.record(z.string(), memory));
export type Memories = z.infer<typeof schema>;

/** A receiver, without its address, which may be a secret. */
export function receiverOf({ webhook, command }: Notify): string {
  return createHash('sha256')
    .update(JSON.stringify([webhook, command]))
    .digest('hex')
    .slice(0, 16);
}

/** What was told of what. Where it cannot be read, nothing was told: rather twice than not at all. */
export async function readMemories(folder: string): Promise<Memories> {
  try {
    return schema.parse(JSON.parse(await readFile(fileIn(folder), 'utf8')));
  } catch {
    return {};
  }
}

/** Keeps what this run has told, beside what others did meanwhile. @throws UsageError, or as node:fs does */
export async function writeMemories(folder: string, told: Memories): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await withLock(folder, 'alerts', { subject: 'What was told last', patienceMs: 20_000 }, async () => {
    const all = await readMemories(folder);
    for (const [receiver, memories] of Object.entries(told)) all[receiver] = { ...all[receiver], ...memories };
    await writeWhole(fileIn(folder), `${JSON.stringify(all)}\n`);
  });
}

function fileIn(folder: string): string {
  return join(folder, 'alerts.json');
}
