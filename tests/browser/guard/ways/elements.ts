import { LEADS, PART, type Ways } from './way.ts';

export const ELEMENTS: Ways = {
  'image with a query': {
    send: ({ sent }) => {
      new Image().src = `${sent}?a=b`;
    },
    why: PART,
  },
  style: {
    send: ({ sent }) =>
      void document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: sent })),
    why: PART,
  },
  script: {
    send: ({ sent }) => void document.head.append(Object.assign(document.createElement('script'), { src: sent })),
    why: PART,
  },
  video: {
    send: ({ sent }) =>
      void document.body.append(Object.assign(document.createElement('video'), { src: sent, preload: 'auto' })),
    why: PART,
  },
  object: {
    send: ({ sent }) => void document.body.append(Object.assign(document.createElement('object'), { data: sent })),
    why: PART,
  },
  prefetch: {
    send: ({ sent }) =>
      void document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: sent })),
    why: PART,
  },
  preload: {
    send: ({ sent }) =>
      void document.head.append(
        Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: sent }),
      ),
    why: PART,
  },
  'speculation rules': {
    send: ({ sent }) => {
      const rule = (query: string) => [{ urls: [`${sent}?${query}`], eagerness: 'immediate' }];
      const rules = { prefetch: rule('prefetch'), prerender: rule('prerender') };
      const text = JSON.stringify(rules);
      document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', text }));
    },
    why: PART,
  },
  worklet: {
    send: ({ sent }) => new AudioContext().audioWorklet.addModule(sent),
    why: PART,
  },
  'ping of a link': {
    send: ({ sent }) => {
      const link = Object.assign(document.createElement('a'), { href: '#x', ping: sent });
      document.body.append(link);
      link.click();
    },
  },
  'report of a broken policy': {
    send: ({ policy }) => void document.body.append(Object.assign(document.createElement('iframe'), { src: policy })),
  },

  // What leads away
  link: {
    send: ({ sent }) => {
      location.href = sent;
    },
    alone: true,
    why: LEADS,
  },
  'refresh by the page': {
    send: ({ sent }) =>
      void document.head.append(
        Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0; url=${sent}` }),
      ),
    alone: true,
    why: LEADS,
  },
  'javascript: link that posts': {
    send: ({ sent }) => {
      location.href = `javascript:void(navigator.sendBeacon('${sent}', 'x'))`;
    },
    alone: true,
  },
  'a link to download': {
    send: ({ sent }) => {
      const link = Object.assign(document.createElement('a'), { href: sent, download: 'x' });
      document.body.append(link);
      link.click();
    },
    alone: true,
    why: 'it cannot be told from a link; what comes is not kept',
  },
  'form, GET': {
    send: ({ sent }) => {
      const form = Object.assign(document.createElement('form'), { action: sent });
      document.body.append(form);
      form.submit();
    },
    alone: true,
    why: LEADS,
  },
  'form, POST': {
    send: ({ sent }) => {
      const form = Object.assign(document.createElement('form'), { action: sent, method: 'post' });
      document.body.append(form);
      form.submit();
    },
    alone: true,
  },
  'form, POST, in a frame': {
    send: ({ sent }) => {
      const frame = Object.assign(document.createElement('iframe'), { name: 'inner' });
      const form = Object.assign(document.createElement('form'), { action: sent, method: 'post', target: 'inner' });
      document.body.append(frame, form);
      form.submit();
    },
    alone: true,
  },
  'form, POST, in a window': {
    send: ({ sent }) => {
      const form = Object.assign(document.createElement('form'), { action: sent, method: 'post', target: '_blank' });
      document.body.append(form);
      form.submit();
    },
    alone: true,
  },
  'a window': { send: ({ sent }) => void open(sent, '_blank'), alone: true },
  'a window that posts': {
    send: ({ sent }) => {
      const other = open('about:blank', '_blank') as (Window & typeof globalThis) | null;
      const to = new URL(sent, location.href).href;
      other?.fetch(to, { method: 'POST', body: 'x' });
      other?.navigator.sendBeacon(to, 'x');
      setTimeout(() => other?.close(), 100);
    },
    alone: true,
  },
};
