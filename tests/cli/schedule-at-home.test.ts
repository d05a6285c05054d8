import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeFolder, run } from './program.ts';

/** Schedules on a machine whose crontab is a file of the test's: nobody's own is touched, and no browser is started. */

interface Home {
  env: Record<string, string>;
  data: string;
  config: string;
  crontab(): Promise<string>;
}

/** @param broken what `crontab` does in the place of taking a new one */
async function makeHome(broken = ''): Promise<Home> {
  const folder = await makeFolder();
  const file = join(folder, 'crontab.txt');
  const write = broken || `/bin/cat > '${file}'`;
  const script = `#!/bin/sh\ncase "$1" in -l) /bin/cat '${file}';; -r) : > '${file}';; -) ${write};; esac\n`;
  await writeFile(join(folder, 'crontab'), script, { mode: 0o755 });
  await writeFile(file, '');
  const config = join(folder, 'config.json');
  await writeFile(config, '{}');
  return {
    // Nothing else: the job gets it, too, and is to find no browser.
    env: { PATH: folder, XDG_DATA_HOME: join(folder, 'data') },
    data: join(folder, 'data', 'linkedin-ai-optout'),
    config,
    crontab: () => readFile(file, 'utf8'),
  };
}

const install = ({ config }: Home) => ['schedule', 'install', '--on', 'cron', '--config', config];

describe.skipIf(process.platform === 'win32').concurrent('nothing is half done', () => {
  it('where our own folder cannot be used', async () => {
    const home = await makeHome();
    await writeFile(home.env.XDG_DATA_HOME ?? '', 'in the way');
    const { code, stdout, stderr } = await run(install(home), { env: home.env });
    expect([code, stdout, await home.crontab()]).toEqual([2, '', '']);
    expect(stderr).toBe(
      `error: What is chosen for the schedule cannot be kept in "${home.data}": a file is in the way; move it away and try again.\n`,
    );
  });

  it('where cron does not take it; what was chosen before holds', async () => {
    const home = await makeHome('echo no room >&2; exit 1');
    for (const before of [null, '{"on":"cron","every":"day","at":"10:00","config":null}\n']) {
      const file = join(home.data, 'schedule.json');
      await mkdir(home.data, { recursive: true, mode: 0o700 });
      if (before !== null) await writeFile(file, before);
      const { code, stderr } = await run(install(home), { env: home.env });
      expect([code, stderr]).toEqual([2, 'error: Your crontab was not changed (no room).\n']);
      const kept = await readFile(file, 'utf8').catch(() => null);
      expect(kept && JSON.parse(kept)).toEqual(before && JSON.parse(before));
    }
  });

  it('and a schedule is removed also where our own folder cannot be used', async () => {
    const home = await makeHome();
    expect((await run(install(home), { env: home.env })).code).toBe(0);
    const elsewhere = { ...home.env, XDG_DATA_HOME: join(home.config, 'no-folder') };
    const { code, stdout } = await run(['schedule', 'remove', '--on', 'cron'], { env: elsewhere });
    expect([code, stdout, await home.crontab()]).toEqual([0, 'Removed from cron.\n', '']);
  });
});

describe.skipIf(process.platform === 'win32')('what cron runs', () => {
  it('prints nothing, and logs its warnings for its owner alone', async () => {
    const home = await makeHome();
    const browsers = await makeFolder();
    await writeFile(home.config, JSON.stringify({ notify: [{ command: ['/no/such/program'] }] }));
    expect((await run(install(home), { env: home.env })).code).toBe(0);
    const [, line = ''] = (await home.crontab()).split('\n');
    const [, command = ''] = /^(?:\S+ ){5}(.*)$/.exec(line) ?? [];
    // Without a browser each account comes to a result at once, of which somebody is to be told.
    const env = { PATH: browsers, HOME: browsers, PLAYWRIGHT_BROWSERS_PATH: browsers };
    const script = `umask 022; ${command.replaceAll('\\%', '%')}`;
    const ended = await promisify(execFile)('/bin/sh', ['-c', script], { env }).catch((error) => error);
    expect([ended.stdout, ended.stderr]).toEqual(['', '']);
    const log = await readFile(join(home.data, 'schedule.log'), 'utf8');
    expect(log).toContain('1 account: 1 unknown');
    expect(log).toContain('warning: Somebody was not told, and will be next time: the command did not start (ENOENT).');
    expect((await stat(join(home.data, 'schedule.log'))).mode & 0o777).toBe(0o600);
    expect(spawnSync('find', [home.data, '-perm', '/077']).stdout.toString()).toBe('');
  });
});
