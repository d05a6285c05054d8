import type { BrowserContext, Page } from 'playwright';
import { closeInTime, whileItLives } from '../../browser/failure.ts';
import { openGate } from '../../browser/gate.ts';
import { type Guard, guardContext } from '../../browser/guard.ts';
import type { OpenBrowser } from '../../browser/open.ts';
import { ReasonError } from '../../errors.ts';
import type { SessionCookie } from '../../session/session.ts';
import type { Site } from '../../settings/site.ts';
import { type Eyes, openEyes } from '../look.ts';
import { type Traffic, watchTraffic } from '../traffic.ts';
import { type Hands, openHands } from './hands.ts';

/** A page in a window of the member's, from which nothing can be written until `guard` lets it. */
export interface FormVisit {
  page: Page;
  context: BrowserContext;
  guard: Guard;
  traffic: Traffic;
  eyes: Eyes;
  hands: Hands;
}

interface FormVisitOptions {
  site: Site;
  cookies: readonly SessionCookie[];
  onPress(): void;
  onDialog(message: string): void;
}

/** Opens the window, runs the work, and takes the window away with the gate shut. @throws ReasonError `browser-failed` */
export async function withFormVisit<T>(
  open: OpenBrowser,
  { site, cookies, onPress, onDialog }: FormVisitOptions,
  work: (visit: FormVisit) => Promise<T>,
): Promise<T> {
  if (!open.isGated) {
    throw new ReasonError(
      'browser-failed',
      'That browser cannot use a proxy on this machine, so nobody could say where what you write goes.',
      'Use a browser on this machine, or take the text alone with --print.',
    );
  }
  const gate = await openGate({ site, hostRules: open.hostRules });
  open.signal.addEventListener('abort', gate.shut, { once: true });
  let opened: BrowserContext | null = null;
  try {
    const proxy = { server: gate.server, bypass: '<-loopback>' };
    const context = await whileItLives(open.browser, () =>
      open.browser.newContext({ proxy, serviceWorkers: 'block', acceptDownloads: false, viewport: null }),
    );
    opened = context;
    const visit = await whileItLives(open.browser, async () => {
      const isOurs = open.mode !== 'connected';
      const guard = await guardContext(context, { site, gate, isOurs });
      await context.addCookies([...cookies]);
      const page = await context.newPage();
      const [eyes, hands] = await Promise.all([openEyes(page), openHands(page, onPress), guard.guardPage(page)]);
      return { page, context, guard, traffic: watchTraffic(page, site), eyes, hands };
    });
    visit.page.on('dialog', (dialog) => {
      onDialog(dialog.message());
      dialog.dismiss().catch(() => undefined);
    });
    return await work(visit);
  } finally {
    open.signal.removeEventListener('abort', gate.shut);
    gate.shut();
    await closeInTime(opened);
    await gate.close();
  }
}
