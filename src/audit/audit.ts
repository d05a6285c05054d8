import type { Config } from '../config/schema.ts';
import type { Shard } from '../decide/shard.ts';
import type { RunOptions } from '../options.ts';
import type { AuditedAccount } from './accounts.ts';

/** What an audit is asked to do. */
export interface Audit {
  options: RunOptions;
  config: Config;
  /** of the configuration; what makes two audits the same one */
  path: string;
  accounts: readonly AuditedAccount[];
  concurrency: number;
  shard: Shard | null;
  /** started by a schedule */
  scheduled: boolean;
  /** go on with what was interrupted */
  resume: boolean;
}
