import type { BrowserType } from 'playwright';

/** Playwright's Chromium, loaded when a browser is needed: that takes longer than all the rest of a command without one. */
export async function loadChromium(): Promise<BrowserType> {
  return (await import('playwright')).chromium;
}
