import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/session/parse.ts';
import { siteOf } from '../../../src/settings/site.ts';
import {
  CONTEXT,
  cdp,
  elsewhere,
  extensionExport,
  type Given,
  LAST_YEAR,
  liAt,
  NEXT_YEAR,
  storageState,
} from './given.ts';

const cookiesOf = (...cookies: Given[]) => parseSession(extensionExport(liAt(), ...cookies), CONTEXT).cookies.slice(1);
const cookieOf = (overrides: Given) => cookiesOf(liAt({ name: 'lang', ...overrides }))[0];

describe('a cookie comes out as a browser takes it', () => {
  const cases: [string, Given, Given][] = [
    ['same site: none', { sameSite: 'no_restriction' }, { sameSite: 'None', secure: true }],
    [
      'same site: none but not secure',
      { sameSite: 'no_restriction', secure: false },
      { sameSite: 'Lax', secure: false },
    ],
    ['same site: lax', { sameSite: 'lax' }, { sameSite: 'Lax' }],
    ['same site: strict', { sameSite: 'Strict' }, { sameSite: 'Strict' }],
    ['same site: unspecified', { sameSite: 'unspecified' }, { sameSite: 'Lax' }],
    ['same site: null', { sameSite: null }, { sameSite: 'Lax' }],
    ['same site: nothing', { sameSite: undefined }, { sameSite: 'Lax' }],
    ['same site: no word', { sameSite: { toString: 1 } }, { sameSite: 'Lax' }],
    ['no flags', { secure: undefined, httpOnly: null }, { secure: false, httpOnly: false }],
    ['a session cookie', { session: true, expirationDate: NEXT_YEAR }, { expires: -1 }],
    ['no expiry', { expirationDate: undefined }, { expires: -1 }],
    ['an expiry of null', { expirationDate: null }, { expires: -1 }],
    ['an expiry of 0', { expirationDate: 0 }, { expires: -1 }],
    ['an expiry below -1', { expirationDate: -2 }, { expires: -1 }],
    ['an expiry with a fraction', { expirationDate: NEXT_YEAR + 0.9 }, { expires: NEXT_YEAR }],
    ['an expiry in milliseconds', { expirationDate: NEXT_YEAR * 1000 + 123 }, { expires: NEXT_YEAR }],
    ['an expiry as text', { expirationDate: String(NEXT_YEAR) }, { expires: NEXT_YEAR }],
    ['an expiry in the year 9999', { expirationDate: 253_402_300_799 }, { expires: 253_402_300_799 }],
    ['an expiry beyond all years', { expirationDate: 1e300 }, { expires: 253_402_300_799 }],
    ['the host alone', { domain: 'www.linkedin.com', hostOnly: true }, { domain: 'www.linkedin.com' }],
    ['the host, nothing said', { domain: 'www.linkedin.com', hostOnly: undefined }, { domain: 'www.linkedin.com' }],
    ['subdomains without the dot', { domain: 'linkedin.com', hostOnly: false }, { domain: '.linkedin.com' }],
    ['a dot but one host alone', { domain: '.linkedin.com', hostOnly: true }, { domain: '.linkedin.com' }],
    ['a domain in capitals', { domain: '.WWW.LinkedIn.com' }, { domain: '.www.linkedin.com' }],
    ['LinkedIn’s other domain', { domain: '.licdn.com' }, { domain: '.licdn.com' }],
    ['no path', { path: undefined }, { path: '/' }],
    ['a path without a slash', { path: 'feed' }, { path: '/' }],
    ['a path of its own', { path: '/feed' }, { path: '/feed' }],
    ['quotes', { value: '"ajax:1"' }, { value: '"ajax:1"' }],
    ['spaces around', { name: ' lang ', value: '  v=2&lang=en us ' }, { name: 'lang', value: 'v=2&lang=en us' }],
    ['the prefix __Secure-', { name: '__Secure-x', secure: false }, { secure: true, domain: '.www.linkedin.com' }],
    [
      'the prefix __Host-',
      { name: '__Host-x', secure: false, path: '/a' },
      { secure: true, domain: 'www.linkedin.com', path: '/' },
    ],
    ['the prefix __Http-', { name: '__Http-x', secure: false, httpOnly: false }, { secure: true, httpOnly: true }],
    [
      'the prefix __Host-Http-',
      { name: '__Host-Http-x', httpOnly: false },
      { httpOnly: true, domain: 'www.linkedin.com' },
    ],
    ['the prefix in lower case', { name: '__host-x' }, { domain: 'www.linkedin.com' }],
  ];

  it.each(cases)('%s', (_, given, expected) => {
    expect(cookieOf(given)).toMatchObject(expected);
  });

  it('with no other field than those that Playwright knows', () => {
    expect(Object.keys(cookieOf({ storeId: '0', id: 1 }) ?? {}).sort()).toEqual([
      'domain',
      'expires',
      'httpOnly',
      'name',
      'path',
      'sameSite',
      'secure',
      'value',
    ]);
  });
});

describe('only what a browser would send is taken', () => {
  it.each([
    ['of another site', elsewhere()],
    ['of a domain that only ends alike', elsewhere({ domain: '.notlinkedin.com' })],
    ['of a domain that only begins alike', elsewhere({ domain: 'www.linkedin.com.example.com' })],
    ['of another site, broken otherwise', elsewhere({ name: 1, expirationDate: 'soon' })],
    ['of the site embedded elsewhere', liAt({ name: 'lang', partitionKey: { topLevelSite: 'https://example.com' } })],
    ['of the site embedded elsewhere, as CDP says it', liAt({ name: 'lang', partitionKey: 'https://example.com' })],
    ['that has expired', liAt({ name: 'lang', expirationDate: LAST_YEAR })],
    ['without a name', liAt({ name: '' })],
  ])('no cookie %s', (_, cookie) => {
    expect(cookiesOf(cookie)).toEqual([]);
  });

  it('a partition key that says nothing is none', () => {
    expect(
      cookiesOf(liAt({ name: 'lang', partitionKey: null }), liAt({ name: 'lidc', partitionKey: '' })),
    ).toHaveLength(2);
  });

  it('the last of several with the same name, domain and path', () => {
    const twice = cookiesOf(
      liAt({ name: 'lang', value: 'first' }),
      liAt({ name: 'lang', value: 'other domain', domain: '.linkedin.com' }),
      liAt({ name: 'lang', value: 'other path', path: '/feed' }),
      liAt({ name: 'lang', value: 'last' }),
    );
    expect(twice.map(({ value }) => value).sort()).toEqual(['last', 'other domain', 'other path']);
  });

  it('nothing where the last of several has expired', () => {
    expect(cookiesOf(liAt({ name: 'lang' }), liAt({ name: 'lang', expirationDate: LAST_YEAR }))).toEqual([]);
  });

  it('with another origin, that host’s cookies alone', () => {
    const site = siteOf('http://127.0.0.1:4173');
    const ours = cdp(liAt({ domain: '127.0.0.1', secure: false }));
    const { cookies } = parseSession(storageState(ours, liAt()), { ...CONTEXT, site });
    expect(cookies.map(({ domain }) => domain)).toEqual(['127.0.0.1']);
  });
});
