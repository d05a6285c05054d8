import type { Reading } from './series.ts';

/** It was off, and later on: somewhere between the two. Times are ISO 8601 in UTC. Nothing tells why, or when exactly. */
export type Drift = {
  offAt: string;
  onBy: string;
};

/** A time in which it was on. Of its ends only the intervals are known. */
export interface Exposure {
  /** the first and the last time that it was seen on */
  seenOn: { from: string; to: string };
  /** last seen otherwise before; null where it never was */
  after: string | null;
  /** first seen otherwise after; null while it is on, as far as anybody knows */
  before: string | null;
}

/** Every drift, oldest first. @param readings of one member's setting, oldest first, without what was not proven */
export function driftsIn(readings: readonly Reading[]): Drift[] {
  const drifts: Drift[] = [];
  let offAt: string | null = null;
  for (const { at, state } of readings) {
    if (state === 'off') offAt = at;
    if (state !== 'on') continue;
    if (offAt !== null) drifts.push({ offAt, onBy: at });
    offAt = null;
  }
  return drifts;
}

/** The drift that still holds, or null: the last one, where the setting was on ever since. */
export function driftNow(readings: readonly Reading[]): Drift | null {
  if (readings.at(-1)?.state !== 'on') return null;
  return driftsIn(readings).at(-1) ?? null;
}

/** Every time in which it was on, oldest first. @param readings as for `driftsIn` */
export function exposuresIn(readings: readonly Reading[]): Exposure[] {
  const exposures: Exposure[] = [];
  let open: Exposure | null = null;
  let otherwiseAt: string | null = null;
  for (const { at, state } of readings) {
    if (state === 'on') {
      if (open) open.seenOn.to = at;
      else {
        open = { seenOn: { from: at, to: at }, after: otherwiseAt, before: null };
        exposures.push(open);
      }
    } else {
      if (open) open.before = at;
      open = null;
      otherwiseAt = at;
    }
  }
  return exposures;
}
