/** Pages that show off while it is on, or a row too few, for want of something that never came: nobody can tell from them. */
import {
  CATEGORY_PATH,
  category,
  DATA_PATH,
  DRAWS,
  drawnPage,
  HEARS,
  KEY,
  LOADS,
  ORDINARY,
  OUR_PATH,
  onFlip,
  page,
  RECORD_PATH,
  SAVES,
  skeleton,
  THREE_OTHERS,
  TITLE,
} from './markup.ts';
import { AMBIGUOUS, checked, disabled, NOT_FOUND } from './runs.ts';
import { answer, type FoundPage, html, json, redirect, status } from './site.ts';

const ASKS = `ask('${DATA_PATH}').then(${DRAWS}, () => {});`;
/** Deep enough to exhaust what walks through it. */
const DEEP = `'{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)`;

export const DOUBT: readonly FoundPage[] = [
  {
    name: 'question-by-put',
    about: 'its question is put by PUT',
    routes: {
      [OUR_PATH]: skeleton(`send('PUT', '${DATA_PATH}', {}).then((told) => told.json()).then(${DRAWS}, () => {});`),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'question-too-deep',
    about: 'its question is nested too deep for anybody to look at',
    routes: {
      [OUR_PATH]: skeleton(`fetch('${DATA_PATH}', { method: 'POST', body: ${DEEP} }).catch(() => {});`),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'data-sent-to-sign-in',
    about: 'its data is answered by the page for signing in, as the service sees no session',
    routes: { [OUR_PATH]: skeleton(ASKS), [DATA_PATH]: redirect('/uas/login'), '/uas/login': html('<h1>Sign in</h1>') },
    runs: checked('unknown signed-out'),
  },
  {
    name: 'query-failed',
    about: 'its data is an error, with a status that says all went well',
    routes: {
      [OUR_PATH]: skeleton(ASKS),
      [DATA_PATH]: json(() => ({ data: null, errors: [{ message: 'Internal error' }] })),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'stream-lost',
    about: 'the stream that would tell the state is refused',
    routes: {
      [OUR_PATH]: skeleton(`new EventSource('/flagship/stream').onmessage = ${HEARS};`),
      '/flagship/stream': status(503),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'record-never-set',
    about: 'the data embedded in the page has no value yet, and the default is on',
    routes: {
      [OUR_PATH]: drawnPage(() => {
        const record = JSON.stringify({ key: KEY, value: null, onValue: true, offValue: false });
        return { main: `<script type="application/json">${record}</script>`, script: 'ours.checked = false;' };
      }),
    },
    runs: AMBIGUOUS,
  },
  {
    name: 'list-asks-by-put',
    about: 'the list would get the rest of its rows by PUT',
    routes: {
      [OUR_PATH]: html(page({ main: TITLE })),
      [CATEGORY_PATH]: category(THREE_OTHERS, '', `send('PUT', '${DATA_PATH}', {}).catch(() => {});`),
    },
    runs: NOT_FOUND,
  },
  {
    name: 'refused-by-captcha',
    about: 'the answer is a refusal, and what it shows is a captcha',
    routes: {
      [OUR_PATH]: (visit) => {
        const captcha = '<iframe title="captcha" src="/captcha" width="300" height="80"></iframe>';
        answer(visit, 'text/html', page({ main: captcha, member: null }), 403);
      },
      '/captcha': html('<p>Are you a robot?</p>'),
    },
    runs: checked('unknown challenge'),
  },
  {
    name: 'report-before-save',
    about: 'a report of the click goes to the address of the save, just before it',
    routes: {
      [OUR_PATH]: drawnPage(() => ({
        script: `${LOADS} ${onFlip(`await send('POST', '${RECORD_PATH}', { event: 'toggled' }).catch(() => {}); await save({ value: ours.checked });`)}`,
      })),
    },
    runs: disabled('changed off', 1),
  },
  {
    name: 'served-anew',
    about: 'the page loads itself anew, and then asks nobody: what was told before was told to another',
    routes: {
      [OUR_PATH]: (visit) => {
        const isFirst = !visit.request.url?.includes('again');
        const first = `${LOADS} setTimeout(() => location.replace('?again'), 100);`;
        return skeleton(isFirst ? first : `${ASKS} ${SAVES}`)(visit);
      },
      [RECORD_PATH]: (visit) => {
        if (visit.request.method !== 'GET') return ORDINARY[RECORD_PATH]?.(visit);
        answer(visit, 'application/json', JSON.stringify({ key: KEY, value: false, onValue: true, offValue: false }));
      },
      [DATA_PATH]: status(503),
    },
    runs: AMBIGUOUS,
  },
];
