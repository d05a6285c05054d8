import { expect, it } from 'vitest';
import type { OpenBrowser } from '../../../src/browser/open.ts';
import { signInByHand } from '../../../src/page/sign-in-by-hand.ts';
import { LINKEDIN_ORIGIN, siteOf } from '../../../src/settings/site.ts';

it('nobody signs in in a browser that cannot be given a gate', async () => {
  const open = { isGated: false } as OpenBrowser;
  const signingIn = signInByHand(open, {
    site: siteOf(LINKEDIN_ORIGIN),
    timeoutMs: 1_000,
    tally: { writesAllowed: 0, writesBlocked: 0, hosts: new Set() },
    progress: { say: () => undefined, stop: () => undefined },
    signal: new AbortController().signal,
  });
  await expect(signingIn).rejects.toMatchObject({ reason: { code: 'browser-failed' } });
});
