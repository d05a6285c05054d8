/** Pages with much under way that says nothing of the setting, and a little that looks like it and does. */
import {
  answersOn,
  CATEGORY_PATH,
  category,
  DRAWS,
  drawnPage,
  HEARS,
  OUR_PATH,
  ordinaryPage,
  page,
  skeleton,
  THREE_OTHERS,
  TITLE,
  toggle,
} from './markup.ts';
import { AMBIGUOUS, checked, TOLD } from './runs.ts';
import { after, type FoundPage, html, never, type Route, status, stream } from './site.ts';

const REPORTS = [
  '/platform-telemetry/li/apfcDf',
  '/realtime/realtimeFrontendClientConnectivityTracking',
  '/voyager/api/legoWidgetImpressionEvents',
  '/li/track',
];
/** As a page of LinkedIn's does, again and again. */
const REPORTING = `
  const report = () => ${JSON.stringify(REPORTS)}.forEach((path) => send('POST', path, { isOnline: true }).catch(() => {}));
  report();
  setInterval(report, 1_500);`;
const socket = (path: string) => `new WebSocket('ws://' + location.host + '${path}')`;
const CONNECTING = `${REPORTING} ${socket('/realtime/connect')};`;

/** It is never finished, and its script leads to the same address in another language. */
const streaming: Route = ({ response }) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write(
    `<!doctype html><html lang="en"><head><title>LinkedIn</title><script>location.replace('?locale=de_DE')</script>`,
  );
};

export const NOISE: readonly FoundPage[] = [
  {
    name: 'events-by-stream',
    about: 'the state comes by a stream whose address is like that of a report',
    routes: {
      [OUR_PATH]: skeleton(`new EventSource('/mysettings-api/events').onmessage = ${HEARS};`),
      '/mysettings-api/events': stream(3_500),
    },
    runs: checked('on'),
  },
  {
    name: 'socket-for-events',
    about: 'the state would come by a socket whose address is like that of a report',
    routes: { [OUR_PATH]: skeleton(`${socket('/realtime/events')}.onmessage = ${HEARS};`) },
    runs: AMBIGUOUS,
  },
  {
    name: 'not-offered-with-noise',
    about: 'both pages report on the visitor, and open a socket for it',
    routes: {
      [OUR_PATH]: html(page({ main: TITLE, script: CONNECTING })),
      [CATEGORY_PATH]: category(THREE_OTHERS, '', CONNECTING),
    },
    isNotOffered: true,
    runs: checked('not-offered'),
  },
  {
    name: 'noise-and-no-data',
    about: 'the page reports on the visitor, and its switch is all that tells the state',
    routes: { [OUR_PATH]: drawnPage(() => ({ script: REPORTING })) },
    runs: TOLD,
  },
  {
    name: 'noise-lost',
    about: 'the same, and the script of the reports does not come',
    routes: {
      [OUR_PATH]: drawnPage(() => ({ script: REPORTING, head: '<script async src="/li/track/x.js"></script>' })),
      '/li/track/x.js': status(503),
    },
    runs: TOLD,
  },
  {
    name: 'replaced-while-streaming',
    about: 'the page puts itself anew in its place, in another language, before it has come to its end',
    routes: {
      [OUR_PATH]: (visit) => (visit.request.url?.includes('?locale=') ? ordinaryPage() : streaming)(visit),
    },
    runs: TOLD,
  },
  {
    name: 'leaves-with-fetches',
    about: 'our address leads to the list by a script, with requests under way that nobody waits for any more',
    routes: {
      [OUR_PATH]: html(
        page({
          main: '<h1>Settings</h1>',
          script: `ask('/voyager/api/x?1'); ask('/voyager/api/x?2');
          setTimeout(() => location.replace('${CATEGORY_PATH}'), 300);`,
        }),
      ),
      [CATEGORY_PATH]: category(THREE_OTHERS),
      '/voyager/api/x': never,
    },
    isNotOffered: true,
    runs: checked('not-offered'),
  },
  {
    name: 'slow-disabled',
    about: 'the switch is disabled until an answer comes that is long in coming, and no record',
    routes: {
      [OUR_PATH]: html(
        page({
          main: `${TITLE}${toggle({ attributes: 'disabled' })}`,
          script: `ask('/settings/state').then((answer) => { ours.disabled = false; (${DRAWS})(answer); });`,
        }),
      ),
      '/settings/state': after(9_000, answersOn),
    },
    runs: TOLD,
  },
];
