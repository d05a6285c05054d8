import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDisplay } from './display.ts';
import { person } from './person.ts';
import { nothingRuns, type Running, run, start, until, withTurn } from './program.ts';
import { expectClean, type Guest, openSite, resultOn, type Site } from './site.ts';

/** `disable --assist`: the member clicks in the window, the program points, watches and proves. */

let site: Site;
let display: { name: string; close(): Promise<void> };
beforeAll(async () => {
  site = await openSite();
  display = await openDisplay();
});
afterAll(async () => {
  await display.close();
  await site.close();
});

async function assisted(guest: Guest, act: (page: Page, running: Running) => Promise<unknown>) {
  return withTurn(async () => {
    const them = await person();
    const flags = ['--origin', site.origin, '--session', guest.sessionFile, '--browser', them.browser.path];
    const running = await start(['disable', '--assist', '--verbose', ...flags, '--format', 'json'], {
      env: { DISPLAY: display.name },
    });
    try {
      const page = await them.sees(/data-for-ai-improvement/);
      await until(() => running.stderr().includes('Click the switch in the window'));
      await act(page, running);
      const ended = await running.ended;
      await nothingRuns(running);
      expectClean(ended, guest);
      return ended;
    } finally {
      await them.leaves();
    }
  });
}

describe.skipIf(process.platform !== 'linux')('disable --assist', { concurrent: true }, () => {
  it('proves what the member has clicked, and clicks nothing itself', async () => {
    const guest = await site.addGuest();
    const before: string[] = [];
    const ended = await assisted(guest, async (page) => {
      before.push(
        ...guest.writes(),
        guest.truth(),
        await page
          .locator('body')
          .evaluate((body) => String(body.querySelectorAll('[class*=highlight], [id*=optout]').length)),
      );
      await page.locator('.setting-toggle__toggle').click();
    });
    expect(before).toEqual(['on', '0']);
    expect(ended.code).toBe(0);
    expect(resultOn(ended)).toMatchObject({ state: 'off', verdict: 'fixed', change: { outcome: 'changed' } });
    expect(guest.writes()).toHaveLength(1);
  });

  it('has nothing to prove when the window is closed', async () => {
    const guest = await site.addGuest();
    const ended = await assisted(guest, async (page) => {
      await page.close();
    });
    expect([resultOn(ended).change?.outcome, guest.truth(), guest.writes()]).toEqual(['refused', 'on', []]);
    expect([1, 7]).toContain(ended.code);
  });

  it('ends with Ctrl-C, and says that nothing was changed', async () => {
    const guest = await site.addGuest();
    const ended = await assisted(guest, async (_page, running) => {
      running.interrupt();
    });
    expect([ended.code, ended.stderr, guest.truth()]).toEqual([
      130,
      expect.stringMatching(/Stopped\. Nothing was changed\.\n$/),
      'on',
    ]);
  });

  it.each([
    [['--headless'], '--assist needs a window to click in: leave out --headless.'],
    [[], '--assist needs a screen to click on, and there is none here; leave it out, or run it on a desktop.'],
    [['--dry-run'], '--assist and --dry-run exclude each other; give one of them.'],
  ])('%j is a mistake', async (more, message) => {
    const ended = await run(['disable', '--assist', '--origin', site.origin, ...more]);
    expect([ended.code, ended.stdout, ended.stderr]).toEqual([2, '', `error: ${message}\n`]);
  });
});
