import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsGiven } from '../config/apply.ts';
import type { RunOptions } from '../options.ts';
import { SESSION_VARIABLE } from '../session/read.ts';
import type { Terminal } from '../terminal.ts';

/** Says so where the session in the environment is used, and another one is kept for the account that was asked for. */
export async function warnOfVariable(
  { account, session }: Pick<RunOptions, 'account' | 'session'>,
  isGiven: IsGiven,
  { environment, warn }: Terminal,
): Promise<void> {
  if (!isGiven('account') || session !== undefined || !environment[SESSION_VARIABLE]) return;
  const [{ storeFolder }, { fileNameOf }] = await Promise.all([
    import('../session/store/store.ts'),
    import('../session/store/names.ts'),
  ]);
  const isKept = await access(join(storeFolder(), fileNameOf(account))).then(
    () => true,
    () => false,
  );
  if (isKept)
    warn(
      `warning: ${SESSION_VARIABLE} is used for this run in place of the session kept as "${account}"; unset it to use that one.`,
    );
}
