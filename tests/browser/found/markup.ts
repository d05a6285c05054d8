/** What raw pages are made of: ordinary markup of somebody who is signed in, and what every page is answered by. */
import { DEFAULT_SETTING } from '../../../src/settings/catalogue.ts';
import { html, json, type Route, status, type Truth, type Visit, type Visitor } from './site.ts';

export const KEY = DEFAULT_SETTING.key;
export const TIPS_KEY = 'tipsForUsingLinkedinViaEmail';
export const OUR_PATH = `/mypreferences/d/${DEFAULT_SETTING.path}`;
export const CATEGORY_PATH = '/mypreferences/d/categories/privacy';
/** of an answer that is no record */
export const DATA_PATH = '/voyager/api/view';
export const RECORD_PATH = `/mysettings-api/settingsApiSettings/${KEY}`;
export const LABEL = 'Use my data for training content creation AI models';

const STYLE = `
  .setting-toggle { padding: 12px 0; }
  .setting-toggle__toggle { display: inline-block; width: 44px; height: 24px; border-radius: 12px; background: #888; }
  .visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip: rect(0 0 0 0); }
`;

/**
 * For the scripts of every page. A flip of ours, and a click on anything else that can be clicked, are told to the server;
 * by an image, so that they are no data of the page's.
 */
const TOOLS = `
  const ours = document.querySelector('[aria-labelledby="${KEY}"]');
  const tell = (what) => { new Image().src = '/demo/clicked?on=' + what; };
  ours?.addEventListener(ours.matches('input') ? 'change' : 'click', () => tell('ours'));
  const isAnother = (node) => node instanceof Element && node !== ours && node.matches('a, button, input, [role=switch]');
  addEventListener('click', (event) => event.composedPath().some(isAnother) && tell('another'), true);
  const ask = (path, options) => fetch(path, options).then((answer) => (answer.ok ? answer.json() : null), () => null);
  const send = (method, path, body) =>
    fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const save = (body) => send('PUT', '${RECORD_PATH}', body);
`;

export interface Parts {
  main: string;
  script?: string;
  /** who is signed in, as the navigation names them; null where it does not */
  member?: string | null;
  /** besides the member's own link */
  navigation?: string;
  head?: string;
}

export const MEMBER = 'somebody';

export function page({ main, script = '', member = MEMBER, navigation = '', head = '' }: Parts): string {
  const me = member === null ? '' : `<a href="/in/${member}">Me</a>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>LinkedIn</title><link rel="icon" href="data:,">${head}<style>${STYLE}</style></head>
<body><header id="global-nav"><nav>${me}${navigation}</nav></header>
<main>${main}</main><script>{${TOOLS}${script}}</script></body></html>`;
}

export const TITLE = `<h1>${DEFAULT_SETTING.title}</h1>`;

/** A switch of the page's: a check box, and the part that stands for it. Not on where nothing is said. */
export function toggle({ key = KEY, label = LABEL, on = false, attributes = '' } = {}): string {
  const id = `box-${key}`;
  return `<div class="setting-toggle"><span id="${key}">${label}</span>
    <input id="${id}" type="checkbox" role="switch" aria-labelledby="${key}" ${on ? 'checked' : ''} ${attributes}>
    <label for="${id}" class="setting-toggle__toggle"></label></div>`;
}

export const THREE_OTHERS = {
  'settings/policy-and-academic-research': 'Social, economic, and workplace research',
  'settings/share-data-with-select-partners': 'Share data with affiliates and partners',
  'settings/ads-by-age': 'Ads by age',
};
export const TWO_OTHERS = {
  'settings/ads-by-age': 'Ads by age',
  'settings/ads-by-gender': 'Ads by gender',
};

/** Rows of the category page, by their paths. */
export function rows(titles: Record<string, string>): string {
  const items = Object.entries(titles).map(
    ([path, title]) => `<li><a href="/mypreferences/d/${path}">${title}</a></li>`,
  );
  return `<ul id="rows">${items.join('')}</ul>`;
}

/** Puts one more row into the list. */
export const ADDS = `(row) => row && document.getElementById('rows').insertAdjacentHTML('beforeend',
  '<li><a href="' + row.href + '">' + row.title + '</a></li>')`;
export const OUR_ROW = { href: OUR_PATH, title: DEFAULT_SETTING.title };

/** @param more what stands beneath the rows */
export function category(titles: Record<string, string>, more = '', script = '', parts: Partial<Parts> = {}): Route {
  return html(page({ ...parts, main: `<h1>Data privacy</h1>${rows(titles)}${more}`, script }));
}

/** Its switch drawn by the server. */
export function drawnPage(partsFor: (visitor: Visitor) => Partial<Parts>): Route {
  return html(({ visitor }) => {
    const { main = '', ...parts } = partsFor(visitor);
    return page({ ...parts, main: `${TITLE}${toggle({ on: visitor.truth === 'on' })}${main}` });
  });
}

/** The same, asked for again, and saved at each flip. */
export function ordinaryPage({ script = '', ...parts }: Partial<Parts> = {}): Route {
  return drawnPage(() => ({ ...parts, script: `${LOADS} ${SAVES} ${script}` }));
}

/** Off is what it shows until it knows better. */
export function skeleton(script: string, head = ''): Route {
  return html(page({ main: `${TITLE}${toggle()}`, script, head }));
}

/** The truth, in words that are no record, and how the page draws it. */
export const answersOn = json(({ truth }) => ({ on: truth === 'on' }));
export const DRAWS = `(answer) => { if (answer) ours.checked = answer.on; }`;
/** The same for an event. */
export const HEARS = `({ data }) => { ours.checked = data === 'on'; }`;

export const onFlip = (script: string) => `ours.addEventListener('change', async () => { ${script} });`;

export const LOADS = `ask('${RECORD_PATH}').then((record) => { if (record) ours.checked = record.value === record.onValue; });`;
export const SAVES = `ours.addEventListener('change', () => save({ value: ours.checked }));`;

/** Our setting's record, as it is for this visitor or as somebody claims. */
export function record({ truth, page: { values = { on: true, off: false } } }: Visitor, says: Truth = truth) {
  return { key: KEY, value: values[says], onValue: values.on, offValue: values.off };
}

/** The record as data in the page, as old as the page. */
export function embedded(visitor: Visitor): string {
  const data = JSON.stringify({ included: [record(visitor)] }).replaceAll('"', '&quot;');
  return `<code style="display: none">${data}</code>`;
}

/** Takes whatever value comes first: what a page should not have sent is kept all the same. */
function keep({ visitor, body }: Visit): void {
  const [first] = [JSON.parse(body)].flat();
  visitor.truth = first.value === record(visitor, 'off').value ? 'off' : 'on';
}

export const ORDINARY: Record<string, Route> = {
  [OUR_PATH]: ordinaryPage(),
  [CATEGORY_PATH]: category({ [DEFAULT_SETTING.path]: DEFAULT_SETTING.title, ...TWO_OTHERS }),
  [RECORD_PATH]: (visit) => {
    if (visit.request.method !== 'GET') keep(visit);
    return json((visitor) => record(visitor))(visit);
  },
  '/demo/clicked': status(200),
};
