import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { UsageError } from '../errors.ts';

export const MOST_BYTES = 20_000_000;

/**
 * Reads a file of ours that may come from anybody. Control characters, which a terminal would obey, become spaces.
 * @param what it should be, as in `a report`
 * @throws UsageError, one sentence
 */
export async function readSaved<T>(path: string, schema: z.ZodType<T>, what: string): Promise<T> {
  return parseSaved(await readSavedJson(path, what), schema, { from: `"${path}"`, what });
}

/** Whatever JSON is in it. @throws UsageError, one sentence */
export async function readSavedJson(path: string, what: string): Promise<unknown> {
  return parseJson(await readSavedText(path, what), `"${path}"`);
}

/** @throws UsageError, one sentence */
export async function readSavedText(path: string, what: string): Promise<string> {
  const place = await stat(path).catch(() => null);
  if (!place) throw new UsageError(`There is no file "${path}".`);
  if (!place.isFile()) throw new UsageError(`"${path}" is not an ordinary file.`);
  if (place.size > MOST_BYTES) throw new UsageError(`"${path}" is too large to be ${what}.`);
  return readFile(path, 'utf8').catch(() => {
    throw new UsageError(`"${path}" cannot be read.`);
  });
}

/** @param from what it is called in an error, e.g. `"a.json"` @throws UsageError, one sentence */
export function parseSaved<T>(value: unknown, schema: z.ZodType<T>, { from, what }: { from: string; what: string }): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length
    ? ` (at ${issue.path.map((part) => String(part).replace(/[^\w-]/g, '?')).join('.')})`
    : '';
  throw new UsageError(`${from} is not ${what} that this version understands${where}.`);
}

/** @throws UsageError, one sentence */
export function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ') : value));
  } catch {
    throw new UsageError(`${from} is not JSON.`);
  }
}
