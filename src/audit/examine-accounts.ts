import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { failureOf } from '../browser/failure.ts';
import { type OpenBrowser, withBrowser } from '../browser/open.ts';
import { ReasonError, UsageError } from '../errors.ts';
import type { Exhibit } from '../evidence/bundle.ts';
import type { RunOptions } from '../options.ts';
import type { NetworkTally } from '../page/visit.ts';
import { undecidedResult } from '../report/result.ts';
import type { Report, Result } from '../report/schema.ts';
import { withSession } from '../run-session.ts';
import { SESSION_VARIABLE } from '../session/read.ts';
import { LINKEDIN_ORIGIN } from '../settings/site.ts';
import type { Terminal } from '../terminal.ts';
import { type Reason, reason } from '../vocabulary.ts';
import type { AuditedAccount } from './accounts.ts';

// Most of the program's own code, loaded while the browser starts.
const loadExamination = () => import('../examine-account.ts');

/** At LinkedIn, between one account and the next: a person would not be quicker. In milliseconds. */
const PAUSE_MS = { least: 5_000, most: 15_000 };

export interface ExamineAccountsOptions {
  options: RunOptions;
  accounts: readonly AuditedAccount[];
  concurrency: number;
  salt: string | null;
  tally: NetworkTally;
  terminal: Terminal;
  signal: AbortSignal;
  onBrowser(browser: Report['run']['browser']): void;
  /** of one account, all of its settings, with what was kept of their pages; the next one waits until this is done */
  onResults(account: string, results: readonly Result[], exhibits: readonly Exhibit[]): Promise<void>;
}

/**
 * Examines the accounts in one browser, each in a context of its own, several at once. Whatever befalls one of them is that
 * one's result. Where the browser itself goes, another takes its place, and who was in hand gets one more try.
 * @throws UsageError for a wrong --browser; what `signal` was aborted with
 */
export async function examineAccounts(task: ExamineAccountsOptions): Promise<void> {
  const { options, terminal, signal, onBrowser } = task;
  const waiting = task.accounts.map((account) => ({ account, tries: 0 }));
  // Each page of each account listens to it.
  setMaxListeners(0, signal);
  while (waiting.length > 0) {
    try {
      await withBrowser({ ...options, warn: terminal.warn, meanwhile: loadExamination }, signal, async (open) => {
        onBrowser({ name: open.name, version: open.version, mode: open.mode, sandbox: open.sandbox });
        const hands = Math.min(task.concurrency, waiting.length);
        const working = Array.from({ length: hands }, () => work(open, waiting, task));
        const ends = await Promise.allSettled(working);
        for (const end of ends) if (end.status === 'rejected') throw end.reason;
      });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ReasonError)) throw error;
      if (options.verbose && error.cause) terminal.tell(String(error.cause));
      // It cannot be opened: another try would end the same way.
      for (const { account } of waiting.splice(0))
        await task.onResults(account.name, undecided(error.reason, account, [], options), []);
    }
  }
}

type Waiting = { account: AuditedAccount; tries: number }[];

async function work(open: OpenBrowser, waiting: Waiting, task: ExamineAccountsOptions): Promise<void> {
  for (let isFirst = true; open.browser.isConnected(); isFirst = false) {
    const next = waiting.shift();
    if (!next) return;
    if (!isFirst) await pauseFor(task);
    // Those of a try that is not the last are forgotten with its results.
    const exhibits: Exhibit[] = [];
    const results = await examineOne(open, next.account, { ...task, exhibits });
    task.signal.throwIfAborted();
    const isLost = !open.browser.isConnected() && results.some((result) => result.reason?.code === 'browser-failed');
    if (isLost && next.tries === 0) waiting.push({ ...next, tries: 1 });
    else await task.onResults(next.account.name, results, exhibits);
  }
}

/** @param task `exhibits` is added to */
async function examineOne(
  open: OpenBrowser,
  account: AuditedAccount,
  task: ExamineAccountsOptions & { exhibits: Exhibit[] },
): Promise<Result[]> {
  const { salt, tally, signal, terminal } = task;
  const { name, session, expectAccount } = account;
  const options = { ...task.options, account: name, session, expectAccount };
  const environment = account.mayUseEnvironment
    ? terminal.environment
    : { ...terminal.environment, [SESSION_VARIABLE]: undefined };
  const results: Result[] = [];
  try {
    const { examineAccount } = await loadExamination();
    await withSession({ options, terminal: { ...terminal, environment }, salt, signal }, (found) =>
      examineAccount(
        open,
        {
          command: 'audit',
          mode: 'check',
          options,
          agrees: async () => false,
          byHand: false,
          onCapture: (capture, picture) => {
            task.exhibits.push({ account: name, setting: capture.setting.id, capture, picture });
          },
          session: found,
          salt,
          tally,
          progress: { say: () => undefined, stop: () => undefined },
          signal,
        },
        results,
      ),
    );
    return results;
  } catch (error) {
    signal.throwIfAborted();
    return [...results, ...undecided(whyItFailed(error, open), account, results, task.options)];
  }
}

/** No account's trouble is another's. */
function whyItFailed(error: unknown, open: OpenBrowser): Reason {
  const failure = failureOf(error, open.browser);
  if (failure) return failure.reason;
  const text = error instanceof Error ? error.message : String(error);
  if (!(error instanceof UsageError)) return reason('internal', `A fault of ours: ${text}`);
  return error.reason ?? reason('signed-out', text, 'Mend that first, then run this again.');
}

function undecided(why: Reason, { name }: AuditedAccount, done: readonly Result[], options: RunOptions): Result[] {
  const missing = options.settings.slice(done.length);
  return missing.map((setting) => undecidedResult(why, { account: name, site: options.site }, setting, 'check'));
}

async function pauseFor({ options, signal }: ExamineAccountsOptions): Promise<void> {
  if (options.site.origin !== LINKEDIN_ORIGIN) return;
  await pause(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least), undefined, { signal });
}
