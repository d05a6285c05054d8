/** Run in the browser: what talks to a server beside the page. */
import type { Page } from '../page.ts';

export function telemetry(): void {
  const body = JSON.stringify({ eventInfo: { eventName: 'PageViewEvent' } });
  const send = () => void fetch('/li/track', { method: 'POST', body }).catch(() => {});
  send();
  navigator.sendBeacon('/li/track', body);
  setInterval(send, 500);
}

/** As an open stream of news: the answer begins and never ends. */
export function eventStream(): void {
  void fetch('/realtime/stream').catch(() => {});
}

/** The answer never even begins. */
export function longPoll(): void {
  void fetch('/realtime/poll').catch(() => {});
}

export function polls(): void {
  setInterval(() => void fetch('/feed/').catch(() => {}), 1000);
}

export function realtime(): void {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/realtime`);
  socket.addEventListener('open', () => socket.send('flip'));
}

export function webWorker(): void {
  new Worker('/sc/worker.js');
}

export function sharedWorker(): void {
  new SharedWorker('/sc/worker.js');
}

export function serviceWorker(): void {
  void navigator.serviceWorker.register('/sc/worker.js', { scope: '/' }).catch(() => {});
}

export function foreignAssets(page: Page): void {
  const { foreign } = page.config;
  const image = new Image(1, 1);
  image.src = `${foreign}/p.gif`;
  const script = document.createElement('script');
  script.src = `${foreign}/tag.js`;
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = `${foreign}/font.css`;
  document.head.append(script, style);
  document.body.append(image);
  void fetch(`${foreign}/collect`, { method: 'POST', mode: 'no-cors', body: 'x' }).catch(() => {});
}

export function leavesForForeign(page: Page): void {
  setTimeout(() => location.assign(`${page.config.foreign}/portal`), 300);
}

export function reloadsOnce(): void {
  const [entry] = performance.getEntriesByType('navigation');
  if (entry instanceof PerformanceNavigationTiming && entry.type === 'reload') return;
  setTimeout(() => location.reload(), 500);
}
