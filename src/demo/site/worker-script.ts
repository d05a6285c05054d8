/** What a web worker, a shared worker or a service worker of the page runs: it writes as soon as it lives. */
import { OUR_KEY } from './catalogue.ts';

export function workerScript(): string {
  return `fetch('/mysettings-api/settingsApiSettings/${OUR_KEY}', { method: 'POST', body: '{}' });`;
}
