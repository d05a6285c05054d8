import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenBrowser, withBrowser } from '../../src/browser/open.ts';
import { type LookalikeSite, openLookalikeSite } from '../../src/demo/site/open.ts';
import { inspectSetting } from '../../src/page/inspect.ts';
import { takePicture } from '../../src/page/picture.ts';
import { type Visit, withVisit } from '../../src/page/visit.ts';
import { parseSession } from '../../src/session/parse.ts';
import { DEFAULT_SETTING } from '../../src/settings/catalogue.ts';
import { siteOf } from '../../src/settings/site.ts';

/** The picture of the setting's panel: the switch and LinkedIn's own words, and nothing that could be somebody's name. */

let site: LookalikeSite;
let open: OpenBrowser;
let finish = () => {};
let closed: Promise<void>;
beforeAll(async () => {
  site = await openLookalikeSite();
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  open = await new Promise<OpenBrowser>((resolve, reject) => {
    closed = withBrowser({ headed: false, warn: () => undefined }, new AbortController().signal, async (opened) => {
      resolve(opened);
      await finished;
    });
    closed.catch(reject);
  });
});
afterAll(async () => {
  finish();
  await closed;
  await site.close();
});

async function visiting<T>(
  given: { variant: string; truth?: 'on' | 'off' },
  work: (visit: Visit, picture: Uint8Array | null) => Promise<T>,
): Promise<T> {
  const member = site.addMember({ truth: 'on', ...given });
  const own = siteOf(site.origin);
  const text = JSON.stringify(member.storageState);
  const { cookies } = parseSession(text, { site: own, now: new Date(), from: 'the test' });
  const tally = { writesAllowed: 0, writesBlocked: 0, hosts: new Set<string>() };
  return withVisit(open, own, cookies, tally, async (visit) => {
    const deadline = performance.now() + 12_000;
    const asking = { setting: DEFAULT_SETTING, deadline, isExpected: () => true, capture: 'always' } as const;
    const { picture } = await inspectSetting(visit, asking);
    return work(visit, picture);
  });
}

type Colour = (red: number, green: number, blue: number) => boolean;
const isInk: Colour = (red, green, blue) => red < 90 && green < 90 && blue < 90;
const isGreen: Colour = (red, green, blue) => green > red + 50 && green > blue;
/** Nothing on the page has it but what a test puts there. */
const isMagenta: Colour = (red, green, blue) => red > 180 && blue > 180 && green < 120;

function count(picture: Uint8Array, isIt: Colour): number {
  const { data } = PNG.sync.read(Buffer.from(picture));
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (isIt(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) found += 1;
  }
  return found;
}

const sizeOf = (picture: Uint8Array) => {
  const { width, height } = PNG.sync.read(Buffer.from(picture));
  return { width, height };
};

describe.concurrent('the picture', () => {
  it.each(['standard', 'german', 'clipped-input', 'covered-input', 'button-switch', 'in-shadow', 'two-switches'])(
    'of %s shows the switch and its words, on and off',
    async (variant) => {
      const [on, off] = await Promise.all(
        (['on', 'off'] as const).map((truth) => visiting({ variant, truth }, async (_, picture) => picture)),
      );
      if (!on || !off) throw new Error('There is no picture.');
      expect(count(on, isInk)).toBeGreaterThan(500);
      expect(count(on, isGreen)).toBeGreaterThan(200);
      expect(count(off, isGreen)).toBeLessThan(100);
      const { width, height } = sizeOf(on);
      expect([width < 760, height < 260]).toEqual([true, true]);
    },
  );

  it.each(['duplicate-key', 'in-frame', 'promo', 'signed-out'])(
    'of %s is none: the control was not identified, or something lies over it',
    async (variant) => {
      expect(await visiting({ variant }, async (_, picture) => picture)).toBeNull();
    },
  );

  it('of words that are not known shows the switch alone', async () => {
    const picture = await visiting({ variant: 'unknown-words' }, async (_, taken) => taken);
    if (!picture) throw new Error('There is no picture.');
    expect([count(picture, isGreen) > 200, count(picture, isInk)]).toEqual([true, 0]);
  });
});

/** Each puts something of somebody's into the page, in magenta, and near what is kept. */
const INTRUSIONS: Record<string, string> = {
  'a name in the panel': `main.insertAdjacentHTML('beforeend', '<p style="color:#f0f">ROBIN EXAMPLE</p>')`,
  'a name in the label': `label.insertAdjacentHTML('beforeend', ' <b style="color:#f0f">ROBIN EXAMPLE</b>')`,
  'a name before the label, in its line': `label.insertAdjacentHTML('beforebegin', '<b style="color:#f0f">ROBIN EXAMPLE</b>')`,
  'a name drawn over the label': `document.body.insertAdjacentHTML('beforeend', '<div style="position:absolute;color:#f0f;font-size:20px;left:' + box.left + 'px;top:' + box.top + 'px">ROBIN</div>')`,
  'a name drawn over it that takes no clicks': `document.body.insertAdjacentHTML('beforeend', '<div style="pointer-events:none;position:absolute;color:#f0f;font-size:20px;left:' + box.left + 'px;top:' + box.top + 'px">ROBIN</div>')`,
  'a name drawn by the style sheet': `label.id = label.id; document.head.insertAdjacentHTML('beforeend', '<style>.setting-toggle__label::after{content:"ROBIN";color:#f0f;margin-left:-80px;position:relative;z-index:3}</style>')`,
  'a face beside the switch': `hit.insertAdjacentHTML('beforeend', '<svg width="40" height="24" style="margin-left:-30px"><image href=""/><rect width="40" height="24" fill="#f0f"/></svg>')`,
  'a face under the words': `main.style.background = 'url("data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22 width=%2210%22 height=%2210%22><rect width=%2210%22 height=%2210%22 fill=%22%23f0f%22/></svg>")'`,
  'a closed shadow over the title': `const host = document.createElement('div'); host.style.cssText = 'position:absolute;pointer-events:none;width:200px;height:30px;left:' + title.left + 'px;top:' + title.top + 'px'; host.attachShadow({ mode: 'closed' }).innerHTML = '<b style="color:#f0f;font-size:20px">ROBIN</b>'; document.body.append(host)`,
  'a canvas over the title': `const canvas = document.createElement('canvas'); canvas.width = 200; canvas.height = 30; canvas.style.cssText = 'position:absolute;pointer-events:none;left:' + title.left + 'px;top:' + title.top + 'px'; const pen = canvas.getContext('2d'); pen.fillStyle = '#f0f'; pen.fillRect(0, 0, 200, 30); document.body.append(canvas)`,
};

describe.concurrent('never in it', () => {
  it.each(Object.entries(INTRUSIONS))('%s', async (_, script) => {
    await visiting({ variant: 'standard' }, async (visit) => {
      await visit.page.evaluate(
        `(() => { const main = document.querySelector('main'); const label = document.querySelector('.setting-toggle__label');
          const hit = document.querySelector('.setting-toggle__hit'); const box = label.getBoundingClientRect();
          const title = document.querySelector('h1').getBoundingClientRect(); ${script} })()`,
      );
      // It is there to be seen.
      await vi.waitUntil(async () => count(await visit.page.screenshot(), isMagenta) > 20, { timeout: 10_000 });
      const picture = await takePicture(visit, DEFAULT_SETTING, 'on');
      expect(picture ? count(picture, isMagenta) : 0).toBe(0);
    });
  });

  it('anything that comes while it is taken', async () => {
    await visiting({ variant: 'standard' }, async (visit) => {
      // Never twice in the same place.
      await visit.page.evaluate(`(() => {
        const label = document.querySelector('.setting-toggle__label');
        let turn = 0;
        const step = () => { turn += 1; label.style.marginLeft = turn * 3 + 'px'; requestAnimationFrame(step); };
        step();
      })()`);
      expect(await takePicture(visit, DEFAULT_SETTING, 'on')).toBeNull();
    });
  });
});

describe('the page', () => {
  const WATCH = `(() => {
    window.seen = [];
    new MutationObserver((all) => window.seen.push(...all.map(({ type, target }) => type + ' ' + target.nodeName)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (const type of ['resize', 'focusin', 'pointermove', 'mousemove']) addEventListener(type, () => window.seen.push(type), true);
  })()`;

  it('does not change by it', async () => {
    await visiting({ variant: 'standard' }, async (visit) => {
      await visit.page.evaluate(WATCH);
      expect(await takePicture(visit, DEFAULT_SETTING, 'on')).not.toBeNull();
      expect(await visit.page.evaluate('window.seen')).toEqual([]);
    });
  });

  it('is scrolled to the switch where that is out of sight, and back', async () => {
    await visiting({ variant: 'standard' }, async (visit) => {
      await visit.page.evaluate(`document.querySelector('main').style.paddingTop = '4000px'; ${WATCH}`);
      const picture = await takePicture(visit, DEFAULT_SETTING, 'on');
      expect(picture && count(picture, isGreen)).toBeGreaterThan(200);
      expect(await visit.page.evaluate('[scrollY, window.seen]')).toEqual([0, []]);
    });
  });
});
