import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureSchema } from '../../src/capture/schema.ts';
import { fileWith, makeFolder, run, start, type Wrapper, withTurn, wrapBrowser } from './program.ts';
import { expectClean, openSite, resultOn, type Site } from './site.ts';

/** `--evidence` keeps the structure of the page, and `report render --judge` decides it again, without a browser. */

let site: Site;
let browser: Wrapper;
beforeAll(async () => {
  site = await openSite();
  browser = await wrapBrowser();
});
afterAll(() => site.close());

describe.concurrent('--evidence', () => {
  it.each<[string, 'on' | 'off', number, string]>([
    ['in-frame', 'off', 3, 'unknown'],
    ['renamed-key-two-switches', 'on', 3, 'unknown'],
    ['standard', 'on', 1, 'on'],
    ['standard', 'off', 0, 'off'],
    ['signed-out', 'on', 4, 'unknown'],
  ])('%s while %s: what is kept is judged as the page was, with exit code %i', async (variant, truth, code, state) => {
    const guest = await site.addGuest({ variant, truth });
    const folder = join(await makeFolder(), 'evidence');
    const args = ['check', ...guest.flags, '--evidence', folder, '--format', 'json', '--timeout', '12'];
    const ended = await run(args);
    expectClean(ended, guest);
    expect([ended.code, resultOn(ended).state]).toEqual([code, state]);
    const file = join(folder, 'capture-ai-training.json');
    expect(ended.stderr).toContain(`The structure of the page was kept in ${file}: read it before`);

    expect(await readdir(folder)).toEqual(['capture-ai-training.json']);
    expect([(await stat(folder)).mode & 0o777, (await stat(file)).mode & 0o777]).toEqual([0o700, 0o600]);
    const kept = await readFile(file, 'utf8');
    expect(captureSchema.parse(JSON.parse(kept)).said).toMatchObject({ state });
    for (const secret of [...guest.secrets, guest.vanity, new URL(site.origin).host])
      expect(kept).not.toContain(secret);

    const judged = await run(['report', 'render', '--judge', file, '--format', 'json']);
    expect([judged.code, judged.stderr]).toEqual([code, '']);
    expect(JSON.parse(judged.stdout)).toMatchObject({
      kind: 'judgement',
      state,
      reason: resultOn(ended).reason && { code: resultOn(ended).reason?.code },
      confidence: resultOn(ended).confidence,
      exitCode: code,
    });
  });

  it('a change: what is kept is the page that proved it', async () => {
    const guest = await site.addGuest();
    const folder = await makeFolder();
    const ended = await run(['disable', '--yes', ...guest.flags, '--evidence', folder]);
    expect(ended.code).toBe(0);
    const kept = JSON.parse(await readFile(join(folder, 'capture-ai-training.json'), 'utf8'));
    expect(kept.said).toEqual({ state: 'off', confidence: 'corroborated', reason: null });
  });

  it('that cannot be written hides nothing of the result', async () => {
    const guest = await site.addGuest();
    const folder = await makeFolder();
    await mkdir(join(folder, 'capture-ai-training.json'));
    const { code, stdout, stderr } = await run(['check', ...guest.flags, '--evidence', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('ON. LinkedIn may train');
    const file = join(folder, 'capture-ai-training.json');
    expect(stderr).toContain(
      `error: "${file}" was not written: a directory is in the way. The result above is complete.\n`,
    );
    expect(await readdir(folder)).toEqual(['capture-ai-training.json']);
  });

  it('says so where there was no page', async () => {
    const folder = await makeFolder();
    const { code, stderr } = await run(['check', '--origin', site.origin, '--evidence', folder]);
    expect(code).toBe(4);
    expect(stderr).toContain('There was no page to capture, so nothing was put into the evidence.\n');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused before a browser opens, where it could not be kept', async () => {
    const guest = await site.addGuest();
    const file = await fileWith('x');
    const missing = join(await makeFolder(), 'not', 'there');
    const check = (folder: string) => run(['check', ...guest.flags, '--browser', browser.path, '--evidence', folder]);
    const sentences: [string, string][] = [
      [file, `--evidence: "${file}" is not a folder.`],
      [missing, `--evidence: there is no folder "${dirname(missing)}"; make it first.`],
      ['', '--evidence: give a folder.'],
    ];
    for (const [folder, sentence] of sentences) {
      const { code, stdout, stderr } = await check(folder);
      expect([code, stdout, stderr]).toEqual([2, '', `error: ${sentence}\n`]);
    }
    expect(await browser.wasStarted()).toBe(false);
  });

  it('where it is not given and there is no terminal, nothing is asked and nothing is kept', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'duplicate-key' });
      const running = await start(['check', ...guest.flags, '--timeout', '12'], { input: null });
      const { code, stderr } = await running.ended;
      expect([code, stderr.includes('Keep it')]).toEqual([3, false]);
      expect((await readdir(dirname(running.temporary))).sort()).toEqual(['home', 'tmp']);
    });
  });
});
