/** Pages whose data is not as LinkedIn's known one, or that read less of it than came, and that are as clear all the same. */
import {
  CATEGORY_PATH,
  category,
  drawnPage,
  embedded,
  KEY,
  LOADS,
  ORDINARY,
  OUR_PATH,
  onFlip,
  ordinaryPage,
  page,
  RECORD_PATH,
  record,
  SAVES,
  skeleton,
  THREE_OTHERS,
  TIPS_KEY,
  TITLE,
  toggle,
} from './markup.ts';
import { AMBIGUOUS, checked, disabled, TOLD } from './runs.ts';
import { after, type FoundPage, html, json, type Route, redirect, status, type Visitor } from './site.ts';

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
  {
    name: 'embedded-amid-noise',
    about: 'its own data bears the switch out, and what fails around it has nothing to do with settings',
    routes: {
      [OUR_PATH]: drawnPage((visitor) => ({
        main: embedded(visitor),
        script: `new WebSocket('ws://' + location.host + '/realtime/connect');
          send('POST', '/voyager/api/messagingPresence', {}).catch(() => {});
          ask('/voyager/api/badge'); ${SAVES}`,
      })),
      '/voyager/api/badge': status(500),
    },
    runs: [...TOLD, ...disabled('changed off', 1)],
  },
  {
    name: 'report-awaited',
    about: 'nothing is drawn or saved before a report has been answered',
    routes: {
      [OUR_PATH]: skeleton(`const report = () => send('POST', '/li/track', {});
        report().then(() => { ${LOADS} });
        ${onFlip('await report(); await save({ value: ours.checked });')}`),
    },
    runs: [...TOLD, ...disabled('changed off', 1)],
  },
  {
    name: 'stressed-word',
    about: 'a sentence beneath the switch stresses what it would be without',
    routes: {
      [OUR_PATH]: drawnPage(() => ({
        script: `ours.closest('div').insertAdjacentHTML('beforeend',
        '<p>While this is <strong>off</strong>, nothing is used.</p>'); ${LOADS}`,
      })),
    },
    runs: TOLD,
  },
  {
    name: 'drawn-when-scrolled-to',
    about: 'the switch is drawn where it comes into sight, far down',
    routes: {
      [OUR_PATH]: html(({ visitor }) =>
        page({
          main: `${TITLE}<p style="height: 3000px">Much to read</p><div id="place" style="height: 40px"></div>`,
          script: `new IntersectionObserver(([{ isIntersecting, target }]) => {
            if (isIntersecting && !target.firstChild) target.innerHTML = ${JSON.stringify(toggle({ on: visitor.truth === 'on' }))};
          }).observe(document.getElementById('place'));`,
        }),
      ),
    },
    runs: TOLD,
  },
  {
    name: 'captcha-cut-off',
    about: 'the frame of a captcha stands where nothing can be seen of it',
    routes: {
      [OUR_PATH]: ordinaryPage({
        main: `<div style="height: 0; overflow: hidden"><iframe title="captcha" width="300" height="80"></iframe></div>
          <iframe title="captcha" width="300" height="80" style="position: fixed; top: 200vh"></iframe>`,
      }),
    },
    runs: TOLD,
  },
  {
    name: 'remembered-sign-in',
    about: 'our address leads to the sign-in page, which knows the member and leads back',
    routes: {
      [OUR_PATH]: (visit) =>
        (visit.request.url?.includes('back') ? ordinaryPage() : redirect('/login?session_redirect=x'))(visit),
      '/login': html(
        `<h1>Welcome back</h1><script>setTimeout(() => location.replace('${OUR_PATH}?back'), 1_200)</script>`,
      ),
    },
    runs: TOLD,
  },
  {
    name: 'not-offered-with-switches',
    about: 'a notice in the place of the setting, and switches that are of the frame, or of another setting',
    routes: {
      [OUR_PATH]: html(
        page({
          main: `${TITLE}<p>This setting is not available.</p>${toggle({ key: TIPS_KEY, label: 'Tips' })}`,
          navigation: '<button role="switch" aria-checked="false">Dark mode</button>',
        }),
      ),
      [CATEGORY_PATH]: category(THREE_OTHERS),
    },
    isNotOffered: true,
    runs: checked('not-offered'),
  },
  {
    name: 'part-lags-behind',
    about: 'for a moment after the save, the data embedded in the page is still the old one',
    routes: {
      [OUR_PATH]: drawnPage((visitor) => {
        const isBehind = visitor.truth === 'off' && loadsAfterSave(visitor) < 2;
        return {
          main: embedded(isBehind ? { ...visitor, truth: 'on' } : visitor),
          script: `${LOADS} ${SAVES}`,
        };
      }),
    },
    runs: disabled('changed off', 1),
  },
];

function loadsAfterSave({ arrivals }: Visitor): number {
  const saved = arrivals.findIndex(({ method }) => method === 'PUT');
  return arrivals.slice(saved).filter(({ path }) => path.startsWith(OUR_PATH)).length;
}
