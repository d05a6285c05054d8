import { portOf, type Site, siteOf } from '../settings/site.ts';
import { headingWallsOf, PATH_WALLS, VISIBLE_WALLS, wallOfStatus, wallOfTellingStatus } from '../settings/walls.ts';
import { type Reason, reason } from '../vocabulary.ts';
import type { Snapshot } from './snapshot.ts';
import type { Traffic } from './traffic.ts';

/** What stands between us and the page at this moment, or null. */
export function findWall(
  snapshot: Snapshot,
  traffic: Pick<Traffic, 'strayedTo' | 'documentBrokeOff' | 'documentStatus'>,
  site: Pick<Site, 'origin'>,
): Reason | null {
  const url = new URL(snapshot.url);
  if (traffic.strayedTo) {
    return reason(
      'off-site-redirect',
      `The page led away from LinkedIn, to ${traffic.strayedTo}; nothing was sent there.`,
    );
  }
  if (url.href.includes('challenge_global_internal_error')) {
    return reason('rate-limited', 'LinkedIn answered with its own error page for too many attempts.');
  }
  if (traffic.documentBrokeOff) return reason('unreachable', 'LinkedIn’s answer broke off before its end.');
  const byPath = pathWallOf(url, site.origin);
  const [byHeading] = snapshot.headings.flatMap(headingWallsOf);
  const bySight = VISIBLE_WALLS.find((_wall, index) => snapshot.visibleSelectors.includes(index));
  const status = traffic.documentStatus;
  // A check is often shown with a status that by itself says no more than no.
  const wall = byPath ?? byHeading ?? wallOfTellingStatus(status) ?? bySight ?? wallOfStatus(status);
  return wall ? reason(wall.code, wall.message) : null;
}

/** The wall that an address is, if any. Walls stand on the hosts of the countries, too. */
export function pathWallOf(url: URL, origin: string): (typeof PATH_WALLS)[number] | undefined {
  const isOwn = url.protocol === new URL(origin).protocol && siteOf(origin).ownsHost(url.hostname, portOf(url));
  return isOwn ? PATH_WALLS.find((wall) => wall.path.test(url.pathname)) : undefined;
}
