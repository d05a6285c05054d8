import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canMount, MOUNTING } from '../small-disk.ts';
import { ON, report, result } from '../unit/report/given.ts';
import { commandLine, fileWith, makeFolder, startCommand } from './program.ts';

/** A result that standard output does not take is no result: it is said, and the exit code says it, too. */

const LOST = (why: string) =>
  `error: The result could not be written to standard output: ${why}; make room or send it elsewhere, then run it again.\n`;
const shell = async (script: string) => (await startCommand(['sh', '-c', script], {})).ended;
const saved = (exitCode: number) => {
  const given = report([result(ON)]);
  return fileWith(JSON.stringify({ ...given, summary: { ...given.summary, exitCode } }), 'saved.json');
};

describe.runIf(existsSync('/dev/full')).concurrent('a device that takes nothing', () => {
  it.each<[string, string[]]>([
    ['settings', ['settings']],
    ['data', ['settings', 'show', 'ai-training', '--format', 'json']],
    ['a text', ['object', '--print', '--first-name', 'A', '--last-name', 'B', '--situation', 'c', '--quiet']],
    ['a history', ['history']],
    ['help', ['--help']],
  ])('%s', async (_, args) => {
    const { code, stderr } = await shell(`${commandLine(args)} > /dev/full`);
    expect([code, stderr]).toEqual([2, LOST('the disk is full')]);
  });

  it.each([
    [0, 2],
    [1, 2],
    [3, 3],
    [6, 6],
    [70, 70],
  ])('hides nothing that is worse: %i becomes %i', async (was, is) => {
    const { code, stderr } = await shell(`${commandLine(['report', 'render', await saved(was)])} > /dev/full`);
    expect([code, stderr]).toEqual([is, LOST('the disk is full')]);
  });

  it('is no loss where there was nothing to write', async () => {
    const { code, stderr } = await shell(`${commandLine(['settings', 'show', 'nothing'])} > /dev/full`);
    expect([code, stderr]).toEqual([2, expect.not.stringContaining('standard output')]);
  });
});

describe('a file', () => {
  it.runIf(canMount)('on a disk that takes a part', async () => {
    const folder = await makeFolder();
    const script = `mount -t tmpfs -o size=4k tmpfs '${folder}' && ${commandLine(['report', 'schema'])} > '${folder}/out'`;
    const { code, stderr } = await (await startCommand([...MOUNTING, 'sh', '-c', script], {})).ended;
    expect([code, stderr]).toEqual([2, LOST('the disk is full')]);
  });

  it.skipIf(process.platform === 'win32')('gets everything, behind what is there', async () => {
    const file = join(await makeFolder(), 'out');
    const command = commandLine(['settings', '--format', 'json']);
    expect(await shell(`${command} > '${file}' && ${command} >> '${file}'`)).toMatchObject({ code: 0, stderr: '' });
    const [first, second] = (await readFile(file, 'utf8')).split(/(?<=^}\n)/m);
    expect(JSON.parse(first ?? '')).toMatchObject({ schemaVersion: 1 });
    expect(second).toBe(first);
  });
});

it.skipIf(process.platform === 'win32')('somebody who stops reading misses nothing', async () => {
  const script = `{ ${commandLine(['report', 'schema'])}; echo "code $?" >&2; } | true`;
  expect((await shell(script)).stderr).toBe('code 0\n');
});
