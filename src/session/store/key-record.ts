import { join } from 'node:path';
import { z } from 'zod';
import { readOurs, type Warn } from './ours.ts';
import { writeOurs } from './write.ts';

export const KEY_PLACES = ['environment', 'keychain', 'file'] as const;
export type KeyPlace = (typeof KEY_PLACES)[number];

const recipient = z.string().regex(/^age1[0-9a-z]+$/);

const schema = z.discriminatedUnion('place', [
  z.object({ schemaVersion: z.literal(1), place: z.enum(['environment', 'keychain']), recipient }),
  z.object({ schemaVersion: z.literal(1), place: z.literal('file'), recipient, identity: z.string() }),
]);

/**
 * Which key the sessions of a folder are kept with, and where it lives. The recipient, the half that is no secret, tells a
 * wrong key before anything is opened. Only where there is no better place does the record hold the key itself.
 */
export type KeyRecord = z.infer<typeof schema>;

/** Where the record of a folder lies. */
export function keyFile(folder: string): string {
  return join(folder, 'key.json');
}

/** @throws UsageError where the file is not ours or cannot be read */
export async function readKeyRecord(folder: string, warn: Warn): Promise<KeyRecord | 'missing' | 'damaged'> {
  const path = keyFile(folder);
  const bytes = await readOurs(path, `The key to the kept sessions, "${path}", cannot be read`, warn);
  if (!bytes) return 'missing';
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return 'damaged';
  }
}

/** @throws as node:fs does */
export async function writeKeyRecord(folder: string, record: KeyRecord): Promise<void> {
  await writeOurs(keyFile(folder), `${JSON.stringify(record)}\n`);
}
