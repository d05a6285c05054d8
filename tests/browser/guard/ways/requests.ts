import { DATA, type Ways } from './way.ts';

export const REQUESTS: Ways = {
  'fetch, GET': { send: ({ sent }) => fetch(sent), why: DATA },
  'fetch, POST': { send: ({ sent }) => fetch(sent, { method: 'POST', body: 'x' }) },
  'fetch, PUT': { send: ({ sent }) => fetch(sent, { method: 'PUT', body: 'x' }) },
  'fetch, PATCH': { send: ({ sent }) => fetch(sent, { method: 'PATCH', body: 'x' }) },
  'fetch, DELETE': { send: ({ sent }) => fetch(sent, { method: 'DELETE' }) },
  'fetch, HEAD': { send: ({ sent }) => fetch(sent, { method: 'HEAD' }) },
  'fetch to another host of the site, asked for first': {
    send: ({ elsewhere }) => fetch(elsewhere, { method: 'PUT', headers: { 'x-mine': 'y' }, body: 'x' }),
  },
  'fetch, a POST that is redirected': { send: ({ again }) => fetch(again, { method: 'POST', body: 'x' }) },
  'fetch, a GET that is redirected': { send: ({ again }) => fetch(again), why: DATA },
  'XMLHttpRequest, POST': {
    send: ({ sent }) => {
      const request = new XMLHttpRequest();
      request.open('POST', sent);
      request.send('x');
    },
  },
  'XMLHttpRequest, POST, while all waits': {
    send: ({ sent }) => {
      const request = new XMLHttpRequest();
      request.open('POST', sent, false);
      request.send('x');
    },
    alone: true,
  },
  'keepalive, POST': { send: ({ sent }) => fetch(sent, { method: 'POST', keepalive: true, body: 'x' }) },
  'keepalive, GET': { send: ({ sent }) => fetch(sent, { keepalive: true }), why: DATA },
  beacon: { send: ({ sent }) => navigator.sendBeacon(sent, 'x') },
  'fetchLater, POST': {
    send: ({ sent }) => {
      const later = (globalThis as unknown as { fetchLater(to: string, how: object): void }).fetchLater;
      later(sent, { method: 'POST', body: 'x', activateAfter: 0 });
    },
  },
  EventSource: { send: ({ sent }) => void new EventSource(sent), why: DATA },
};
