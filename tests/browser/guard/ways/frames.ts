import { PART, type Ways } from './way.ts';

/** What a frame writes, as a document of its own; it is written out in each because each runs in the page. */
export const FRAMES: Ways = {
  frame: {
    send: ({ sent }) => void document.body.append(Object.assign(document.createElement('iframe'), { src: sent })),
    why: PART,
  },
  'an empty frame that posts': {
    send: ({ sent }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const { fetch, navigator } = frame.contentWindow as Window & typeof globalThis;
      const to = new URL(sent, location.href).href;
      fetch(to, { method: 'POST', body: 'x' });
      navigator.sendBeacon(to, 'x');
    },
  },
  'an empty frame that posts, and is gone': {
    send: ({ sent }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const { fetch, navigator } = frame.contentWindow as Window & typeof globalThis;
      const to = new URL(sent, location.href).href;
      fetch(to, { method: 'POST', keepalive: true, body: 'x' });
      navigator.sendBeacon(to, 'x');
      frame.remove();
    },
  },
  'a frame that posts when it is taken away': {
    send: ({ sent }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentWindow as Window & typeof globalThis;
      const to = new URL(sent, location.href).href;
      for (const event of ['pagehide', 'unload', 'beforeunload'])
        inner.addEventListener(event, () => {
          inner.navigator.sendBeacon(to, 'x');
          inner.fetch(to, { method: 'POST', keepalive: true, body: 'x' });
        });
      frame.remove();
    },
  },
  'a sandboxed frame that posts': {
    send: ({ sent }) => {
      const to = new URL(sent, location.href).href;
      const write = `fetch('${to}', { method: 'POST', mode: 'no-cors', body: 'x' }); navigator.sendBeacon('${to}', 'x');`;
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = `<script>${write}</script>`;
      document.body.append(frame);
    },
  },
  'a sandboxed frame with a form': {
    send: ({ sent }) => {
      const to = new URL(sent, location.href).href;
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts allow-forms');
      frame.srcdoc = `<form method="post" action="${to}"></form><script>document.forms[0].submit()</script>`;
      document.body.append(frame);
    },
  },
  'a sandboxed frame of the site that posts when it goes': {
    send: ({ sent }) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = `${sent}?writes`;
      frame.onload = () => {
        frame.onload = null;
        frame.src = 'about:blank';
      };
      document.body.append(frame);
    },
    why: PART,
  },
  'a frame of data that posts': {
    send: ({ sent }) => {
      const to = new URL(sent, location.href).href;
      const write = `<script>fetch('${to}', { method: 'POST', mode: 'no-cors', body: 'x' })</script>`;
      const frame = document.createElement('iframe');
      frame.src = `data:text/html,${encodeURIComponent(write)}`;
      document.body.append(frame);
    },
  },
  'a frame of a blob that posts': {
    send: ({ sent }) => {
      const to = new URL(sent, location.href).href;
      const write = `<script>fetch('${to}', { method: 'POST', body: 'x' })</script>`;
      const frame = document.createElement('iframe');
      frame.src = URL.createObjectURL(new Blob([write], { type: 'text/html' }));
      document.body.append(frame);
    },
  },
  'a frame of another host of the site that posts': {
    send: ({ elsewhere }) => {
      const frame = document.createElement('iframe');
      frame.src = `${elsewhere}?writes`;
      document.body.append(frame);
    },
    why: PART,
  },
};
