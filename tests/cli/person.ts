import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright';
import { until, type Wrapper, wrapBrowser } from './program.ts';

/** Somebody at the screen: sees the window that the program has opened, and types and clicks in it. */
export interface Person {
  /** for --browser */
  browser: Wrapper;
  /** the window that leads to this address, once it is there */
  sees(address: RegExp): Promise<Page>;
  leaves(): Promise<void>;
}

export async function person(): Promise<Person> {
  const port = await freePort();
  const browser = await wrapBrowser([`--remote-debugging-port=${port}`]);
  let eyes: Browser | null = null;
  return {
    browser,
    sees: async (address) => {
      await until(async () => {
        eyes ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`).catch(() => null);
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

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
