import { failureOf } from './browser/failure.ts';
import { withBrowser } from './browser/open.ts';
import { ReasonError, UsageError } from './errors.ts';
import { isRightMember, readSalt } from './member-hash.ts';
import type { RunOptions } from './options.ts';
import { proveSignIn } from './page/prove-sign-in.ts';
import type { NetworkTally } from './page/visit.ts';
import { withKeptSession } from './run-session.ts';
import type { KeyPlace } from './session/store/key-record.ts';
import { openStore } from './session/store/store.ts';
import type { Terminal } from './terminal.ts';
import type { Reason } from './vocabulary.ts';

/** A kept account, as it is listed. Times are ISO 8601 in UTC. */
export interface AccountFacts {
  name: string;
  /** hash; null where nobody knows */
  member: string | null;
  createdAt: string | null;
  lastProvenAt: string | null;
  browser: string | null;
  /** why it cannot be opened, in a sentence */
  fault: string | null;
  /** what a check of it came to; null where none was made, or it is signed in */
  reason: Reason | null;
}

export interface Accounts {
  keyPlace: KeyPlace | null;
  accounts: AccountFacts[];
}

/** Everything that is kept. @throws UsageError */
export async function listAccounts(terminal: Terminal): Promise<Accounts> {
  const store = await openStore({ environment: terminal.environment });
  const accounts = (await store.list()).map(({ name, kept }): AccountFacts => {
    const facts = { name, member: null, createdAt: null, lastProvenAt: null, browser: null, fault: null, reason: null };
    if ('fault' in kept) return { ...facts, fault: kept.fault };
    const { member, createdAt, lastProvenAt, browser } = kept;
    return { ...facts, member, createdAt, lastProvenAt, browser };
  });
  for (const warning of store.warnings) terminal.warn(`warning: ${warning}`);
  return { keyPlace: store.keyPlace, accounts };
}

/**
 * Shows of each kept account by a page whether it is still signed in, one after the other; no setting is read.
 * @param names which of them
 * @returns what is wrong, by name; of the others nothing
 * @throws UsageError; what `signal` was aborted with
 */
export async function checkAccounts(
  names: readonly string[],
  options: RunOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<Map<string, Pick<AccountFacts, 'fault' | 'reason'>>> {
  const salt = await readSalt().catch(() => null);
  const tally: NetworkTally = { writesAllowed: 0, writesBlocked: 0, hosts: new Set() };
  const wrong = new Map<string, Pick<AccountFacts, 'fault' | 'reason'>>();
  const progress = await terminal.startProgress('Opening the browser');
  try {
    await withBrowser({ ...options, warn: terminal.warn }, signal, async (open) => {
      for (const account of names) {
        progress.say(`Checking "${account}"`);
        const given = { options: { ...options, account }, terminal, salt, signal };
        await withKeptSession(given, async (session) => {
          const deadline = performance.now() + options.timeoutMs;
          const seen = await proveSignIn(open, { site: options.site, cookies: session.cookies, deadline, tally });
          if (!isRightMember(seen.member, { expected: options.expectAccount, kept: session.member, salt })) {
            throw new ReasonError('wrong-account', 'Someone else is signed in.');
          }
          session.renew(seen);
        }).catch((error: unknown) => {
          signal.throwIfAborted();
          const failure = failureOf(error, open.browser);
          if (failure) wrong.set(account, { fault: null, reason: failure.reason });
          else if (error instanceof UsageError) wrong.set(account, { fault: error.message, reason: null });
          else throw error;
        });
      }
    });
  } finally {
    progress.stop();
  }
  return wrong;
}
