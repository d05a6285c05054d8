import { once } from 'node:events';
import { ReasonError } from './errors.ts';
import { hashMember } from './member-hash.ts';
import type { RunOptions } from './options.ts';
import { readSession, SESSION_VARIABLE, type SessionSource } from './session/read.ts';
import type { SessionCookie } from './session/session.ts';
import { requireSignIn } from './session/sign-in.ts';
import type { KeptSession } from './session/store/kept.ts';
import { KEY_VARIABLE } from './session/store/key.ts';
import { withAccountLock } from './session/store/lock.ts';
import { openStore, type Store } from './session/store/store.ts';
import type { Terminal } from './terminal.ts';

/** The session that a run works with. */
export interface RunSession {
  readonly cookies: readonly SessionCookie[];
  /** hash of the member that it was kept for; null where it was handed over, or nobody knew */
  readonly member: string | null;
  /** Takes over what a page that was signed in has left of it: LinkedIn changes its cookies with time. */
  renew(seen: SignedIn): void;
}

/** What a page that was signed in has left of a session. */
export interface SignedIn {
  /** as the site has set them last */
  cookies: readonly SessionCookie[];
  /** vanity name, or null where the page did not tell */
  member: string | null;
}

interface SessionOptions {
  options: Pick<RunOptions, 'session' | 'account' | 'site'>;
  terminal: Terminal;
  /** of this installation; null where it cannot be kept */
  salt: string | null;
  signal: AbortSignal;
}

/**
 * Works with the session that was handed over for this run, or else with the account's kept one.
 * @throws UsageError; ReasonError `signed-out` or `session-expired`; what `signal` was aborted with; whatever the work throws
 */
export async function withSession<T>(given: SessionOptions, work: (session: RunSession) => Promise<T>): Promise<T> {
  const source = sourceOf(given.options, given.terminal);
  return source ? work(renewable((await readHandedOver(source, given)).cookies, null)) : withKeptSession(given, work);
}

/**
 * Works with the account's kept session, which is nobody else's meanwhile, and is kept anew after the work where that has
 * renewed it.
 * @throws as `withSession`
 */
export async function withKeptSession<T>(given: SessionOptions, work: (session: RunSession) => Promise<T>): Promise<T> {
  const { options, terminal, signal } = given;
  const store = await openStore({ environment: terminal.environment });
  // Looked at before the lock, which would make a folder where nothing is kept.
  await Promise.race([loadKept(store, options, terminal), interruptionOf(signal)]);
  return withAccountLock(store.folder, options.account, async () => {
    const kept = await loadKept(store, options, terminal);
    for (const warning of store.warnings) terminal.warn(`warning: ${warning}`);
    const session = renewable(kept.cookies, kept.member);
    try {
      return await work(session);
    } finally {
      if (session.seen) await keepAnew(store, kept, session.seen, given);
    }
  });
}

export interface HandedOver {
  cookies: readonly SessionCookie[];
  /** was it an export, which the key in the environment has opened? */
  wasEncrypted: boolean;
}

/** A session that is handed over. @throws as `readSession`, and what `signal` was aborted with */
export async function readHandedOver(
  source: SessionSource,
  { options: { site }, terminal, signal }: Omit<SessionOptions, 'salt'>,
): Promise<HandedOver> {
  const key = terminal.environment[KEY_VARIABLE];
  const reading = readSession(source, { site, now: terminal.now(), key });
  // Standard input may keep us waiting for ever.
  const { session, warnings, wasEncrypted } = await Promise.race([reading, interruptionOf(signal)]);
  for (const warning of warnings) terminal.warn(`warning: ${warning}`);
  return { cookies: session.cookies, wasEncrypted };
}

function renewable(
  cookies: readonly SessionCookie[],
  member: string | null,
): RunSession & { cookies: readonly SessionCookie[]; seen: SignedIn | null } {
  return {
    cookies,
    member,
    seen: null,
    renew(seen) {
      this.cookies = seen.cookies;
      this.seen = seen;
    },
  };
}

async function interruptionOf(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

function sourceOf(
  { session: path }: SessionOptions['options'],
  { environment, stdin }: Terminal,
): SessionSource | null {
  const value = environment[SESSION_VARIABLE];
  if (path === undefined) return value ? { kind: 'environment', value } : null;
  return sourceAt(path, stdin);
}

/** @param path of a file, or `-` for standard input */
export function sourceAt(path: string, stdin: Terminal['stdin']): SessionSource {
  return path === '-' ? { kind: 'stdin', stream: stdin } : { kind: 'file', path };
}

async function loadKept(
  store: Store,
  { account, site }: SessionOptions['options'],
  terminal: Terminal,
): Promise<KeptSession> {
  const kept = await store.load(account);
  if (!kept) throw new ReasonError('signed-out', `There is no session for the account "${account}".`, howTo(account));
  requireSignIn(kept.cookies, { site, now: terminal.now(), from: `the account "${account}"` });
  return kept;
}

async function keepAnew(
  store: Store,
  kept: KeptSession,
  { cookies, member }: SignedIn,
  { options, terminal, salt }: SessionOptions,
): Promise<void> {
  const now = terminal.now();
  const hash = member !== null && salt !== null ? hashMember(member, salt) : kept.member;
  const renewed = { ...kept, cookies: [...cookies], member: hash, lastProvenAt: now.toISOString() };
  // What was kept stays: the run itself is not worth less because of it.
  await store.save(renewed, { site: options.site, now }).catch((error: unknown) => {
    terminal.warn(`warning: ${error instanceof Error ? error.message : String(error)}`);
  });
}

/** How to get a session for an account, as a hint; undefined where the usual one does. */
function howTo(account: string): string | undefined {
  if (account === 'default') return undefined;
  return `Sign in with: linkedin-ai-optout login --account ${account}. Or give a file with --session.`;
}
