import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendSeen } from '../../src/history/append.ts';
import { historyFile } from '../../src/history/place.ts';
import { readHistory } from '../../src/history/read.ts';
import type { Seen } from '../../src/history/seen.ts';
import { seen as seenAt } from '../unit/history/given.ts';
import { commandLine, fileWith, makeFolder, run, startCommand } from './program.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number, overrides: Partial<Seen> = {}): Seen => ({
  ...seenAt('05-03'),
  at: new Date(Date.now() - days * DAY_MS).toISOString(),
  ...overrides,
});

async function dataWith(...all: Seen[]): Promise<{ env: Record<string, string>; data: string }> {
  const folder = await makeFolder();
  const data = join(folder, 'linkedin-ai-optout');
  await mkdir(data, { recursive: true });
  await appendSeen(data, all);
  return { env: { XDG_DATA_HOME: folder }, data };
}

describe.concurrent('history', () => {
  it('says where there is none how to begin', async () => {
    const { code, stdout, stderr } = await run(['history']);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'Nothing has been seen yet. Begin with: linkedin-ai-optout check\n',
      stderr: '',
    });
  });

  it('shows what was seen, of one account or all, since when one likes', async () => {
    const { env } = await dataWith(daysAgo(40), daysAgo(10, { state: 'on' }), daysAgo(5, { account: 'work' }));
    const all = await run(['history'], { env });
    expect(all.stdout).toMatch(/default · Data for Generative AI Improvement\n\n {2}○● {3}/);
    expect(all.stdout).toMatch(/Drift +Off on .+, on by .+\./);
    const one = await run(['history', '--account', 'work', '--format', 'json'], { env });
    expect(JSON.parse(one.stdout).history).toMatchObject([{ account: 'work', seen: [{ state: 'off' }] }]);
    const young = await run(['history', '--since', '20d', '--format', 'csv'], { env });
    expect(young.stdout.trim().split('\r\n')).toHaveLength(3);
  });

  it('warns of lines that it cannot read, and shows the others', async () => {
    const { env, data } = await dataWith(daysAgo(1));
    await appendFile(historyFile(data), '{"at":"20');
    const { code, stdout, stderr } = await run(['history', '--format', 'json'], { env });
    expect([code, JSON.parse(stdout).history.length]).toEqual([0, 1]);
    expect(stderr).toBe('warning: 1 line(s) of the history cannot be read and are left out.\n');
  });

  it('sets aside what a clock that was wrong has dated in the future, warns of it, and keeps it', async () => {
    const { env, data } = await dataWith(daysAgo(300), daysAgo(-3_400), daysAgo(0, { state: 'on', verdict: 'fail' }));
    const warning =
      'warning: 1 line(s) of the history are dated more than a day ahead, as by a clock that was wrong, and are left out.\n';
    const all = await run(['history', '--format', 'json'], { env });
    expect([all.code, JSON.parse(all.stdout).history[0].seen.length, all.stderr]).toEqual([0, 2, warning]);
    const ofOff = await dataWith(daysAgo(300), daysAgo(-3_400));
    const watched = await run(['history', '--max-age', '14'], { env: ofOff.env });
    expect([watched.code, watched.stderr]).toEqual([3, warning]);
    expect(watched.stdout).toBe('default, ai-training: not proven for 300 days, and at most 14 are allowed.\n');
    expect((await run(['history', '--prune', '100d'], { env })).code).toBe(0);
    expect((await readHistory(data)).ahead).toBe(1);
  });

  it('lets another machine watch: exit 3 where nothing was proven for too long, or never', async () => {
    const { env } = await dataWith(daysAgo(10), daysAgo(1, { state: 'unknown', verdict: 'unknown' }));
    const maxAge = async (days: string, ...more: string[]) => {
      const { code, stdout } = await run(['history', '--max-age', days, ...more], { env });
      return [code, stdout];
    };
    expect(await maxAge('14')).toEqual([0, 'Everything was proven within 14 days.\n']);
    expect(await maxAge('7')).toEqual([
      3,
      'default, ai-training: not proven for 10 days, and at most 7 are allowed.\n',
    ]);
    const config = await fileWith('{"accounts":[{"name":"default"},{"name":"work"}]}', 'config.json');
    expect(await maxAge('14', '--config', config)).toEqual([3, 'work, ai-training: never proven.\n']);
    expect(await maxAge('14', '--config', config, '--account', 'default')).toEqual([
      0,
      'Everything was proven within 14 days.\n',
    ]);
    const nothing = await run(['history', '--max-age', '14']);
    expect([nothing.code, nothing.stdout]).toEqual([3, 'Nothing has ever been proven at https://www.linkedin.com.\n']);
  });

  it('is pruned by age', async () => {
    const { env, data } = await dataWith(daysAgo(500), daysAgo(399));
    const { code, stdout } = await run(['history', '--prune', '400d'], { env });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^1 line\(s\) older than \d{4}-\d\d-\d\d were removed\.\n$/),
    ]);
    expect((await readHistory(data)).seen).toHaveLength(1);
  });

  it('is pruned of one account alone, where one is named', async () => {
    const { env, data } = await dataWith(daysAgo(500), daysAgo(500, { account: 'work' }), daysAgo(1));
    const { code, stdout } = await run(['history', '--account', 'work', '--prune', '100d'], { env });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^1 line\(s\) of the account "work" older than \d{4}-\d\d-\d\d were removed\.\n$/),
    ]);
    expect((await readHistory(data)).seen.map(({ account }) => account)).toEqual(['default', 'default']);
  });

  it('answers as data, too', async () => {
    const { env } = await dataWith(daysAgo(500), daysAgo(10));
    const told = async (...args: string[]) => {
      const { code, stdout } = await run(['history', '--format', 'json', ...args], { env });
      return [code, JSON.parse(stdout)];
    };
    const watch = { schemaVersion: 1, origin: 'https://www.linkedin.com' };
    expect(await told('--max-age', '14')).toEqual([0, { ...watch, maxAgeDays: 14, stale: [] }]);
    const late = {
      account: 'default',
      setting: 'ai-training',
      lastProvenAt: expect.stringMatching(/Z$/),
      message: 'default, ai-training: not proven for 10 days, and at most 7 are allowed.',
    };
    expect(await told('--max-age', '7')).toEqual([3, { ...watch, maxAgeDays: 7, stale: [late] }]);
    const pruned = { schemaVersion: 1, removed: 1, before: expect.stringMatching(/Z$/), account: null };
    expect(await told('--prune', '400d')).toEqual([0, pruned]);
  });

  it('is told of a configuration that is wrong, whatever is asked', async () => {
    const { env, data } = await dataWith(daysAgo(500));
    const config = await fileWith('{"acounts":[]}', 'config.json');
    for (const more of [[], ['--max-age', '14'], ['--prune', '400d']]) {
      const { code, stdout, stderr } = await run(['history', '--config', config, ...more], { env });
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('acounts: is not known here.')]);
    }
    expect((await readHistory(data)).seen).toHaveLength(1);
  });

  it.each([
    [['--since', 'soon'], '--since: give an age in days, such as 400d, or a date, such as 2026-05-03.'],
    [['--prune', '-1'], '--prune: give an age in days, such as 400d, or a date, such as 2026-05-03.'],
    [['--max-age', 'x'], '--max-age: give a number of days, such as 14.'],
    [
      ['--prune', '2099-01-01'],
      '--prune: 2099-01-01 is still to come, and everything is older; give an age in days, such as 400d, or a date that is past.',
    ],
    [['--prune', '400d', '--format', 'csv'], '--format: what --prune comes to is told as text or json.'],
    [['--max-age', '14', '--format', 'html'], '--format: what --max-age comes to is told as text or json.'],
    [
      ['--prune', '400d', '--since', '90d'],
      "option '--prune <age>' cannot be used with option '--since <date or age>'. See --help.",
    ],
  ])('%s is a usage error', async (more, sentence) => {
    const { code, stdout, stderr } = await run(['history', ...more]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `error: ${sentence}\n` });
  });
});

describe.skipIf(process.platform === 'win32')('a HOME that is empty', () => {
  it('is none: nothing is looked for below the current folder', async () => {
    const folder = await makeFolder();
    const own = join(folder, '.local/share/linkedin-ai-optout');
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'history.jsonl'), 'not ours\n');
    const env = { HOME: '', XDG_DATA_HOME: '' };
    const { stderr } = await (
      await startCommand(['sh', '-c', `cd '${folder}' && ${commandLine(['history'])}`], { env })
    ).ended;
    expect(stderr).toBe('');
  });
});
