import { describe, expect, it } from 'vitest';
import { categorySightOf, decideOffer } from '../../../src/page/offer.ts';
import { DEFAULT_SETTING, SETTINGS, type Setting } from '../../../src/settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../../../src/settings/site.ts';

const STILL = { heldMs: 2_000, isQuiet: true };
const named = (id: string): Setting => SETTINGS.find((each) => each.id === id) ?? DEFAULT_SETTING;

/** The category page with rows that lead to these paths. */
function category(paths: readonly string[], text = '') {
  return categorySightOf({
    origin: LINKEDIN_ORIGIN,
    traffic: { answers: [], strayedTo: null, documentBrokeOff: false, documentStatus: 200 },
    snapshot: {
      url: `${LINKEDIN_ORIGIN}/mypreferences/d/categories/privacy`,
      language: 'en',
      controls: [],
      headings: [],
      embedded: [],
      rows: paths.map((path) => ({ href: `${LINKEDIN_ORIGIN}/mypreferences/d/${path}`, text })),
      navigationVanities: ['robin'],
      visibleSelectors: [],
      dialogs: 0,
      modalDialogs: 0,
      hasMemberStorage: true,
    },
  });
}

describe('a setting whose page shows no control', () => {
  it.each([
    ['ours, other rows there', 'ai-training', ['settings/a', 'settings/b'], 'not-offered'],
    ['ours, one row there', 'ai-training', ['settings/a'], null],
    ['ours, its row there', 'ai-training', ['settings/a', 'settings/data-for-ai-improvement'], 'offered'],
    ['ours, a row of that kind there', 'ai-training', ['settings/a', 'settings/data-for-generative-ai'], 'offered'],
    ['one for ads, others for ads there', 'ads-age', ['settings/ads-by-gender', 'interest-categories'], 'not-offered'],
    ['one for ads, one other for ads there', 'ads-age', ['settings/ads-by-gender', 'settings/b'], 'unclear'],
    ['one for ads, its row there', 'ads-age', ['settings/ads-by-gender', 'settings/ads-by-age'], 'offered'],
    ['one for ads, on a page that lists none for ads', 'ads-age', ['settings/a', 'settings/b'], 'unclear'],
    [
      'one of two on a page that is missing',
      'promotions',
      ['settings/ads-by-age', 'interest-categories'],
      'not-offered',
    ],
    [
      'one of two on a page that is listed',
      'promotions-tips',
      ['settings/ads-by-age', 'settings/linkedin-promotions'],
      'offered',
    ],
    ['research, beside ours', 'research', ['settings/data-for-ai-improvement', 'settings/b'], 'unclear'],
    ['research, beside ads alone', 'research', ['settings/ads-by-age', 'settings/ads-by-gender'], 'unclear'],
  ])('%s', (_, id, paths, kind) => {
    expect(decideOffer(category(paths), STILL, named(id), false)?.kind ?? null).toBe(kind);
  });

  it.each(['research', 'ads-age', 'promotions'])('is not offered where its own address leads here: %s', (id) => {
    expect(decideOffer(category(['settings/a', 'settings/b']), STILL, named(id), true)?.kind).toBe('not-offered');
    expect(decideOffer(category(['settings/a', named(id).path]), STILL, named(id), true)?.kind).toBe('offered');
  });

  it('is offered where a row carries its name', () => {
    const sight = category(['settings/a', 'settings/b'], 'Measure ad success, on');
    expect(decideOffer(sight, STILL, named('ads-measurement'), false)?.kind).toBe('offered');
    expect(decideOffer(sight, STILL, named('ai-training'), false)?.kind).toBe('not-offered');
  });
});
