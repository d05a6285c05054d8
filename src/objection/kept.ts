import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { dataFolder } from '../data-folder.ts';
import { UsageError } from '../errors.ts';
import { readSaved } from '../report/read-saved.ts';
import { withStoreLock } from '../session/store/lock.ts';
import { writeWhole } from '../write-whole.ts';
import { BASES, KINDS, LANGUAGES } from './vocabulary.ts';

/** How it is known: LinkedIn confirmed it, it was sent and no confirmation was understood, or the member has said so. */
export const WITNESSES = ['confirmed', 'sent', 'told'] as const;

const objectionSchema = z.looseObject({
  /** of the objection, for this file alone */
  id: z.string(),
  account: z.string(),
  kind: z.enum(KINDS),
  basis: z.enum(BASES),
  how: z.enum(WITNESSES),
  /** null: none was seen */
  caseNumber: z.string().nullable(),
  /** calendar dates */
  submittedOn: z.iso.date(),
  answerDue: z.iso.date(),
  answeredOn: z.iso.date().nullable(),
  /** personal data, only where the member asked for it to be kept */
  details: z
    .object({
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      email: z.string().nullable(),
      language: z.enum(LANGUAGES),
      /** in lines */
      text: z.array(z.string()),
    })
    .nullable(),
});
export type Objection = z.infer<typeof objectionSchema>;

const keptSchema = z.looseObject({ schemaVersion: z.literal(1), objections: z.array(objectionSchema) });

/** Oldest first. @throws UsageError where the file is not ours, or cannot be read */
export async function readObjections(folder: string = dataFolder()): Promise<Objection[]> {
  const path = placeIn(folder);
  if (!(await stat(path).catch(() => null))) return [];
  return (await readSaved(path, keptSchema, 'a list of objections')).objections;
}

/**
 * Keeps the list anew, whole or not at all; nobody else changes it meanwhile.
 * @throws UsageError; what was there before is then unchanged
 */
export async function changeObjections(
  change: (objections: Objection[]) => Objection[],
  folder: string = dataFolder(),
): Promise<void> {
  const path = placeIn(folder);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await withStoreLock(folder, async () => {
      const objections = change(await readObjections(folder));
      await writeWhole(path, `${JSON.stringify({ schemaVersion: 1, objections }, null, 2)}\n`);
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageError(`"${path}" was not written (${code}); make room, or allow it, and try again.`);
  }
}

function placeIn(folder: string): string {
  return join(folder, 'objections.json');
}
