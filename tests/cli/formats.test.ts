import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS, type Format } from '../../src/report/reporters/index.ts';
import { ENDINGS } from '../unit/report/cases.ts';
import { ON, report, result } from '../unit/report/given.ts';
import { valid } from '../unit/report/valid.ts';
import { fileWith, makeFolder, run } from './program.ts';
import { expectClean, openSite, reportOn, type Site } from './site.ts';

/** The same answer and the same exit code in every format: one real run each, with all its files, and each rendered again. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const NAMES = Object.keys(FORMATS) as Format[];
const endingOf = (format: Format) => FORMATS[format].ending;
const FILES = NAMES.flatMap((format) => endingOf(format) ?? []);
const saved = (value: unknown) => fileWith(JSON.stringify(value), 'saved.json');

interface Scene {
  variant?: string;
  truth?: 'on' | 'off';
  args: string[];
  code: number;
}
const RUNS: Record<string, Scene> = {
  on: { args: ['check'], code: 1 },
  off: { truth: 'off', args: ['check'], code: 0 },
  'not offered': { variant: 'not-offered-404', args: ['check'], code: 0 },
  unknown: { variant: 'data-disagrees', truth: 'off', args: ['check', '--timeout', '16'], code: 3 },
  'a challenge': { variant: 'checkpoint', args: ['check'], code: 5 },
  changed: { args: ['disable', '--yes'], code: 0 },
  'not proven': { variant: 'save-500', args: ['disable', '--yes'], code: 6 },
};

describe.concurrent('a run, and its report rendered again, in every format', () => {
  it.each(Object.entries(RUNS))(
    '%s',
    async (_, { variant = 'standard', truth = 'on', args: [command = '', ...args], code }) => {
      const guest = await site.addGuest({ variant, truth });
      const folder = await makeFolder();
      const fileOf = (format: Format) => join(folder, `report${endingOf(format)}`);
      const outputs = NAMES.filter(endingOf).flatMap((format) => ['--output', fileOf(format)]);
      const ended = await run([command, ...guest.flags, ...args, '--format', 'json', ...outputs]);
      expect([ended.code, ended.stderr]).toEqual([code, '']);
      expect(reportOn(ended).summary.exitCode).toBe(code);
      expectClean(ended, guest);
      expect((await readdir(folder)).sort()).toEqual(FILES.map((ending) => `report${ending}`).sort());
      expect(await readFile(fileOf('json'), 'utf8')).toBe(ended.stdout);

      for (const format of NAMES) {
        const again = await run(['report', 'render', fileOf('json'), '--format', format]);
        expect([format, again.code, again.stderr]).toEqual([format, code, '']);
        if (endingOf(format)) expect(again.stdout).toBe(await readFile(fileOf(format), 'utf8'));
        expect(guest.secrets.some((secret) => again.stdout.includes(secret))).toBe(false);
        expect(again.stdout).not.toContain(guest.vanity);
      }
    },
  );
});

describe.concurrent('report render', () => {
  it('writes files too, several at once, and ends as the run did', async () => {
    const folder = await makeFolder();
    const files = FILES.map((ending) => join(folder, `a${ending}`));
    const { code, stdout, stderr } = await run([
      'report',
      'render',
      await saved(report([result(ON)])),
      ...files.flatMap((file) => ['--output', file]),
    ]);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('●  ON.');
    expect((await readdir(folder)).sort()).toEqual(FILES.map((ending) => `a${ending}`).sort());
    expect(await readFile(join(folder, 'a.html'), 'utf8')).toMatch(/^<!doctype html>\n.*<\/html>\n$/s);
  });

  it('writes and prints nothing where a file could not be written', async () => {
    const folder = await makeFolder();
    const [good, bad] = [join(folder, 'a.md'), join(folder, 'gone', 'b.csv')];
    const ended = await run(['report', 'render', await saved(report([result()])), '--output', good, '--output', bad]);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(/^error: --output: there is no folder "[^"]+gone"[^\n]+\n$/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives no files of a judgement', async () => {
    const ended = await run(['report', 'render', '--judge', await saved({}), '--output', 'a.md']);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toBe('error: --output is for reports; a judgement is told on standard output alone.\n');
  });
});

describe.concurrent('report schema', () => {
  it('prints what the package holds, and every saved report is valid by it', async () => {
    const { code, stdout, stderr } = await run(['report', 'schema']);
    expect([code, stderr]).toEqual([0, '']);
    const { exports } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
    const shipped = join(import.meta.dirname, '../..', exports['./report.schema.json']);
    expect(stdout).toBe(await readFile(shipped, 'utf8'));
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    });
    expect(() => valid({ ...report([]), schemaVersion: 2 })).toThrow('schemaVersion');
  });
});

describe.concurrent('in a workflow of GitHub', () => {
  const env = { GITHUB_ACTIONS: 'true' };

  it.each([
    ['on', 1, '::error '],
    ['unknown', 3, '::error '],
    ['challenge', 5, '::error '],
    ['off', 0, '::notice '],
    ['not-offered', 0, '::notice '],
  ])('%s is annotated on standard error, and standard output holds the report alone', async (name, code, command) => {
    const given = ENDINGS[name] ?? report([]);
    const ended = await run(['report', 'render', await saved(given), '--format', 'json'], { env });
    expect([ended.code, JSON.parse(ended.stdout)]).toEqual([code, given]);
    expect(ended.stderr.startsWith(`${command}title=Data for Generative AI Improvement (default)::`)).toBe(true);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a run is annotated, and with --quiet it is not; a job summary is not ours to write', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const summary = join(await makeFolder(), 'summary.md');
    await writeFile(summary, 'what others wrote');
    const inJob = { env: { ...env, GITHUB_STEP_SUMMARY: summary, CI: 'true' } };
    const told = await run(['check', ...guest.flags, '--format', 'markdown'], inJob);
    expect([told.code, told.stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^## ○ OFF\./)]);
    expect(told.stderr).toMatch(/^::notice title=[^\n]+::OFF\. [^\n]+\n$/);
    const quiet = await run(['check', ...guest.flags, '--quiet'], inJob);
    expect([quiet.code, quiet.stderr]).toEqual([0, '']);
    expect(await readFile(summary, 'utf8')).toBe('what others wrote');
  });

  it('a saved report of somebody’s gives the runner no command', async () => {
    const hint = 'Look. ::error::gotcha ::stop-commands::x';
    const reason = { code: 'control-not-found' as const, message: `${'x'.repeat(74)} ::warning::gotcha`, hint };
    const given = report([result({ ...ON, state: 'unknown', verdict: 'unknown', reason })]);
    const { stdout, stderr } = await run(['report', 'render', await saved(given)], { env });
    for (const line of stdout.split('\n')) expect(line.trimStart()).not.toMatch(/^::/);
    expect(stdout).toContain('gotcha');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
