import { describe, expect, it } from 'vitest';
import { LINKEDIN_ORIGIN, siteOf } from '../../../src/settings/site.ts';

const linkedin = siteOf(LINKEDIN_ORIGIN);

/** Hosts that look like LinkedIn's to a careless eye, or a careless comparison. */
const LOOK_ALIKES = [
  'linkedin.com.evil.test',
  'www.linkedin.com.evil.test',
  'evillinkedin.com',
  'evil-linkedin.com',
  'linkedin.com-evil.test',
  'linkedin.co',
  'linkedin.com.',
  'linkedincom',
  'linkedin',
  'com',
  'xlicdn.com',
  'licdn.com.evil.test',
  'www.linkedin.org',
  'linkedln.com',
  'lınkedin.com',
  'xn--lnkedin-q4a.com',
  'linkedin.com@evil.test',
  '127.0.0.1',
  'localhost',
  '',
];

describe('LinkedIn’s own hosts', () => {
  it.each([
    'www.linkedin.com',
    'linkedin.com',
    'static.licdn.com',
    'licdn.com',
    'a.b.c.linkedin.com',
    'WWW.LinkedIn.COM',
  ])('%s', (host) => {
    expect(linkedin.ownsHost(host, 443)).toBe(true);
  });

  it.each([80, 8443, 0, 22])('are not reached on port %i', (port) => {
    expect(linkedin.ownsHost('www.linkedin.com', port)).toBe(false);
  });

  it.each(LOOK_ALIKES)('are not %j', (host) => {
    expect(linkedin.ownsHost(host, 443)).toBe(false);
    expect(linkedin.ownsCookieDomain(host)).toBe(false);
    expect(linkedin.ownsCookieDomain(`.${host}`)).toBe(false);
  });

  it.each(['.linkedin.com', 'linkedin.com', '.www.linkedin.com', 'www.linkedin.com', '.LinkedIn.com', '.licdn.com'])(
    'get the cookies of %s',
    (domain) => {
      expect(linkedin.ownsCookieDomain(domain)).toBe(true);
    },
  );
});

describe('another origin is that origin alone', () => {
  it.each<[string, string, number]>([
    ['http://127.0.0.1:4173', '127.0.0.1', 4173],
    ['http://localhost:4173', 'localhost', 4173],
    ['http://localhost:4173', 'LOCALHOST', 4173],
    ['http://localhost', 'localhost', 80],
    ['https://localhost', 'localhost', 443],
    // As the gate and the guard hand it over: without brackets.
    ['http://[::1]:4173', '::1', 4173],
  ])('%s: %s on port %i', (origin, host, port) => {
    expect(siteOf(origin).ownsHost(host, port)).toBe(true);
  });

  it.each<[string, string, number]>([
    ['http://127.0.0.1:4173', '127.0.0.1', 4174],
    ['http://127.0.0.1:4173', '127.0.0.1', 80],
    ['http://127.0.0.1:4173', 'localhost', 4173],
    ['http://127.0.0.1:4173', '127.0.0.2', 4173],
    ['http://127.0.0.1:4173', '127.0.0.1.evil.test', 4173],
    ['http://127.0.0.1:4173', 'www.linkedin.com', 443],
    ['http://localhost', 'localhost', 443],
    ['https://localhost', 'localhost', 80],
    ['http://localhost', 'evil.localhost', 80],
  ])('%s: not %s on port %i', (origin, host, port) => {
    expect(siteOf(origin).ownsHost(host, port)).toBe(false);
  });

  it.each([
    ['http://127.0.0.1:4173', '127.0.0.1', true],
    ['http://127.0.0.1:4173', '.127.0.0.1', true],
    ['http://[::1]:4173', '[::1]', true],
    ['http://[::1]:4173', '::1', true],
    ['http://localhost:4173', 'LocalHost', true],
    ['http://127.0.0.1:4173', '127.0.[0.1', false],
    ['http://127.0.0.1:4173', '127.0].0.1', false],
    ['http://127.0.0.1:4173', '.linkedin.com', false],
    ['http://127.0.0.1:4173', '127.0.0.1.evil.test', false],
  ])('%s: cookies of %s: %s', (origin, domain, owns) => {
    expect(siteOf(origin).ownsCookieDomain(domain)).toBe(owns);
  });

  it('keeps its origin as given', () => {
    expect(siteOf('http://127.0.0.1:4173').origin).toBe('http://127.0.0.1:4173');
    expect(linkedin.origin).toBe('https://www.linkedin.com');
  });
});
