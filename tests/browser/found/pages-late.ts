/** Pages that show off, or a row too few, until something comes that is long in coming, or long in being drawn. */
import {
  ADDS,
  answersOn,
  CATEGORY_PATH,
  category,
  DATA_PATH,
  DRAWS,
  KEY,
  LOADS,
  OUR_PATH,
  OUR_ROW,
  page,
  RECORD_PATH,
  skeleton,
  THREE_OTHERS,
  TITLE,
  toggle,
} from './markup.ts';
import { checked, NOT_FOUND, TOLD } from './runs.ts';
import { after, type FoundPage, html, json } from './site.ts';

const saysOff = json(() => ({ key: KEY, value: false, onValue: true, offValue: false }));
const asks = (does: string, lateMs = 0) =>
  `ask('${DATA_PATH}').then((answer) => setTimeout(() => (${does})(answer), ${lateMs}));`;

export const LATE: readonly FoundPage[] = [
  {
    name: 'tail-comes-late',
    about: 'the page comes slowly, and its last line draws the state',
    routes: {
      [OUR_PATH]: ({ response, visitor }) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.write(page({ main: `${TITLE}${toggle()}` }));
        const last = `<script>document.querySelector('[aria-labelledby]').checked = ${visitor.truth === 'on'}</script>`;
        setTimeout(() => response.end(last), 10_000);
      },
    },
    runs: checked('on'),
  },
  {
    name: 'corrected-by-another-call',
    about: 'the answer for the setting is an old one, and a slower call brings the newer',
    isTimed: true,
    routes: {
      [OUR_PATH]: skeleton(`${LOADS} ${asks(DRAWS)}`),
      [RECORD_PATH]: saysOff,
      [DATA_PATH]: after(3_500, answersOn),
    },
    runs: checked('unknown witnesses-disagree'),
  },
  {
    name: 'correction-drawn-late',
    about: 'the same, and it is drawn a while after it has come',
    isTimed: true,
    routes: {
      [OUR_PATH]: skeleton(`${LOADS} ${asks(DRAWS, 600)}`),
      [RECORD_PATH]: saysOff,
      [DATA_PATH]: after(3_500, answersOn),
    },
    runs: checked('unknown witnesses-disagree'),
  },
  {
    name: 'answer-drawn-late',
    about: 'an answer that is no record is long in coming, and drawn a while after',
    routes: { [OUR_PATH]: skeleton(asks(DRAWS, 1_200)), [DATA_PATH]: after(5_000, answersOn) },
    runs: TOLD,
  },
  {
    name: 'row-drawn-late',
    about: 'the list gets the row of ours last, and draws it a while after',
    routes: {
      [OUR_PATH]: html(page({ main: TITLE })),
      [CATEGORY_PATH]: category(THREE_OTHERS, '', asks(ADDS, 1_200)),
      [DATA_PATH]: after(
        6_000,
        json(() => OUR_ROW),
      ),
    },
    runs: NOT_FOUND,
  },
];
