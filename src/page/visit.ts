import type { BrowserContext, Page, Request } from 'playwright';
import { closeInTime, whileItLives } from '../browser/failure.ts';
import { openGate } from '../browser/gate.ts';
import { type Blocked, guardContext } from '../browser/guard.ts';
import type { OpenBrowser } from '../browser/open.ts';
import type { Sent } from '../browser/page-guard.ts';
import { ReasonError } from '../errors.ts';
import type { SessionCookie } from '../session/session.ts';
import type { Site } from '../settings/site.ts';
import { type Eyes, openEyes } from './look.ts';
import { type Traffic, watchTraffic } from './traffic.ts';

/** One page in a context of its own, with the member's session in it and the guard around it. */
export interface Visit extends Eyes {
  site: Site;
  page: Page;
  traffic: Traffic;
  /**
   * Goes on in another page, with nothing of this one but the session. This one's gate is shut first, and never opens again:
   * what a page sends as it goes may come late.
   */
  goOn<T>(work: (visit: Visit) => Promise<T>): Promise<T>;
  /** Why the page can no longer be looked at, if so. */
  trouble(): ReasonError | null;
  allowOneWrite(isTheSave: (request: Sent) => boolean): void;
  /** the request that was let through, once it was */
  save(): Request | null;
  /** Lets none through any more: what is sent as the page goes would be cut off. @returns as `save` */
  endSaving(): Request | null;
  blockedWrites(): readonly Blocked[];
  /** the site's cookies as they are now, also after `goOn` */
  cookies(): Promise<SessionCookie[]>;
}

export interface NetworkTally {
  writesAllowed: number;
  writesBlocked: number;
  hosts: Set<string>;
}

/**
 * Opens a page, runs the work, and takes the page away with the gate shut: what it tries to send on leaving goes nowhere.
 * @param tally is added to, also when the work fails
 */
export async function withVisit<T>(
  open: OpenBrowser,
  site: Site,
  cookies: readonly SessionCookie[],
  tally: NetworkTally,
  work: (visit: Visit) => Promise<T>,
): Promise<T> {
  const gate = await openGate({ site, hostRules: open.hostRules });
  const { isGated, signal } = open;
  // A browser that is closed under its pages sets free what waits at the route: by then the gate is shut.
  signal.addEventListener('abort', gate.shut, { once: true });
  let context: BrowserContext | null = null;
  try {
    const opening = {
      ...(isGated ? { proxy: { server: gate.server, bypass: '<-loopback>' } } : {}),
      serviceWorkers: 'block',
      acceptDownloads: false,
      viewport: open.mode === 'headless' || open.mode === 'connected' ? { width: 1280, height: 900 } : null,
    } as const;
    const own = await whileItLives(open.browser, () => open.browser.newContext(opening));
    context = own;
    const isOurs = open.mode !== 'connected';
    const { guard, page, eyes } = await whileItLives(open.browser, async () => {
      const guarding = guardContext(own, { site, gate: isGated ? gate : null, isOurs });
      const [guard] = await Promise.all([guarding, own.addCookies([...cookies])]);
      const page = await own.newPage();
      const [eyes] = await Promise.all([openEyes(page), guard.guardPage(page)]);
      return { guard, page, eyes };
    });
    let trouble: ReasonError | null = null;
    // A dialog is never answered: it stays open, and the page with it.
    page.on('dialog', (dialog) => {
      trouble ??= new ReasonError(
        'unexpected-dialog',
        `The page opened a dialog (${dialog.type()}); it was not answered.`,
      );
    });
    page.on('crash', () => {
      trouble ??= new ReasonError('browser-failed', 'The page crashed.');
    });
    page.on('close', () => {
      trouble ??= new ReasonError(
        'browser-failed',
        'The window was closed.',
        'Leave the window open until the run ends.',
      );
    });
    own.on('page', (popup) => {
      if (popup !== page) void popup.close().catch(() => undefined);
    });
    let later: SessionCookie[] | null = null;
    const cookiesNow = async () =>
      later ?? (await own.cookies()).filter((cookie) => site.ownsCookieDomain(cookie.domain));
    return await work({
      site,
      page,
      ...eyes,
      traffic: watchTraffic(page, site),
      goOn: async (onward) => {
        gate.shut();
        return withVisit(open, site, await cookiesNow(), tally, (next) =>
          onward(next).finally(async () => {
            later = await next.cookies().catch(() => later);
          }),
        );
      },
      trouble: () => trouble,
      allowOneWrite: guard.allowOneWrite,
      save: () => guard.save,
      endSaving: () => {
        guard.allowOneWrite(() => false);
        return guard.save;
      },
      blockedWrites: () => guard.blocked,
      cookies: cookiesNow,
    }).finally(() => {
      tally.writesAllowed += guard.writesAllowed;
      tally.writesBlocked += guard.writesBlocked;
      if (!isGated) for (const host of guard.hosts) tally.hosts.add(host);
    });
  } finally {
    signal.removeEventListener('abort', gate.shut);
    gate.shut();
    await closeInTime(context);
    await gate.close();
    tally.writesBlocked += gate.writesRefused();
    for (const host of gate.hosts) tally.hosts.add(host);
  }
}
