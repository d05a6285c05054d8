/** Pages without a switch where ours should be: the account has the setting all the same. */
import { DEFAULT_SETTING } from '../../../src/settings/catalogue.ts';
import {
  ADDS,
  CATEGORY_PATH,
  category,
  LOADS,
  OUR_PATH,
  OUR_ROW,
  page,
  RECORD_PATH,
  rows,
  SAVES,
  THREE_OTHERS,
  TITLE,
  TWO_OTHERS,
  toggle,
} from './markup.ts';
import { disabled, NOT_FOUND } from './runs.ts';
import { type FoundPage, html, json, redirect, status } from './site.ts';

const NOT_FOUND_NOR_CLICKED = [...NOT_FOUND, ...disabled('refused unknown control-not-found')];
const MOVED_PATH = '/mypreferences/d/settings/ai-training-data';
const EMPTY = html(page({ main: TITLE }));
const emptyPage = (script: string) => html(page({ main: TITLE, script }));

const restOfRows = json(() => OUR_ROW);
const QUESTION = `send('POST', '/voyager/api/graphql', { query: 'settings' }).then((answer) => answer.json())`;

export const ELSEWHERE: readonly FoundPage[] = [
  {
    name: 'moved-to-another-address',
    about: 'our address leads to the page of another name, and the list knows it in a language we do not',
    routes: {
      [OUR_PATH]: redirect(MOVED_PATH),
      [MOVED_PATH]: html(({ visitor }) =>
        page({ main: `${TITLE}${toggle({ on: visitor.truth === 'on' })}`, script: `${LOADS} ${SAVES}` }),
      ),
      [CATEGORY_PATH]: category({ 'settings/ai-training-data': '生成AIの改善のためのデータ', ...TWO_OTHERS }),
    },
    runs: NOT_FOUND_NOR_CLICKED,
  },
  {
    name: 'inline-in-category',
    about: 'our address leads to the list, and the switch stands in it',
    routes: {
      [OUR_PATH]: redirect(CATEGORY_PATH),
      [CATEGORY_PATH]: html(({ visitor }) =>
        page({
          main: `<h1>Data privacy</h1>${rows(THREE_OTHERS)}${toggle({ on: visitor.truth === 'on' })}`,
          script: `${LOADS} ${SAVES}`,
        }),
      ),
    },
    runs: NOT_FOUND_NOR_CLICKED,
  },
  {
    name: 'button-row',
    about: 'the list names it on a button, where the others have links',
    routes: {
      [OUR_PATH]: EMPTY,
      [CATEGORY_PATH]: category(THREE_OTHERS, `<button type="button">${DEFAULT_SETTING.title}</button>`),
    },
    runs: NOT_FOUND,
  },
  {
    name: 'record-without-switch',
    about: 'the page gets the record of the setting, and draws no switch for it',
    routes: { [OUR_PATH]: emptyPage(`ask('${RECORD_PATH}');`), [CATEGORY_PATH]: category(THREE_OTHERS) },
    runs: NOT_FOUND,
  },
  {
    name: 'post-both',
    about: 'the page and the rest of the list need a question put by POST',
    routes: {
      [OUR_PATH]: emptyPage(`${QUESTION}.then(() => location.reload(), () => {});`),
      [CATEGORY_PATH]: category(TWO_OTHERS, '', `${QUESTION}.then(${ADDS}, () => {});`),
      '/voyager/api/graphql': restOfRows,
    },
    runs: NOT_FOUND,
  },
  {
    name: 'category-half-lost',
    about: 'the second half of the list does not come',
    routes: {
      [OUR_PATH]: EMPTY,
      [CATEGORY_PATH]: category(TWO_OTHERS, '', `ask('/mysettings-api/sections/2').then(${ADDS});`),
      '/mysettings-api/sections/2': status(503),
    },
    runs: NOT_FOUND,
  },
];
