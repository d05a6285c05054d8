/** A clock may be wrong by this much; what lies further ahead would be the latest for ever. */
const FUTURE_MS = 24 * 3_600_000;

/** Was it dated by a clock that was wrong? Pure. @param at @param now in milliseconds since 1970 */
export function isAhead(at: number, now: number): boolean {
  return at > now + FUTURE_MS;
}
