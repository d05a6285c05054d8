/** The settings we know, as data. Keys, addresses and titles: brave/psst-component (2026-08); ours also LinkedIn's own notices. */

/** Settings that LinkedIn lists together: where its neighbours have a row, a missing one says something. */
export const FAMILIES = ['data-privacy', 'advertising'] as const;
export type Family = (typeof FAMILIES)[number];

export interface Setting {
  /** our name for it, used on the command line */
  id: string;
  /** LinkedIn's own key, the same in every language (`aria-labelledby` of the control) */
  key: string;
  title: string;
  /** below `/mypreferences/d/`, e.g. `settings/data-for-ai-improvement`; two settings may share one */
  path: string;
  family: Family;
}

const AI_TRAINING: Setting = {
  id: 'ai-training',
  key: 'allowDataForGenerativeAI',
  title: 'Data for Generative AI Improvement',
  path: 'settings/data-for-ai-improvement',
  family: 'data-privacy',
};

const NEIGHBOURS: readonly Setting[] = [
  {
    id: 'research',
    key: 'allowAnonymizedDataResearch',
    title: 'Social, economic, and workplace research',
    path: 'settings/policy-and-academic-research',
    family: 'data-privacy',
  },
  {
    id: 'partners',
    key: 'shareDataWithTrustedPartners',
    title: 'Share data with affiliates and partners',
    path: 'settings/share-data-with-select-partners',
    family: 'data-privacy',
  },
  ad('ads-off-linkedin', 'allowLinkedInAudienceNetwork', 'Ads off LinkedIn', 'settings/ads-beyond-linkedin'),
  ad(
    'ads-data-from-others',
    'allowUseOfThirdPartyData',
    'Data from others for ads',
    'settings/ads-interactions-with-business',
  ),
  ad('ads-measurement', 'allowConversionTrackings', 'Measure ad success', 'settings/ads-related-actions'),
  ad('ads-interests', 'adsPrivacyAllowInterestsAndBehaviors', 'Interests and traits', 'interest-categories'),
  ad('ads-age', 'allowAdsByAge', 'Ads by age', 'settings/ads-by-age'),
  ad('ads-gender', 'allowAdsByGender', 'Ads by gender', 'settings/ads-by-gender'),
  ad('ads-location', 'allowIpToPersonalizeAds', 'Inferred location for ads', 'settings/ads-inferred-location'),
  ad(
    'promotions',
    'allowProfileAndActivityDataForMarketingAds',
    'LinkedIn promotions: profile and activity data',
    'settings/linkedin-promotions',
  ),
  ad(
    'promotions-tips',
    'tipsForUsingLinkedinViaEmail',
    'LinkedIn promotions: tips by email',
    'settings/linkedin-promotions',
  ),
];

export const SETTINGS: readonly Setting[] = [AI_TRAINING, ...NEIGHBOURS];

/** Keys of the other settings: a control that carries one of them is not the one for AI training, whatever its words. */
export const OTHER_KEYS: readonly string[] = NEIGHBOURS.map(({ key }) => key);

export const DEFAULT_SETTING: Setting = AI_TRAINING;

/** Keys of all settings but this one. */
export function otherKeysThan({ key }: Pick<Setting, 'key'>): string[] {
  return SETTINGS.map((setting) => setting.key).filter((other) => other !== key);
}

const SETTINGS_PATH = /^\/mypreferences\/[^/]+\/((?:settings\/[^/]+)|interest-categories)\/?$/;
const CATEGORY_PATH = /^\/mypreferences\/[^/]+\/categories\/privacy\/?$/;

export function addressOf(origin: string, { path }: Pick<Setting, 'path'>): string {
  return `${origin}/mypreferences/d/${path}`;
}

export function categoryAddress(origin: string): string {
  return `${origin}/mypreferences/d/categories/privacy`;
}

/** The path of a settings page (desktop or mobile twin), or null where the address is no settings page. */
export function pathOf(url: string, origin: string): string | null {
  const parsed = parseUrl(url);
  if (parsed?.origin !== origin) return null;
  return SETTINGS_PATH.exec(parsed.pathname)?.[1] ?? null;
}

export function isCategoryPage(url: string, origin: string): boolean {
  const parsed = parseUrl(url);
  return parsed?.origin === origin && CATEGORY_PATH.test(parsed.pathname);
}

function ad(id: string, key: string, title: string, path: string): Setting {
  return { id, key, title, path, family: 'advertising' };
}

function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
