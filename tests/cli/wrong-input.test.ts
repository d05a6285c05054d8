import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, fileWith, makeFolder, run, type Wrapper, wrapBrowser } from './program.ts';
import { type Guest, openSite, type Site } from './site.ts';

/** Whatever is wrong with what a user types or gives: one sentence, exit 2, and no browser. */

let site: Site;
let guest: Guest;
let browser: Wrapper;
beforeAll(async () => {
  site = await openSite();
  guest = await site.addGuest();
  browser = await wrapBrowser();
});
afterAll(() => site.close());

/** With everything right but what is under test. */
const check = (...more: string[]) => ['check', ...guest.flags, '--browser', browser.path, ...more];

async function expectOneSentence({ code, stdout, stderr, left }: Ended, sentence?: string): Promise<void> {
  expect({ code, stdout, left }).toEqual({ code: 2, stdout: '', left: [] });
  expect(stderr).toMatch(/^error: [^\n]+\n$/);
  if (sentence !== undefined) expect(stderr).toBe(`error: ${sentence}\n`);
  expect(await browser.wasStarted()).toBe(false);
}

describe.concurrent('a wrong flag', () => {
  const cases: [string, string[], string][] = [
    [
      'a name of no account',
      ['--account', 'a b'],
      '--account: use letters, digits, dot, dash and underscore, 64 at most.',
    ],
    ['no session', ['--session', ''], '--session: give a file, or - for standard input.'],
    [
      'a setting that is not known',
      ['--setting', 'ads'],
      '--setting: "ads" is not known; see what there is with: linkedin-ai-optout settings.',
    ],
    ['nobody expected', ['--expect-account', ''], '--expect-account: give a vanity name or a hash.'],
    ['a time in words', ['--timeout', 'soon'], '--timeout: give a number of seconds, such as 45.'],
    ['no time', ['--timeout', '0'], '--timeout: give at least 1 second.'],
    ['too much time', ['--timeout', '9999'], '--timeout: give at most 3600 seconds.'],
    ['no browser', ['--browser', ''], '--browser: give chrome, msedge, chromium, or an executable.'],
    [
      'a browser that is not there',
      ['--browser', '/no/such/browser'],
      '--browser: there is no "/no/such/browser"; give chrome, msedge, chromium, or an executable.',
    ],
    ['a directory for a browser', ['--browser', '/'], '--browser: "/" is not an executable file.'],
    ['a window and none', ['--headed'], '--headed and --headless exclude each other; give one of them.'],
    [
      'somebody else’s site',
      ['--origin', 'https://www.linkedin.com.evil.test'],
      '--origin: only https://www.linkedin.com or a loopback address (http://127.0.0.1:8080) is accepted.',
    ],
    [
      'a file of no known format',
      ['--output', 'report.txt'],
      '--output: "report.txt" must end in .json, .md, .html, .xml, .csv.',
    ],
    ['nothing to fail on', ['--fail-on', 'off'], '--fail-on: give on, unknown, or both with a comma.'],
    ['quiet and verbose', ['--quiet', '--verbose'], '--quiet and --verbose exclude each other; give one of them.'],
  ];
  it.each(cases)('%s', async (_, more, sentence) => {
    await expectOneSentence(await run(check(...more)), sentence);
  });

  it.each<[string, string[], RegExp]>([
    ['a format that there is not', ['--format', 'xml'], /--format.*xml.*text, json/],
    ['a flag that there is not', ['--frobnicate'], /--frobnicate/],
    ['a flag misspelt', ['--sesion', 'x'], /--sesion/],
    ['a flag of another command', ['--yes'], /--yes/],
    ['a flag without its value', ['--output'], /--output/],
    ['a word too many', ['now'], /check/],
  ])('%s', async (_, more, sentence) => {
    const ended = await run(check(...more));
    expect(ended.stderr).toMatch(sentence);
    await expectOneSentence(ended);
  });

  it.each([['chekc'], ['--frobnicate'], ['frobnicate', '--session', 'x'], ['toString']])(
    '%s for a command',
    async (...args) => {
      const ended = await run(args);
      expect(ended.stderr).toContain(args[0]);
      await expectOneSentence(ended);
    },
  );

  it('a file of our own that cannot be executed for a browser', async () => {
    const path = await fileWith('#!/bin/sh\n', 'browser', 0o600);
    await expectOneSentence(await run(check('--browser', path)), `--browser: "${path}" is not an executable file.`);
  });

  it('a directory, or a folder that is not there, for a file to write', async () => {
    const folder = await makeFolder();
    const path = join(folder, 'report.json');
    await mkdir(path);
    await expectOneSentence(
      await run(check('--output', path)),
      `--output: "${path}" is a directory; give a file in it.`,
    );
    const gone = join(folder, 'gone');
    const sentence = `--output: there is no folder "${gone}"; make it first, or add --mkdir.`;
    await expectOneSentence(await run(check('--output', join(gone, 'report.json'))), sentence);
  });

  it('is told before anything else is looked at', async () => {
    await expectOneSentence(
      await run(['check', '--timeout', 'soon', '--session', '/no/such/file']),
      '--timeout: give a number of seconds, such as 45.',
    );
  });
});

describe.concurrent('a session that cannot be used', () => {
  const AGAIN = 'export your LinkedIn cookies again and give the whole file.';
  const bad: [string, () => Promise<string>, string][] = [
    ['a file that is not there', async () => '/no/such/file', 'there is no such file; check its path.'],
    ['a directory', makeFolder, 'it is a directory; name the file in it.'],
    ['an empty file', () => fileWith(''), `it is empty; ${AGAIN}`],
    [
      'JSON cut off',
      () => fileWith(JSON.stringify(guest.storageState).slice(0, -9)),
      `it begins like JSON but is cut off or damaged; ${AGAIN}`,
    ],
    [
      'JSON of another shape',
      () => fileWith(JSON.stringify({ li_at: guest.token })),
      `it is JSON but holds no list of cookies; ${AGAIN}`,
    ],
    [
      'a broken cookie',
      () => fileWith(JSON.stringify([{ ...guest.storageState.cookies[0], name: 1 }])),
      `the field "name" of cookie 1 of 1 is missing or not what a cookie can have; ${AGAIN}`,
    ],
    [
      'something else',
      () => fileWith(`li_at=${guest.token}`),
      'it is no Playwright storage state, no cookies.txt and no JSON of a cookie extension; export your LinkedIn cookies in one of these formats and give the whole file.',
    ],
    [
      'a database',
      () => fileWith('SQLite format 3\0'),
      'it is not text; give an export of your cookies, not the browser’s own file or a single value.',
    ],
  ];

  it.each(bad)('%s', async (_, make, rest) => {
    const path = await make();
    const ended = await run(check('--session', path));
    await expectOneSentence(ended, `The session from ${path} cannot be used: ${rest}`);
    expect(ended.stderr).not.toContain(guest.token);
  });

  it.skipIf(process.getuid?.() === 0)('a file that we may not read', async () => {
    const path = await fileWith('x', 'session', 0);
    await expectOneSentence(
      await run(check('--session', path)),
      `The session from ${path} cannot be used: you may not read it; run this as its owner, or use a copy that is yours.`,
    );
  });

  it('the cookie itself in the place of its file', async () => {
    const ended = await run(check('--session', guest.token));
    await expectOneSentence(ended);
    expect(ended.stderr).not.toContain(guest.token);
  });

  it('nothing on standard input', async () => {
    await expectOneSentence(
      await run(check('--session', '-')),
      `The session from standard input cannot be used: it is empty; ${AGAIN}`,
    );
  });

  it('damaged on standard input', async () => {
    const ended = await run(check('--session', '-'), { input: `[{"value":"${guest.token}"` });
    await expectOneSentence(ended);
    expect(ended.stderr).not.toContain(guest.token);
  });

  it.each([
    ['as it is', (text: string) => text],
    ['as base64', (text: string) => Buffer.from(text).toString('base64')],
  ])('damaged in the environment, %s', async (_, encode) => {
    const value = encode(`{"cookies":[{"value":"${guest.token}"`);
    const args = ['check', '--origin', site.origin, '--headless', '--browser', browser.path];
    const ended = await run(args, { env: { LINKEDIN_AI_OPTOUT_SESSION: value } });
    await expectOneSentence(
      ended,
      `The session from LINKEDIN_AI_OPTOUT_SESSION cannot be used: it begins like JSON but is cut off or damaged; ${AGAIN}`,
    );
    expect(ended.stderr).not.toContain(guest.token);
  });
});

describe.concurrent('disable without a terminal', () => {
  it('wants --yes or --dry-run', async () => {
    const ended = await run(['disable', ...guest.flags, '--browser', browser.path]);
    await expectOneSentence(
      ended,
      'There is no terminal to ask on: add --yes to turn it off, or --dry-run to only see what would happen.',
    );
    expect(guest.arrivals()).toEqual([]);
  });
});

describe('the proof of all this', () => {
  it('is that the browser does leave its mark when it is started', async () => {
    const other = await wrapBrowser();
    const { code } = await run(['check', ...(await site.addGuest({ truth: 'off' })).flags, '--browser', other.path]);
    expect([code, await other.wasStarted()]).toEqual([0, true]);
    expect(await browser.wasStarted()).toBe(false);
  });
});
