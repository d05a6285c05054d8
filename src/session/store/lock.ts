import { randomBytes } from 'node:crypto';
import { open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UsageError } from '../../errors.ts';
import { codeOf, fault, systemFault } from '../../fault.ts';
import { stemOf } from './names.ts';
import { makeFolder } from './ours.ts';
import { isAlive, type Owner, self } from './owner.ts';

/** How often an owner shows that it is there, and how long the one of another machine may be silent. In milliseconds. */
const BEAT_MS = 20_000;
const SILENCE_MS = 120_000;

const NAME = /^(?<stem>[^.]+)\.(?<machine>[0-9a-f]{8})-(?<pid>\d+)-(?<start>[0-9a-f]*)-[0-9a-f]{12}\.lock$/;

/**
 * Holds an account while the work is done: two runs never use one at once. Released however the work ends; what a killed
 * run left behind is taken over, and one that is merely suspended keeps its hold.
 *
 * @param folder the store's
 * @throws UsageError where another run holds it, or the folder cannot be written to; and whatever the work throws
 */
export async function withAccountLock<T>(folder: string, account: string, work: () => Promise<T>): Promise<T> {
  const subject = `The account "${account}"`;
  await makeFolder(folder, () => undefined);
  const lock = await acquire(folder, stemOf(account), { subject, patienceMs: 500 }).catch((error: unknown) => {
    throw systemFault(`${subject} cannot be locked`, error);
  });
  return holding(lock, work);
}

/** Holds the store itself for the short time of a change. @throws UsageError, or as node:fs does; and whatever the work throws */
export async function withStoreLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = await acquire(folder, 'store', { subject: `The store "${folder}"`, patienceMs: 10_000 });
  return holding(lock, work);
}

/**
 * Holds something else of ours in this folder, which must be there, by a name of lower-case letters and dashes.
 * @throws UsageError, or as node:fs does; and whatever the work throws
 */
export async function withLock<T>(
  folder: string,
  stem: string,
  wish: { subject: string; patienceMs: number },
  work: () => Promise<T>,
): Promise<T> {
  return holding(await acquire(folder, stem, wish), work);
}

async function holding<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(lock, now, now).catch(() => undefined);
  }, BEAT_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(lock, { force: true }).catch(() => undefined);
  }
}

interface Wish {
  subject: string;
  /** two that come at once step back and come again */
  patienceMs: number;
}

/**
 * Every contender puts down an empty file that only it uses, named after itself, and looks whether it is alone. So a file
 * is never half written, and the one of a dead owner can be removed without a race: nobody else ever gets its name.
 */
async function acquire(folder: string, stem: string, { subject, patienceMs }: Wish): Promise<string> {
  const me = await self();
  const name = `${stem}.${me.machine}-${me.pid}-${me.start}-${randomBytes(6).toString('hex')}.lock`;
  const path = join(folder, name);
  for (const end = Date.now() + patienceMs; ; await sleep(10 + Math.random() * 50)) {
    await (await open(path, 'wx', 0o600)).close();
    const rival = await findRival(folder, stem, name, me).catch(async (error: unknown) => {
      await rm(path, { force: true });
      throw error;
    });
    if (!rival) return path;
    await rm(path, { force: true });
    if (Date.now() >= end) throw inUse(subject, rival, me);
  }
}

/** The owner of another file for the same; the files of dead ones are removed on the way. */
async function findRival(folder: string, stem: string, mine: string, me: Owner): Promise<Owner | undefined> {
  // The clock of the file system: other machines have another one.
  const { mtimeMs: nowMs } = await stat(join(folder, mine));
  for (const name of await readdir(folder)) {
    const found = NAME.exec(name)?.groups;
    if (!found || found.stem !== stem || name === mine) continue;
    const owner = { machine: found.machine ?? '', pid: Number(found.pid), start: found.start ?? '' };
    const path = join(folder, name);
    const isThere = owner.machine === me.machine ? await isAlive(owner) : await isHeard(path, nowMs);
    if (isThere) return owner;
    await rm(path, { force: true });
  }
  return undefined;
}

async function isHeard(path: string, nowMs: number): Promise<boolean> {
  return stat(path).then(
    ({ mtimeMs }) => nowMs - mtimeMs < SILENCE_MS,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );
}

function inUse(subject: string, { machine, pid }: Owner, me: Owner): UsageError {
  const isHere = machine === me.machine;
  const what = isHere
    ? `another run uses it (process ${pid})`
    : 'a run uses it on another machine or in a container, or a restart cut it off';
  const remedy = isHere
    ? 'wait until that has ended, or end it, and try again'
    : 'wait until that has ended, or for two minutes if it was cut off, and try again';
  // It was waited for, in vain.
  return fault(`${subject} is in use`, what, remedy, 'timeout');
}
