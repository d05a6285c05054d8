import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { attestationSchema } from '../../src/report/attestation.ts';
import { ON, report, result } from '../unit/report/given.ts';
import { commandLine, fileWith, makeFolder, run, start, startCommand, until } from './program.ts';

/** `report merge`, as it is run. */

const FORMATS = ['text', 'json', 'markdown', 'html', 'junit', 'csv'];
const now = () => ({ startedAt: new Date(), finishedAt: new Date() });
const of = (name: string, overrides = {}) =>
  report([result({ account: { name, member: `sha256:${`${name}-`.padEnd(64, '0')}` }, ...overrides })], {
    ...now(),
    id: name,
  });
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe.concurrent('report merge', () => {
  it.each(FORMATS)('as %s: the same exit code, on the screen and in a file', async (format) => {
    const ending = { text: null, json: 'json', markdown: 'md', html: 'html', junit: 'xml', csv: 'csv' }[format];
    const folder = await makeFolder();
    const output = ending ? ['--output', join(folder, 'made', `merged.${ending}`), '--mkdir'] : [];
    const input = lines(of('ada'), of('ben', ON));
    const { code, stdout, stderr } = await run(['report', 'merge', '-', '--format', format, ...output], { input });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('ben');
    if (!ending) return;
    const file = join(folder, 'made', `merged.${ending}`);
    const times = /20\d\d-[\dT:.Z-]+/g;
    expect((await readFile(file, 'utf8')).replaceAll(times, '')).toBe(stdout.replaceAll(times, ''));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('names what cannot be read, and goes on', async () => {
    const file = await fileWith('{', 'broken.json');
    const input = lines(of('ada'));
    const { code, stdout, stderr } = await run(['report', 'merge', file, '-'], { input });
    expect([code, stderr]).toEqual([
      3,
      `unreadable: "${file}" is not JSON; give a report or an attestation as it was written.\n`,
    ]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '1 of 1 off Data for Generative AI Improvement Note 1 input could not be read',
    );
  });

  it('names no more than twenty', async () => {
    const { code, stderr } = await run(['report', 'merge', '-'], { input: `${'{\n'.repeat(30)}${lines(of('ada'))}` });
    expect(code).toBe(3);
    expect(stderr.split('\n')).toHaveLength(22);
    expect(stderr).toContain('unreadable: 10 more inputs.\n');
  });

  it('of those who are expected says who is missing, by the list and by the number', async () => {
    const list = await fileWith('# our team\nada\n\nben\r\n', 'team.txt');
    const input = lines(of('ada'));
    const listed = await run(['report', 'merge', '-', '--expect', list], { input });
    expect(listed.stdout).toContain('  1 of 2 off, 1 not reported\n');
    expect(listed.stdout).toMatch(/ben +not reported/);
    const counted = await run(['report', 'merge', '-', '--expected', '90'], { input });
    expect([listed.code, counted.code]).toEqual([3, 3]);
    expect(counted.stdout).toContain('  1 of 90 off, 89 not reported\n');
  });

  it('calls nothing off for good that is old', async () => {
    const old = { ...of('ada'), run: { ...of('ada').run, finishedAt: '2020-01-01T00:00:00.000Z' } };
    const merge = (...args: string[]) => run(['report', 'merge', '-', ...args], { input: lines(old) });
    const [usual, never, onOnly] = [await merge(), await merge('--max-age', 'none'), await merge('--fail-on', 'on')];
    expect([usual.code, never.code, onOnly.code]).toEqual([3, 0, 0]);
    expect(usual.stdout).toContain('1 of 1 off, 1 older than 30 days');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops at %s while standard input is open, and leaves nothing behind', async (signal, exitCode) => {
    const running = await start(['report', 'merge', '-'], { input: null });
    running.child.stdin.write(lines(of('ada')));
    await until(async () => (await readdir(running.temporary)).some((name) => name.includes('merge')));
    running.child.kill(signal);
    const { code, stdout, stderr, left } = await running.ended;
    expect([code, stdout, stderr, left]).toEqual([exitCode, '', 'Stopped. Nothing was changed.\n', []]);
  });

  it.skipIf(process.platform !== 'linux')('reads no terminal, which would wait for ever without a word', async () => {
    const words = `exec ${commandLine(['report', 'merge', '-'])}`;
    const running = await startCommand(['script', '-qefc', words, '/dev/null'], {
      input: null,
      env: { SHELL: '/bin/sh' },
    });
    const { code, stdout } = await running.ended;
    expect([code, stdout]).toEqual([
      2,
      'error: Standard input is a terminal; pipe lines of JSON in, or name files and folders.\r\n',
    ]);
  });

  it.skipIf(process.platform !== 'linux')(
    'says of a list that it cannot be read, and blames no other folder',
    async () => {
      // A file that is there, that one may open, and that gives nothing.
      const { code, stderr } = await run(['report', 'merge', '-', '--expect', '/proc/self/mem'], {
        input: lines(of('ada')),
      });
      expect([code, stderr]).toEqual([
        2,
        'error: --expect: "/proc/self/mem" cannot be read (EIO); try again, or give a copy of it.\n',
      ]);
    },
  );

  const folder = makeFolder();
  const wrong: [string, string[], string][] = [
    ['nothing in it', ['EMPTY'], 'There is nothing to merge: no report and no attestation could be read.'],
    [
      'a file that is not there',
      ['EMPTY/no.json'],
      'There is nothing to merge: no report and no attestation could be read.',
    ],
    ['standard input twice', ['-', '-'], 'Standard input can be read once: give - once.'],
    ['an age that is none', ['-', '--max-age', 'soon'], '--max-age: give a number of days, such as 30d, or none.'],
    ['a number that is none', ['-', '--expected', 'x'], '--expected: give a number of accounts, such as 90.'],
    ['a list that is not there', ['-', '--expect', 'EMPTY/no'], '--expect: there is no file "EMPTY/no".'],
    [
      'list and number',
      ['-', '--expect', 'a', '--expected', '2'],
      '--expect and --expected exclude each other; give one of them.',
    ],
    ['a file of no format', ['-', '--output', 'a.txt'], '--output: "a.txt" must end in .json, .md, .html, .xml, .csv.'],
    [
      'a folder in the place of a file',
      ['-', '--output', 'EMPTY/d.json'],
      '--output: "EMPTY/d.json" is a directory; give a file in it.',
    ],
  ];
  it.each(wrong)('with %s: one sentence, exit 2', async (_, args, sentence) => {
    const empty = await folder;
    await mkdir(join(empty, 'd.json'), { recursive: true });
    const { code, stdout, stderr } = await run([
      'report',
      'merge',
      ...args.map((word) => word.replace('EMPTY', empty)),
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').at(-2)).toBe(`error: ${sentence.replaceAll('EMPTY', empty)}`);
  });
});

const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** Where a result cannot be written, it is still on the screen, with its exit code. */
describe.runIf(isRoot).concurrent('a disk', () => {
  async function withDisk(work: (disk: string) => Promise<void>, size = '64k') {
    const disk = await makeFolder();
    await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
    try {
      await work(disk);
    } finally {
      await promisify(execFile)('umount', ['-l', disk]);
    }
  }
  const many = lines(...Array.from({ length: 800 }, (_, index) => of(`m${index}`, ON)));

  it('that fills up leaves the old file, and the result on the screen', async () => {
    await withDisk(async (disk) => {
      const file = join(disk, 'merged.csv');
      await writeFile(file, 'the old one');
      const { code, stdout, stderr } = await run(['report', 'merge', '-', '--output', file], { input: many });
      expect([code, stderr]).toEqual([
        1,
        `error: "${file}" was not written: the disk is full. The result above is complete.\n`,
      ]);
      expect(stdout).toContain('0 of 800 off, 800 on');
      expect([await readdir(disk), await readFile(file, 'utf8')]).toEqual([['merged.csv'], 'the old one']);
    });
  });

  it('that is read-only is told before anything is read', async () => {
    await withDisk(async (disk) => {
      await promisify(execFile)('mount', ['-o', 'remount,ro', disk]);
      const file = join(disk, 'merged.csv');
      const { code, stdout, stderr } = await run(['report', 'merge', '-', '--output', file], { input: many });
      expect([code, stdout, stderr]).toEqual([2, '', `error: --output: "${disk}" may not be written to.\n`]);
      const evidence = await run(['check', '--evidence', join(disk, 'evidence')]);
      expect([evidence.code, evidence.stderr]).toEqual([2, `error: --evidence: "${disk}" may not be written to.\n`]);
    });
  });

  it('for temporary files that is full is told in one sentence', async () => {
    await withDisk(async (disk) => {
      const { code, stdout, stderr } = await run(['report', 'merge', '-'], { input: many, env: { TMPDIR: disk } });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        'error: The folder for temporary files cannot hold what is merged: the disk is full; TMPDIR names another.\n',
      );
      expect(await readdir(disk)).toEqual([]);
    });
  });
});

describe('an attestation', () => {
  it('holds no more than what it says, of a run without a session, too', async () => {
    const file = join(await makeFolder(), 'me.json');
    const { code } = await run(['check', '--origin', 'http://127.0.0.1:9', '--attest', file]);
    expect(code).toBe(4);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const attestation = attestationSchema.strict().parse(JSON.parse(await readFile(file, 'utf8')));
    expect(attestation).toMatchObject({ member: null, state: 'unknown', confidence: 'none', reason: 'signed-out' });
    const merged = await run(['report', 'merge', file, '--format', 'json']);
    expect(merged.code).toBe(4);
    expect(JSON.parse(merged.stdout).results).toMatchObject([
      { account: 'me', state: 'unknown', source: 'attestation' },
    ]);
  });
});
