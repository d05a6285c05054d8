import type { RunOptions } from '../options.ts';
import { SESSION_VARIABLE } from '../session/read.ts';
import type { Config } from './schema.ts';

/** Was this flag given on the command line? By its name as an option, such as `failOn`. */
export type IsGiven = (flag: string) => boolean;

/** The command line wins over the configuration, and that over the defaults. Pure. */
export function applyConfig(options: RunOptions, config: Config, isGiven: IsGiven): RunOptions {
  const { origin, settings, outputs, failOn } = config;
  return {
    ...options,
    site: isGiven('origin') ? options.site : (origin ?? options.site),
    settings: isGiven('setting') ? options.settings : (settings ?? options.settings),
    outputs: isGiven('output') ? options.outputs : (outputs ?? options.outputs),
    failOn: isGiven('failOn') ? options.failOn : (failOn ?? options.failOn),
  };
}

/** The same for a command that is for one account: also what is configured for that. Pure. */
export function applyConfigOfAccount(
  options: RunOptions,
  config: Config,
  isGiven: IsGiven,
  environment: NodeJS.ProcessEnv,
): RunOptions {
  const account = config.accounts?.find(({ name }) => name === options.account);
  const isHandedOver = options.session !== undefined || Boolean(environment[SESSION_VARIABLE]);
  return {
    ...applyConfig(options, config, isGiven),
    session: isHandedOver ? options.session : account?.session,
    expectAccount: options.expectAccount ?? account?.expectAccount,
    exceptions: config.exceptions,
  };
}
