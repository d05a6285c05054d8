import type { Result } from '../report/schema.ts';
import type { Seen } from './seen.ts';

/** What a line of the history takes from the run that it belongs to. */
export interface SeenBy {
  tool: { version: string };
  run: { id: string; command: string; origin: string };
}

/** What the history is told of a result. Pure. @param at when it was seen, ISO 8601 in UTC */
export function buildSeen({ tool, run }: SeenBy, result: Result, at: string): Seen {
  const { account, setting, state, verdict, confidence, reason, change } = result;
  return {
    at,
    run: run.id,
    command: run.command,
    version: tool.version,
    origin: run.origin,
    account: account.name,
    member: account.member,
    setting: setting.id,
    state,
    ...(change ? { before: change.before } : {}),
    verdict,
    confidence,
    reason: reason?.code ?? null,
  };
}
