import type { Exception } from '../config/schema.ts';
import type { Result } from './schema.ts';

/** Marks what is on, and may be. The state stays visible. Pure. @param exceptions those that hold now */
export function suppressResults(results: readonly Result[], exceptions: readonly Exception[]): Result[] {
  return results.map((result) => {
    const found = exceptions.find(
      ({ account, setting }) => account === result.account.name && setting === result.setting.id,
    );
    if (result.state !== 'on' || !found) return result;
    const { reason, owner, expires } = found;
    return { ...result, suppressed: { reason, owner, expires } };
  });
}
