import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendSeen } from '../../src/history/append.ts';
import { historyFile } from '../../src/history/place.ts';
import { readHistory } from '../../src/history/read.ts';
import type { Seen } from '../../src/history/seen.ts';
import { seen as seenAt } from '../unit/history/given.ts';
import { fileWith, makeFolder, run } from './program.ts';

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

  it.each([
    [['--since', 'soon'], '--since: give an age in days, such as 400d, or a date, such as 2026-05-03.'],
    [['--prune', '-1'], '--prune: give an age in days, such as 400d, or a date, such as 2026-05-03.'],
    [['--max-age', 'x'], '--max-age: give a number of days, such as 14.'],
  ])('%s is a usage error', async (more, sentence) => {
    const { code, stdout, stderr } = await run(['history', ...more]);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `error: ${sentence}\n` });
  });
});
