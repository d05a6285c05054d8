/** Pages whose save is not as plain as it looks. */
import { drawnPage, embedded, KEY, LOADS, OUR_PATH, onFlip, RECORD_PATH, record } from './markup.ts';
import { disabled } from './runs.ts';
import { type FoundPage, json } from './site.ts';

const flipPage = (script: string) => drawnPage(() => ({ script: `${LOADS} ${onFlip(script)}` }));

export const SAVE: readonly FoundPage[] = [
  {
    name: 'two-values',
    about: 'the save of ours would turn off another setting as well',
    routes: {
      [OUR_PATH]: flipPage(`save([{ name: '${KEY}', value: false }, { name: 'profileVisibility', value: false }]);`),
    },
    runs: disabled(/^not-proven /, 0),
  },
  {
    name: 'impression-first',
    about: 'a report on the visitor goes to an address like the one of the save, just before it',
    routes: {
      [OUR_PATH]: flipPage(`
        await send('POST', '/mysettings-api/settingsApiImpressions/${KEY}', {}).catch(() => {});
        await save({ value: ours.checked });`),
    },
    runs: disabled('changed off', 1),
  },
  {
    name: 'embedded-reversed',
    about: 'false means on, as only the data embedded in the page tells',
    values: { on: false, off: true },
    routes: {
      [OUR_PATH]: drawnPage((visitor) => ({
        main: embedded(visitor),
        script: onFlip('save({ value: !ours.checked });'),
      })),
    },
    runs: disabled('changed off', 1),
  },
  {
    name: 'cookie-remembers',
    about: 'the server does not keep what it accepts, and a cookie of the page hides it',
    routes: {
      [OUR_PATH]: drawnPage(() => ({
        script: `if (document.cookie.includes('ai_pref=off')) ours.checked = false;
        ${onFlip("document.cookie = 'ai_pref=off; path=/'; await save({ value: ours.checked });")}`,
      })),
      [RECORD_PATH]: json((visitor) => record(visitor)),
    },
    runs: disabled(/^not-proven /),
  },
];
