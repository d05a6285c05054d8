import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');

/** Processes of their own that run the real program, to be stopped, killed and raced. */
let built: string;

/** Node alone does not read TypeScript: builds the sources beside the packages, for the tests of this file. */
export function buildOnce(): void {
  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), 'store-built-'));
    await symlink(join(ROOT, 'node_modules'), join(built, 'node_modules'), 'junction');
    await writeFile(join(built, 'package.json'), '{"type":"module"}');
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['-p', join(ROOT, 'src'), '--outDir', built, '--noCheck'];
    await promisify(execFile)(process.execPath, [tsc, ...options]);
  }, 180_000);
  afterAll(() => rm(built, { recursive: true, force: true }));
}

export interface Child {
  process: ChildProcess;
  pid: number;
  lines: string[];
  /** resolves when the child has written this line */
  says(line: string): Promise<void>;
  tell(line: string): void;
  /** resolves with everything it wrote */
  ended: Promise<string[]>;
}

/** What every child finds declared. */
const PRELUDE = `
import { openStore } from './session/store/store.js';
import { withAccountLock } from './session/store/lock.js';
import { siteOf } from './settings/site.js';
const context = { site: siteOf('https://www.linkedin.com'), now: new Date('2026-11-01T12:00:00.000Z') };
const refuse = () => Promise.reject(new Error('no keychain'));
const keychain = { read: refuse, write: refuse, remove: refuse };
const say = (line) => process.stdout.write(line + '\\n');
const heard = () => new Promise((resolve) => process.stdin.once('data', resolve));
const forever = () => new Promise(() => setInterval(() => {}, 1000));
`;

/** Runs a module; `command` may put something before node. */
export function runChild(code: string, command: string[] = []): Child {
  const [file = process.execPath, ...rest] = [
    ...command,
    process.execPath,
    '--input-type=module',
    '-e',
    PRELUDE + code,
  ];
  const child = spawn(file, rest, { cwd: built, stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.on('error', () => undefined);
  const lines: string[] = [];
  const waiting = new Map<string, () => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    waiting.get(line)?.();
  });
  return {
    process: child,
    pid: child.pid ?? 0,
    lines,
    says: (line) => new Promise((resolve) => (lines.includes(line) ? resolve() : void waiting.set(line, resolve))),
    tell: (line) => void child.stdin.write(`${line}\n`),
    ended: new Promise((resolve) => child.once('close', () => resolve(lines))),
  };
}
