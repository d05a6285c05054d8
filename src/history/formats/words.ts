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
  const seen = first === last ? `On ${first} at least` : `From ${first} to ${last} at least`;
  const begun = after === null ? 'begun nobody knows when' : `begun after ${tellDay(after)}`;
  const ended = before === null ? 'not ended, as far as is known' : `ended by ${tellDay(before)}`;
  return `${seen}; ${begun}; ${ended}.`;
}

/** The states in turn; what was changed was two. */
export function statesIn({ seen }: Pick<Summary, 'seen'>): { at: string; state: State }[] {
  return seen.flatMap(({ at, before, state }) =>
    before === undefined || before === state
      ? [{ at, state }]
      : [
          { at, state: before },
          { at, state },
        ],
  );
}

/** `3 days ago`, by the calendar of where people are. */
export function tellAge(at: string, now: Date): string {
  const days = Math.round((dayOf(now) - dayOf(new Date(at))) / 86_400_000);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

function dayOf(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
