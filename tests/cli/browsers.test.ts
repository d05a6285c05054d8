import { access } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { fileWith, makeFolder, nothingRuns, run, start, until } from './program.ts';
import { openSite, reportOn, resultOn, type Site } from './site.ts';

/** A browser that is not there, or is none: exit 7, what happened, and what to type. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
const isInstalled = (name: string) =>
  findBrowser(name).then(
    () => true,
    () => false,
  );

async function failure(more: string[], env: Record<string, string | undefined> = {}) {
  const guest = await site.addGuest();
  const ended = await run(['check', ...guest.flags, '--format', 'json', ...more], { env });
  expect(ended).toMatchObject({ code: 7, left: [] });
  expect(reportOn(ended).run.browser).toBeNull();
  expect(resultOn(ended)).toMatchObject({ state: 'unknown', verdict: 'error', confidence: 'none' });
  expect(guest.arrivals()).toEqual([]);
  return { ...ended, reason: resultOn(ended).reason };
}

describe.concurrent('a browser that is missing', () => {
  it('is told by its name, with the command to type', async ({ skip }) => {
    if (await isInstalled('msedge')) skip('Edge is installed here.');
    const { reason, stderr } = await failure(['--browser', 'msedge']);
    expect(reason).toMatchObject({ code: 'browser-missing', message: 'No msedge was found here.' });
    expect(reason?.hint).toMatch(/npx playwright install|apt(-get)? install/);
    expect(stderr).toBe('');
  });

  it('is told where there is none at all, with the command to type', async ({ skip }) => {
    if (await exists('/opt/google/chrome/chrome')) skip('Chrome is found without PATH here.');
    const nowhere = await makeFolder();
    const env = { PATH: nowhere, PLAYWRIGHT_BROWSERS_PATH: nowhere };
    const { reason, stderr } = await failure([], env);
    expect(reason).toMatchObject({ code: 'browser-missing', message: 'No browser was found here.' });
    expect(reason?.hint).toMatch(/npx playwright install|apt(-get)? install/);
    expect(stderr).toBe('');
  });

  it('is told to people, too', async () => {
    const nowhere = await makeFolder();
    const guest = await site.addGuest();
    const env = { PATH: nowhere, PLAYWRIGHT_BROWSERS_PATH: nowhere };
    const ended = await run(['check', ...guest.flags, '--browser', 'chromium'], { env });
    expect(ended).toMatchObject({ code: 7, stderr: '', left: [] });
    expect(ended.stdout).toContain('NOT CHECKED.');
    expect(ended.stdout).toContain('No chromium was found here.');
  });
});

describe.concurrent('an executable that is no browser', () => {
  it.skipIf(process.platform === 'win32').each([
    ['ends at once, as if all were well', '#!/bin/sh\nexit 0\n'],
    ['ends at once with an error', '#!/bin/sh\necho no >&2\nexit 1\n'],
    ['is no program', 'nothing of the kind\n'],
    ['speaks of something else and ends', '#!/bin/sh\nseq 1 1000\n'],
  ])('%s', async (_, script) => {
    const path = await fileWith(script, 'browser.sh', 0o755);
    const { reason, stderr } = await failure(['--browser', path]);
    expect(reason).toMatchObject({ code: 'browser-failed', message: `The browser did not start: ${path}.` });
    expect(reason?.hint).toContain('--verbose');
    expect(stderr).toBe('');
  });

  it.skipIf(process.platform === 'win32').each([
    ['is given up', false, 7, '3'],
    // It is not to be given up before the key is pressed, on a slow machine either.
    ['is given up at Ctrl-C', true, 130, '15'],
  ])('says nothing for ever: it %s', async (_, interrupts, code, timeout) => {
    const path = await fileWith('#!/bin/sh\n: > "$0.started"\nexec sleep 300\n', 'browser.sh', 0o755);
    const guest = await site.addGuest();
    const running = await start(['check', ...guest.flags, '--browser', path, '--timeout', timeout]);
    await until(() => exists(`${path}.started`));
    if (interrupts) running.interrupt();
    await until(() => running.child.exitCode === code, 200_000);
    expect((await running.ended).left).toEqual([]);
    await nothingRuns(running);
  });

  it.skipIf(process.platform === 'win32')('shows with --verbose what it said', async () => {
    const path = await fileWith('#!/bin/sh\necho "the disk is on fire" >&2\nexit 1\n', 'browser.sh', 0o755);
    const { stderr } = await failure(['--browser', path, '--verbose']);
    expect(stderr).toContain('the disk is on fire');
  });
});

describe.concurrent('a display that is not there', () => {
  it.skipIf(process.platform !== 'linux')('is named where DISPLAY leads nowhere', async () => {
    const guest = await site.addGuest();
    const flags = guest.flags.filter((flag) => flag !== '--headless');
    const ended = await run(['check', ...flags, '--format', 'json'], { env: { DISPLAY: ':54321' } });
    expect(ended).toMatchObject({ code: 7, left: [] });
    expect(resultOn(ended).reason).toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining('its display ":54321" does not answer'),
      hint: 'Correct DISPLAY, or use --headless.',
    });
  });

  it.skipIf(process.platform !== 'linux')('nor Xvfb: --headed cannot be had, and says what to type', async () => {
    const { executablePath } = await findBrowser();
    const nowhere = await makeFolder();
    const guest = await site.addGuest();
    const flags = guest.flags.filter((flag) => flag !== '--headless');
    const env = { PATH: nowhere };
    const ended = await run(['check', ...flags, '--headed', '--browser', executablePath, '--format', 'json'], {
      env,
    });
    expect(ended).toMatchObject({ code: 7, left: [] });
    expect(resultOn(ended).reason).toMatchObject({
      code: 'browser-failed',
      message: '--headed: there is no display here, and no Xvfb to make one.',
      hint: expect.stringContaining('apt-get install xvfb'),
    });
  });
});
