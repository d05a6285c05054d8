import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chalk } from 'chalk';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/browser/find.ts';
import { STYLE, STYLE_HASH } from '../../src/report/reporters/html/style.ts';
import { FORMATS } from '../../src/report/reporters/index.ts';
import type { Report } from '../../src/report/schema.ts';
import { ENDINGS, seenBefore } from '../unit/report/cases.ts';
import { ON, report, result } from '../unit/report/given.ts';
import { HOSTILE, replaceStrings } from '../unit/report/hostile.ts';

/** The HTML report as a reader's browser takes it: a file that is opened from a folder. */

let browser: Browser;
let tab: Page;
let trouble: string[] = [];
let folder: string;
let axe: string;
beforeAll(async () => {
  const { executablePath } = await findBrowser();
  browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  tab = await browser.newPage();
  tab.on('request', (request) => trouble.push(`request: ${request.url()}`));
  tab.on('console', (message) => trouble.push(`console: ${message.text()}`));
  tab.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  tab.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const history = seenBefore('on', 'unknown', 'not-offered', 'off', 'off', 'on');
const renderers = { html: await FORMATS.html.load(), junit: await FORMATS.junit.load() };
const tell = (format: keyof typeof renderers, given: Report) =>
  renderers[format](given, { color: new Chalk({ level: 0 }), history });

/** One tab for all: the next file starts where a new tab would. */
async function open(html: string, work: (page: Page) => Promise<void>) {
  const file = join(folder, `${createHash('sha256').update(html).digest('hex')}.html`);
  await writeFile(file, html);
  await tab.setViewportSize({ width: 1280, height: 720 });
  await tab.emulateMedia({ media: null, colorScheme: null });
  await tab.goto('about:blank');
  const address = pathToFileURL(file).href;
  trouble = [];
  await tab.goto(address);
  await work(tab);
}

/** What was asked for beside the file itself, and what the console said. */
const troubleOn = (page: Page) => trouble.filter((line) => line !== `request: ${page.url()}`);

const PHONE = { width: 320, height: 640 };
const TWO = report([result(), result({ ...ON, account: { name: 'work', member: null } })]);
const PAGES = { ...ENDINGS, 'two results': TWO, nothing: report([]) };

/** @param rules all there are, unless given */
async function violationsOn(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(runOnly && { runOnly }) });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules);
}

const widerThanThePage = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const all = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > clientWidth + 1;
    });
    return all.map(({ outerHTML }) => outerHTML.slice(0, 100));
  });

describe('the HTML report', () => {
  it.each(Object.entries(PAGES))(
    '%s: can be read by everybody, light and dark, asks for nothing and fits a phone',
    async (_, given) => {
      await open(tell('html', given), async (page) => {
        expect(await violationsOn(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violationsOn(page, ['color-contrast'])).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await widerThanThePage(page)).toEqual([]);
        expect(troubleOn(page)).toEqual([]);
      });
    },
  );

  it('says the answer first: before how it is known, what was, what off means, and what is next', async () => {
    for (const [name, given] of Object.entries(ENDINGS)) {
      await open(tell('html', given), async (page) => {
        const headings = await page.locator('h1, h2').allInnerTexts();
        const [answer, ...rest] = headings;
        expect([name, rest]).toEqual([
          name,
          ['How it is known', 'History', 'What off means', 'Next steps', 'This run'],
        ]);
        expect(answer).toMatch(/^(ON|OFF|NOT OFFERED|UNKNOWN|NOT CHECKED|NOT PROVEN)$/);
        expect(answer === 'OFF').toBe(given.results[0]?.state === 'off');
      });
    }
  });

  it('tells each state by its shape and its word, where there is no colour', async () => {
    const shapes = new Map<string, string>();
    for (const [name, given] of Object.entries(ENDINGS)) {
      await open(tell('html', given), async (page) => {
        const drawn = await page.locator('.switch').evaluate((picture) => picture.innerHTML);
        shapes.set(given.results[0]?.state ?? name, drawn);
        const marks = await page
          .locator('.timeline svg')
          .evaluate((picture) =>
            [...picture.querySelectorAll('circle')].map(
              (dot) => `${dot.getAttribute('r')} ${dot.parentElement?.textContent?.trim().length === 1}`,
            ),
          );
        expect(new Set(marks).size).toBeGreaterThan(2);
      });
    }
    expect(new Set(shapes.values()).size).toBe(4);
  });

  it('is a picture of what was seen when, oldest first, in the lane of its state', async () => {
    await open(tell('html', report([result()])), async (page) => {
      const dots = await page.locator('.timeline svg').evaluate((picture) =>
        [...picture.querySelectorAll('circle')].map((dot) => {
          const { x, y, width, height } = dot.getBoundingClientRect();
          return { state: dot.closest('[class]')?.getAttribute('class') ?? '', x: x + width / 2, y: y + height / 2 };
        }),
      );
      expect(dots.map(({ state }) => state)).toEqual(['on', 'unknown', 'not-offered', 'off', 'off', 'on', 'off']);
      expect(dots.map(({ x }) => x)).toEqual(dots.map(({ x }) => x).toSorted((a, b) => a - b));
      const lanes = await page
        .locator('.lanes span')
        .evaluateAll((all) =>
          all.map((lane) => [lane.textContent?.replace(' ', '-'), lane.getBoundingClientRect()] as const),
        );
      for (const { state, y } of dots) {
        const lane = lanes.find(([name]) => name === state)?.[1];
        expect([state, lane && lane.top < y && y < lane.bottom]).toEqual([state, true]);
      }
    });
  });

  it('is mirrored from right to left, and names keep their own direction', async () => {
    const given = report([result({ account: { name: 'حساب العمل', member: null } })]);
    for (const direction of ['ltr', 'rtl']) {
      await open(
        tell('html', given).replace('<html lang="en">', `<html lang="en" dir="${direction}">`),
        async (page) => {
          const box = async (selector: string) =>
            (await page.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 };
          const [picture, word, name] = [await box('.switch'), await box('.means'), await box('dt')];
          const value = await box('dd');
          const isLeft = (a: { x: number; width: number }, b: { x: number }) => a.x + a.width <= b.x;
          const [first, second] =
            direction === 'ltr'
              ? [isLeft(picture, word), isLeft(name, value)]
              : [isLeft(word, picture), isLeft(value, name)];
          expect([direction, first, second]).toEqual([direction, true, true]);
          expect(await page.getByText('حساب العمل').evaluate((element) => getComputedStyle(element).direction)).toBe(
            'rtl',
          );
          await page.setViewportSize(PHONE);
          expect(await widerThanThePage(page)).toEqual([]);
          expect(await violationsOn(page)).toEqual([]);
          expect(troubleOn(page)).toEqual([]);
        },
      );
    }
  });

  it('is printed in ink on paper, also by a reader of dark pages, with the address of what is linked', async () => {
    await open(tell('html', ENDINGS.on ?? report([])), async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const colours = await page.evaluate(() =>
        [document.body, document.querySelector('.answer') ?? document.body].map(
          (element) => getComputedStyle(element).backgroundColor,
        ),
      );
      expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
      expect(
        await page.evaluate(() => getComputedStyle(document.querySelector('dd a') ?? document.body, '::after').content),
      ).toContain(result().setting.url);
      expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  it('allows itself its own style and nothing else', async () => {
    expect(STYLE_HASH).toBe(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
    const html = tell('html', ENDINGS.off ?? report([]));
    expect(html).toContain(
      `content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`,
    );
    // Had the escaping a hole, this would still not run.
    const holed = html.replace(
      '</main>',
      `<script>document.title = 'ran'</script><style>* { color: red }</style><img src="https://example.com/x.png"></main>`,
    );
    await open(holed, async (page) => {
      expect(await page.title()).not.toBe('ran');
      // The request is seen, and stopped before it leaves.
      expect(troubleOn(page).filter((line) => /Content Security Policy/.test(line))).toHaveLength(3);
    });
  });
});

/** Everything in the report that is a word of somebody's. */
const FULL = report([
  result({
    state: 'on',
    verdict: 'fail',
    reason: { code: 'save-failed', message: 'x', hint: 'x' },
    change: { outcome: 'not-proven', before: 'on', after: 'on', proof: result().observations },
    previous: { state: 'on', verdict: 'fail', at: '2026-10-01T08:00:00.000Z' },
    suppressed: { reason: 'x', owner: 'x', expires: 'x' },
    evidence: ['x'],
  }),
]);
FULL.coverage.notes = ['x'];

/** What is no character of XML, and what turns text around, is U+FFFD. */
const asCharacters = (text: string) =>
  text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** What stands there: elements and the names of their attributes. */
const skeletonOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].map((element) =>
      [element.localName, ...[...element.attributes].map(({ name }) => name)].join(' '),
    ),
  );

describe('hostile values in every field', () => {
  let harmless: string[];
  beforeAll(async () => {
    await open(
      tell(
        'html',
        replaceStrings(FULL, () => 'harmless'),
      ),
      async (page) => {
        harmless = await skeletonOf(page);
      },
    );
  });

  const withoutLink = (all: string[]) => all.filter((element) => element !== 'a href rel');

  it.each(Object.entries(HOSTILE))('%s: is shown as text, and is nothing else', async (_, value) => {
    await open(
      tell(
        'html',
        replaceStrings(FULL, (path) => `${path} ${value}`),
      ),
      async (page) => {
        expect(withoutLink(await skeletonOf(page))).toEqual(withoutLink(harmless));
        expect(troubleOn(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.dataset.broken ?? 'whole')).toBe('whole');
        for (const href of await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
          expect(href).toMatch(/^https:\/\/example\.com\//);
        }
        // As HTML takes it: lines and spaces are one.
        const seen = (await page.evaluate(() => document.body.textContent ?? '')).replaceAll(/\s+/g, ' ');
        const shown = asCharacters(value).replaceAll(/\s+/g, ' ').trimEnd();
        for (const path of SHOWN) expect([path, seen.includes(`${path} ${shown.trimStart()}`)]).toEqual([path, true]);
        await page.setViewportSize(PHONE);
        expect(await widerThanThePage(page)).toEqual([]);
      },
    );
  });

  it('an address that is a script’s becomes no link', async () => {
    const setting = { ...result().setting, url: 'javascript:alert(1)//https://example.com' };
    await open(tell('html', report([result({ setting })])), async (page) => {
      expect(await page.locator('a').count()).toBe(0);
    });
  });

  it('JUnit’s XML stays the same elements, and says the same', async () => {
    await open('', async (page) => {
      const read = (given: Report) =>
        page.evaluate(
          (xml) => {
            const parsed = new DOMParser().parseFromString(xml, 'application/xml');
            const skeleton = [...parsed.querySelectorAll('*')].map((element) =>
              [element.localName, ...[...element.attributes].map(({ name }) => name)].join(' '),
            );
            return { skeleton, name: parsed.querySelector('testcase')?.getAttribute('name') };
          },
          tell('junit', given),
        );
      const expected = await read(replaceStrings(FULL, () => 'harmless'));
      expect(expected.skeleton[0]).toMatch(/^testsuites /);
      for (const [what, value] of Object.entries(HOSTILE)) {
        const { skeleton, name } = await read(replaceStrings(FULL, () => value));
        // An attribute of XML has spaces in the place of line ends.
        const shown = asCharacters(value).replaceAll(/[\t\n]/g, ' ');
        expect([what, skeleton, name]).toEqual([what, expected.skeleton, `${shown} (${shown})`]);
      }
    });
  });
});

const SHOWN = [
  'results.0.account.name',
  'results.0.setting.title',
  'results.0.reason.message',
  'results.0.reason.hint',
  'results.0.observations.0.witness',
  'results.0.observations.0.saw',
  'results.0.observations.1.detail',
  'results.0.change.proof.0.detail',
  'results.0.suppressed.reason',
  'results.0.suppressed.owner',
  'results.0.suppressed.expires',
  'coverage.covers.0',
  'coverage.doesNotCover.1',
  'coverage.notes.0',
  'run.id',
  'run.command',
  'run.trigger',
  'run.browser.name',
  'run.browser.version',
  'run.browser.mode',
  'network.hosts.0',
  'tool.version',
];
