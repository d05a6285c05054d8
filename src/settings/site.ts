/** Which addresses are LinkedIn's. With another origin (the look-alike on loopback), that origin alone. */

export const LINKEDIN_ORIGIN = 'https://www.linkedin.com';
const LINKEDIN_DOMAINS = ['linkedin.com', 'licdn.com'];

export interface Site {
  /** e.g. `https://www.linkedin.com`, without a trailing slash */
  origin: string;
  /** May a request go to this host and port? */
  ownsHost(hostname: string, port: number): boolean;
  /** Is a cookie of this domain (a leading dot allowed) one that this site would get? */
  ownsCookieDomain(domain: string): boolean;
}

/** @param origin an origin as `URL.origin` gives it */
export function siteOf(origin: string): Site {
  if (origin === LINKEDIN_ORIGIN) {
    const owns = (host: string) => LINKEDIN_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
    return {
      origin,
      ownsHost: (hostname, port) => owns(hostname.toLowerCase()) && port === 443,
      ownsCookieDomain: (domain) => owns(bareDomain(domain)),
    };
  }
  const url = new URL(origin);
  const originPort = portOf(url);
  return {
    origin,
    ownsHost: (hostname, port) => bareDomain(hostname) === bareDomain(url.hostname) && port === originPort,
    ownsCookieDomain: (domain) => bareDomain(domain) === bareDomain(url.hostname),
  };
}

function bareDomain(domain: string): string {
  return domain
    .replace(/^\./, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
}

/** The port of an address, also where it does not name one. */
export function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}
