import { type Browser, chromium, type Page } from 'playwright';
import { until, type Wrapper, wrapListeningBrowser } from './program.ts';

/** Somebody at the screen: sees the window that the program has opened, and types and clicks in it. */
export interface Person {
  /** for --browser */
  browser: Wrapper;
  /** the window that leads to this address, once it is there */
  sees(address: RegExp): Promise<Page>;
  leaves(): Promise<void>;
}

export async function person(): Promise<Person> {
  const browser = await wrapListeningBrowser();
  let eyes: Browser | null = null;
  return {
    browser,
    sees: async (address) => {
      await until(async () => {
        const port = await browser.port();
        // A browser that is just opening its first tab may leave the first attempt without an answer for good.
        if (port !== null) eyes ??= await connectTo(port).catch(() => null);
        return eyes !== null;
      }, 30_000);
      let page: Page | undefined;
      await until(async () => {
        page = eyes
          ?.contexts()
          .flatMap((context) => context.pages())
          .find((candidate) => address.test(candidate.url()));
        return page !== undefined;
      }, 30_000);
      return page as Page;
    },
    leaves: async () => {
      await eyes?.close().catch(() => undefined);
    },
  };
}

function connectTo(port: number): Promise<Browser> {
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5_000 });
}
