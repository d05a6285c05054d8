import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Site } from '../settings/site.ts';
import { EXIT } from '../vocabulary.ts';
import { parseSession } from './parse.ts';
import type { Session } from './session.ts';
import { textOfKept } from './store/kept.ts';
import { KEY_VARIABLE } from './store/key.ts';
import { importFrom, isExport } from './store/portable.ts';
import { bytesOfVariable, textOf } from './text.ts';
import { shownPath, unreadable } from './unreadable.ts';
import { unusable } from './unusable.ts';

export const SESSION_VARIABLE = 'LINKEDIN_AI_OPTOUT_SESSION';

/** In bytes; a browser's whole jar is below one megabyte. */
const MAX_SIZE = 5 * 1024 * 1024;

export type SessionSource =
  | { kind: 'file'; path: string }
  | { kind: 'stdin'; stream: NodeJS.ReadableStream & { isTTY?: boolean } }
  | { kind: 'environment'; value: string };

/**
 * Reads a session from where the user keeps it.
 *
 * @param context.key opens an export of `accounts export`
 * @returns the session, whether the key opened it, and warnings for people: one sentence each, without anything of the content
 * @throws UsageError where it cannot be read or understood; ReasonError `signed-out` or `session-expired`
 */
export async function readSession(
  source: SessionSource,
  context: { site: Site; now: Date; key?: string | undefined },
): Promise<{ session: Session; warnings: string[]; wasEncrypted: boolean }> {
  const from = nameOf(source);
  const { bytes, warnings } = await readSource(source, from);
  if (bytes.length > MAX_SIZE) throw unusable(from, 'it is larger than 5 MB');
  const text = textOf(bytes, from);
  const wasEncrypted = isExport(text);
  const opened = wasEncrypted ? await openExport(text, from, context.key) : text;
  return { session: parseSession(opened, { ...context, from }), warnings, wasEncrypted };
}

async function openExport(text: string, from: string, key: string | undefined): Promise<string> {
  if (!key) throw unusable(from, 'it is encrypted', `set ${KEY_VARIABLE} to the key that it was exported for`);
  return textOfKept(await importFrom(text, key));
}

function nameOf(source: SessionSource): string {
  switch (source.kind) {
    case 'file':
      return shownPath(source.path);
    case 'stdin':
      return 'standard input';
    case 'environment':
      return SESSION_VARIABLE;
    default:
      return source satisfies never;
  }
}

interface Reading {
  bytes: Uint8Array;
  warnings: string[];
}

async function readSource(source: SessionSource, from: string): Promise<Reading> {
  switch (source.kind) {
    case 'file':
      return readFile(source.path, from);
    case 'stdin':
      if (source.stream.isTTY) {
        throw unusable(from, 'it is a terminal', 'pipe the file in, or give its path');
      }
      return { bytes: await readStream(source.stream, from), warnings: [] };
    case 'environment':
      return { bytes: bytesOfVariable(source.value), warnings: [] };
    default:
      return source satisfies never;
  }
}

async function readFile(path: string, from: string): Promise<Reading> {
  const stats = await stat(path).catch((error: unknown) => {
    throw unreadable(error, from);
  });
  // A pipe or a device given as a file has a mode that says nothing of who can read it.
  const isOpenToOthers = process.platform !== 'win32' && stats.isFile() && (stats.mode & 0o077) !== 0;
  const read = () => readStream(createReadStream(path), from);
  return {
    bytes: stats.isFile() ? await read() : await notHoldingTheEnd(read),
    warnings: isOpenToOthers ? [`Others on this machine may read ${path}: chmod 600 ${path}`] : [],
  };
}

/** While nobody writes to a pipe, the thread that waits for it would hold the end of the program; a signal does not ask it. */
async function notHoldingTheEnd<T>(work: () => Promise<T>): Promise<T> {
  const leave = (code: number) => {
    if (code !== EXIT.interrupted && code !== EXIT.terminated) return;
    const signal = code === EXIT.interrupted ? 'SIGINT' : 'SIGTERM';
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  };
  process.once('exit', leave);
  return work().finally(() => process.off('exit', leave));
}

/** Stops reading where it is clear that this is no session: a wrong path can lead to something endless. */
async function readStream(stream: NodeJS.ReadableStream, from: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > MAX_SIZE) break;
    }
  } catch (error) {
    throw unreadable(error, from);
  }
  return Buffer.concat(chunks);
}
