import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Gate, openGate } from '../../../src/browser/gate.ts';
import { hostRulesOf } from '../../../src/browser/host-rules.ts';
import { LINKEDIN_ORIGIN, siteOf } from '../../../src/settings/site.ts';
import {
  type Neighbour,
  openEcho,
  openTunnel,
  openUpstreamProxy,
  openWebServer,
  send,
  sendOnOneConnection,
} from './given.ts';

/** The gate, driven with real connections: what counts is what arrives at the other end. */

const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
let own: Neighbour;
let foreign: Neighbour;
const opened: { close(): Promise<void> }[] = [];

async function keep<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
  const thing = await opening;
  opened.push(thing);
  return thing;
}
const gateTo = (origin: string, rules = ''): Promise<Gate> =>
  keep(openGate({ site: siteOf(origin), hostRules: hostRulesOf([`--host-resolver-rules=${rules}`]) }));

beforeEach(async () => {
  own = await keep(openWebServer());
  foreign = await keep(openWebServer());
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

describe('reading from the site', () => {
  it('passes, and the host is on record', async () => {
    const gate = await gateTo(own.origin);
    expect(await send(gate.server, 'GET', `${own.origin}/a?b=c`)).toBe(200);
    expect(own.arrivals).toEqual(['GET /a?b=c']);
    expect([...gate.hosts]).toEqual([`127.0.0.1:${own.port}`]);
    expect(gate.writesRefused()).toBe(0);
  });

  it('passes where the origin is an IPv6 address', async () => {
    const server = await keep(openWebServer('::1'));
    const gate = await gateTo(server.origin);
    expect(await send(gate.server, 'GET', `${server.origin}/`)).toBe(200);
    expect(server.arrivals).toEqual(['GET /']);
  });
});

describe('a foreign host', () => {
  it('is refused, whatever is asked of it', async () => {
    const gate = await gateTo(own.origin);
    for (const method of ['GET', ...WRITES]) {
      expect(await send(gate.server, method, `${foreign.origin}/`)).toBe(403);
    }
    expect((await openTunnel(gate.server, `127.0.0.1:${foreign.port}`)).status).toBe(403);
    expect(foreign.arrivals).toEqual([]);
    expect([...gate.hosts]).toEqual([]);
  });

  it.each(['localhost', '127.0.0.2', '[::1]'])('is the same port of %s, too', async (host) => {
    const gate = await gateTo(own.origin);
    expect(await send(gate.server, 'GET', `http://${host}:${own.port}/`)).toBe(403);
    expect(own.arrivals).toEqual([]);
  });

  it.each([
    'www.linkedin.com.evil.test:443',
    'evillinkedin.com:443',
    'linkedin.com@evil.test:443',
    'www.linkedin.com:443@evil.test:443',
    'evil.test/.linkedin.com:443',
    'evil.test#.linkedin.com:443',
    'www.linkedin.com:80',
    'www.linkedin.com:8443',
    'www.linkedin.com',
    '127.0.0.1:443',
  ])('is %s to LinkedIn’s own gate', async (target) => {
    const echo = await keep(openEcho());
    const gate = await gateTo(LINKEDIN_ORIGIN, `MAP * 127.0.0.1:${echo.port}`);
    const tunnel = await openTunnel(gate.server, target);
    expect([400, 403]).toContain(tunnel.status);
    await tunnel.ask('hello');
    expect(echo.arrivals).toEqual([]);
    expect([...gate.hosts]).toEqual([]);
  });

  it('is LinkedIn itself without TLS', async () => {
    const gate = await gateTo(LINKEDIN_ORIGIN);
    expect(await send(gate.server, 'GET', 'http://www.linkedin.com/')).toBe(403);
  });
});

describe('a write', () => {
  it.each(WRITES)('by %s is refused and counted', async (method) => {
    const gate = await gateTo(own.origin);
    expect(await send(gate.server, method, `${own.origin}/setting`)).toBe(403);
    expect(own.arrivals).toEqual([]);
    expect(gate.writesRefused()).toBe(1);
    expect([...gate.hosts]).toEqual([]);
  });

  it('is refused behind a reading request on the same connection', async () => {
    const gate = await gateTo(own.origin);
    const host = `Host: 127.0.0.1:${own.port}\r\n`;
    const statuses = await sendOnOneConnection(gate.server, [
      `GET ${own.origin}/ HTTP/1.1\r\n${host}\r\n`,
      `POST ${own.origin}/setting HTTP/1.1\r\n${host}Content-Length: 2\r\n\r\n{}`,
    ]);
    expect(statuses).toEqual([200, 403]);
    expect(own.arrivals).toEqual(['GET /']);
  });

  it('by a WebSocket, which comes as a tunnel where the origin is plain HTTP, is refused and counted', async () => {
    const gate = await gateTo(own.origin);
    expect((await openTunnel(gate.server, `127.0.0.1:${own.port}`)).status).toBe(403);
    expect(gate.writesRefused()).toBe(1);
    expect(own.arrivals).toEqual([]);
  });
});

describe('one write that is permitted', () => {
  it('passes once', async () => {
    const gate = await gateTo(own.origin);
    gate.permitOnce('PUT', `${own.origin}/setting`);
    expect(await send(gate.server, 'PUT', `${own.origin}/setting`, '{"value":false}')).toBe(200);
    expect(await send(gate.server, 'PUT', `${own.origin}/setting`, '{"value":true}')).toBe(403);
    expect(own.arrivals).toEqual(['PUT /setting']);
    expect(gate.writesRefused()).toBe(1);
  });

  it('passes once where several come at the same moment', async () => {
    const gate = await gateTo(own.origin);
    gate.permitOnce('PUT', `${own.origin}/setting`);
    const statuses = await Promise.all([1, 2, 3, 4].map(() => send(gate.server, 'PUT', `${own.origin}/setting`)));
    expect(statuses.sort()).toEqual([200, 403, 403, 403]);
    expect(own.arrivals).toEqual(['PUT /setting']);
  });

  it.each([
    ['with another method', 'POST', '/setting'],
    ['to another address', 'PUT', '/other'],
    ['to a longer address', 'PUT', '/setting/x'],
    ['with a query', 'PUT', '/setting?x'],
  ])('is not one %s', async (_, method, path) => {
    const gate = await gateTo(own.origin);
    gate.permitOnce('PUT', `${own.origin}/setting`);
    expect(await send(gate.server, method, own.origin + path)).toBe(403);
    expect(own.arrivals).toEqual([]);
  });

  it('is never one to a foreign host', async () => {
    const gate = await gateTo(own.origin);
    gate.permitOnce('PUT', `${foreign.origin}/setting`);
    expect(await send(gate.server, 'PUT', `${foreign.origin}/setting`)).toBe(403);
    expect(foreign.arrivals).toEqual([]);
  });

  it('is not let through by a gate that is shut', async () => {
    const gate = await gateTo(own.origin);
    gate.permitOnce('PUT', `${own.origin}/setting`);
    gate.shut();
    expect(await send(gate.server, 'PUT', `${own.origin}/setting`)).toBe(403);
    expect(own.arrivals).toEqual([]);
  });
});

describe('a tunnel to LinkedIn', () => {
  it('leads where the browser’s own rules lead, and is on record under its name', async () => {
    const echo = await keep(openEcho());
    const gate = await gateTo(LINKEDIN_ORIGIN, `MAP www.linkedin.com 127.0.0.1:${echo.port}`);
    const tunnel = await openTunnel(gate.server, 'www.linkedin.com:443');
    expect(tunnel.status).toBe(200);
    expect(await tunnel.ask('hello')).toBe('hello');
    expect([...gate.hosts]).toEqual(['www.linkedin.com']);
    expect(gate.writesRefused()).toBe(0);
  });

  it('leads through the member’s own proxy', async () => {
    const upstream = await keep(openUpstreamProxy());
    vi.stubEnv('HTTPS_PROXY', upstream.origin);
    vi.stubEnv('NO_PROXY', '');
    const gate = await gateTo(LINKEDIN_ORIGIN);
    const tunnel = await openTunnel(gate.server, 'www.linkedin.com:443');
    expect(await tunnel.ask('hello')).toBe('hello');
    expect((await openTunnel(gate.server, 'evil.test:443')).status).toBe(403);
    expect(upstream.arrivals).toEqual(['CONNECT www.linkedin.com:443']);
  });
});

describe('the member’s own proxy', () => {
  it('is not asked for a site on this machine', async () => {
    const upstream = await keep(openUpstreamProxy());
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) vi.stubEnv(name, upstream.origin);
    const gate = await gateTo(own.origin);
    expect(await send(gate.server, 'GET', `${own.origin}/`)).toBe(200);
    expect(upstream.arrivals).toEqual([]);
  });
});

describe('a gate that is shut', () => {
  it('cuts an open tunnel: what is sent then goes nowhere', async () => {
    const echo = await keep(openEcho());
    const gate = await gateTo(LINKEDIN_ORIGIN, `MAP www.linkedin.com 127.0.0.1:${echo.port}`);
    const tunnel = await openTunnel(gate.server, 'www.linkedin.com:443');
    expect(await tunnel.ask('before')).toBe('before');
    const closed = once(tunnel.socket, 'close');
    gate.shut();
    tunnel.socket.write('after');
    await closed;
    expect(echo.arrivals).toEqual(['before']);
  });

  it('cuts an answer that is under way', async () => {
    const gate = await gateTo(own.origin);
    const status = send(gate.server, 'GET', `${own.origin}/hang`);
    await vi.waitUntil(() => own.arrivals.length === 1);
    gate.shut();
    expect(await status).toBe(0);
  });

  it('refuses everything new, and counts what could write', async () => {
    const echo = await keep(openEcho());
    const plain = await gateTo(own.origin);
    const tls = await gateTo(LINKEDIN_ORIGIN, `MAP www.linkedin.com 127.0.0.1:${echo.port}`);
    plain.shut();
    tls.shut();
    expect(await send(plain.server, 'GET', `${own.origin}/`)).toBe(403);
    expect(plain.writesRefused()).toBe(0);
    expect(await send(plain.server, 'POST', `${own.origin}/`)).toBe(403);
    expect(plain.writesRefused()).toBe(1);
    expect((await openTunnel(tls.server, 'www.linkedin.com:443')).status).toBe(403);
    expect(tls.writesRefused()).toBe(1);
    expect([own.arrivals, echo.arrivals]).toEqual([[], []]);
  });
});

describe('a gate that is closed', () => {
  it('cuts what is open and takes nothing more', async () => {
    const echo = await keep(openEcho());
    const gate = await openGate({
      site: siteOf(LINKEDIN_ORIGIN),
      hostRules: hostRulesOf([`--host-resolver-rules=MAP * 127.0.0.1:${echo.port}`]),
    });
    const tunnel = await openTunnel(gate.server, 'www.linkedin.com:443');
    const closed = once(tunnel.socket, 'close');
    await gate.close();
    await closed;
    expect(await send(gate.server, 'GET', `${own.origin}/`)).toBe(0);
  });
});
