/** Lists that come in parts, and a switch whose parts say different things. */
import {
  ADDS,
  CATEGORY_PATH,
  category,
  KEY,
  LABEL,
  OUR_PATH,
  OUR_ROW,
  page,
  THREE_OTHERS,
  TITLE,
  toggle,
} from './markup.ts';
import { AMBIGUOUS, checked, NOT_FOUND } from './runs.ts';
import { after, type FoundPage, html, json, type Route } from './site.ts';

const SECOND_PART = '/mysettings-api/sections/2';
const late = (route: Route) => after(7_000, route);
const WENT_WRONG = html(page({ main: '<p>Something went wrong</p>' }));
const drawsOurs = `(${ADDS})(${JSON.stringify(OUR_ROW)});`;

function secondPartPage(name: string, about: string, list: Route, routes: FoundPage['routes'] = {}): FoundPage {
  return { name, about, routes: { [OUR_PATH]: WENT_WRONG, [CATEGORY_PATH]: list, ...routes }, runs: NOT_FOUND };
}

const named = `<span id="${KEY}">${LABEL}</span>`;

/** On is what the server knows. */
function kinPage(name: string, about: string, main: string, runs = AMBIGUOUS): FoundPage {
  return { name, about, routes: { [OUR_PATH]: html(page({ main: `${TITLE}${main}` })) }, runs };
}

function otherControlPage(name: string, main: string): FoundPage {
  return {
    name,
    about: 'the key stands on what is no switch, and the list has no row of ours',
    routes: { [OUR_PATH]: html(page({ main: `${TITLE}${named}${main}` })), [CATEGORY_PATH]: category(THREE_OTHERS) },
    runs: NOT_FOUND,
  };
}

export const PARTS: readonly FoundPage[] = [
  secondPartPage(
    'second-part-slow',
    'the second half of the list is long in coming',
    category(THREE_OTHERS, '', `ask('${SECOND_PART}').then(${ADDS});`),
    { [SECOND_PART]: late(json(() => OUR_ROW)) },
  ),
  secondPartPage(
    'second-part-by-timer',
    'the second half of the list is drawn a while after the first, and nothing is asked for',
    category(THREE_OTHERS, '', `setTimeout(() => { ${drawsOurs} }, 3_000);`),
  ),
  secondPartPage(
    'second-part-on-scroll',
    'the second half of the list is drawn only where the end of the first is in sight',
    category(
      THREE_OTHERS,
      '<div style="height: 3000px"></div><div id="end">·</div>',
      `new IntersectionObserver((seen, watch) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        ${drawsOurs}
      }).observe(document.getElementById('end'));`,
    ),
  ),
  {
    name: 'row-elsewhere',
    about: 'the list leads to another address of ours, in a language we do not know',
    routes: {
      [OUR_PATH]: WENT_WRONG,
      [CATEGORY_PATH]: category({ ...THREE_OTHERS, 'data-for-ai-improvement': '生成AIの改善のためのデータ' }),
    },
    runs: NOT_FOUND,
  },
  kinPage(
    'wrapper-disagrees',
    'a switch with the key says off, and the check box in it on',
    `<div class="setting-toggle">${named}
      <div role="switch" tabindex="0" aria-labelledby="${KEY}" aria-checked="false"><input type="checkbox" checked></div></div>`,
  ),
  kinPage(
    'wrapped-disagrees',
    'a check box with the key says off, and the switch around it on',
    `<div role="switch" tabindex="0" aria-checked="true">${toggle()}</div>`,
  ),
  kinPage(
    'wrapper-agrees',
    'a switch with the key says on, and the button in it that is pressed, too',
    `<div class="setting-toggle">${named}
      <div role="switch" aria-labelledby="${KEY}" aria-checked="true"><button type="button" aria-pressed="true">·</button></div></div>`,
    checked('on'),
  ),
  otherControlPage(
    'key-on-radio-buttons',
    `<div role="radiogroup" aria-labelledby="${KEY}">
      <label><input type="radio" name="ai" checked> Yes</label> <label><input type="radio" name="ai"> No</label></div>`,
  ),
  otherControlPage(
    'key-on-select',
    `<select aria-labelledby="${KEY}"><option>Yes</option><option>No</option></select>`,
  ),
];
