/** Pages that are changed as they should be, for all that goes on about the click, and however the save is put. */
import { drawnPage, KEY, LOADS, OUR_PATH, onFlip, RECORD_PATH, record, SAVES } from './markup.ts';
import { disabled } from './runs.ts';
import { type FoundPage, json, type Route } from './site.ts';

const REFUSED = 'refused unknown control-ambiguous';

/** What nobody knows to be a report goes out again and again, from a moment after the switch was drawn. */
function heartbeatPage(name: string, about: string, beginsMs: number, answer: string): FoundPage {
  const beats = `setTimeout(() => setInterval(() => send('POST', '/realtime/x/unknown', {}).catch(() => {}), 400), ${beginsMs});`;
  // The fresh load has nothing to do with the click.
  const partsFor = ({ truth }: { truth: string }) => ({ script: `${SAVES} ${truth === 'on' ? beats : ''}` });
  return { name, about, routes: { [OUR_PATH]: drawnPage(partsFor) }, isTimed: true, runs: disabled(answer) };
}

/** Takes the value out of whatever it comes in. */
const accepting: Route = (visit) => {
  if (visit.request.method !== 'GET') visit.visitor.truth = visit.body.includes('false') ? 'off' : 'on';
  return json((visitor) => record(visitor))(visit);
};

function bodyPage(name: string, about: string, save: string): FoundPage {
  return {
    name,
    about,
    routes: { [OUR_PATH]: drawnPage(() => ({ script: `${LOADS} ${onFlip(save)}` })), [RECORD_PATH]: accepting },
    runs: disabled('changed off', 1),
  };
}

export const CHANGE: readonly FoundPage[] = [
  {
    name: 'notice-and-debounced-save',
    about: 'the click shows a notice that has the role of a dialog, and is saved a while later',
    routes: {
      [OUR_PATH]: drawnPage(() => ({
        script: `${LOADS} ${onFlip(`
          document.body.insertAdjacentHTML('beforeend', '<div role="dialog" id="notice">Your change is being saved.</div>');
          setTimeout(() => document.getElementById('notice').remove(), 4_000);
          setTimeout(() => save({ value: ours.checked }), 2_000);`)}`,
      })),
    },
    runs: disabled('changed off', 1),
  },
  heartbeatPage('heartbeat-while-reading', 'the page begins to write while it is read', 1_000, REFUSED),
  heartbeatPage(
    'heartbeat-before-click',
    'the page begins to write between the reading and the click',
    2_900,
    `changed off or ${REFUSED}`,
  ),
  bodyPage(
    'saved-as-form',
    'the value goes out as the field of a form',
    `fetch('${RECORD_PATH}', { method: 'PUT', body: new URLSearchParams({ value: ours.checked }) });`,
  ),
  {
    ...bodyPage(
      'saved-as-patch',
      'the value goes out deep in a patch, by POST',
      `send('POST', '${RECORD_PATH}', { patch: { $set: { value: ours.checked } } });`,
    ),
    saves: 'POST',
  },
  {
    ...bodyPage(
      'saved-as-list',
      'the value goes out as a word, in a list, by PATCH',
      `send('PATCH', '${RECORD_PATH}', [{ key: '${KEY}', value: String(ours.checked) }]);`,
    ),
    saves: 'PATCH',
  },
];
