import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ON, report, result } from '../unit/report/given.ts';
import { fileWith, makeFolder, run } from './program.ts';

/** `report render`: a saved report in another format, and a captured page judged again. No browser, no network. */

const CASES = join(import.meta.dirname, '../unit/capture/cases');
const snapshotOf = (name: string) => join(import.meta.dirname, `__snapshots__/${name}.txt`);
const saved = (value: unknown) => fileWith(typeof value === 'string' ? value : JSON.stringify(value), 'saved.json');
const render = (...args: string[]) => run(['report', 'render', ...args]);

describe.concurrent('a saved report', () => {
  const off = report([result()]);
  const on = report([result(ON)]);

  it.each([
    ['off', off, 0],
    ['on', on, 1],
  ])('%s: is told as it was then, with its exit code', async (_, given, exitCode) => {
    const file = await saved(given);
    const text = await render(file);
    expect([text.code, text.stderr]).toEqual([exitCode, '']);
    await expect(text.stdout).toMatchFileSnapshot(snapshotOf(`report-render-${_}`));
    const json = await render(file, '--format', 'json');
    expect([json.code, JSON.parse(json.stdout)]).toEqual([exitCode, given]);
  });

  it.each<BufferEncoding>(['utf8', 'utf16le'])('may begin with a mark: %s', async (encoding) => {
    const file = await fileWith(Buffer.from(`\uFEFF${JSON.stringify(off)}`, encoding), 'saved.json');
    expect(await render(file, '--format', 'json')).toMatchObject({ code: 0, stderr: '' });
  });

  it('with fields that are not known keeps them', async () => {
    const { stdout } = await render(await saved({ ...off, later: 1 }), '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ later: 1 });
  });

  it('never speaks to the terminal', async () => {
    const hint = 'Look\u001b]0;title\u0007\u001b[2J yourself';
    const reason = { code: 'control-not-found' as const, message: 'x\u009b31m\ny', hint };
    const { stdout } = await render(
      await saved(report([result({ ...ON, state: 'unknown', verdict: 'unknown', reason })])),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing that must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(stdout).toContain('yourself');
  });

  it('is written where there is no folder yet, if that may be made', async () => {
    const path = join(await makeFolder(), 'missing', 'x.md');
    const args = [await saved(off), '--output', path];
    expect(await render(...args)).toMatchObject({
      code: 2,
      stderr: `error: --output: there is no folder "${dirname(path)}"; make it first, or add --mkdir.\n`,
    });
    expect(await render(...args, '--mkdir')).toMatchObject({ code: 0, stderr: '' });
    expect((await stat(path)).isFile()).toBe(true);
  });
});

/** Of the program; that of the capture is what it was. */
const withoutVersion = (text: string) =>
  text.replace(/(rules of )[^:]+/, '$1<version>').replace(/("version": )"[^"]+"/, '$1"<version>"');

describe.concurrent('a captured page', () => {
  it.each([
    ['lookalike-in-frame', 3],
    ['lookalike-not-offered-no-switch', 0],
  ])('%s: is judged by today’s rules', async (name, exitCode) => {
    const { code, stdout, stderr } = await render('--judge', join(CASES, `${name}.json`));
    expect([code, stderr]).toEqual([exitCode, '']);
    await expect(withoutVersion(stdout)).toMatchFileSnapshot(snapshotOf(`report-judge-${name}`));
  });

  it('in JSON, in full', async () => {
    const { stdout } = await render('--judge', join(CASES, 'lookalike-data-disagrees.json'), '--format', 'json');
    await expect(withoutVersion(stdout)).toMatchFileSnapshot(snapshotOf('report-judge-json'));
  });
});

describe.concurrent('a wrong file: one sentence, exit 2', () => {
  const capture = () => readFile(join(CASES, 'lookalike-in-frame.json'), 'utf8');
  const cases: [string, () => Promise<string[]>, (file: string) => string][] = [
    ['that is not there', async () => [join(await makeFolder(), 'no.json')], (file) => `There is no file "${file}".`],
    [
      'that is a folder',
      async () => [await makeFolder()],
      (file) => `"${file}" is not an ordinary file; give a report.`,
    ],
    [
      'that is no JSON',
      async () => [await saved('{')],
      (file) => `"${file}" is not JSON; give a report as it was written.`,
    ],
    [
      'that is another’s',
      async () => [await saved({ schemaVersion: 1 })],
      (file) => `"${file}" is not a report that this version understands (at tool).`,
    ],
    [
      'of a later version',
      async () => [await saved({ ...report([]), schemaVersion: 2 })],
      (file) =>
        `"${file}" has schema version 2: it was written by a newer version of this program; update it (npm install --global linkedin-ai-optout@latest).`,
    ],
    [
      'with an exit code that there is not',
      async () => [await saved({ ...report([]), summary: { ...report([]).summary, exitCode: 8 } })],
      (file) => `"${file}" is not a report that this version understands (at summary.exitCode).`,
    ],
    [
      'that is a capture',
      async () => [await saved(await capture())],
      (file) => `"${file}" is not a report that this version understands (at run).`,
    ],
    [
      'that is no capture',
      async () => ['--judge', await saved(report([]))],
      (file) => `"${file}" is not a page capture that this version understands (at kind).`,
    ],
    [
      'that is a capture with something added',
      async () => ['--judge', await saved({ ...JSON.parse(await capture()), name: 'Ada' })],
      (file) => `"${file}" is not a page capture that this version understands.`,
    ],
  ];
  it.each(cases)('%s', async (_, make, sentence) => {
    const args = await make();
    const { code, stdout, stderr } = await render(...args);
    expect([code, stdout, stderr]).toEqual([2, '', `error: ${sentence(args.at(-1) ?? '')}\n`]);
  });

  it.each([
    ['neither', []],
    ['both', ['a.json', '--judge', 'b.json']],
  ])('%s is given', async (_, args) => {
    const { code, stdout, stderr } = await render(...args);
    const sentence = 'error: Give a report, or --judge with a capture: one of the two.\n';
    expect([code, stdout, stderr]).toEqual([2, '', sentence]);
  });
});
