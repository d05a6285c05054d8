/** Pages whose save is not as plain as it looks. */
import { KEY, LOADS, OUR_PATH, page, RECORD_PATH, record, TITLE, toggle } from './markup.ts';
import { type FoundPage, html, json, type Run } from './site.ts';

const disabled = (answer: Run['answer'], writes?: number): Run[] => [
  { mode: 'disable', truth: 'on', answer, ...(writes !== undefined && { writes }) },
];
const onFlip = (script: string) => `ours.addEventListener('change', async () => { ${script} });`;

/** Drawn by the server, without a call of the page's. */
const drawnPage = (script: string, embeds = false) =>
  html(({ visitor }) => {
    const data = JSON.stringify({ included: [record(visitor)] }).replaceAll('"', '&quot;');
    const main = `${embeds ? `<code style="display: none">${data}</code>` : ''}${TITLE}${toggle({ on: visitor.truth === 'on' })}`;
    return page({ main, script });
  });
const flipPage = (script: string) =>
  html(({ visitor }) =>
    page({ main: `${TITLE}${toggle({ on: visitor.truth === 'on' })}`, script: `${LOADS} ${onFlip(script)}` }),
  );

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
    routes: { [OUR_PATH]: drawnPage(onFlip('save({ value: !ours.checked });'), true) },
    runs: disabled('changed off', 1),
  },
  {
    name: 'cookie-remembers',
    about: 'the server does not keep what it accepts, and a cookie of the page hides it',
    routes: {
      [OUR_PATH]: drawnPage(`
        if (document.cookie.includes('ai_pref=off')) ours.checked = false;
        ${onFlip("document.cookie = 'ai_pref=off; path=/'; await save({ value: ours.checked });")}`),
      [RECORD_PATH]: json((visitor) => record(visitor)),
    },
    runs: disabled(/^not-proven /),
  },
];
