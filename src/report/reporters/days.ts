import type { Drift } from '../../decide/drift.ts';

/** A day for people, where they are: `3 May 2026`. @param at ISO 8601 */
export function tellDay(at: string): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** Never an exact moment, never why: that is all that was seen. */
export function tellDrift({ offAt, onBy }: Drift): string {
  return `Off on ${tellDay(offAt)}, on by ${tellDay(onBy)}.`;
}
