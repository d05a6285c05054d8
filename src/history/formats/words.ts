import type { Exposure } from '../../decide/drift.ts';
import { tellDay } from '../../report/reporters/days.ts';
import { SETTINGS } from '../../settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../../settings/site.ts';
import type { State } from '../../vocabulary.ts';
import type { Summary } from '../summary.ts';

export const MARKS: Record<State, string> = { on: '●', off: '○', 'not-offered': '–', unknown: '?' };

export function titleOf({ account, setting, origin }: Summary): string {
  const title = SETTINGS.find(({ id }) => id === setting)?.title ?? setting;
  return `${account} · ${title}${origin === LINKEDIN_ORIGIN ? '' : ` (at ${origin})`}`;
}

/** Of the ends of an exposure only the intervals are known. */
export function tellExposure({ seenOn: { from, to }, after, before }: Exposure): string {
  const [first, last] = [tellDay(from), tellDay(to)];
  const seen = first === last ? `on ${first}` : `from ${first} to ${last}`;
  const since = after === null ? 'nobody knows since when' : `it was not on ${tellDay(after)}`;
  const until = before === null ? 'it still is, as far as is known' : `it was not any more on ${tellDay(before)}`;
  return `On when looked at ${seen}; ${since}; ${until}.`;
}

/** `3 days ago` */
export function tellAge(at: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(at)) / 86_400_000);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}
