import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';

/** The built program, as a user runs it: a process of its own, with a home and a folder for temporary files of its own. */

const PROGRAM = join(import.meta.dirname, '../../bin/linkedin-ai-optout.js');
const MOST_AT_ONCE = 2;
/** No output of ours is that long. */
const MOST_CHUNKS = 1_000;

export interface StartOptions {
  /** on top of an environment that holds nothing but PATH and the folders; undefined takes a name away */
  env?: Record<string, string | undefined>;
  /** standard input; it ends at once where nothing is given, and stays open where null is */
  input?: string | null;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  /** what is left of temporary files */
  left: string[];
}

export interface Running {
  child: ChildProcessWithoutNullStreams;
  /** its folder for temporary files, which is in the environment of whatever it starts, too */
  temporary: string;
  stdout(): string;
  stderr(): string;
  /** As a terminal sends Ctrl-C: to the program and all that belongs to it. */
  interrupt(): void;
  ended: Promise<Ended>;
}

const started: ChildProcessWithoutNullStreams[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const { pid, exitCode, signalCode } of started) {
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  }
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-test-'));
  folders.push(folder);
  return folder;
}

/** Writes a file for the owner's eyes, unless another mode is given. @returns its path */
export async function fileWith(contents: string | Uint8Array, name = 'session', mode = 0o600): Promise<string> {
  const path = join(await makeFolder(), name);
  await writeFile(path, contents);
  await chmod(path, mode);
  return path;
}

export function start(args: readonly string[], options: StartOptions = {}): Promise<Running> {
  return startCommand([process.execPath, PROGRAM, ...args], options);
}

export async function run(args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  return withTurn(async () => (await start(args, options)).ended);
}

/** The command of a program run, for a shell. */
export function commandLine(args: readonly string[]): string {
  return [process.execPath, PROGRAM, ...args].map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
}

export async function startCommand(
  [command = '', ...args]: readonly string[],
  { env = {}, input = '' }: StartOptions,
): Promise<Running> {
  const { folder, temporary, environment } = await makeHome();
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...environment, ...env },
    // A session of its own, so that no terminal of the tester's is in reach and the whole group can be signalled.
    detached: true,
  });
  started.push(child);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  // A program that reads no input closes it.
  child.stdin.on('error', () => undefined);
  if (input !== null) child.stdin.end(input);
  return {
    child,
    temporary,
    stdout,
    stderr,
    interrupt: () => void (child.pid && process.kill(-child.pid, 'SIGINT')),
    ended: once(child, 'close').then(async ([code]) => {
      const left = await readdir(temporary).catch(() => ['The folder itself is gone.']);
      return { code, stdout: stdout(), stderr: stderr(), left };
    }),
  };
}

async function makeHome() {
  const folder = await makeFolder();
  const [home, temporary] = [join(folder, 'home'), join(folder, 'tmp')];
  for (const path of [home, temporary]) await mkdir(path);
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    TMPDIR: temporary,
    // Where Playwright's own download is, if there is one.
    PLAYWRIGHT_BROWSERS_PATH: process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright'),
  };
  return { folder, temporary, environment };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    if (chunks.length < MOST_CHUNKS) chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Waits for a state, not for a time. */
export async function until(isSo: () => unknown, timeout = 60_000): Promise<void> {
  await vi.waitUntil(isSo, { timeout, interval: 50 });
}

let running = 0;
const waiting: (() => void)[] = [];
/** Few at once: each has a browser, and other files run beside this one. */
export async function withTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export interface Wrapper {
  /** for --browser */
  path: string;
  wasStarted(): Promise<boolean>;
}

/** The real browser behind a script that leaves a mark when it is started. @param more put behind its own arguments */
export async function wrapBrowser(more: readonly string[] = []): Promise<Wrapper> {
  return wrapInFolder(await makeFolder(), more.map((word) => `'${word}'`).join(' '));
}

/** The same, with a port for developer tools that it chooses by itself: nobody else can have taken it. */
export async function wrapListeningBrowser(): Promise<Wrapper & { port(): Promise<number | null> }> {
  const said = join(await makeFolder(), 'said');
  const wrapper = await wrapInFolder(dirname(said), `--remote-debugging-port=0 2> '${said}'`);
  return {
    ...wrapper,
    port: async () => {
      const text = await readFile(said, 'utf8').catch(() => '');
      const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text) ?? [];
      return port ? Number(port) : null;
    },
  };
}

async function wrapInFolder(folder: string, more: string): Promise<Wrapper> {
  const { executablePath } = await findBrowser();
  const mark = join(folder, 'started');
  const path = join(folder, 'browser.sh');
  await writeFile(path, `#!/bin/sh\n: > '${mark}'\nexec '${executablePath}' "$@" ${more}\n`, { mode: 0o755 });
  return {
    path,
    wasStarted: async () => (await readdir(folder)).includes('started'),
  };
}

/** Of what a program has started, nothing runs any more. */
export async function nothingRuns(running: Running): Promise<void> {
  if (process.platform === 'linux') await until(async () => (await processesOf(running)).length === 0, 10_000);
}

export interface Process {
  pid: number;
  commandLine: string;
  environment: string;
}

/** Every process that was started by the program, or by what it started: told by the folder in their environment (Linux). */
export async function processesOf({ child, temporary }: Pick<Running, 'child' | 'temporary'>): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(
    pids.map(async (pid) => ({
      pid,
      commandLine: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
      environment: await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
    })),
  );
  return all.filter(({ pid, environment }) => pid !== child.pid && environment.includes(`TMPDIR=${temporary}`));
}
