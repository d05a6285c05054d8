import { siteOf } from '../../../src/settings/site.ts';

/** Cookies and files as their exporters write them. Every value is one of `SECRETS`, so that a leak can be found. */

export const SITE = siteOf('https://www.linkedin.com');
export const NOW = new Date('2026-11-01T12:00:00.000Z');
/** Unix seconds. */
export const NEXT_YEAR = 1_825_000_000;
export const LAST_YEAR = 1_760_000_000;

export const LI_AT = 'AQEDARsEcrEtSeSsIoN0123456789';
export const JSESSIONID = '"ajax:8675309867530986753"';
export const SECRETS = [LI_AT, JSESSIONID, 'ajax:8675309867530986753', 'elSeWhErEsEcReT'];

export const CONTEXT = { site: SITE, now: NOW, from: 'cookies.json' };

export type Given = Record<string, unknown>;

/** A cookie as Chrome's extensions write it. */
export function liAt(overrides: Given = {}): Given {
  return {
    name: 'li_at',
    value: LI_AT,
    domain: '.www.linkedin.com',
    hostOnly: false,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'no_restriction',
    session: false,
    storeId: '0',
    expirationDate: NEXT_YEAR + 0.25,
    ...overrides,
  };
}

export function jsessionId(overrides: Given = {}): Given {
  return liAt({ name: 'JSESSIONID', value: JSESSIONID, httpOnly: false, ...overrides });
}

export function elsewhere(overrides: Given = {}): Given {
  return liAt({ name: 'sid', value: 'elSeWhErEsEcReT', domain: '.example.com', ...overrides });
}

/** The same cookie as Playwright, Puppeteer and CDP write it. */
export function cdp({ expirationDate, hostOnly, session, storeId, ...rest }: Given): Given {
  return { ...rest, expires: expirationDate ?? -1, sameSite: 'None' };
}

export function extensionExport(...cookies: Given[]): string {
  return JSON.stringify(cookies, null, 4);
}

export function storageState(...cookies: Given[]): string {
  const origins = [
    { origin: 'https://www.linkedin.com', localStorage: [{ name: 'voyager-web', value: 'elSeWhErEsEcReT' }] },
  ];
  return JSON.stringify({ cookies: cookies.map(cdp), origins });
}

export const COOKIES_TXT = [
  '# Netscape HTTP Cookie File',
  '# https://curl.se/docs/http-cookies.html',
  '',
  `#HttpOnly_.www.linkedin.com\tTRUE\t/\tTRUE\t${NEXT_YEAR}\tli_at\t${LI_AT}`,
  `.www.linkedin.com\tTRUE\t/\tTRUE\t0\tJSESSIONID\t${JSESSIONID}`,
  `example.com\tFALSE\t/\tFALSE\t${NEXT_YEAR}\tsid\telSeWhErEsEcReT`,
  '',
].join('\n');

/** What a piece of code throws, or undefined. */
export async function thrownBy(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}
