import type { z } from 'zod';
import { UsageError } from '../errors.ts';
import { readText } from '../read-text.ts';

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
  return parseJson(await readSavedText(path, what), { from: `"${path}"`, what });
}

/** @throws UsageError, one sentence */
export async function readSavedText(path: string, what: string): Promise<string> {
  const text = await readText(path, { from: `"${path}"`, what, mostBytes: MOST_BYTES });
  if (text === null) throw new UsageError(`There is no file "${path}".`);
  return text;
}

/** What something that was read is called in an error, e.g. `"a.json"`, and what it should be, e.g. `a report`. */
export interface Named {
  from: string;
  what: string;
}

/** @throws UsageError, one sentence */
export function parseSaved<T>(value: unknown, schema: z.ZodType<T>, { from, what }: Named): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length
    ? ` (at ${issue.path.map((part) => String(part).replace(/[^\w-]/g, '?')).join('.')})`
    : '';
  throw new UsageError(`${from} is not ${what} that this version understands${where}.`);
}

/** @throws UsageError, one sentence */
export function parseJson(text: string, { from, what }: Named): unknown {
  try {
    // Files that were put one behind the other each begin with a mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''), (_, value) =>
      typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ') : value,
    );
  } catch {
    throw new UsageError(`${from} is not JSON; give ${what} as it was written.`);
  }
}
