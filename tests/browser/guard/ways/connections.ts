import { PART, type Ways } from './way.ts';

/** Workers, and what is no request. */
export const CONNECTIONS: Ways = {
  'a worker that posts': { send: ({ worker }) => void new Worker(worker), why: PART },
  'a worker of a blob that posts': {
    send: ({ sent }) => {
      const to = new URL(sent, location.href).href;
      const write = `fetch('${to}', { method: 'POST', body: 'x' })`;
      new Worker(URL.createObjectURL(new Blob([write], { type: 'text/javascript' })));
    },
  },
  'a worker’s WebSocket': {
    send: ({ socket }) => {
      const write = `const socket = new WebSocket('${socket}'); socket.onopen = () => socket.send('x');`;
      new Worker(URL.createObjectURL(new Blob([write], { type: 'text/javascript' })));
    },
  },
  'a shared worker that posts': { send: ({ worker }) => void new SharedWorker(worker) },
  'a service worker that posts': { send: ({ worker }) => navigator.serviceWorker.register(worker, { scope: '/' }) },
  WebSocket: {
    send: ({ socket }) => {
      const opened = new WebSocket(socket);
      opened.onopen = () => opened.send('x');
    },
  },
  WebSocketStream: {
    send: ({ socket }) => {
      const { WebSocketStream } = globalThis as unknown as { WebSocketStream: new (to: string) => unknown };
      new WebSocketStream(socket);
    },
  },
  'WebRTC, STUN': {
    send: async ({ udp }) => {
      const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] });
      call.createDataChannel('x');
      await call.setLocalDescription(await call.createOffer());
    },
  },
  'WebRTC, TURN over TLS': {
    send: async ({ sent }) => {
      const { host } = new URL(sent, location.href);
      const server = {
        urls: `turns:${host.includes(':') ? host : `${host}:443`}?transport=tcp`,
        username: 'x',
        credential: 'y',
      };
      const call = new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: 'relay' });
      call.createDataChannel('x');
      await call.setLocalDescription(await call.createOffer());
    },
  },
  WebTransport: {
    send: ({ udp }) => {
      const to = `https://127.0.0.1:${udp}/x`;
      new WebTransport(to);
    },
  },
  'payment request': {
    send: ({ sent }) => {
      const to = new URL(sent, location.href).href;
      const total = { label: 'x', amount: { currency: 'EUR', value: '1' } };
      return new PaymentRequest([{ supportedMethods: to }], { total }).canMakePayment();
    },
  },
};
