import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cronLine } from '../../src/schedule/schedulers/cron.ts';
import { HOSTILE, hostileJob, job } from '../unit/schedule/given.ts';
import { makeFolder, run, until } from './program.ts';

/** With real cron, as a user of its own: nobody else's crontab is touched. Needs root; without it, only what needs none. */

const USER = 'optout-cron-test';
const isRoot = process.getuid?.() === 0;
const hasCron = ['crontab', 'cron', 'useradd'].every(
  (program) => spawnSync('which', [program], { encoding: 'utf8' }).status === 0,
);

/** A PATH on which `crontab` is that user's. */
let path: string;
/** What that user's crontab holds. */
const crontab = () => spawnSync('crontab', ['-u', USER, '-l'], { encoding: 'utf8' }).stdout;
const setCrontab = (text: string) => spawnSync('crontab', ['-u', USER, '-'], { input: text });

/** One person's, for several runs: what is carried along must be the same each time. */
async function environment(data: string): Promise<Record<string, string>> {
  const home = await makeFolder();
  await run(['audit', 'init'], { env: { XDG_CONFIG_HOME: home } });
  return {
    PATH: `${path}:${process.env.PATH}`,
    XDG_DATA_HOME: data,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
  };
}

describe.skipIf(!isRoot || !hasCron)('cron', () => {
  beforeAll(async () => {
    spawnSync('useradd', ['--no-create-home', USER]);
    const real = spawnSync('which', ['crontab'], { encoding: 'utf8' }).stdout.trim();
    path = await makeFolder();
    await writeFile(join(path, 'crontab'), `#!/bin/sh\nexec ${real} -u ${USER} "$@"\n`, { mode: 0o755 });
  });
  afterAll(() => {
    spawnSync('crontab', ['-u', USER, '-r']);
    spawnSync('userdel', [USER]);
  });

  it('takes the lines, once, and gives them back; what else is there stays byte for byte', async () => {
    const others = '# mine\n5 4 * * * /bin/true "100\\%"\n';
    setCrontab(others);
    const env = await environment(await makeFolder());
    const flags = ['--on', 'cron', '--every', 'day', '--at', '19:30'];

    const absent = await run(['schedule', 'status', ...flags, '--format', 'json'], { env });
    expect([absent.code, JSON.parse(absent.stdout).installed]).toEqual([1, 'absent']);

    const dry = await run(['schedule', 'install', ...flags, '--dry-run'], { env });
    expect([dry.code, crontab()]).toEqual([0, others]);

    for (let time = 0; time < 2; time += 1) {
      expect((await run(['schedule', 'install', ...flags], { env })).code).toBe(0);
      expect(crontab().startsWith(others)).toBe(true);
      expect(crontab().match(/^30 19 \* \* \* .*'audit'/gm)).toHaveLength(1);
    }

    // What was chosen is remembered; nothing was ever proven, so it cannot look healthy.
    const same = await run(['schedule', 'status', '--format', 'json'], { env });
    expect(JSON.parse(same.stdout)).toMatchObject({
      installed: 'same',
      overdue: ['default, ai-training: never proven.'],
      lastProvenAt: null,
    });
    expect(same.code).toBe(3);

    const other = await run(['schedule', 'status', '--at', '20:00', '--format', 'json'], { env });
    expect([other.code, JSON.parse(other.stdout).installed]).toEqual([1, 'different']);

    expect(await run(['schedule', 'remove'], { env })).toMatchObject({ code: 0, stdout: 'Removed from cron.\n' });
    expect(crontab()).toBe(others);
    expect((await run(['schedule', 'remove', '--on', 'cron'], { env })).stdout).toBe('There was nothing to remove.\n');
  });

  it('knows from the history when it was last proven', async () => {
    const data = await makeFolder();
    const env = await environment(data);
    const seen = {
      at: new Date(Date.now() - 3_600_000).toISOString(),
      run: 'r',
      command: 'audit',
      version: '0.1.0',
      origin: 'https://www.linkedin.com',
      account: 'default',
      member: null,
      setting: 'ai-training',
      state: 'off',
      verdict: 'pass',
      confidence: 'corroborated',
      reason: null,
    };
    await mkdir(join(data, 'linkedin-ai-optout'), { mode: 0o700 });
    const keep = (...all: object[]) =>
      writeFile(
        join(data, 'linkedin-ai-optout/history.jsonl'),
        all.map((each) => `${JSON.stringify(each)}\n`).join(''),
        { mode: 0o600 },
      );
    setCrontab('');
    await run(['schedule', 'install', '--on', 'cron'], { env });
    // What was proven elsewhere, of another account, or not at all is no proof.
    await keep({ ...seen, origin: 'http://127.0.0.1:1' }, { ...seen, account: 'work' }, { ...seen, state: 'unknown' });
    const blind = await run(['schedule', 'status', '--format', 'json'], { env });
    expect([blind.code, JSON.parse(blind.stdout).overdue]).toEqual([3, ['default, ai-training: never proven.']]);
    await keep(seen);
    const status = await run(['schedule', 'status', '--format', 'json'], { env });
    expect(JSON.parse(status.stdout)).toMatchObject({ installed: 'same', overdue: [], lastProvenAt: seen.at });
    expect(status.code).toBe(0);
  });

  it('accepts a hostile name, and its daemon runs the line as it was meant', async () => {
    const folder = join(await makeFolder(), HOSTILE.replaceAll('/', ''));
    await mkdir(folder);
    const script = join(folder, 'tell.cjs');
    const told = join(folder, 'told.json');
    // Beside it, as what is printed is the log's.
    await writeFile(
      script,
      "const fs = require('node:fs'); fs.writeFileSync(__dirname + '/told.json.part', JSON.stringify(process.argv.slice(2))); fs.renameSync(__dirname + '/told.json.part', __dirname + '/told.json'); console.log('said');",
    );
    const node = join(folder, 'node');
    // A copy: where this one lies, another user may have no way in.
    await copyFile(process.execPath, node);
    await chmod(node, 0o755);
    const config = join(folder, 'config.json');
    const log = join(folder, 'schedule.log');
    for (const place of [join(folder, '..'), folder]) await chmod(place, 0o777);

    const line = cronLine(job({ program: [node, script], config, log }));
    expect(line.startsWith('7 19 * * 2 ')).toBe(true);
    const soon = `${line.replace('7 19 * * 2 ', '* * * * * ')}\n`;
    const hostile = join(folder, 'crontab');
    await writeFile(hostile, `${cronLine(hostileJob)}\n`);
    expect(spawnSync('crontab', ['-u', USER, '-n', hostile]).status).toBe(0);

    setCrontab(soon);
    const daemon = spawn('cron', ['-f'], { stdio: 'ignore' });
    // Where one runs already, ours goes at once, and that one serves as well.
    const ended = once(daemon, 'exit');
    try {
      await until(() => readFile(told, 'utf8').catch(() => null), 150_000);
    } finally {
      daemon.kill();
      await ended;
    }
    expect(JSON.parse(await readFile(told, 'utf8'))).toEqual(['audit', '--scheduled', '--config', config]);
    await until(async () => (await readFile(log, 'utf8').catch(() => '')) === 'said\n');
    expect((await stat(log)).mode & 0o777).toBe(0o600);
  });
});

describe('schedule', () => {
  it('is not installed where there is nothing to audit by', async () => {
    const ended = await run(['schedule', 'install', '--on', 'cron']);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toBe(
      'error: There is no configuration to audit by; write a first one with: linkedin-ai-optout audit init.\n',
    );
  });

  it('says what cannot be installed', async () => {
    const ended = await run(['schedule', 'install', '--on', 'kubernetes']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toBe('error: Kubernetes can only be printed: schedule print --on kubernetes.\n');
  });

  it.skipIf(process.platform === 'win32')('says what belongs to another system', async () => {
    const ended = await run(['schedule', 'install', '--on', 'windows']);
    expect([ended.code, ended.stderr]).toEqual([
      2,
      'error: Windows Task Scheduler is not of this system; see what it would be with: schedule print.\n',
    ]);
  });

  it('says that there is no cron', async () => {
    const ended = await run(['schedule', 'status', '--on', 'cron'], { env: { PATH: await makeFolder() } });
    expect([ended.code, ended.stderr]).toEqual([
      2,
      'error: There is no "crontab" here; install cron, or name another with --on.\n',
    ]);
  });

  it.each([
    [['--at', '25:00'], '--at: give a time of the day'],
    [['--every', 'hour'], 'day, week, month'],
    [['--config', 'a\nb'], 'holds a line break'],
  ])('says what is wrong with %j', async (flags, why) => {
    const ended = await run(['schedule', 'print', '--on', 'cron', ...flags]);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(why);
  });

  it('prints the words of this very program, whoever reads them', async () => {
    const { code, stdout } = await run(['schedule', 'print', '--on', 'cron', '--at', '19:30', '--every', 'month']);
    expect(code).toBe(0);
    const [line = ''] = stdout.split('\n').filter((each) => /^30 19 \d+ \* \* /.test(each));
    const said = spawnSync('sh', ['-c', `${line.replace(/^(\S+ ){5}/, '').replace(/ > .*$/, '')} --help`], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: userInfo().homedir },
    });
    expect(said.stdout).toMatch(/^Usage: linkedin-ai-optout audit /);
  });
});
