import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { installSchedule, tellStatus } from '../../../src/schedule/run.ts';
import { blockIn } from '../../../src/schedule/schedulers/cron.ts';
import type { Status } from '../../../src/schedule/status.ts';
import { listening } from '../evidence/given.ts';

/** A home of the test's own, whose crontab is a file. */
export interface Home {
  folder: string;
  /** our block of the crontab; null where there is none */
  block(): Promise<string | null>;
  /** @returns what was warned of */
  install(given?: object, environment?: NodeJS.ProcessEnv): Promise<string[]>;
  status(environment?: NodeJS.ProcessEnv): Promise<Status>;
  kept(): Promise<Record<string, unknown>>;
  keep(chosen: object): Promise<void>;
}

export async function makeHome(config: object = {}): Promise<Home> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'schedule-home-')));
  const before = process.cwd();
  onTestFinished(async () => {
    process.chdir(before);
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'crontab.txt');
  const script = `#!/bin/sh\ncase "$1" in -l) cat '${file}';; -r) : > '${file}';; -) cat > '${file}';; esac\n`;
  await writeFile(join(folder, 'crontab'), script, { mode: 0o755 });
  await writeFile(file, '');
  await writeFile(join(folder, 'c.json'), JSON.stringify(config));
  const data = join(folder, 'linkedin-ai-optout');
  await mkdir(data, { mode: 0o700 });
  process.chdir(folder);
  vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  for (const name of ['XDG_DATA_HOME', 'XDG_CONFIG_HOME']) vi.stubEnv(name, folder);
  return {
    folder,
    block: async () => blockIn(await readFile(file, 'utf8')),
    install: async (given = { config: 'c.json' }, environment = {}) => {
      const terminal = { ...listening(), environment };
      const warned: string[] = [];
      await installSchedule({ on: 'cron', ...given }, false, { ...terminal, warn: (text) => void warned.push(text) });
      return warned.filter((text) => text.startsWith('warning: '));
    },
    status: async (environment = {}) => {
      const terminal = { ...listening(), environment };
      await tellStatus({}, 'json', terminal);
      return JSON.parse(terminal.said.join(''));
    },
    kept: async () => JSON.parse(await readFile(join(data, 'schedule.json'), 'utf8')),
    keep: (chosen) => writeFile(join(data, 'schedule.json'), JSON.stringify(chosen)),
  };
}

/** What a desktop session has, and cron and services have not. */
export const DESKTOP = {
  XDG_RUNTIME_DIR: '/run/user/1000',
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
  PATH: '/usr/bin:/snap/bin',
};
