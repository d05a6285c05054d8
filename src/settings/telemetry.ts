/**
 * Paths of requests that report on the visitor and fetch nothing: a page is whole without them. `/li/track` is LinkedIn's
 * own; the other words are the trade's.
 */
const TELEMETRY =
  /\/(li\/track|track|tracking|telemetry|beacons?|metrics|collect|logs?|logging|rum|analytics|events?|ping|tscp|sensorcollect|csp-?reports?|reports?)(\/|$)/i;

export function isTelemetry(path: string): boolean {
  return TELEMETRY.test(path);
}
