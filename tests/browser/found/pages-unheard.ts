/** Pages that have not heard all they asked for, or have and it does not look so: what they show first may be a place-holder. */
import {
  answersOn,
  DRAWS,
  drawnPage,
  embedded,
  HEARS,
  KEY,
  LOADS,
  OUR_PATH,
  ordinaryPage,
  page,
  RECORD_PATH,
  record,
  skeleton,
  TITLE,
  toggle,
} from './markup.ts';
import { AMBIGUOUS, checked, disabled, TOLD } from './runs.ts';
import { after, type FoundPage, html, json, never, status, stream } from './site.ts';

function questionPage(name: string, filter: Record<string, unknown>): FoundPage {
  const question = JSON.stringify({ operationName: 'MemberSettings', variables: { filters: [filter] } });
  const asks = `send('POST', '/voyager/api/graphql', ${question}).then((answer) => answer.json()).then(${DRAWS}, () => {});`;
  return {
    name,
    about: 'its question, put by POST, has a field named value',
    routes: { [OUR_PATH]: skeleton(asks), '/voyager/api/graphql': answersOn },
    runs: AMBIGUOUS,
  };
}

const RETRIES = `
  const leaving = new AbortController();
  ask('/voyager/api/me', { signal: leaving.signal });
  setTimeout(() => { leaving.abort(); ask('/voyager/api/me'); }, 50);`;

export const UNHEARD: readonly FoundPage[] = [
  questionPage('question-with-value', { name: 'page', value: 'data-for-ai-improvement' }),
  questionPage('question-with-true', { name: 'includeAi', value: true }),
  {
    name: 'script-lost',
    about: 'the script that would draw the state does not come',
    routes: { [OUR_PATH]: skeleton('', '<script defer src="/bundle.js"></script>'), '/bundle.js': status(503) },
    runs: AMBIGUOUS,
  },
  {
    name: 'data-lost-elsewhere',
    about: 'its data would come from an address that does not look like data, and does not come',
    routes: {
      [OUR_PATH]: skeleton(`ask('/flagship-web/rsc/page').then(${DRAWS});`),
      '/flagship-web/rsc/page': status(503),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'data-lost-and-file-saved',
    about: 'its data does not come, and it then leads to a file to be saved, which leaves it where it is',
    routes: {
      [OUR_PATH]: skeleton(
        `ask('/flagship-web/rsc/page').then(${DRAWS}); setTimeout(() => location.assign('/export'), 300);`,
      ),
      '/flagship-web/rsc/page': status(503),
      '/export': ({ response }) =>
        void response.writeHead(200, { 'content-disposition': 'attachment; filename="a.csv"' }).end('a'),
    },
    runs: checked('unknown control-ambiguous or unknown unreachable'),
  },
  {
    name: 'two-records-in-one-answer',
    about: 'the last record of the answer is the default, and the switch waits to be drawn',
    routes: {
      [OUR_PATH]: html(
        page({
          main: `${TITLE}${toggle({ attributes: 'disabled' })}`,
          script: `ask('${RECORD_PATH}').then(({ elements: [mine] }) => setTimeout(() => {
            ours.checked = mine.value === mine.onValue;
            ours.disabled = false;
          }, 400));`,
        }),
      ),
      [RECORD_PATH]: json((visitor) => ({ elements: [record(visitor)], defaults: [record(visitor, 'off')] })),
    },
    runs: checked('on or unknown control-ambiguous'),
  },
  {
    name: 'telemetry-with-key',
    about: 'a report on the visitor names the setting, and is never answered',
    routes: {
      [OUR_PATH]: drawnPage((visitor) => ({ main: embedded(visitor), script: `ask('/li/track?setting=${KEY}');` })),
      '/li/track': never,
    },
    runs: TOLD,
  },
  {
    name: 'aborted-and-retried',
    about: 'the page gives up a request, and makes it anew',
    routes: {
      [OUR_PATH]: drawnPage(() => ({ script: RETRIES })),
      '/voyager/api/me': after(
        600,
        json(() => ({ plainId: 1 })),
      ),
    },
    runs: TOLD,
  },
  {
    name: 'preloaded',
    about: 'the browser asks for the data before the page does',
    routes: {
      [OUR_PATH]: skeleton(LOADS, `<link rel="preload" as="fetch" crossorigin href="${RECORD_PATH}">`),
      [RECORD_PATH]: after(
        3_500,
        json((visitor) => record(visitor)),
      ),
    },
    runs: checked('on'),
  },
  {
    name: 'event-source',
    about: 'the state comes as the first message of a stream that has begun long before',
    routes: {
      [OUR_PATH]: skeleton(`new EventSource('/settings/stream').onmessage = ${HEARS};`),
      '/settings/stream': stream(3_500),
    },
    runs: checked('on'),
  },
  {
    name: 'ordinary',
    about: 'nothing: that the pages here can be read, and switched, where there is nothing odd about them',
    routes: { [OUR_PATH]: ordinaryPage() },
    runs: [...TOLD, { mode: 'dry-run', truth: 'on', answer: 'would-change on' }, ...disabled('changed off')],
  },
];
