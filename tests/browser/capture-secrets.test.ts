import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { withBrowser } from '../../src/browser/open.ts';
import { buildCapture, renderCapture } from '../../src/capture/build.ts';
import { pagesOf } from '../../src/capture/pages.ts';
import { openEyes } from '../../src/page/look.ts';
import type { View } from '../../src/page/sight.ts';
import { DEFAULT_SETTING } from '../../src/settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../../src/settings/site.ts';

/** A page that has something private in every place we know of, looked at by real Chromium and captured. */

const SECRETS = {
  name: 'Ada Lovelace',
  vanity: 'ada-lovelace-1815',
  email: 'ada@mail.example',
  cookie: 'AQEDARxyzSessionToken',
  csrf: 'ajax:8237498237',
  member: 'urn:li:member:987654321',
  phone: '+44 20 7946 0958',
  street: '12 Saint James Square',
  message: 'See you at the interview on Monday',
};
const { name, vanity, email, cookie, csrf, member, phone, street, message } = SECRETS;
const KEY = DEFAULT_SETTING.key;
const DATA = {
  included: [{ key: KEY, value: true, onValue: true, offValue: false, entityUrn: member }],
  me: { name, email },
};

const HTML = `<!doctype html><html lang="en" data-name="${name}"><head><title>${name}</title><meta name="csrf" content="${csrf}"></head>
<body class="${vanity}" id="${vanity}" aria-label="${name}" data-session="${cookie}">
<!-- ${email} -->
<code style="display:none">${JSON.stringify(DATA).replaceAll('"', '&quot;')}</code>
<code style="display:none"><!--${JSON.stringify(DATA)}--></code>
<header><nav class="global-nav"><a href="/in/${vanity}">${name}</a><img alt="${name}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" title="${phone}"></nav></header>
<main aria-labelledby="${vanity}">
  <h1>${name}</h1><h2>Data for Generative AI Improvement</h2>
  <p>Use my data for training content creation AI models ${name}</p>
  <div class="setting-toggle"><label id="${KEY}" for="c-${vanity}">Use my data for training content creation AI models</label>
    <input id="c-${vanity}" name="${email}" value="${cookie}" type="checkbox" role="switch" aria-labelledby="${KEY} ${vanity}" aria-describedby="${street}" checked>
    <span class="setting-toggle__toggle">${name}</span><span>On</span><span>${phone}</span></div>
  <form action="/${vanity}"><input type="text" value="${street}" placeholder="${email}"><textarea>${message}</textarea>
    <select><option>${street}</option></select><input type="hidden" value="${csrf}"></form>
  <${vanity} role="${name}" aria-checked="${name}">${name}</${vanity}>
  <div role="dialog" aria-modal="${name}">${message}</div>
  <iframe title="${name}" srcdoc="<p id='${vanity}'>${message}</p><input type=checkbox role=switch aria-label='${name}'>"></iframe>
  <a href="/mypreferences/d/settings/${vanity}">${name}</a>
  <div id="host"></div>
</main>
<script>
  document.cookie = 'li_at=${cookie}'; localStorage.setItem('voyager-${vanity}', '${email}');
  const shadow = document.getElementById('host').attachShadow({ mode: 'open' });
  shadow.innerHTML = '<p title="${name}">${email}</p><button aria-pressed="${name}" aria-label="${email}">${name}</button>';
  history.replaceState(null, '', '?trk=${vanity}#${email}');
</script></body></html>`;

async function captureOf(page: Page, version: string) {
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  await page.goto(`${LINKEDIN_ORIGIN}/mypreferences/d/${DEFAULT_SETTING.path}`);
  const { look, outline } = await openEyes(page);
  const [snapshot, tree] = [await look(KEY), await outline()];
  if (!snapshot || !tree) throw new Error('There was nothing to look at.');
  const answers = [{ url: `${LINKEDIN_ORIGIN}/x`, status: 200, body: JSON.stringify(DATA) }];
  const traffic = { answers, strayedTo: null, documentBrokeOff: false, documentStatus: 200 };
  const view: View = { snapshot, traffic, loss: null, isBlind: false, isOwnMissing: false, origin: LINKEDIN_ORIGIN };
  const waiting = { isLoading: false, isWaiting: false, isAsking: false };
  const watch = {
    heldMs: 8_000,
    answeredMs: 8_000,
    budgetMs: 12_000,
    flips: 0,
    hasShownSetting: true,
    waiting,
    waitingAtEnd: waiting,
  };
  const around = { account: 'expected', isSessionAlive: true } as const;
  const setting = DEFAULT_SETTING;
  const capture = buildCapture({
    version: '1.2.3',
    browser: { name: 'chromium', version },
    setting,
    inspection: {
      state: 'unknown',
      confidence: 'none',
      reason: null,
      capture: pagesOf({
        setting,
        reading: { view, watch },
        outline: tree,
        asked: { view, watch: { heldMs: 1, answeredMs: 1, isQuiet: true, isWaiting: false } },
        around,
      }),
    },
  });
  return { capture, raw: JSON.stringify({ snapshot, tree }) };
}

describe('a page full of private things', () => {
  it('is captured without any of them', async () => {
    await withBrowser({ headed: false, warn: () => undefined }, new AbortController().signal, async ({ browser }) => {
      const page = await browser.newPage();
      const { capture, raw } = await captureOf(page, browser.version());
      await page.close();
      if (!capture) throw new Error('Something in it was not known to be harmless.');
      const kept = renderCapture(capture).toLowerCase();

      // They were seen, and they were left out.
      const seen = Object.values(SECRETS).filter((secret) => raw.includes(secret));
      expect(seen.length).toBeGreaterThanOrEqual(6);
      const parts = Object.values(SECRETS).flatMap((secret) => [secret, ...secret.split(/[^\p{L}\p{N}]+/u)]);
      const told = parts.filter((part) => part.length > 3 && kept.includes(part.toLowerCase()));
      expect(told.filter((part) => part !== 'member')).toEqual([]);
      expect(kept).not.toMatch(/987654321|https?:|\/in\/|@|trk/);

      // What matters is still there.
      expect(capture.page?.controls).toContainEqual(
        expect.objectContaining({ keys: [KEY], checked: true, beside: ['On'] }),
      );
      expect(capture.page?.embedded).toContainEqual({ value: true, onValue: true, offValue: false });
      expect(capture.page?.outline.join('\n')).toContain(`labelledby=${KEY} labelledby=other CHECKED`);
    });
  });
});
