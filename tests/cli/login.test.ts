import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDisplay } from './display.ts';
import { type Person, person } from './person.ts';
import { type Ended, makeFolder, nothingRuns, type Running, run, start, withTurn } from './program.ts';
import { expectClean, type Guest, openSite, resultOn, type Site } from './site.ts';

/** Signing in by hand, in a window that can be seen: somebody at the screen types, and the program looks on. */

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

interface Desk {
  /** what is kept on this machine lies here */
  env: Record<string, string>;
  kept(): Promise<string[]>;
}

async function desk(): Promise<Desk> {
  const data = await makeFolder();
  return {
    env: { XDG_DATA_HOME: data, DISPLAY: display.name },
    kept: async () =>
      (await readdir(join(data, 'linkedin-ai-optout/sessions')).catch(() => [])).filter((name) =>
        name.endsWith('.age'),
      ),
  };
}

const flags = ({ browser }: Person, ...more: string[]) => [
  'login',
  '--yes',
  '--origin',
  site.origin,
  '--browser',
  browser.path,
  ...more,
];

/** Starts `login`, and lets somebody sit down before it. */
async function atTheScreen(
  { env }: Desk,
  more: string[],
  act: (them: Person, login: Running) => Promise<unknown>,
): Promise<Ended> {
  return withTurn(async () => {
    const them = await person();
    const login = await start(flags(them, ...more), { env });
    try {
      await act(them, login);
      const ended = await login.ended;
      await nothingRuns(login);
      return ended;
    } finally {
      await them.leaves();
    }
  });
}

async function typePassword(them: Person, { vanity }: Guest): Promise<void> {
  const page = await them.sees(/\/login/);
  await page.fill('#username', vanity);
  await page.fill('#password', 'correct horse battery staple');
  await page.click('button[type=submit]');
}

describe.skipIf(process.platform !== 'linux')('login', { concurrent: true }, () => {
  it('waits for a password, a code and a security check, and the session then serves check and disable', async () => {
    const here = await desk();
    const guest = await site.addGuest({ variant: 'sign-in-pin-and-check' });
    guest.endSession();
    const ended = await atTheScreen(here, [], async (them) => {
      await typePassword(them, guest);
      const page = await them.sees(/login-submit/);
      await page.fill('#input__email_verification_pin', '123456');
      await page.click('button[type=submit]');
      const check = await them.sees(/challenge\/verify/);
      // The session's cookies are there, and worth nothing yet.
      expect(await check.evaluate(() => document.cookie)).toContain('JSESSIONID');
      expect(await here.kept()).toEqual([]);
      await check.click('button[type=submit]');
    });
    expect([ended.code, ended.stdout]).toEqual([
      0,
      `Signed in as ${guest.vanity}. The session is kept as "default", its key in a file in the same folder.\n`,
    ]);
    expectClean(ended, guest);
    expect(await here.kept()).toEqual(['account-default.age']);

    const own = ['--origin', site.origin, '--headless', '--format', 'json'];
    const checked = await run(['check', ...own], { env: here.env });
    expect(checked.code).toBe(1);
    expect(resultOn(checked)).toMatchObject({ state: 'on', account: { name: 'default' } });
    const disabled = await run(['disable', '--yes', ...own], { env: here.env });
    expect(disabled.code).toBe(0);
    expect(resultOn(disabled)).toMatchObject({ state: 'off', verdict: 'fixed' });
    expect(guest.truth()).toBe('off');
    for (const each of [checked, disabled]) expectClean(each, guest);
  });

  it('notices it in another tab', async () => {
    const here = await desk();
    const guest = await site.addGuest();
    const ended = await atTheScreen(here, ['--account', 'work'], async (them) => {
      const page = await them.sees(/\/login/);
      await page.evaluate(() => void window.open('/uas/login', '_blank'));
      const other = await them.sees(/\/uas\/login/);
      await other.fill('#username', guest.vanity);
      await other.click('button[type=submit]');
    });
    expect([ended.code, await here.kept()]).toEqual([0, ['account-work.age']]);
    expectClean(ended, guest);
  });

  it('takes no cookie for a sign-in', async () => {
    const here = await desk();
    const ended = await atTheScreen(here, ['--timeout', '12'], async (them) => {
      const page = await them.sees(/\/login/);
      await page.evaluate(() => {
        // biome-ignore lint/suspicious/noDocumentCookie: as a page would
        document.cookie = 'li_at=AQEDmadeup; path=/';
      });
      await page.goto(`${site.origin}/`);
    });
    expect([ended.code, ended.stdout, await here.kept()]).toEqual([7, '', []]);
    expect(ended.stderr).toContain('error: Nobody signed in within 12 seconds; nothing was kept.');
  });

  it('keeps nothing of somebody else', async () => {
    const here = await desk();
    const guest = await site.addGuest();
    const ended = await atTheScreen(here, ['--expect-account', 'robin-of-locksley'], (them) =>
      typePassword(them, guest),
    );
    expect([ended.code, ended.stdout, await here.kept()]).toEqual([4, '', []]);
    expect(ended.stderr).toContain('error: Someone else is signed in; nothing was kept.');
    expectClean(ended, guest);
  });

  it('ends when the window is closed', async () => {
    const here = await desk();
    const ended = await atTheScreen(here, [], async (them) => (await them.sees(/\/login/)).close());
    expect([ended.code, ended.stdout, await here.kept()]).toEqual([4, '', []]);
    expect(ended.stderr).toContain('error: The window was closed before anybody had signed in; nothing was kept.');
    expect(ended.left).toEqual([]);
  });

  it('ends with Ctrl-C', async () => {
    const here = await desk();
    const ended = await atTheScreen(here, [], async (them, login) => {
      await them.sees(/\/login/);
      login.interrupt();
    });
    expect([ended.code, ended.stdout, await here.kept()]).toEqual([130, '', []]);
    expect(ended.stderr).toMatch(/Stopped\. Nothing was changed\.\n$/);
    expect(ended.left).toEqual([]);
  });

  it('ends when time is up', async () => {
    const here = await desk();
    // The browser must have started in that time, also on a slow machine.
    const ended = await atTheScreen(here, ['--timeout', '12'], async () => undefined);
    expect([ended.code, ended.stdout, await here.kept()]).toEqual([7, '', []]);
    expect(ended.stderr).toContain('error: Nobody signed in within 12 seconds; nothing was kept.');
  });

  it('reaches nobody but LinkedIn', async () => {
    const here = await desk();
    const ended = await atTheScreen(here, ['--timeout', '16'], async (them) => {
      const page = await them.sees(/\/login/);
      await page.goto(site.foreignOrigin).catch(() => undefined);
    });
    expect([ended.code, site.foreignArrivals]).toEqual([7, []]);
  });

  it('needs a screen', async () => {
    const ended = await run(['login', '--yes', '--origin', site.origin]);
    expect([ended.code, ended.stdout]).toEqual([7, '']);
    expect(ended.stderr).toBe(
      'error: There is no screen here to sign in on. Run login on a desktop; carry the session over with "accounts export" there and "login --import" here.\n',
    );
  });

  it('is no use without a window', async () => {
    const ended = await run(['login', '--yes', '--headless', '--origin', site.origin], {
      env: { DISPLAY: display.name },
    });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toBe(
      'error: login needs a window to sign in in: leave out --headless, or take the session from a file with --import.\n',
    );
  });

  it('keeps nothing of a file that is not there', async () => {
    const { code, stdout, stderr } = await run(['login', '--yes', '--import', '/no/such/file']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /\nerror: The session from \/no\/such\/file cannot be used: there is no such file; check its path\.\n$/,
    );
  });

  it('has its notice accepted before anything opens', async () => {
    const them = await person();
    const ended = await run(['login', '--origin', site.origin, '--browser', them.browser.path], {
      env: { DISPLAY: display.name },
    });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(/^error: The notice .* add --yes\.\n$/);
    expect(await them.browser.wasStarted()).toBe(false);
  });
});
