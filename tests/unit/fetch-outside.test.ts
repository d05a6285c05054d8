import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { fetchOutside } from '../../src/fetch-outside.ts';
import { openUpstreamProxy, openWebServer } from './browser/given.ts';

const post = { method: 'POST', body: 'x', headers: new Headers({ authorization: 's3cret' }) };

/** Stands in the environment, and nothing is excepted from it. */
async function openProxy() {
  const proxy = await openUpstreamProxy();
  onTestFinished(() => proxy.close());
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy']) vi.stubEnv(name, proxy.origin);
  for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '');
  return proxy;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

it('goes by way of the member’s own proxy', async () => {
  const proxy = await openProxy();
  const answer = await fetchOutside('http://authority.example/stamp', post);
  expect(answer.status).toBe(200);
  expect(proxy.arrivals).toEqual(['POST http://authority.example/stamp']);
});

it('shows that proxy nothing but the host of what is encrypted', async () => {
  const proxy = await openProxy();
  // It says back what it is told, which is no TLS.
  await expect(fetchOutside('https://hook.example/secret', post)).rejects.toThrow();
  expect(proxy.arrivals).toEqual(['CONNECT hook.example:443']);
});

it('needs no proxy for this machine, nor for what is excepted', async () => {
  const proxy = await openProxy();
  const server = await openWebServer();
  onTestFinished(() => server.close());
  expect((await fetchOutside(`${server.origin}/hook`, post)).ok).toBe(true);
  expect(server.arrivals).toEqual(['POST /hook']);
  vi.stubEnv('NO_PROXY', 'hook.invalid');
  vi.stubEnv('no_proxy', 'hook.invalid');
  await expect(fetchOutside('http://hook.invalid/', post)).rejects.toThrow();
  expect(proxy.arrivals).toEqual([]);
});
