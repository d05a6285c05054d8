/** Pages on which a click comes late, or would meet something else. */
import { KEY, LOADS, OUR_PATH, ordinaryPage, page, RECORD_PATH, SAVES, TIPS_KEY, TITLE, toggle } from './markup.ts';
import { disabled } from './runs.ts';
import { after, type FoundPage, html, type Route, status } from './site.ts';

const REFUSED = /^refused /;
const EMPTY = status(200, '{}');

/** A switch that is a button, and its visible part. */
const buttonPage = (script: string) =>
  html(({ visitor }) =>
    page({
      main: `${TITLE}<div class="setting-toggle"><span id="${KEY}">Use my data for training content creation AI models</span>
      <label><button type="button" role="switch" aria-checked="${visitor.truth === 'on'}" aria-labelledby="${KEY}">·</button>
      <span class="setting-toggle__toggle"></span></label></div>`,
      script: `
      const show = (on) => ours.setAttribute('aria-checked', String(on));
      const next = () => ours.getAttribute('aria-checked') !== 'true';
      ask('${RECORD_PATH}').then((record) => show(record.value));
      ${script}`,
    }),
  );
/** It saves, and then moves, once something else has come. */
const slowButton = ({ disables = false, asks = '/bundle/save.js', first = '' }) =>
  buttonPage(`
  ${first}
  ours.addEventListener('click', async () => {
    const on = next();
    ours.disabled = ${disables};
    await fetch('${asks}');
    await save({ value: on });
    show(on);
    ours.disabled = false;
  });
  `);
const SLOW_BUNDLE = { '/bundle/save.js': after(3_200, status(200, 'export {};')) };
const MAY = '/voyager/api/graphql?query=may';
const QUESTIONS = `for (const name of ['one', 'two', 'three']) ask('/voyager/api/graphql?query=' + name);`;
const queries: Route = (visit) => (visit.request.url === MAY ? after(3_200, EMPTY) : EMPTY)(visit);

const TIPS = toggle({ key: TIPS_KEY, label: 'Tips for using LinkedIn, by email', on: true });
const HIDDEN = { on: true, attributes: 'class="visually-hidden"' };
const EITHER = 'changed off or refused on control-disabled';

const bothSwitches = (main: string) => html(page({ main: `${TITLE}${main}`, script: `${LOADS} ${SAVES}` }));
/** As in a list that gives each of its rows the same id. */
const sameId = (row: string, key: string) => row.replaceAll(`"box-${key}"`, '"t"');

/** What comes over an ordinary page, a while after its switch has been drawn. */
function latePage(name: string, about: string, script: string): FoundPage {
  const routes = {
    [OUR_PATH]: ordinaryPage({ script: `setTimeout(() => { ${script} }, 900);` }),
    '/checkpoint/captcha': html('<!doctype html><title>captcha</title><p>I am not a robot'),
  };
  return { name, about, routes, isTimed: true, runs: disabled(REFUSED) };
}

/** What asks for the click gives up before the page is through with it. */
function busyPage(event: 'pointerdown' | 'mouseup' | 'click', ms: number): FoundPage {
  const script = `document.addEventListener('${event}', () => {
    for (const until = performance.now() + ${ms}; performance.now() < until; );
  }, { once: true, capture: true });`;
  const about = `the page does nothing else for ${ms / 1_000} s once it has heard ${event}`;
  const routes = { [OUR_PATH]: ordinaryPage({ script }) };
  return { name: `busy-${event}-${ms}`, about, routes, runs: disabled('changed off', 1) };
}

export const CLICK: readonly FoundPage[] = [
  busyPage('click', 5_000),
  busyPage('pointerdown', 15_000),
  busyPage('mouseup', 15_000),
  busyPage('click', 15_000),
  {
    name: 'pessimistic',
    about: 'the switch moves only once it is saved, and the code for that is loaded first',
    routes: { [OUR_PATH]: slowButton({}), ...SLOW_BUNDLE },
    runs: disabled('changed off'),
  },
  {
    name: 'pessimistic-disabling',
    about: 'the same, and the switch is disabled meanwhile',
    routes: { [OUR_PATH]: slowButton({ disables: true }), ...SLOW_BUNDLE },
    runs: disabled('changed off'),
  },
  {
    name: 'pessimistic-by-query',
    about: 'it asks first whether it may, at an address that has been asked other questions before',
    routes: { [OUR_PATH]: slowButton({ asks: MAY, first: QUESTIONS }), '/voyager/api/graphql': queries },
    runs: disabled('changed off', 1),
  },
  {
    name: 'pessimistic-asked-before',
    about: 'it asks first whether it may, which the page had asked twice before',
    routes: {
      [OUR_PATH]: slowButton({ asks: MAY, first: `ask('${MAY}').then(() => ask('${MAY}'));` }),
      '/voyager/api/graphql': queries,
    },
    runs: disabled('changed off', 1),
  },
  {
    name: 'asks-for-news',
    about: 'the visible part alone takes the click, and the page asks for news without end',
    routes: {
      [OUR_PATH]: buttonPage(`
      document.querySelector('.setting-toggle__toggle').addEventListener('click', (event) => {
        event.preventDefault();
        const on = next();
        show(on);
        save({ value: on });
      });
      setInterval(() => ask('/voyager/api/news'), 250);`),
      '/voyager/api/news': after(400, EMPTY),
    },
    runs: disabled('changed off', 1),
  },
  {
    name: 'same-id-label',
    about: 'the visible part of ours is a label for the other switch, which has the same id',
    routes: {
      [OUR_PATH]: bothSwitches(sameId(TIPS, TIPS_KEY) + sameId(toggle(HIDDEN), KEY)),
    },
    runs: disabled(EITHER),
  },
  {
    name: 'label-around-two',
    about: 'a label around both switches gives each of its clicks to the other one',
    routes: {
      [OUR_PATH]: bothSwitches(
        `<label>${[TIPS, toggle(HIDDEN)].join('').replaceAll(/<label [^>]*><\/label>/g, '<span class="setting-toggle__toggle"></span>')}</label>`,
      ),
    },
    runs: disabled(EITHER),
  },
  latePage(
    'modal-late',
    'a modal dialog opens just before the click',
    `document.body.insertAdjacentHTML('beforeend', '<dialog aria-modal="true"><h2>News</h2><button>Close</button></dialog>');
    document.querySelector('dialog').showModal();`,
  ),
  latePage(
    'captcha-late',
    'a captcha comes over the page just before the click',
    `document.body.insertAdjacentHTML('beforeend', '<iframe src="/checkpoint/captcha" width="300" height="300" style="position: fixed; right: 0; bottom: 0"></iframe>');`,
  ),
  latePage(
    'disabled-late',
    'the switch is disabled just before the click, and does not say so to the browser',
    `ours.setAttribute('aria-disabled', 'true');
    ours.addEventListener('click', (event) => event.preventDefault());`,
  ),
];
