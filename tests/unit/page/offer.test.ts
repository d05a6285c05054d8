import { describe, expect, it } from 'vitest';
import { categorySightOf, decideOffer, decideOfferAtHome } from '../../../src/page/offer.ts';
import type { LossCode } from '../../../src/page/sight.ts';
import { DEFAULT_SETTING, SETTINGS, type Setting } from '../../../src/settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../../../src/settings/site.ts';

const STILL = { heldMs: 5_000, answeredMs: 2_500, isQuiet: true, isWaiting: false };
const named = (id: string): Setting => SETTINGS.find((each) => each.id === id) ?? DEFAULT_SETTING;

interface Around {
  text?: string;
  names?: string[];
  loss?: LossCode | null;
  embedded?: string[];
}

/** The category page with rows that lead to these paths. */
function category(paths: readonly string[], { text = '', names = [], loss = null, embedded = [] }: Around = {}) {
  return categorySightOf({
    origin: LINKEDIN_ORIGIN,
    loss,
    traffic: { answers: [], strayedTo: null, documentBrokeOff: false, documentStatus: 200 },
    snapshot: {
      url: `${LINKEDIN_ORIGIN}/mypreferences/d/categories/privacy`,
      language: 'en',
      controls: [],
      headings: [],
      embedded,
      rows: paths.map((path) => ({ href: `${LINKEDIN_ORIGIN}/mypreferences/d/${path}`, text })),
      names,
      navigationVanities: ['robin'],
      visibleSelectors: [],
      dialogs: 0,
      modalDialogs: 0,
      hasMemberStorage: true,
      mentionsKey: false,
    },
  });
}

describe('a setting whose page shows no control', () => {
  it.each([
    ['ours, other rows there', 'ai-training', ['settings/a', 'settings/b'], 'not-offered'],
    ['ours, one row there', 'ai-training', ['settings/a'], null],
    ['ours, its row there', 'ai-training', ['settings/a', 'settings/data-for-ai-improvement'], 'offered'],
    ['ours, a row of that kind there', 'ai-training', ['settings/a', 'settings/data-for-generative-ai'], 'offered'],
    ['ours, one of data for AI there', 'ai-training', ['settings/a', 'settings/ai-training-data'], 'offered'],
    ['ours, another with AI there', 'ai-training', ['settings/a', 'settings/ai-job-match'], 'not-offered'],
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
    const sight = category(['settings/a', 'settings/b'], { text: 'Measure ad success, on' });
    expect(decideOffer(sight, STILL, named('ads-measurement'), false)?.kind).toBe('offered');
    expect(decideOffer(sight, STILL, named('ai-training'), false)?.kind).toBe('not-offered');
  });

  it('is offered where anything else carries its name, or where its data stands', () => {
    const named = category(['settings/a', 'settings/b'], { names: ['Data for Generative AI Improvement, On'] });
    expect(decideOffer(named, STILL, DEFAULT_SETTING, false)?.kind).toBe('offered');
    const record = { key: DEFAULT_SETTING.key, value: true, onValue: true, offValue: false };
    const told = category(['settings/a', 'settings/b'], { embedded: [JSON.stringify(record)] });
    expect(decideOffer(told, STILL, DEFAULT_SETTING, false)?.kind).toBe('offered');
  });

  it.each(['signed-out', 'rate-limited', 'control-not-found'] as const)(
    'is not missed where rows may be: %s',
    (loss) => {
      const sight = category(['settings/a', 'settings/b'], { loss });
      expect(decideOffer(sight, STILL, DEFAULT_SETTING, false)).toMatchObject({
        kind: 'unclear',
        reason: { code: loss },
      });
      expect(decideOffer(sight, { ...STILL, heldMs: 4_999 }, DEFAULT_SETTING, false)).toBeNull();
      expect(decideOffer(sight, { ...STILL, answeredMs: 2_499 }, DEFAULT_SETTING, false)).toBeNull();
    },
  );
});

describe('what its own page says already', () => {
  const view = (path: string, loss: LossCode | null = null) => {
    const { view } = category([], { loss });
    return { ...view, snapshot: { ...view.snapshot, url: `${LINKEDIN_ORIGIN}/mypreferences/d/${path}` } };
  };
  it.each([
    ['nothing, where it shows nothing', view(DEFAULT_SETTING.path), false, null],
    ['nothing, where it led to the category', view('categories/privacy'), false, null],
    [
      'nothing, where it led elsewhere and that lacks something',
      view('categories/privacy', 'rate-limited'),
      false,
      null,
    ],
    ['nothing, where there is no page', null, false, null],
    ['that it is offered, where it was seen', view(DEFAULT_SETTING.path), true, 'offered'],
    ['not all, where something did not come', view(DEFAULT_SETTING.path, 'rate-limited'), false, 'unclear'],
    ['not all, where it led to another setting', view('settings/ai-training-data'), false, 'unclear'],
  ])('%s', (_, given, hasShown, kind) => {
    expect(decideOfferAtHome(given, hasShown, DEFAULT_SETTING)?.kind ?? null).toBe(kind);
  });
});
