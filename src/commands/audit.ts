import type { Command } from 'commander';
import type { IsGiven } from '../config/apply.ts';
import type { ReadConfig } from '../config/read.ts';
import type { Shard } from '../decide/shard.ts';
import { UsageError } from '../errors.ts';
import { DEFAULTS, type RunOptions } from '../options.ts';
import { SESSION_VARIABLE } from '../session/read.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT } from '../vocabulary.ts';
import type { Act, OwnFlags } from './act.ts';
import { addConfigFlag, addReportFlags, addTellingFlags } from './flags.ts';

export function addAudit(program: Command, act: Act): void {
  const command = program
    .command('audit')
    .description('check every configured account, compare with last time, and tell whoever is to be told')
    .option('--account <name>', 'this one of the configured accounts alone')
    .option('--session <file>', 'a session for this run only, where it is for one account; - for standard input')
    .option('--setting <id...>', 'which settings, or all', DEFAULTS.setting)
    .option('--expect-account <vanity or hash>', 'stop if someone else is signed in, where it is for one account')
    .option('--timeout <seconds>', 'for one setting', DEFAULTS.timeout)
    .option('--concurrency <number>', 'how many accounts at once (default: 2)')
    .option('--resume', 'go on with an audit that was interrupted; what it has proven is not looked at again', false)
    .option('--shard <i/n>', 'a part of the accounts; auto: as GitLab, GitHub or Kubernetes say')
    .option('--shard-total <n>', 'how many shards, where --shard auto cannot know')
    .option('--scheduled', 'started by a schedule; the report says so', false);
  addReportFlags(command).action(
    act(async (options, terminal, signal, own, isGiven) => {
      const { runAudit } = await import('../audit/run.ts');
      return runAudit(await auditOf(options, terminal, own, isGiven), terminal, signal);
    }),
  );
  const init = command.command('init').description('write a first configuration, with comments; never over another');
  addTellingFlags(addConfigFlag(init)).action((own: OwnFlags, self: Command) =>
    act(async (_options, terminal) => {
      const { writeFirstConfig } = await import('../config/first.ts');
      // The flag stands on `audit`, too, which takes it first.
      const { config } = self.optsWithGlobals();
      const path = await writeFirstConfig(typeof config === 'string' ? config : undefined);
      terminal.print(`${path}\n`);
      terminal.warn('Name your accounts in it; then run: linkedin-ai-optout audit');
      return EXIT.ok;
    })(own, self),
  );
}

async function auditOf(options: RunOptions, { environment, warn }: Terminal, own: OwnFlags, isGiven: IsGiven) {
  const [{ readConfig }, { applyConfig }, { selectAccounts }] = await Promise.all([
    import('../config/read.ts'),
    import('../config/apply.ts'),
    import('../audit/accounts.ts'),
  ]);
  const { path, config } = await requireConfig(readConfig, own.config);
  const shard = await shardIn(own, environment);
  const isHandedOver = Boolean(environment[SESSION_VARIABLE]);
  const account = typeof own.account === 'string' ? options.account : undefined;
  const { session, expectAccount } = options;
  const accounts = selectAccounts(config, { account, session, expectAccount, shard, isHandedOver });
  if (accounts.length === 0) warn('warning: There are more shards than accounts; this one has nothing to do.');
  if (isHandedOver && accounts.some(({ mayUseEnvironment }) => !mayUseEnvironment)) {
    warn(`warning: ${SESSION_VARIABLE} is one account's session, and this audit is for several: it is not used.`);
  }
  return {
    options: applyConfig(options, config, isGiven),
    config,
    path,
    accounts,
    concurrency: concurrencyIn(own.concurrency) ?? config.concurrency,
    shard,
    scheduled: Boolean(own.scheduled),
    resume: Boolean(own.resume),
  };
}

async function requireConfig(
  readConfig: (named?: string) => Promise<ReadConfig | null>,
  named: unknown,
): Promise<ReadConfig> {
  const read = await readConfig(typeof named === 'string' ? named : undefined);
  if (read) return read;
  throw new UsageError('There is no configuration yet; write a first one with: linkedin-ai-optout audit init.');
}

function concurrencyIn(text: unknown): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 16) return number;
  throw new UsageError('--concurrency: give a whole number from 1 to 16.');
}

async function shardIn({ shard, shardTotal }: OwnFlags, environment: NodeJS.ProcessEnv): Promise<Shard | null> {
  if (typeof shard !== 'string') {
    if (shardTotal === undefined) return null;
    throw new UsageError('--shard-total goes with --shard auto.');
  }
  const { parseShard, shardFrom } = await import('../decide/shard.ts');
  const found =
    shard === 'auto'
      ? shardFrom(environment, typeof shardTotal === 'string' ? shardTotal : undefined)
      : parseShard(shard);
  if (found) return found;
  throw new UsageError(
    shard === 'auto'
      ? '--shard auto: the environment does not tell which shard of how many this is; give --shard 1/8.'
      : '--shard: give which shard of how many, such as 1/8, or auto.',
  );
}
