import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Ways } from './ways/way.ts';

/** When the page sends: while it is open, when it leaves by itself, when it is closed. */
export const MOMENTS = ['open', 'leaving', 'closing'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A server that knows what has arrived, by way; and a page on it that tries the ways given. */
export interface Field {
  port: number;
  /** `METHOD` of what arrived, by the number of the way; `UDP` and `RAW` for what is no request */
  arrivals: Map<number, Set<string>>;
  /** the address of a page that tries these ways at this moment */
  page(moment: Moment, ways: readonly number[]): string;
  /** Waits until that page has done what it was made for, or for a while. */
  done(page: string): Promise<void>;
  close(): Promise<void>;
}

interface FieldOptions {
  ways: Ways;
  /** as browsers reach it; the port is added where there is none in it */
  origin: string;
  elsewhere: string;
  tls?: { key: string; cert: string };
}

/** What leaves at once has arrived by then, as the unguarded browser shows. */
const ARRIVES_MS = 300;
const PATIENCE_MS = 8_000;

/** For a page that a way has led to: the one that it came from is done. */
const ARRIVED = `const mark = new URLSearchParams(document.referrer.split('?')[1]).get('mark');
  if (mark && top === self) setTimeout(() => fetch('/mark/' + mark), ${ARRIVES_MS});`;

export async function openField({ ways, origin, elsewhere, tls }: FieldOptions): Promise<Field> {
  const arrivals = new Map<number, Set<string>>();
  const note = (way: number, what: string) => {
    arrivals.set(way, (arrivals.get(way) ?? new Set()).add(what));
  };
  const all = Object.entries(ways);
  const udp = await Promise.all(
    all.map(async (_, way) => {
      const socket = createSocket('udp4').on('message', () => note(way, 'UDP'));
      socket.bind(0, '127.0.0.1');
      await once(socket, 'listening');
      return socket;
    }),
  );

  const server = tls ? createTlsServer(tls) : createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  const { port } = server.address() as AddressInfo;
  const site = tls ? origin : `${origin}:${port}`;
  const other = tls ? elsewhere : site;
  const marks = new Set<string>();

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, search } = new URL(request.url ?? '/', site);
    const [, kind = '', what = ''] = pathname.split('/');
    const reply = (type: string, text: string, more = {}) =>
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...more }).end(text);
    const sent = `/sent/${what}`;
    if (kind === 'sent') {
      note(Number(what), request.method ?? '');
      const write = `fetch('${site}${sent}', { method: 'POST', mode: 'no-cors', keepalive: true, body: 'x' });
        navigator.sendBeacon('${site}${sent}', 'x');`;
      return search === '?writes'
        ? reply('text/html', `<script>${write} addEventListener('pagehide', () => { ${write} });</script>`)
        : reply('text/html', `<script>${ARRIVED}</script>`);
    }
    if (kind === 'again') {
      note(Number(what), request.method ?? '');
      return response.writeHead(307, { location: sent }).end();
    }
    if (kind === 'policy') {
      return reply('text/html', '<img src="/image.png">', {
        'content-security-policy-report-only': [
          `img-src 'none'; report-uri ${sent}`,
          "img-src 'none'; report-to there",
        ],
        'reporting-endpoints': `there="${sent}"`,
      });
    }
    if (kind === 'worker') {
      const allowed = { 'service-worker-allowed': '/' };
      return reply('text/javascript', `fetch('${sent}', { method: 'POST', body: 'x' });`, allowed);
    }
    if (kind === 'mark') marks.add(what);
    if (kind === 'probe.js') return reply('text/javascript', probe(search));
    if (kind === 'gone')
      return reply('text/html', `<script>setTimeout(() => fetch('/mark/${what}'), ${ARRIVES_MS})</script>`);
    const script = kind === 'page' ? `<script src="/probe.js${search}"></script>` : '';
    return reply('text/html', `<!doctype html><title>x</title><link rel="icon" href="data:,"><body>${script}`);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    const way = Number(request.url?.split('/')[2]);
    note(way, 'SOCKET');
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.on('error', () => socket.destroy()).on('data', () => note(way, 'MESSAGE'));
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Nothing else here speaks no HTTP.
    if (error.code?.startsWith('HPE_'))
      note(
        all.findIndex(([name]) => name.includes('TURN')),
        'RAW',
      );
    socket.destroy();
  });

  /** The script of a page; its query tells the moment, the ways, and its mark. */
  function probe(search: string): string {
    const query = new URLSearchParams(search);
    const wanted = (query.get('ways') ?? '').split(',').map(Number);
    const tries = wanted.map((way) => {
      const places = {
        sent: `/sent/${way}`,
        elsewhere: `${other}/sent/${way}`,
        again: `/again/${way}`,
        policy: `/policy/${way}`,
        socket: `${site.replace(/^http/, 'ws')}/socket/${way}`,
        worker: `/worker/${way}`,
        udp: udp[way]?.address().port,
      };
      return `async () => (${all[way]?.[1].send})(${JSON.stringify(places)})`;
    });
    return `(${runProbe})([${tries}], ${JSON.stringify(query.get('moment'))}, ${JSON.stringify(query.get('mark'))}, ${ARRIVES_MS});`;
  }

  let pages = 0;
  return {
    port,
    arrivals,
    page: (moment, wanted) => {
      pages += 1;
      return `${site}/page?moment=${moment}&mark=${pages}&ways=${wanted.join(',')}`;
    },
    done: async (page) => {
      const mark = new URL(page).searchParams.get('mark') ?? '';
      await vi.waitUntil(() => marks.has(mark), { timeout: PATIENCE_MS, interval: 25 }).catch(() => undefined);
    },
    close: async () => {
      await pause(ARRIVES_MS);
      for (const socket of udp) socket.close();
      // Those of WebSockets, too.
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs in the page. */
function runProbe(tries: (() => Promise<unknown>)[], moment: Moment, mark: string, arrivesMs: number): void {
  const tryAll = () => Promise.all(tries.map((one) => one().catch(() => undefined)));
  if (moment === 'open') {
    tryAll();
    setTimeout(() => fetch(`/mark/${mark}`), arrivesMs);
    return;
  }
  const once = { once: true };
  for (const event of ['beforeunload', 'pagehide', 'unload', 'freeze']) addEventListener(event, tryAll, once);
  document.addEventListener('visibilitychange', tryAll, once);
  setTimeout(() => {
    tryAll();
    if (moment === 'leaving') location.href = `/gone/${mark}`;
    else fetch(`/mark/${mark}`);
  }, 100);
}
