import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { UsageError } from '../errors.ts';

const MOST_BYTES = 20_000_000;

/**
 * Reads a file of ours that may come from anybody. Control characters, which a terminal would obey, become spaces.
 * @param what it should be, as in `a report`
 * @throws UsageError, one sentence
 */
export async function readSaved<T>(path: string, schema: z.ZodType<T>, what: string): Promise<T> {
  const place = await stat(path).catch(() => null);
  if (!place) throw new UsageError(`There is no file "${path}".`);
  if (!place.isFile()) throw new UsageError(`"${path}" is not an ordinary file.`);
  if (place.size > MOST_BYTES) throw new UsageError(`"${path}" is too large to be ${what}.`);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`"${path}" cannot be read.`);
  });
  const parsed = schema.safeParse(parseJson(text, path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length
    ? ` (at ${issue.path.map((part) => String(part).replace(/[^\w-]/g, '?')).join('.')})`
    : '';
  throw new UsageError(`"${path}" is not ${what} that this version understands${where}.`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replace(/\p{Cc}+/gu, ' ') : value));
  } catch {
    throw new UsageError(`"${path}" is not JSON.`);
  }
}
