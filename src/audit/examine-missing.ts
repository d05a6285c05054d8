import type { Exhibit } from '../evidence/bundle.ts';
import { buildSeen } from '../history/build.ts';
import { remember } from '../keep-history.ts';
import { readSalt } from '../member-hash.ts';
import type { NetworkTally } from '../page/visit.ts';
import type { Report, Result } from '../report/schema.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';
import type { Audit } from './audit.ts';
import { examineAccounts } from './examine-accounts.ts';
import { type RunState, writeRunState } from './run-state.ts';

/**
 * Examines the accounts that the run has not proven yet. What is found of one is kept before anybody hears of it: in the
 * history, and in the state of the run.
 * @param state is added to
 * @returns the browser that was used last
 */
export async function examineMissing(
  audit: Audit,
  { state, stateFile }: { state: RunState; stateFile: string },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<{ browser: Report['run']['browser']; exhibits: Exhibit[] }> {
  const { options, accounts, concurrency } = audit;
  const done = new Set(state.entries.map(({ result }) => result.account.name));
  const missing = accounts.filter(({ name }) => !done.has(name));
  const exhibits: Exhibit[] = [];
  let browser: Report['run']['browser'] = null;
  if (missing.length === 0) return { browser, exhibits };

  const progress = await terminal.startProgress(`Auditing ${accounts.length} account(s)`);
  const { writesAllowed, writesBlocked, hosts } = state.network;
  const tally: NetworkTally = { writesAllowed, writesBlocked, hosts: new Set(hosts) };
  const salt = await readSalt().catch(() => {
    terminal.warn(
      'warning: The folder for our own data cannot be written to, so the report does not tell members apart.',
    );
    return null;
  });
  const keep = async (account: string, results: readonly Result[]) => {
    const at = terminal.now().toISOString();
    const run = { id: state.id, command: 'audit', origin: options.site.origin };
    const isKept = await remember(
      results.map((result) => buildSeen({ tool: { version: VERSION }, run }, result, at)),
      terminal,
    );
    state.entries.push(...results.map((result) => ({ at, result })));
    state.network = { ...tally, hosts: [...tally.hosts].sort() };
    await writeRunState(stateFile, state).catch(() => {
      terminal.warn('warning: The state of this audit cannot be written, so --resume could not go on with it.');
    });
    for (const { setting, state: found } of results) {
      if (options.verbose && isKept && found !== 'unknown') terminal.tell(`proven: ${account} ${setting.id} ${found}`);
    }
    done.add(account);
    progress.say(`Audited ${done.size} of ${accounts.length} account(s)`);
  };
  // One after the other: what is kept must not be overtaken.
  let last = Promise.resolve();
  try {
    await examineAccounts({
      options,
      accounts: missing,
      concurrency,
      salt,
      tally,
      terminal,
      signal,
      onBrowser: (opened) => {
        browser = opened;
      },
      onResults: (account, results, kept) => {
        if (options.evidence !== undefined) exhibits.push(...kept);
        last = last.then(() => keep(account, results));
        return last;
      },
    });
  } catch (error) {
    await last.catch(() => undefined);
    const left = accounts.length - done.size;
    if (signal.aborted && done.size > 0)
      terminal.tell(`${done.size} account(s) were looked at, ${left} were not; audit --resume goes on with them.`);
    throw error;
  } finally {
    progress.stop();
  }
  state.network = { ...tally, hosts: [...tally.hosts].sort() };
  return { browser, exhibits };
}
