import { RequestError, Server } from 'proxy-chain';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, wrapBrowser } from './program.ts';
import { openSite, resultOn, type Site } from './site.ts';

/**
 * The production address through the member's own proxy, which sees every host that anything of ours asks for: the page,
 * and the browser with its background traffic.
 */

let site: Site;
let proxy: Server;
const asked: string[] = [];

beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'www.linkedin.com' }]);
  site = await openSite({
    tls: { key, cert },
    publicHost: 'www.linkedin.com',
    foreignOrigin: 'https://foreign.example.test',
  });
  proxy = new Server({
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction: ({ request, hostname, port }) => {
      asked.push(`${hostname}:${port}`);
      if (hostname !== 'www.linkedin.com') throw new RequestError('nothing there', 502);
      request.url = new URL(site.origin).host;
      return {};
    },
  });
  await proxy.listen();
});
afterAll(async () => {
  await proxy.close(true);
  await site.close();
});

describe('through the member’s own proxy', () => {
  it.each(['standard', 'everything-at-once', 'foreign-redirect'])(
    'nothing but LinkedIn is asked for: %s',
    async (variant) => {
      asked.length = 0;
      const guest = await site.addGuest({ variant });
      const browser = await wrapBrowser(['--ignore-certificate-errors']);
      const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, HTTP_PROXY: `http://127.0.0.1:${proxy.port}` };
      const flags = ['--session', guest.sessionFile, '--browser', browser.path, '--headless', '--format', 'json'];
      const ended = await run(['check', ...flags], { env });
      expect(resultOn(ended).state).toBe(variant === 'foreign-redirect' ? 'unknown' : 'on');
      expect(new Set(asked)).toEqual(new Set(['www.linkedin.com:443']));
      expect(guest.writes()).toEqual([]);
    },
  );
});
