/** The settings we know, as data. Source of keys and addresses: LinkedIn's own privacy notice and brave/psst-component. */

export interface Setting {
  /** our name for it, used on the command line */
  id: string;
  /** LinkedIn's own key, the same in every language (`aria-labelledby` of the control) */
  key: string;
  title: string;
  /** the last part of its address, e.g. `data-for-ai-improvement` */
  slug: string;
  /** where a person finds it by hand */
  manualPath: string;
}

export const SETTINGS = [
  {
    id: 'ai-training',
    key: 'allowDataForGenerativeAI',
    title: 'Data for Generative AI Improvement',
    slug: 'data-for-ai-improvement',
    manualPath:
      'Me → Settings & Privacy → Data privacy → How LinkedIn uses your data → Data for Generative AI Improvement',
  },
] as const satisfies readonly Setting[];

/** Keys of other settings of the same application: a control that carries one of them is not ours, whatever its words. */
export const OTHER_KEYS: readonly string[] = [
  'allowAnonymizedDataResearch',
  'shareDataWithTrustedPartners',
  'allowLinkedInAudienceNetwork',
  'allowUseOfThirdPartyData',
  'allowConversionTrackings',
  'adsPrivacyAllowInterestsAndBehaviors',
  'allowAdsByAge',
  'allowAdsByGender',
  'allowIpToPersonalizeAds',
  'allowProfileAndActivityDataForMarketingAds',
  'tipsForUsingLinkedinViaEmail',
];

export const DEFAULT_SETTING: Setting = SETTINGS[0];

const SETTINGS_PATH = /^\/mypreferences\/[^/]+\/settings\/([^/]+)\/?$/;
const CATEGORY_PATH = /^\/mypreferences\/[^/]+\/categories\/privacy\/?$/;

export function addressOf(origin: string, setting: Setting): string {
  return `${origin}/mypreferences/d/settings/${setting.slug}`;
}

export function categoryAddress(origin: string): string {
  return `${origin}/mypreferences/d/categories/privacy`;
}

/** The slug of a settings page (desktop or mobile twin), or null where the address is no settings page. */
export function slugOf(url: string, origin: string): string | null {
  const parsed = parseUrl(url);
  if (parsed?.origin !== origin) return null;
  return SETTINGS_PATH.exec(parsed.pathname)?.[1] ?? null;
}

export function isCategoryPage(url: string, origin: string): boolean {
  const parsed = parseUrl(url);
  return parsed?.origin === origin && CATEGORY_PATH.test(parsed.pathname);
}

function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
