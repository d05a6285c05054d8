import { spawn } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { makeFolder, run } from './program.ts';
import { expectClean, type Guest, openSite, reportOn, resultOn, type Site } from './site.ts';

/** Browsers that somebody else has started: worked in, and left as they were. */

let site: Site;
let server: { address: string; close(): void };
let own: { address: string; close(): void };
beforeAll(async () => {
  site = await openSite();
  server = await startServer();
  own = await startBrowser();
});
afterAll(async () => {
  server.close();
  own.close();
  await site.close();
});

/** A real `playwright run-server`, whose browser is the one that is here. */
async function startServer() {
  const folder = await makeFolder();
  const { executablePath } = await findBrowser();
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder };
  for (const path of await registryPaths(env)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `#!/bin/sh\nexec '${executablePath}' "$@"\n`);
    await chmod(path, 0o755);
  }
  return startListening(process.execPath, [PLAYWRIGHT, 'run-server', '--host', '127.0.0.1', '--port', '0'], env);
}

const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');

/** Where Playwright looks for its own Chromium, and for the one without a window. */
async function registryPaths(env: NodeJS.ProcessEnv): Promise<string[]> {
  const script = "process.stdout.write(require('playwright').chromium.executablePath())";
  const child = spawn(process.execPath, ['-e', script], { env, cwd: import.meta.dirname });
  const path = await new Response(child.stdout as never).text();
  const headless = path
    .replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/[^/]+\/[^/]+$/, 'chrome-headless-shell-linux64/chrome-headless-shell');
  return [path, headless];
}

/** A browser as somebody has it open, with the port for its developer tools. */
async function startBrowser() {
  const { executablePath } = await findBrowser();
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${await makeFolder()}`, '--no-first-run'];
  const { address, close } = await startListening(executablePath, [...flags, ...root, 'about:blank'], process.env);
  return { address: `http://${new URL(address).host}`, close };
}

async function startListening(command: string, args: string[], env: NodeJS.ProcessEnv) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        const [address] = /ws:\/\/\S+/.exec(said) ?? [];
        if (address) resolve(address);
      });
    }
    child.once('exit', () => reject(new Error(said)));
  });
  return { address, close: () => void child.kill() };
}

const flags = ({ sessionFile }: Guest, address: string) => [
  '--origin',
  site.origin,
  '--session',
  sessionFile,
  '--format',
  'json',
  '--connect',
  address,
];

describe.skipIf(process.platform !== 'linux')('in a browser of somebody else’s', () => {
  const kinds: [string, () => string][] = [
    ['on a Playwright server', () => server.address],
    ['by its developer tools', () => own.address],
  ];

  describe.each(kinds)('%s', { concurrent: true }, (_, address) => {
    it('check reads, disable turns off and proves it', async () => {
      const guest = await site.addGuest();
      const checked = await run(['check', ...flags(guest, address())]);
      expect([checked.code, checked.stderr]).toEqual([1, '']);
      expect(resultOn(checked)).toMatchObject({ state: 'on', confidence: 'corroborated' });
      expect(reportOn(checked).run.browser).toMatchObject({ mode: 'connected', sandbox: null });
      const disabled = await run(['disable', '--yes', ...flags(guest, address())]);
      expect(disabled.code).toBe(0);
      expect(resultOn(disabled)).toMatchObject({ state: 'off', verdict: 'fixed' });
      expect(guest.writes()).toHaveLength(1);
      for (const ended of [checked, disabled]) expectClean(ended, guest);
    });

    it.each(['everything-at-once', 'shared-worker'])('the guard stands there, too: %s', async (variant) => {
      const guest = await site.addGuest({ variant, truth: 'off' });
      const before = site.foreignArrivals.length;
      const ended = await run(['check', ...flags(guest, address())]);
      expect(reportOn(ended).network.writesAllowed).toBe(0);
      expect([guest.writes(), guest.truth(), site.foreignArrivals.slice(before)]).toEqual([[], 'off', []]);
      expect([0, 3]).toContain(ended.code);
      expectClean(ended, guest);
    });
  });

  it('doctor finds it well, and claims to know nothing of its sandbox', async () => {
    const { code, stdout } = await run(['doctor', '--format', 'json', '--connect', own.address]);
    const start = JSON.parse(stdout).findings.find(({ id }: { id: string }) => id === 'start');
    expect([code, start]).toEqual([0, expect.objectContaining({ state: 'fine' })]);
    expect(start.detail).toMatch(/^version [\d.]+, connected$/);
  });

  it('its own tabs stay as they were, and it stays open', async () => {
    const guest = await site.addGuest();
    const member = await chromium.connectOverCDP(own.address);
    const tab = await (member.contexts()[0] ?? (await member.newContext())).newPage();
    await tab.goto(`${site.origin}/`);
    await tab.evaluate(() => sessionStorage.setItem('mine', 'still here'));
    const before = await tabsOf(member);
    expect((await run(['check', ...flags(guest, own.address)])).code).toBe(1);
    expect((await run(['disable', '--yes', ...flags(guest, own.address)])).code).toBe(0);
    expect(await tabsOf(member)).toEqual(before);
    expect(await tab.evaluate(() => sessionStorage.getItem('mine'))).toBe('still here');
    expect(await tab.context().cookies()).toEqual([]);
    await member.close();
    // Another one can be connected after us.
    expect((await run(['check', ...flags(guest, own.address)])).code).toBe(0);
  });

  it.each([
    ['once', 1, '15', 1, /^$/],
    ['for good', Number.POSITIVE_INFINITY, '3', 7, /The browser at 127\.0\.0\.1:\d+ did not answer in time\./],
  ])('that does not answer %s', async (_, times, timeout, code, message) => {
    const deaf = await openDeaf(times);
    const guest = await site.addGuest();
    const ended = await run(['check', ...flags(guest, deaf.address), '--timeout', timeout]);
    expect(ended.code).toBe(code);
    expect(resultOn(ended).reason?.message ?? '').toMatch(message);
    expect(deaf.attempts()).toBe(2);
    expectClean(ended, guest);
    deaf.close();
  });

  it.each<[string, string, RegExp]>([
    [
      'nothing is there (WebSocket)',
      'ws://127.0.0.1:9/?token=abcdef',
      /The browser at 127\.0\.0\.1:9 could not be connected to\./,
    ],
    ['nothing is there (HTTP)', 'http://127.0.0.1:9', /The browser at 127\.0\.0\.1:9 could not be connected to\./],
    ['something else is there', '', /The browser at 127\.0\.0\.1:\d+ could not be connected to\./],
  ])('%s: one sentence', async (_, address, message) => {
    const guest = await site.addGuest();
    const ended = await run(['check', ...flags(guest, address || site.origin)]);
    expect(ended.code).toBe(7);
    expect(resultOn(ended)).toMatchObject({ state: 'unknown', reason: { code: 'browser-failed' } });
    expect(resultOn(ended).reason?.message).toMatch(message);
    expect(`${ended.stdout}${ended.stderr}`).not.toContain('abcdef');
    expectClean(ended, guest);
  });

  it.each([
    [['--connect', 'localhost:9222'], /--connect: give ws:/],
    [['--connect', 'ws://127.0.0.1:1', '--headless'], /--connect brings its own browser/],
    [['--connect', 'ws://127.0.0.1:1', '--browser', 'chrome'], /--connect brings its own browser/],
  ])('%j is a mistake', async (args, message) => {
    const ended = await run(['check', '--origin', site.origin, ...args]);
    expect([ended.code, ended.stdout, ended.stderr]).toEqual([2, '', expect.stringMatching(message)]);
  });
});

/** The browser of `own`, behind an address that lets its first so many callers wait for good, as one that is starting can. */
async function openDeaf(times: number) {
  let attempts = 0;
  const front = createServer(async (_, response) => {
    attempts += 1;
    const { host } = new URL(address);
    const told = (await (await fetch(`${own.address}/json/version`)).json()) as object;
    const deaf = { webSocketDebuggerUrl: `ws://${host}/devtools/browser/deaf` };
    response.end(JSON.stringify({ ...told, ...(attempts > times ? {} : deaf) }));
  });
  front.on('upgrade', () => undefined);
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const close = () => {
    front.close();
    front.closeAllConnections();
  };
  return { address, attempts: () => attempts, close };
}

async function tabsOf(browser: Browser): Promise<string[]> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  await session.detach();
  return targetInfos
    .filter(({ type }) => type === 'page')
    .map(({ targetId, url }) => `${targetId} ${url}`)
    .sort();
}
