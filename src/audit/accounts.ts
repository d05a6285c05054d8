import type { Config } from '../config/schema.ts';
import { type Shard, shardOf } from '../decide/shard.ts';
import { UsageError } from '../errors.ts';

export interface AuditedAccount {
  name: string;
  session: string | undefined;
  expectAccount: string | undefined;
  /** may it use the session in the environment? One session is one account's */
  mayUseEnvironment: boolean;
}

export interface Selection {
  /** this one alone */
  account: string | undefined;
  /** these are for one account alone */
  session: string | undefined;
  expectAccount: string | undefined;
  shard: Shard | null;
  /** is there a session in the environment? */
  isHandedOver: boolean;
}

/** Which accounts this run is for, in the order of the configuration. @throws UsageError */
export function selectAccounts(config: Pick<Config, 'accounts'>, selection: Selection): AuditedAccount[] {
  const configured = config.accounts ?? [{ name: 'default' }];
  const named = configured.filter(({ name }) => selection.account === undefined || name === selection.account);
  if (named.length === 0) throw new UsageError(`--account: "${selection.account}" is none of the configured accounts.`);
  if (named.length > 1 && (selection.session ?? selection.expectAccount) !== undefined) {
    throw new UsageError('--session and --expect-account are for one account: name it with --account.');
  }
  const isTheirs = named.length === 1 && selection.isHandedOver;
  const accounts = selection.shard ? shardOf(named, selection.shard) : named;
  return accounts.map(({ name, session, expectAccount }) => ({
    name,
    session: selection.session ?? (isTheirs ? undefined : session),
    expectAccount: selection.expectAccount ?? expectAccount,
    mayUseEnvironment: named.length === 1,
  }));
}
