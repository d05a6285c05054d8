import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Who holds a lock. A process number alone does not tell: numbers are used again, and other machines have the same ones. */
export interface Owner {
  /** of which running system the number is one */
  machine: string;
  pid: number;
  /** when the process began, as a hash; empty where the system does not tell */
  start: string;
}

/** This very process. */
export async function self(): Promise<Owner> {
  const { pid } = process;
  const [machine, start] = await Promise.all([readMachine(), readStart(pid)]);
  return { machine, pid, start: start === 'gone' ? '' : start };
}

/** Is this process of our own machine still there? One that is suspended is; one that was killed and not yet buried is not. */
export async function isAlive({ pid, start }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Any other answer than "no such process" means that there is one, though not ours to signal.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const found = await readStart(pid);
  return found !== 'gone' && (found === '' || start === '' || found === start);
}

/**
 * A container has the machine's boot id but process numbers of its own. Elsewhere than on Linux the data folder is the
 * machine's own, and its numbers are the only ones.
 */
async function readMachine(): Promise<string> {
  if (process.platform !== 'linux') return hash(process.platform);
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const numbers = await readlink('/proc/self/ns/pid').catch(() => '');
  return hash(`${boot}${numbers}`);
}

/** When a process began; `gone` for one that has ended, empty where it cannot be told. */
async function readStart(pid: number): Promise<string> {
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') return readStartFromPs(pid);
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // proc(5): after the name, which may hold anything, come the state and, as the 20th field, the time of start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (stat === '') return '';
  return /^[ZX]/.test(fields[0] ?? '') ? 'gone' : hash(fields[19] ?? '');
}

async function readStartFromPs(pid: number): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const output = await promisify(execFile)('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env, timeout: 5_000 })
    .then(({ stdout }) => stdout.trim())
    .catch(() => '');
  const [, state = '', start = ''] = /^(\S+)\s+(.+)$/.exec(output) ?? [];
  if (start === '') return '';
  return state.startsWith('Z') ? 'gone' : hash(start);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
