import { createHash } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileWith, run, type Wrapper, wrapBrowser } from './program.ts';
import { reportOn } from './site.ts';

/**
 * Over TLS nobody on the way sees a method, and a page that goes away asks no route: every way that a page might write in
 * spite of us, on a server that knows what arrived.
 */

const KEY = 'allowDataForGenerativeAI';
const arrivals: string[] = [];
let script = '';
let browser: Wrapper;
let close: () => void;

const write = (name: string) =>
  `navigator.sendBeacon('/write/${name}-beacon', 'x');
  fetch('/write/${name}-keepalive', { method: 'POST', keepalive: true, body: 'x' }).catch(() => {});
  fetch('/write/${name}', { method: 'POST', body: 'x' }).catch(() => {});`;

const FILES: Record<string, readonly [type: string, text: () => string]> = {
  '/mypreferences/d/settings/data-for-ai-improvement': [
    'text/html',
    () => `<!doctype html><html lang="en"><title>x</title><h1>Settings</h1><label id="${KEY}">New words</label>
      <input type="checkbox" role="switch" checked aria-labelledby="${KEY}"><script>${script}</script>`,
  ],
  '/frame': ['text/html', () => `<script>addEventListener('pagehide', () => { ${write('frame')} })</script>`],
  '/worker.js': [
    'text/javascript',
    () => `const socket = new WebSocket('wss://www.linkedin.com/write/socket');
      socket.addEventListener('open', () => socket.send('x'));
      ${write('worker').replace(/navigator\.sendBeacon.*\n/, '')}`,
  ],
};

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'www.linkedin.com' }], { keySize: 2048 });
  const server = createServer({ key, cert }, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://www.linkedin.com');
    arrivals.push(`${request.method} ${pathname}`);
    const [type, text] = FILES[pathname] ?? ['text/plain', () => ''];
    const policy = (to: string) => `img-src 'none'; ${to}`;
    const policies = [policy('report-uri /write/report'), policy('report-to there')];
    const endpoints = 'there="/write/endpoint", default="/write/endpoint"';
    response.setHeader('content-security-policy-report-only', policies);
    response.setHeader('reporting-endpoints', endpoints);
    response.writeHead(200, { 'content-type': type });
    response.end(text());
  });
  server.on('upgrade', (request, socket) => {
    arrivals.push(`UPGRADE ${request.url}`);
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.on('error', () => socket.destroy());
    socket.on('data', () => arrivals.push(`MESSAGE ${request.url}`));
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  close = () => {
    server.close();
    server.closeAllConnections();
  };
  browser = await wrapBrowser([
    `--host-resolver-rules=MAP www.linkedin.com 127.0.0.1:${port}`,
    '--ignore-certificate-errors',
  ]);
});
afterAll(() => close());
beforeEach(() => {
  arrivals.length = 0;
});

const soon = (text: string) => `setTimeout(() => { ${text} }, 300);`;
const frame = (then: string) =>
  `{ const frame = document.createElement('iframe'); frame.src = '/frame'; document.body.append(frame);
    frame.onload = () => { frame.onload = null; ${soon(then)} }; }`;
const TRIES: Record<string, string> = {
  'in a worker': `new Worker('/worker.js');`,
  'in a worker made of nothing': `new Worker(URL.createObjectURL(new Blob(["importScripts('https://www.linkedin.com/worker.js')"])));`,
  'in a window of its own': `{ const other = open('/frame', '_blank'); ${soon('other?.close()')} }`,
  'in a worker of a frame': `{ const frame = document.createElement('iframe'); document.body.append(frame);
    new frame.contentWindow.Worker('https://www.linkedin.com/worker.js'); }`,
  'in a worker of a window': `{ const other = open('about:blank', '_blank'); if (other) new other.Worker('https://www.linkedin.com/worker.js'); }`,
  'in a shared worker': `new SharedWorker('/worker.js');`,
  'in a service worker': `navigator.serviceWorker.register('/worker.js').catch(() => {});`,
  'in a frame that is taken away': frame('frame.remove()'),
  'in a frame that goes elsewhere': frame(`frame.src = '/elsewhere'`),
  'in a frame that is thrown away at once': `{ const frame = document.createElement('iframe'); document.body.append(frame);
    const { contentWindow } = frame; contentWindow.addEventListener('pagehide', () => { ${write('empty')} });
    new contentWindow.Worker('/worker.js'); frame.remove(); }`,
  'by a ping, a form, a report': `{ const link = document.createElement('a'); link.href = '#'; link.ping = '/write/ping';
    const form = document.createElement('form'); form.method = 'post'; form.action = '/write/form'; form.target = '_blank';
    document.body.append(link, form); link.click(); form.submit(); new Image().src = '/image.png'; }`,
  'when it leaves': `addEventListener('pagehide', () => { ${write('pagehide')} });
    addEventListener('unload', () => { ${write('unload')} }); onbeforeunload = () => { ${write('beforeunload')} };
    document.addEventListener('visibilitychange', () => { ${write('hidden')} });
    navigation.addEventListener('navigate', () => { ${write('navigate')} }); ${soon(`location = 'about:blank'`)}`,
  'when it loads itself anew': `onpagehide = () => { ${write('pagehide')} }; ${soon('location.reload()')}`,
  'and leaves in the same breath': soon(`${write('last')} location = '/feed/'`),
};

describe.skipIf(process.platform === 'win32')('a page over TLS writes nothing', () => {
  it.each(Object.entries(TRIES))('%s', async (_, text) => {
    script = text;
    const session = [{ name: 'li_at', value: 'AQEDlastwords', domain: '.www.linkedin.com', path: '/', secure: true }];
    const args = ['--headless', '--browser', browser.path, '--session', await fileWith(JSON.stringify(session))];
    const ended = await run(['check', ...args, '--format', 'json', '--timeout', '8']);
    expect(arrivals).toContain('GET /mypreferences/d/settings/data-for-ai-improvement');
    expect(arrivals.filter((arrival) => !arrival.startsWith('GET '))).toEqual([]);
    expect(reportOn(ended)).toMatchObject({ summary: { counts: { off: 0 } }, network: { writesAllowed: 0 } });
    expect(ended.left).toEqual([]);
  });
});
