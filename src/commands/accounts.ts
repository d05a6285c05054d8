import type { Command } from 'commander';
import type { AccountFacts, Accounts } from '../accounts.ts';
import { worstExitCode } from '../decide/verdict.ts';
import { UsageError } from '../errors.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, type ExitCode, REASONS } from '../vocabulary.ts';
import { writeWhole } from '../write-whole.ts';
import type { Act } from './act.ts';
import { addBrowserFlags, addTellingFlags, formatFlag } from './flags.ts';
import { KEY_PLACES } from './key-places.ts';

export function addAccounts(program: Command, act: Act): void {
  const command = program
    .command('accounts')
    .description('list the sessions that are kept on this machine')
    .option('--check', 'show by a page of each whether it is still signed in; no setting is read', false)
    .option('--timeout <seconds>', 'for one account', '45')
    .addOption(formatFlag(['text', 'json']));
  addTellingFlags(addBrowserFlags(command)).action(
    act(async (options, terminal, signal, { check }) => {
      const { checkAccounts, listAccounts } = await import('../accounts.ts');
      const listed = await listAccounts(terminal);
      const names = listed.accounts.filter(({ fault }) => fault === null).map(({ name }) => name);
      let told: Accounts = listed;
      if (check && names.length > 0) {
        const wrong = await checkAccounts(names, options, terminal, signal);
        // A check renews what is kept, so it is listed again.
        const { keyPlace, accounts } = await listAccounts(terminal);
        told = { keyPlace, accounts: accounts.map((facts) => ({ ...facts, ...wrong.get(facts.name) })) };
      }
      terminal.print(options.format === 'json' ? json(told) : await text(told, terminal));
      return exitCodeOf(told.accounts);
    }),
  );
  addExport(command, act);
}

function addExport(accounts: Command, act: Act): void {
  const command = accounts
    .command('export')
    .description('write a kept session, encrypted for another machine, as --session and login --import take it')
    .argument('[account]', 'which one', 'default')
    .requiredOption('--to <recipient>', 'the public key of that machine: age1…, as age-keygen prints it')
    .option('--out <file>', 'in place of standard output');
  addTellingFlags(command).action(async (account: string) => {
    await act(async (_options, terminal, _signal, { to, out }) => {
      const { exportFor } = await import('../session/store/portable.ts');
      const { openStore } = await import('../session/store/store.ts');
      const store = await openStore({ environment: terminal.environment });
      const kept = await store.load(account);
      for (const warning of store.warnings) terminal.warn(`warning: ${warning}`);
      if (!kept)
        throw new UsageError(`No session is kept as "${account}"; see what is kept with: linkedin-ai-optout accounts.`);
      const exported = await exportFor(kept, String(to));
      if (typeof out !== 'string') terminal.print(exported);
      else
        await writeWhole(out, exported).catch((error: unknown) => {
          throw unwritten(out, error);
        });
      return EXIT.ok;
    })(command.opts());
  });
}

function unwritten(path: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new UsageError(`--out: "${path}" was not written (${code}); give another place.`);
}

function exitCodeOf(accounts: readonly AccountFacts[]): ExitCode {
  const worst = worstExitCode(accounts.map(({ reason }) => (reason ? REASONS[reason.code].exitCode : EXIT.ok)));
  return worst === EXIT.ok && accounts.some(({ fault }) => fault !== null) ? EXIT.usage : worst;
}

function json(accounts: Accounts): string {
  return `${JSON.stringify({ schemaVersion: 1, ...accounts }, null, 2)}\n`;
}

async function text({ keyPlace, accounts }: Accounts, { color, now }: Terminal): Promise<string> {
  if (accounts.length === 0) return 'No session is kept. Sign in with: linkedin-ai-optout login\n';
  const { formatDistanceStrict } = await import('date-fns/formatDistanceStrict');
  const ago = (time: string | null) =>
    time === null ? 'never' : formatDistanceStrict(new Date(time), now(), { addSuffix: true });
  const blocks = accounts.map(({ name, member, createdAt, lastProvenAt, browser, fault, reason }) => {
    const title = color.bold(name);
    if (fault !== null) return `${title}\n  ${color.red(fault)}\n`;
    const lines = [
      ['signed in as', member ?? 'unknown'],
      ['kept', `${ago(createdAt)}, from ${browser}`],
      [
        'last proven',
        reason ? `${ago(lastProvenAt)}; ${color.red(`not now: ${reason.message}`)} ${reason.hint}` : ago(lastProvenAt),
      ],
    ];
    return `${title}\n${lines.map(([label, value]) => `  ${label?.padEnd(13)} ${value}\n`).join('')}`;
  });
  const key = keyPlace === null ? 'missing' : KEY_PLACES[keyPlace];
  return `${blocks.join('\n')}\nThe key to what is kept is ${key}.\n`;
}
