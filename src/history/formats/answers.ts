import { UsageError } from '../../errors.ts';
import type { Stale } from '../summary.ts';

/** Was everything proven in time? */
export interface Watch {
  origin: string;
  maxAgeDays: number;
  stale: readonly Stale[];
}

export interface Pruned {
  /** how many lines */
  removed: number;
  /** ISO 8601 in UTC */
  before: string;
  /** of whom alone; null: of everybody */
  account: string | null;
}

/** @throws UsageError for a format that a history has, and an answer has not */
export function answerFormat(flag: string, format: unknown): 'text' | 'json' {
  if (format === 'text' || format === 'json') return format;
  throw new UsageError(`--format: what ${flag} comes to is told as text or json.`);
}

export const WATCH_FORMATS: Record<'text' | 'json', (watch: Watch) => string> = {
  text: ({ maxAgeDays, stale }) =>
    stale.length === 0
      ? `Everything was proven within ${maxAgeDays} days.\n`
      : stale.map(({ message }) => `${message}\n`).join(''),
  json: inJson,
};

export const PRUNED_FORMATS: Record<'text' | 'json', (pruned: Pruned) => string> = {
  text: ({ removed, before, account }) => {
    const whose = account === null ? '' : ` of the account "${account}"`;
    return `${removed} line(s)${whose} older than ${before.slice(0, 10)} were removed.\n`;
  },
  json: inJson,
};

function inJson(data: object): string {
  return `${JSON.stringify({ schemaVersion: 1, ...data }, null, 2)}\n`;
}
