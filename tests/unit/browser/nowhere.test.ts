import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Nowhere, openNowhere, REFUSAL } from '../../../src/browser/nowhere.ts';

let nowhere: Nowhere;
beforeAll(async () => {
  nowhere = await openNowhere();
});
afterAll(() => nowhere.close());

it('is on loopback alone', () => {
  expect(new URL(nowhere.server).hostname).toBe('127.0.0.1');
});

it.each(['GET', 'POST'])('refuses a %s', async (method) => {
  const { port } = new URL(nowhere.server);
  const asking = request({ host: '127.0.0.1', port, method, path: 'http://www.linkedin.com/' }).end();
  const [response] = await once(asking, 'response');
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  expect([response.statusCode, body]).toEqual([403, REFUSAL]);
});

it('refuses a tunnel', async () => {
  const { port } = new URL(nowhere.server);
  const asking = request({ host: '127.0.0.1', port, method: 'CONNECT', path: 'www.linkedin.com:443' }).end();
  const [response, socket] = await once(asking, 'connect');
  socket.destroy();
  expect(response.statusCode).toBe(403);
});
