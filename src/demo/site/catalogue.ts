/** The settings that the look-alike has: the one for AI training, and its siblings on the same pattern. */

export const OUR_KEY = 'allowDataForGenerativeAI';
export const OUR_PATH = 'settings/data-for-ai-improvement';
export const TIPS_KEY = 'tipsForUsingLinkedinViaEmail';

export interface SettingPage {
  /** below `/mypreferences/d/` or `/mypreferences/m/` */
  path: string;
  title: string;
  switches: readonly { key: string; label: string }[];
}

const sibling = (path: string, key: string, title: string): SettingPage => ({
  path,
  title,
  switches: [{ key, label: title }],
});

export const SIBLINGS: readonly SettingPage[] = [
  sibling(
    'settings/policy-and-academic-research',
    'allowAnonymizedDataResearch',
    'Social, economic, and workplace research',
  ),
  sibling(
    'settings/share-data-with-select-partners',
    'shareDataWithTrustedPartners',
    'Share data with affiliates and partners',
  ),
  sibling('settings/ads-beyond-linkedin', 'allowLinkedInAudienceNetwork', 'Ads off LinkedIn'),
  sibling('settings/ads-interactions-with-business', 'allowUseOfThirdPartyData', 'Data from others for ads'),
  sibling('settings/ads-related-actions', 'allowConversionTrackings', 'Measure ad success'),
  sibling('interest-categories', 'adsPrivacyAllowInterestsAndBehaviors', 'Interests and traits'),
  sibling('settings/ads-by-age', 'allowAdsByAge', 'Age range'),
  sibling('settings/ads-by-gender', 'allowAdsByGender', 'Gender'),
  sibling('settings/ads-inferred-location', 'allowIpToPersonalizeAds', 'Inferred location'),
  {
    path: 'settings/linkedin-promotions',
    title: 'LinkedIn promotions',
    switches: [
      { key: 'allowProfileAndActivityDataForMarketingAds', label: 'Profile and activity data for marketing' },
      { key: TIPS_KEY, label: 'Tips for using LinkedIn, by email' },
    ],
  },
];
