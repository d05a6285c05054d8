import { expect, it } from 'vitest';
import { withBrowser } from '../../src/browser/open.ts';

const FEATURES = '--disable-features=';

it('the features switched off are Playwright’s own, and these', async () => {
  const lists = await withBrowser(
    { headed: false, warn: () => undefined },
    new AbortController().signal,
    async (open) => {
      const session = await open.browser.newBrowserCDPSession();
      const { arguments: commandLine } = await session.send('Browser.getBrowserCommandLine');
      return commandLine
        .filter((word) => word.startsWith(FEATURES))
        .map((word) => word.slice(FEATURES.length).split(','));
    },
  );
  // The browser takes the last list alone.
  const [theirs = [], ours = [], ...more] = lists;
  expect(more).toEqual([]);
  expect(theirs.length).toBeGreaterThan(0);
  expect(ours.filter((feature) => !theirs.includes(feature))).toEqual([
    'Reporting',
    'NetworkErrorLogging',
    'IsolateSandboxedIframes',
    'IsolateOrigins',
    'site-per-process',
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
  ]);
  expect(theirs.filter((feature) => !ours.includes(feature))).toEqual([]);
});
