import { createRequire } from 'node:module';
import { getProxyForUrl } from 'proxy-from-env';
import { decideConnection } from '../decide/request.ts';
import { isLoopback } from '../loopback.ts';
import type { Site } from '../settings/site.ts';
import type { HostRule } from './host-rules.ts';
import { REFUSAL } from './nowhere.ts';

/**
 * The gate: a proxy on loopback that is a context's only way out. It lets through what goes to the site's hosts and
 * nothing else, and can be shut, which a request route cannot: requests sent while a page goes away never ask a route.
 */
export interface Gate {
  /** for the browser's proxy setting */
  server: string;
  /** `host` or `host:port` of every host that was let through */
  hosts: ReadonlySet<string>;
  /** how many requests that could write were refused here, because no route saw them */
  writesRefused(): number;
  /** Lets one such request through, once. Only plain HTTP shows its method here; a TLS tunnel is the route's to judge. */
  permitOnce(method: string, url: string): void;
  /** From here on anything may be written, or nothing any more; the hosts stay the site's. */
  letWrites(may: boolean): void;
  /** From here on nothing leaves, for good: open connections are cut, new ones refused. */
  shut(): void;
  close(): Promise<void>;
}

interface GateOptions {
  site: Site;
  /** what the browser itself was told about names (`--host-resolver-rules`): we resolve in its place */
  hostRules?: readonly HostRule[];
  /** for a sign-in by hand, where the member writes; the hosts stay the site's */
  letsWrite?: boolean;
}

/** What a gate is made of, loaded when one is needed: it takes a while, best spent while the browser starts. */
export async function loadProxy(): Promise<typeof import('proxy-chain')> {
  return createRequire(import.meta.url)('proxy-chain');
}

export async function openGate({ site, hostRules = [], ...options }: GateOptions): Promise<Gate> {
  let letsWrite = options.letsWrite ?? false;
  const hosts = new Set<string>();
  const permits: string[] = [];
  let isOpen = true;
  let writesRefused = 0;

  const { RequestError, Server } = await loadProxy();
  const proxy = new Server({
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction: ({ request, hostname, port, isHttp }) => {
      const bare = hostname.replace(/^\[|\]$/g, '');
      const isTunnel = !isHttp;
      const method = request.method ?? '';
      const isOwn = site.ownsHost(bare, port);
      const permit = permits.indexOf(`${method} ${request.url}`);
      const isPlainSite = site.origin.startsWith('http:');
      const facts = { isOpen, isOwn, isTunnel, isPlainSite, method, letsWrite, isPermitted: permit >= 0 };
      const passage = decideConnection(facts);
      if (passage !== 'pass') {
        if (passage === 'refuse-write') writesRefused += 1;
        throw new RequestError(REFUSAL, 403);
      }
      if (permit >= 0) permits.splice(permit, 1);
      hosts.add(port === 443 || port === 80 ? bare : `${bare}:${port}`);
      const rule = hostRules.find((candidate) => candidate.matches(bare));
      if (rule && isTunnel) request.url = rule.target(bare, port);
      const upstream =
        rule || isLoopback(bare) ? '' : getProxyForUrl(`${isHttp ? 'http' : 'https'}://${hostname}:${port}`);
      return upstream ? { upstreamProxyUrl: upstream } : {};
    },
  });
  await proxy.listen();

  return {
    server: `http://127.0.0.1:${proxy.port}`,
    hosts,
    writesRefused: () => writesRefused,
    permitOnce: (method, url) => permits.push(`${method} ${url}`),
    letWrites: (may) => {
      letsWrite = may;
    },
    shut: () => {
      isOpen = false;
      proxy.closeConnections();
    },
    close: async () => {
      isOpen = false;
      await proxy.close(true);
    },
  };
}
