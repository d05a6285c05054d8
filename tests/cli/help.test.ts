import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './program.ts';

const snapshotOf = (name: string) => join(import.meta.dirname, `__snapshots__/help/${name}.txt`);

describe('help', () => {
  it.each([
    ['linkedin-ai-optout', ['--help']],
    ['check', ['check', '--help']],
    ['disable', ['disable', '--help']],
    ['login', ['login', '--help']],
    ['logout', ['logout', '--help']],
    ['accounts', ['accounts', '--help']],
    ['accounts-export', ['accounts', 'export', '--help']],
    ['object', ['object', '--help']],
    ['object-status', ['object', 'status', '--help']],
    ['object-record', ['object', 'record', '--help']],
    ['report', ['report', '--help']],
    ['report-render', ['report', 'render', '--help']],
    ['schedule', ['schedule', '--help']],
    ['schedule-print', ['schedule', 'print', '--help']],
    ['schedule-install', ['schedule', 'install', '--help']],
    ['schedule-remove', ['schedule', 'remove', '--help']],
    ['schedule-status', ['schedule', 'status', '--help']],
    ['settings', ['settings', '--help']],
    ['settings-show', ['settings', 'show', '--help']],
    ['doctor', ['doctor', '--help']],
    ['report-schema', ['report', 'schema', '--help']],
    ['audit', ['audit', '--help']],
    ['audit-init', ['audit', 'init', '--help']],
    ['history', ['history', '--help']],
    ['report-merge', ['report', 'merge', '--help']],
    ['report-verify', ['report', 'verify', '--help']],
    ['demo', ['demo', '--help']],
    ['completion', ['completion', '--help']],
  ])('of %s, in full', async (name, args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(snapshotOf(name));
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    ['help check', 'check'],
    ['disable -h', 'disable'],
  ])('by %s is the same', async (words, name) => {
    await expect((await run(words.split(' '))).stdout).toMatchFileSnapshot(snapshotOf(name));
  });

  it('is shown on standard error where no command is given, which is an error', async () => {
    const { code, stdout, stderr } = await run([]);
    expect([code, stdout]).toEqual([2, '']);
    await expect(stderr).toMatchFileSnapshot(snapshotOf('linkedin-ai-optout'));
  });
});

describe('the version', () => {
  it('is that of the package', async () => {
    const manifest = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
    const { code, stdout, stderr } = await run(['--version']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });
});
