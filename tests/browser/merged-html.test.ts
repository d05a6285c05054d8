import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { withBrowser } from '../../src/browser/open.ts';
import { factsOf } from '../../src/report/merge/facts.ts';
import { html } from '../../src/report/merge/render/html.ts';
import { renderMerged } from '../../src/report/merge/tell.ts';
import { ON } from '../unit/report/given.ts';
import { folderWith, mergeOf, NOW, reportOf, UNKNOWN } from '../unit/report/merge/given.ts';

/** The merged report as a page: no request, no error, nothing that keeps anybody out. */

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const HOSTILE = `<img src=http://127.0.0.1:9/x onerror=document.title='taken'>"'</table><script>document.title='taken'</script> אבג`;

it('the merged report is a page for everybody, and of no name', async () => {
  const merged = await mergeOf([
    reportOf({ name: 'ada' }),
    reportOf({ name: HOSTILE }, ON),
    reportOf({ name: 'ben' }, UNKNOWN),
    reportOf({ name: 'cat', days: 40 }),
  ]);
  async function* rows() {
    yield* merged.rows;
  }
  let text = '';
  const facts = factsOf({ ...merged, rows }, { version: '1.2.3', now: NOW, maxAge: '30 days' });
  for await (const piece of renderMerged({ rows }, facts, html, new Chalk({ level: 0 }))) text += piece;
  const folder = await folderWith({});
  const file = join(folder, 'merged.html');
  await writeFile(file, text);

  await withBrowser({ headed: false, warn: () => undefined }, new AbortController().signal, async ({ browser }) => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 1280],
      ['light', 360],
    ] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      const page = await context.newPage();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('request', (request) => said.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      expect(said).toEqual([pathToFileURL(file).href]);
      expect(await page.title()).toBe('LinkedIn AI training: all accounts');
      expect(await page.locator('td', { hasText: "document.title='taken'" }).count()).toBe(1);
      const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(isWide).toBe(false);
      await page.evaluate(await readFile(AXE, 'utf8'));
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: unknown[] }[] };
      expect(violations.map(({ id }) => id)).toEqual([]);
      if (process.env.PICTURES)
        await page.screenshot({ path: join(process.env.PICTURES, `merged-${colorScheme}-${width}.png`) });
      await context.close();
    }
  });
});
