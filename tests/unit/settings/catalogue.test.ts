import { describe, expect, it } from 'vitest';
import {
  addressOf,
  categoryAddress,
  DEFAULT_SETTING,
  isCategoryPage,
  pathOf,
  SETTINGS,
} from '../../../src/settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../../../src/settings/site.ts';

const at = (path: string, origin = LINKEDIN_ORIGIN) => `${origin}${path}`;
const SLUG = 'data-for-ai-improvement';

describe('the setting', () => {
  it('is LinkedIn’s own, by its key and address', () => {
    expect(DEFAULT_SETTING).toMatchObject({
      id: 'ai-training',
      key: 'allowDataForGenerativeAI',
      path: `settings/${SLUG}`,
    });
    expect(addressOf(LINKEDIN_ORIGIN, DEFAULT_SETTING)).toBe(at(`/mypreferences/d/settings/${SLUG}`));
    expect(categoryAddress(LINKEDIN_ORIGIN)).toBe(at('/mypreferences/d/categories/privacy'));
  });

  it.each(['id', 'key', 'title'] as const)('shares its %s with no other', (field) => {
    const values = SETTINGS.map((setting) => setting[field]);
    expect(new Set(values).size).toBe(values.length);
  });

  it('is found again in its own address', () => {
    for (const setting of SETTINGS)
      expect(pathOf(addressOf(LINKEDIN_ORIGIN, setting), LINKEDIN_ORIGIN)).toBe(setting.path);
  });
});

describe('the address of a settings page', () => {
  it.each([
    ['for desktops', `/mypreferences/d/settings/${SLUG}`],
    ['for mobiles', `/mypreferences/m/settings/${SLUG}`],
    ['with a slash at its end', `/mypreferences/d/settings/${SLUG}/`],
    ['with a query', `/mypreferences/d/settings/${SLUG}?trk=nav`],
    ['with a fragment', `/mypreferences/d/settings/${SLUG}#top`],
  ])('%s', (_, path) => {
    expect(pathOf(at(path), LINKEDIN_ORIGIN)).toBe(`settings/${SLUG}`);
  });

  it.each([
    ['another setting', '/mypreferences/d/settings/ads-by-age', 'settings/ads-by-age'],
    ['one that is not among the settings', '/mypreferences/d/interest-categories', 'interest-categories'],
    [
      'a wrong slug seen in the wild',
      '/mypreferences/d/settings/data-for-generative-ai',
      'settings/data-for-generative-ai',
    ],
    ['in capitals', '/mypreferences/d/settings/Data-For-AI-Improvement', 'settings/Data-For-AI-Improvement'],
  ])('that is not ours: %s', (_, path, slug) => {
    expect(pathOf(at(path), LINKEDIN_ORIGIN)).toBe(slug);
    expect(slug).not.toBe(`settings/${SLUG}`);
  });

  it.each([
    ['another site', at(`/mypreferences/d/settings/${SLUG}`, 'https://www.linkedin.com.evil.test')],
    ['another host of LinkedIn’s', at(`/mypreferences/d/settings/${SLUG}`, 'https://linkedin.com')],
    ['plain HTTP', at(`/mypreferences/d/settings/${SLUG}`, 'http://www.linkedin.com')],
    ['another port', at(`/mypreferences/d/settings/${SLUG}`, 'https://www.linkedin.com:8443')],
    ['our address in the query of another', at(`/feed/?to=/mypreferences/d/settings/${SLUG}`)],
    ['our address below another', at(`/x/mypreferences/d/settings/${SLUG}`)],
    ['something below our address', at(`/mypreferences/d/settings/${SLUG}/delete`)],
    ['a part too many', at(`/mypreferences/d/x/settings/${SLUG}`)],
    ['no setting', at('/mypreferences/d/settings/')],
    ['a category of interests', at('/mypreferences/d/interest-categories/sports')],
    ['the category', at('/mypreferences/d/categories/privacy')],
    ['no address', SLUG],
    ['nothing', ''],
    ['a blank page', 'about:blank'],
  ])('is not %s', (_, url) => {
    expect(pathOf(url, LINKEDIN_ORIGIN)).toBeNull();
  });
});

describe('the address of the category', () => {
  it.each([
    '/mypreferences/d/categories/privacy',
    '/mypreferences/m/categories/privacy/',
    '/mypreferences/d/categories/privacy?x',
  ])('is %s', (path) => {
    expect(isCategoryPage(at(path), LINKEDIN_ORIGIN)).toBe(true);
  });

  it.each([
    at('/mypreferences/d/categories/privacy', 'https://evil.test'),
    at('/mypreferences/d/categories/account'),
    at('/mypreferences/d/categories/privacy/more'),
    at(`/mypreferences/d/settings/${SLUG}`),
    'privacy',
  ])('is not %s', (url) => {
    expect(isCategoryPage(url, LINKEDIN_ORIGIN)).toBe(false);
  });
});
