import { createRequire } from 'node:module';
import type { BrowserType } from 'playwright';

/**
 * Playwright's Chromium, loaded when a browser is needed: that takes longer than all the rest of a command without one.
 * Required and not imported, as an import reads its whole bundle once more, for names.
 */
export async function loadChromium(): Promise<BrowserType> {
  const { chromium }: typeof import('playwright') = createRequire(import.meta.url)('playwright');
  return chromium;
}
