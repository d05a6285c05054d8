import type { Browser } from 'playwright';
import { ReasonError } from '../errors.ts';
import { isLoopback } from '../loopback.ts';
import { type Nowhere, openNowhere, REFUSAL } from './nowhere.ts';
import type { BrowserOptions, OpenBrowser } from './open.ts';
import { loadChromium } from './playwright.ts';

const MOST_CONNECT_MS = 30_000;
const PROBE_MS = 10_000;

/**
 * Works in a browser that somebody else started, in contexts of our own; then disconnects, and leaves the browser and its
 * own tabs as they were.
 * @throws ReasonError `browser-failed`
 */
export async function withConnectedBrowser<T>(
  { connect, timeoutMs, warn }: BrowserOptions & { connect: string },
  signal: AbortSignal,
  work: (open: OpenBrowser) => Promise<T>,
): Promise<T> {
  const { host, hostname, protocol } = new URL(connect);
  if (/^(ws|http):$/.test(protocol) && !isLoopback(hostname)) {
    warn(`warning: The way to the browser at ${host} is not encrypted, and the session goes over it.`);
  }
  const browser = await connectTo(connect, Math.min(timeoutMs ?? MOST_CONNECT_MS, MOST_CONNECT_MS));
  const nowhere = await openNowhere();
  // For a browser that is not ours, closing is disconnecting.
  const disconnect = () => browser.close().catch(() => undefined);
  const onAbort = () => void disconnect();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    signal.throwIfAborted();
    const isGated = await reaches(browser, nowhere);
    if (!isGated) {
      warn(
        `warning: The browser at ${host} cannot use a proxy on this machine: requests are stopped in its pages alone, and what the browser itself sends is not seen.`,
      );
    }
    return await work({
      browser,
      hostRules: [],
      name: browser.browserType().name(),
      version: browser.version(),
      mode: 'connected',
      sandbox: null,
      isGated,
      signal,
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    await disconnect();
    await nowhere.close();
  }
}

async function connectTo(address: string, timeout: number): Promise<Browser> {
  const { host, protocol } = new URL(address);
  const chromium = await loadChromium();
  const attempt = (ms: number): Promise<Browser> =>
    /^ws/.test(protocol) && !isDevTools(address)
      ? chromium.connect(address, { timeout: ms })
      : chromium.connectOverCDP(address, { timeout: ms });
  try {
    // A browser that is just opening its first tab now and then leaves the first attempt without an answer for good.
    return await attempt(timeout / 3).catch((error) => {
      if (!isTimeout(error)) throw error;
      return attempt((timeout * 2) / 3);
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [what, hint] = /version mismatch/i.test(text)
      ? [
          'runs another version of Playwright than this program',
          'Start the server with the version that `npm ls playwright` shows.',
        ]
      : isTimeout(error)
        ? ['did not answer in time', 'Check the address, and that the browser still runs.']
        : ['could not be connected to', 'Check the address, and that the browser is there.'];
    // The address may hold a token: of it only the host is told.
    throw new ReasonError('browser-failed', `The browser at ${host} ${what}.`, hint);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /Timeout/.test(error.message);
}

/** A CDP endpoint may be given by its WebSocket, too. */
function isDevTools(address: string): boolean {
  return new URL(address).pathname.startsWith('/devtools/');
}

/** Can this browser use a proxy on this machine? Asked for an address that leads nowhere. */
async function reaches(browser: Browser, nowhere: Nowhere): Promise<boolean> {
  const context = await browser.newContext({ proxy: { server: nowhere.server, bypass: '<-loopback>' } });
  try {
    const page = await context.newPage();
    const response = await page.goto('http://linkedin-ai-optout.invalid/', { timeout: PROBE_MS });
    return (await response?.text())?.includes(REFUSAL) ?? false;
  } catch {
    return false;
  } finally {
    await context.close().catch(() => undefined);
  }
}
