import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentWithoutSession } from '../browser/environment.ts';
import type { Notify } from '../config/schema.ts';
import { fetchOutside } from '../fetch-outside.ts';
import type { Notice } from './alert.ts';

const TIMEOUT_MS = 10_000;
const COMMAND_TIMEOUT_MS = 60_000;
/** Before the second and the third try. */
const PAUSES_MS = [1_000, 3_000];

export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

/** Tells one receiver. @returns why it was not told, in a few words without its address; null where it was */
export async function sendNotice(notify: Notify, notice: Notice, around: Surroundings): Promise<string | null> {
  const body = JSON.stringify(notice);
  if (notify.webhook !== undefined) return post(notify.webhook, notify.header, body, around);
  return notify.command === undefined ? null : pipe(notify.command, body, around);
}

async function post(
  address: string,
  header: Notify['header'],
  body: string,
  { environment, signal }: Surroundings,
): Promise<string | null> {
  const { host } = new URL(address);
  const secret = header && environment[header.env];
  if (header && !secret) return `the variable ${header.env} of the header for ${host} is not set`;
  const headers = new Headers({ 'content-type': 'application/json' });
  try {
    if (header && secret) headers.set(header.name, secret);
  } catch {
    return `the variable ${header?.env} cannot be a header`;
  }
  for (const wait of [...PAUSES_MS, null]) {
    const trouble = await postOnce(address, headers, body, signal);
    if (trouble === null) return null;
    if (wait === null || !trouble.mayPass || signal.aborted) return `${host} ${trouble.what}`;
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
  return `${host} was not reached`;
}

async function postOnce(
  address: string,
  headers: Headers,
  body: string,
  signal: AbortSignal,
): Promise<{ what: string; mayPass: boolean } | null> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    // The header is for this address alone, and so is the report.
    const response = await fetchOutside(address, { method: 'POST', headers, body, signal: limit, redirect: 'manual' });
    await response.body?.cancel();
    return response.ok ? null : { what: `answered ${response.status}`, mayPass: response.status >= 500 };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { what: isLate ? 'did not answer in time' : 'was not reached', mayPass: true };
  }
}

async function pipe(
  command: string | readonly string[],
  body: string,
  { signal }: Surroundings,
): Promise<string | null> {
  const [program = '', ...words] = typeof command === 'string' ? [command] : command;
  try {
    const child = spawn(program, words, {
      shell: typeof command === 'string',
      // Standard output carries our own result alone.
      stdio: ['pipe', 'ignore', 'inherit'],
      env: environmentWithoutSession(),
      timeout: COMMAND_TIMEOUT_MS,
      signal,
    });
    // Whoever does not read it need not.
    child.stdin.on('error', () => undefined).end(body);
    const [code, killedBy] = await once(child, 'close');
    if (code === 0) return null;
    return killedBy ? `the command was ended by ${killedBy}` : `the command ended with ${code}`;
  } catch (error) {
    return `the command did not start (${(error as NodeJS.ErrnoException).code})`;
  }
}
