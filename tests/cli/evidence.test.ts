import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureSchema } from '../../src/capture/schema.ts';
import { attestationSchema } from '../../src/report/attestation.ts';
import { hasOpenssl, isSignedFor, openAuthority } from '../unit/evidence/authority.ts';
import { fileWith, makeFolder, run, start, until, type Wrapper, withTurn, wrapBrowser } from './program.ts';
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
    const args = ['check', ...guest.flags, '--evidence', folder, '--format', 'json', '--timeout', '20'];
    const ended = await run(args);
    expectClean(ended, guest);
    expect([ended.code, resultOn(ended).state]).toEqual([code, state]);
    const file = join(folder, 'capture-ai-training.json');
    expect(ended.stderr).toContain(
      `The evidence was kept in ${folder}: look through it before you give it to anybody.`,
    );

    const isIdentified = variant === 'standard';
    const shown = ['capture-ai-training.json', ...(isIdentified ? ['picture-ai-training.png'] : [])];
    const names = ['capture-ai-training.json', 'manifest.json', ...shown.slice(1), 'report.json', 'witnesses.json'];
    expect((await readdir(folder)).sort()).toEqual(names);
    expect(resultOn(ended).evidence).toEqual([...shown, 'witnesses.json']);
    expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe(ended.stdout);
    const { results } = JSON.parse(await readFile(join(folder, 'witnesses.json'), 'utf8'));
    expect(results[0]).toMatchObject({ state, observations: resultOn(ended).observations });
    for (const name of names) {
      const path = join(folder, name);
      expect([name, (await stat(path)).mode & 0o777]).toEqual([name, 0o600]);
      const bytes = await readFile(path);
      for (const secret of [...guest.secrets, guest.vanity]) expect(bytes.includes(secret)).toBe(false);
    }
    const verified = await run(['report', 'verify', folder]);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    expect(ended.stderr).toContain(/[0-9a-f]{64}/.exec(verified.stdout)?.[0]);

    expect((await stat(folder)).mode & 0o777).toBe(0o700);
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

  it('that can no longer be written hides nothing of the result', async () => {
    const guest = await site.addGuest();
    const folder = join(await makeFolder(), 'evidence');
    const wrapper = await wrapBrowser();
    const { code, stdout, stderr } = await withTurn(async () => {
      const running = await start(['check', ...guest.flags, '--browser', wrapper.path, '--evidence', folder]);
      await until(() => wrapper.wasStarted());
      // The folder was looked at before the browser was opened.
      await writeFile(folder, '');
      return running.ended;
    });
    expect(code).toBe(1);
    expect(stdout).toContain('ON. LinkedIn may train');
    const file = join(folder, 'report.json');
    expect(stderr).toContain(
      `error: "${file}" was not written: a file is in the way of its folder. The result above is complete. There is no evidence of this run.\n`,
    );
  });

  it('is a bundle also where there was no page', async () => {
    const folder = await makeFolder();
    const { code, stderr } = await run(['check', '--origin', site.origin, '--evidence', folder]);
    expect(code).toBe(4);
    expect(stderr).toContain('There was no page to look at, so the evidence holds the report and no page.\n');
    expect((await readdir(folder)).sort()).toEqual(['manifest.json', 'report.json', 'witnesses.json']);
    expect((await run(['report', 'verify', folder])).code).toBe(0);
  });

  it('is refused before a browser opens, where it could not be kept', async () => {
    const guest = await site.addGuest();
    const file = await fileWith('x');
    const used = dirname(file);
    const missing = join(await makeFolder(), 'not', 'there');
    const check = (folder: string) => run(['check', ...guest.flags, '--browser', browser.path, '--evidence', folder]);
    const sentences: [string, string][] = [
      [file, `--evidence: "${file}" is not a folder.`],
      [missing, `--evidence: there is no folder "${dirname(missing)}"; make it first, or add --mkdir.`],
      ['', '--evidence: give a folder.'],
      [used, `--evidence: "${used}" is not empty; give a new folder, so that the files of two runs are not mixed.`],
    ];
    for (const [folder, sentence] of sentences) {
      const { code, stdout, stderr } = await check(folder);
      expect([code, stdout, stderr]).toEqual([2, '', `error: ${sentence}\n`]);
    }
    expect(await browser.wasStarted()).toBe(false);
  });

  it('makes its folders where that is asked for', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const folder = join(await makeFolder(), 'not', 'there');
    const ended = await run(['check', ...guest.flags, '--mkdir', '--evidence', folder]);
    expect(ended.code).toBe(0);
    expect(await readdir(folder)).toContain('manifest.json');
  });

  it('where it is not given and there is no terminal, nothing is asked and nothing is kept', async () => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'duplicate-key' });
      const running = await start(['check', ...guest.flags, '--timeout', '20'], { input: null });
      const { code, stderr } = await running.ended;
      expect([code, stderr.includes('Keep it')]).toEqual([3, false]);
      expect((await readdir(dirname(running.temporary))).sort()).toEqual(['home', 'tmp']);
    });
  });
});

describe('what may be sent', () => {
  it.runIf(hasOpenssl)(
    'a timestamp is asked for once the browser has gone, and gets nothing of the session',
    async () => {
      const guest = await site.addGuest({ truth: 'off' });
      const authority = await openAuthority();
      const folder = join(await makeFolder(), 'evidence');
      const ended = await run(['check', ...guest.flags, '--evidence', folder, '--timestamp', authority.url]);
      expectClean(ended, guest);
      expect(ended.code).toBe(0);
      expect(authority.asked).toHaveLength(1);
      expect(authority.asked[0]?.headers.cookie).toBeUndefined();
      const [answer, manifest] = [join(folder, 'manifest.tsr'), join(folder, 'manifest.json')];
      expect(await isSignedFor(answer, manifest, authority.certificate)).toBe(true);
      const verified = await run(['report', 'verify', folder, '--format', 'json']);
      expect([verified.code, JSON.parse(verified.stdout)]).toMatchObject([
        0,
        { intact: true, timestamp: { state: 'intact' } },
      ]);

      await rm(join(folder, 'report.json'));
      const broken = await run(['report', 'verify', folder]);
      expect(broken.code).toBe(1);
      expect(broken.stdout.replaceAll(/\s+/g, ' ')).toContain(
        'NOT INTACT. Something is not what it was. - missing report.json = intact',
      );
      const none = await run(['report', 'verify', site.origin]);
      expect([none.code, none.stderr]).toEqual([2, `error: There is no folder "${site.origin}".\n`]);
    },
  );

  it('an attestation names nobody, and is tied to the report', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const folder = await makeFolder();
    const [file, report] = [join(folder, 'me.json'), join(folder, 'report.json')];
    const ended = await run(['check', ...guest.flags, '--account', 'my-own', '--attest', file, '--output', report]);
    expectClean(ended, guest);
    const text = await readFile(file, 'utf8');
    expect(attestationSchema.strict().parse(JSON.parse(text))).toMatchObject({
      state: 'off',
      confidence: 'corroborated',
      member: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      report: {
        sha256: createHash('sha256')
          .update(await readFile(report))
          .digest('hex'),
      },
    });
    for (const secret of [...guest.secrets, guest.vanity, 'my-own']) expect(text).not.toContain(secret);
    const merged = await run(['report', 'merge', folder, '--format', 'json']);
    expect([merged.code, JSON.parse(merged.stdout).settings[0].text]).toEqual([0, '1 of 1 off']);
  });

  it('a place for it is asked for before a browser opens', async () => {
    const folder = await makeFolder();
    const wrong: [string[], string][] = [
      [['--attest', folder], `--attest: "${folder}" is a directory; give a file in it.`],
      [['--timestamp', 'http://127.0.0.1:9'], '--timestamp is over the evidence of a run: give --evidence with it.'],
      [
        ['--evidence', join(folder, 'new'), '--timestamp', 'ftp://127.0.0.1'],
        '--timestamp: give the http(s) address of an RFC 3161 authority, without a name or password in it.',
      ],
      [
        ['--evidence', join(folder, 'new'), '--timestamp', 'http://me:secret@127.0.0.1:9'],
        '--timestamp: give the http(s) address of an RFC 3161 authority, without a name or password in it.',
      ],
    ];
    for (const [args, sentence] of wrong) {
      const { code, stdout, stderr } = await run(['check', ...args]);
      expect([code, stdout, stderr]).toEqual([2, '', `error: ${sentence}\n`]);
    }
    expect(await readdir(folder)).toEqual([]);
  });
});
