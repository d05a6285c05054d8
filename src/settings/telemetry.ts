/**
 * Requests that report on the visitor and fetch nothing: a page is whole without them. `/li/track`, `/trackO11y`,
 * `/tscp-serving`, `platform-telemetry` and the heartbeat of `/realtime` are LinkedIn's own; the other words are the trade's.
 */
const REPORTS =
  /\/(li\/track|track|tracking|beacons?|ping|sensorcollect|csp-?reports?)(\/|$)|\/(trackO11y|tscp-?\w*)(\/|$)/i;
/** Words that are as good for data that is fetched. */
const POSTED_REPORTS =
  /\/(metrics|collect|logs?|logging|rum|analytics|events?|reports?)(\/|$)|telemetry|tracking(\/|$)|impression|heartbeat/i;
/** LinkedIn's own for advertising and against fraud, which blockers stop. */
const TRACKING_HOSTS = /^(snap\.licdn\.com|px\.ads\.linkedin\.com|merchantpool\d*\.linkedin\.com)$/;

/** Does a write to this path only report? */
export function isTelemetry(path: string): boolean {
  return REPORTS.test(path) || POSTED_REPORTS.test(path);
}

/** Does a request that could fetch something only report? */
export function isFetchedTelemetry({ hostname, pathname }: URL): boolean {
  return TRACKING_HOSTS.test(hostname) || REPORTS.test(pathname);
}
