import { failureOf } from './browser/failure.ts';
import { withBrowser } from './browser/open.ts';
import { ReasonError } from './errors.ts';
import { hashMember, isRightMember, readSalt } from './member-hash.ts';
import type { RunOptions } from './options.ts';
import { proveSignIn } from './page/prove-sign-in.ts';
import type { NetworkTally } from './page/visit.ts';
import type { HandedOver, SignedIn } from './run-session.ts';
import { KEY_VARIABLE } from './session/store/key.ts';
import { withAccountLock } from './session/store/lock.ts';
import { openStore, type Store } from './session/store/store.ts';
import type { Terminal } from './terminal.ts';

interface KeepTask {
  options: RunOptions;
  terminal: Terminal;
  signal: AbortSignal;
  /** a session that was handed over; without it the member signs in by hand */
  handedOver?: HandedOver | undefined;
}

/** What was kept, for the screen. */
export interface Kept {
  /** vanity name, or null where the page did not tell */
  member: string | null;
  keyPlace: Store['keyPlace'];
}

/**
 * Gets a session, shows by a page that it is a sign-in, and keeps it. What would keep it from being kept is told before
 * anybody signs in, and nothing is kept that was not shown.
 * @throws UsageError, ReasonError; what `signal` was aborted with
 */
export async function keepSession({ options, terminal, signal, handedOver }: KeepTask): Promise<Kept> {
  const { account, site, timeoutMs, expectAccount } = options;
  const store = await storeFor(handedOver, terminal.environment);
  return withAccountLock(store.folder, account, async () => {
    await store.requireWritable();
    for (const warning of store.warnings) terminal.warn(`warning: ${warning}`);
    const salt = await readSalt();
    const earlier = await store.load(account).catch(() => null);
    const tally: NetworkTally = { writesAllowed: 0, writesBlocked: 0, hosts: new Set() };
    const progress = await terminal.startProgress('Opening the browser');
    try {
      return await withBrowser({ ...options, warn: terminal.warn }, signal, async (open) => {
        const signingIn: Promise<SignedIn> = handedOver
          ? proveSignIn(open, { site, cookies: handedOver.cookies, deadline: performance.now() + timeoutMs, tally })
          : (await import('./page/sign-in-by-hand.ts')).signInByHand(open, {
              site,
              timeoutMs,
              tally,
              progress,
              signal,
            });
        const seen = await signingIn.catch((error: unknown) => {
          throw failureOf(error, open.browser) ?? error;
        });
        signal.throwIfAborted();
        const { member } = seen;
        if (!isRightMember(member, { expected: expectAccount, kept: null, salt })) {
          const who = member === null ? 'The page does not tell who is signed in' : 'Someone else is signed in';
          throw new ReasonError('wrong-account', `${who}; nothing was kept.`);
        }
        const hash = member === null ? null : hashMember(member, salt);
        if (earlier?.member && hash && earlier.member !== hash) throw anothers(account);
        const now = terminal.now();
        const at = now.toISOString();
        // Where no page tells who it is now, the next one that does must tell of the same.
        const whose = hash ?? earlier?.member ?? null;
        const session = { account, cookies: [...seen.cookies], member: whose, createdAt: at, lastProvenAt: at };
        await store.save({ ...session, browser: open.name }, { site, now });
        return { member, keyPlace: store.keyPlace };
      });
    } finally {
      progress.stop();
    }
  });
}

/** The key that has opened an export is the export’s: it is not held against what is kept with another one. */
async function storeFor(handedOver: HandedOver | undefined, environment: NodeJS.ProcessEnv): Promise<Store> {
  if (!handedOver?.wasEncrypted) return openStore({ environment });
  const { [KEY_VARIABLE]: _, ...others } = environment;
  const store = await openStore({ environment: others });
  const hasItsOwn = store.keyPlace !== null && store.keyPlace !== 'environment';
  return hasItsOwn ? store : openStore({ environment });
}

function anothers(account: string): ReasonError {
  return new ReasonError(
    'wrong-account',
    `The account "${account}" is another member’s; what was kept for it is unchanged.`,
    `Keep this one under another name (--account <name>), or forget the other first: linkedin-ai-optout logout --account ${account}.`,
  );
}
