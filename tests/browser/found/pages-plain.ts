/** Pages whose data is not as LinkedIn's known one, or that read less of it than came, and that are as clear all the same. */
import {
  CATEGORY_PATH,
  category,
  KEY,
  LOADS,
  ORDINARY,
  OUR_PATH,
  page,
  RECORD_PATH,
  record,
  SAVES,
  skeleton,
  THREE_OTHERS,
  TITLE,
} from './markup.ts';
import { AMBIGUOUS, checked, disabled, TOLD } from './runs.ts';
import { after, type FoundPage, html, json, type Route, type Visitor } from './site.ts';

/** Keeps what is saved, and tells the setting in its own way. */
function telling(answerFor: (visitor: Visitor) => unknown): Route {
  return (visit) => {
    if (visit.request.method !== 'GET') return ORDINARY[RECORD_PATH]?.(visit);
    return after(1_000, json(answerFor))(visit);
  };
}
const isOn = ({ truth }: Visitor) => truth === 'on';
const draws = (value: string) => `ask('${RECORD_PATH}').then((answer) => { ours.checked = ${value}; });`;

export const PLAIN: readonly FoundPage[] = [
  {
    name: 'bare-value',
    about: 'the answer for the setting tells its value, and not what the values mean',
    routes: {
      [OUR_PATH]: skeleton(`${draws('answer.data.value')} ${SAVES}`),
      [RECORD_PATH]: telling((visitor) => ({ data: { key: KEY, value: isOn(visitor) } })),
    },
    runs: [...TOLD, ...disabled('changed off', 1)],
  },
  {
    name: 'bare-word-by-name',
    about: 'the same in a word, under the name of the setting',
    routes: {
      [OUR_PATH]: skeleton(draws(`answer.results.${KEY}.value === 'true'`)),
      [RECORD_PATH]: telling((visitor) => ({ results: { [KEY]: { value: String(isOn(visitor)) } } })),
    },
    runs: TOLD,
  },
  {
    name: 'bare-value-not-drawn',
    about: 'the answer comes, and is not drawn: the switch shows what it showed before',
    routes: {
      [OUR_PATH]: skeleton(draws('false')),
      [RECORD_PATH]: telling((visitor) => ({ key: KEY, value: isOn(visitor) })),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'bare-value-of-something',
    about: 'the answer for the setting has a value that is neither yes nor no',
    routes: {
      [OUR_PATH]: skeleton(draws('false')),
      [RECORD_PATH]: telling(() => ({ key: KEY, value: 'MEMBER' })),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'record-called-text',
    about: 'the answer does not say that it is JSON',
    routes: {
      [OUR_PATH]: skeleton(LOADS),
      [RECORD_PATH]: ({ response, visitor }) => {
        response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(record(visitor)));
      },
    },
    runs: TOLD,
  },
  {
    name: 'refusal-unread',
    about: 'the list asks for something that there is not, and does not read the answer to its end',
    routes: {
      [OUR_PATH]: html(page({ main: TITLE })),
      [CATEGORY_PATH]: category(THREE_OTHERS, '', `ask('/voyager/api/badge');`),
    },
    isNotOffered: true,
    runs: checked('not-offered'),
  },
];
