import { setMaxListeners } from 'node:events';
import type { Page } from 'playwright';
import { vi } from 'vitest';
import { type OpenBrowser, withBrowser } from '../../../src/browser/open.ts';
import type { Entries } from '../../../src/decide/form.ts';
import type { FormTraits } from '../../../src/demo/site/form/traits.ts';
import { type LookalikeSite, openLookalikeSite } from '../../../src/demo/site/open.ts';
import { objectByHand } from '../../../src/page/form/by-hand.ts';
import type { Ending, HandOver } from '../../../src/page/form/watch.ts';
import { siteOf } from '../../../src/settings/site.ts';
import type { Reason } from '../../../src/vocabulary.ts';

/** One browser for many members, each before a look-alike of their own. */
export interface Desk {
  /** @param act what the member does once the form is theirs, or once it is told what is the matter */
  sit(variant: string | FormTraits, act?: (seat: Seat) => Promise<unknown>, entries?: Partial<Entries>): Promise<Seen>;
  close(): Promise<void>;
}

export interface Seat {
  page: Page;
  lookalike: LookalikeSite;
  told: Told;
  /** waits until there is one more hand-over than before, or one more of something else */
  until(isSo: () => boolean): Promise<void>;
}

interface Told {
  handOvers: HandOver[];
  troubles: Reason[];
  confirmed: (string | null)[];
  failures: number[];
  dialogs: string[];
}

export interface Seen extends Told {
  ending: Ending;
  lookalike: LookalikeSite;
  /** what had reached the server when the member began to act */
  before: string[];
}

export const ROBIN: Entries = {
  kind: 'ai-training',
  firstName: 'Robin',
  lastName: 'Example-Müller',
  email: 'robin@example.org',
  text: 'Dear Sir or Madam,\n\nI object & “insist”.\n\n'.concat('Because. '.repeat(40).trim()),
};

export async function openDesk(): Promise<Desk> {
  const end = new AbortController();
  setMaxListeners(0, end.signal);
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const open = await new Promise<OpenBrowser>((resolve, reject) => {
    withBrowser({ headed: false, warn: () => undefined }, end.signal, async (opened) => {
      resolve(opened);
      await finished;
    }).catch(reject);
  });
  return {
    sit: async (variant, act = async () => undefined, entries = {}) => {
      const lookalike = await openLookalikeSite();
      lookalike.form.variant = variant;
      const told: Told = { handOvers: [], troubles: [], confirmed: [], failures: [], dialogs: [] };
      const until = (isSo: () => boolean) =>
        vi.waitUntil(isSo, { timeout: 30_000, interval: 20 }).then(() => undefined);
      const pageOf = () =>
        open.browser
          .contexts()
          .flatMap((context) => context.pages())
          .find((page) => page.url().startsWith(lookalike.origin));
      const running = objectByHand(open, {
        site: siteOf(lookalike.origin),
        cookies: [],
        timeoutMs: 60_000,
        entries: { ...ROBIN, ...entries },
        progress: { say: () => undefined, stop: () => undefined },
        signal: end.signal,
        onHandOver: (handOver) => void told.handOvers.push(handOver),
        onTrouble: (why) => void told.troubles.push(why),
        onConfirmed: async (caseNumber) => void told.confirmed.push(caseNumber),
        onFailed: (status) => void told.failures.push(status),
        onDialog: (message) => void told.dialogs.push(message),
      });
      try {
        let hasEnded = false;
        running.then(
          () => {
            hasEnded = true;
          },
          () => {
            hasEnded = true;
          },
        );
        await until(() => hasEnded || told.handOvers.length + told.troubles.length > 0);
        const before = whatArrived(lookalike);
        const page = pageOf();
        if (page && !hasEnded) {
          await act({ page, lookalike, told, until }).finally(() => page.close());
        }
        return { ...told, ending: await running, lookalike, before };
      } finally {
        await running.catch(() => undefined);
        await lookalike.close();
      }
    },
    close: async () => finish(),
  };
}

/** What could have told or changed anything: writes, and addresses with a query. */
export function whatArrived({ arrivals, form }: LookalikeSite): string[] {
  const telling = arrivals.filter(({ method, path }) => method !== 'GET' || path.includes('?'));
  return [...telling.map(({ method, path }) => `${method} ${path}`), ...form.submitted.map(({ what }) => what)];
}
