import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGate } from '../../src/browser/gate.ts';
import { type OpenBrowser, withBrowser } from '../../src/browser/open.ts';
import { type LookalikeSite, openLookalikeSite } from '../../src/demo/site/open.ts';
import { inspectSetting } from '../../src/page/inspect.ts';
import { withVisit } from '../../src/page/visit.ts';
import { parseSession } from '../../src/session/parse.ts';
import { addressOf, DEFAULT_SETTING } from '../../src/settings/catalogue.ts';
import { siteOf } from '../../src/settings/site.ts';

/** Promise 7: what the page finds after we have read it is what it finds where nobody has. */

let site: LookalikeSite;
beforeAll(async () => {
  site = await openLookalikeSite();
});
afterAll(() => site.close());

const inBrowser = <T>(work: (open: OpenBrowser) => Promise<T>) =>
  withBrowser({ headed: false, warn: () => undefined }, new AbortController().signal, work);

/** Everything that lasts, and everything that the page can see of us, in its own world. */
async function marksOn(page: Page, context: BrowserContext) {
  const seen = await page.evaluate(async () => ({
    localStorage: { ...localStorage },
    sessionStorage: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    window: window.name,
    history: [history.length, history.state],
    // Values of attributes are left out: the page hashes its class names anew at every load.
    elements: [...document.querySelectorAll('*')].map((element) =>
      [element.tagName, ...element.getAttributeNames()].join(' '),
    ),
    marks: performance.getEntriesByType('mark').length,
    globals: Object.getOwnPropertyNames(window).sort(),
  }));
  const cookies = (await context.cookies()).map(({ name, value, domain, path }) =>
    [name, value, domain, path].join(' '),
  );
  return { ...seen, cookies: cookies.sort() };
}

it.each(['standard', 'embedded-only', 'writes-on-leaving'])('nothing of ours is left: %s', async (variant) => {
  const member = site.addMember({ variant, truth: 'off' });
  const own = siteOf(site.origin);
  const { cookies } = parseSession(JSON.stringify(member.storageState), {
    site: own,
    now: new Date(),
    from: 'the test',
  });
  await inBrowser(async (open) => {
    // As somebody's own browser shows it.
    const gate = await openGate({ site: own, letsWrite: true });
    const context = await open.browser.newContext({
      proxy: { server: gate.server, bypass: '<-loopback>' },
      viewport: { width: 1280, height: 900 },
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(addressOf(site.origin, DEFAULT_SETTING), { waitUntil: 'networkidle' });
    const without = await marksOn(page, context);
    await context.close();
    await gate.close();

    const tally = { writesAllowed: 0, writesBlocked: 0, hosts: new Set<string>() };
    await withVisit(open, own, cookies, tally, async (visit) => {
      const deadline = performance.now() + 10_000;
      await inspectSetting(visit, {
        setting: DEFAULT_SETTING,
        deadline,
        isExpected: () => true,
        capture: 'if-unknown',
      });
      await visit.page.waitForLoadState('networkidle');
      const { globals, ...marks } = await marksOn(visit.page, visit.page.context());
      const { globals: others, ...expected } = without;
      expect(marks).toEqual(expected);
      // A silent SharedWorker in place of none; and Playwright's own, because that a program drives is not hidden.
      const added = globals.filter(
        (name) => !others.includes(name) && !/^(__pw|__playwright|SharedWorker$)/.test(name),
      );
      expect(added).toEqual([]);
    });
  });
});
