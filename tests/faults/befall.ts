import { execFile } from 'node:child_process';
import { statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { LookalikeSite } from '../../src/demo/site/open.ts';
import { processesOf, type Running } from '../cli/program.ts';

/** What a run is struck by. */
export interface Scene {
  running: Pick<Running, 'child' | 'temporary'>;
  /** where everything is that the program writes, if it is a disk of its own */
  disk: string | null;
  browser: { port(): Promise<number | null> };
  site: LookalikeSite;
}

/** Does it, and returns whether there was anything to do it to. */
type Fault = (scene: Scene) => Promise<boolean>;

const kill = (isMeant: (commandLine: string) => boolean): Fault => {
  return async ({ running }) => {
    const meant = (await processesOf(running)).filter(({ commandLine }) => isMeant(commandLine));
    for (const { pid } of meant) process.kill(pid, 'SIGKILL');
    return meant.length > 0;
  };
};

const signal = (name: NodeJS.Signals): Fault => {
  return async ({ running: { child } }) => child.kill(name);
};

async function closeTabs({ browser }: Scene): Promise<boolean> {
  const port = await browser.port();
  if (port === null) return false;
  const ask = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}/json/${path}`, { method, signal: AbortSignal.timeout(3_000) }).catch(() => null);
  const targets: { id: string; type: string }[] = (await (await ask('list'))?.json()) ?? [];
  const tabs = targets.filter(({ type }) => type === 'page');
  for (const { id } of tabs) await ask(`close/${id}`, 'PUT');
  return tabs.length > 0;
}

async function fillDisk({ disk }: Scene): Promise<boolean> {
  if (disk === null) return false;
  const { bavail, bsize } = await statfs(disk);
  await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize + 1)).catch(() => undefined);
  return true;
}

async function cutNetwork({ site }: Scene): Promise<boolean> {
  await site.close();
  return true;
}

export const FAULTS = {
  'browser killed': kill((line) => line.includes('--remote-debugging-pipe') && !line.includes('--type=')),
  'page crashes': kill((line) => line.includes('--type=renderer')),
  'tab closed': closeTabs,
  'network drops': cutNetwork,
  'disk full': fillDisk,
  'Ctrl-C': signal('SIGINT'),
  SIGTERM: signal('SIGTERM'),
} as const satisfies Record<string, Fault>;
export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

const run = promisify(execFile);

/** A disk of its own in a folder, which only root can have; null for everybody else. */
export async function mountDisk(folder: string): Promise<{ folder: string; unmount(): Promise<void> } | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  await run('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', folder]);
  const unmount = async () => {
    // Somebody may still be leaving it.
    for (let tries = 0; tries < 20; tries += 1) {
      if (await run('umount', [folder]).catch(() => null)) return;
      await pause(100);
    }
  };
  return { folder, unmount };
}
