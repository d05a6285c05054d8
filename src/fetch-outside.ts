import { getProxyForUrl } from 'proxy-from-env';
import { isLoopback } from './loopback.ts';

/** `fetch` by way of the member's own proxy (HTTPS_PROXY and its kin), as the browser goes; Node 20's own follows none. */
export async function fetchOutside(address: string, init: RequestInit): Promise<Response> {
  const proxy = isLoopback(new URL(address).hostname) ? '' : getProxyForUrl(address);
  if (!proxy) return fetch(address, init);
  const { fetch: fetchThrough, ProxyAgent } = await import('undici');
  const dispatcher = new ProxyAgent({ uri: proxy, proxyTunnel: address.startsWith('https:') });
  // The same by the standard, but for their types.
  return (fetchThrough as unknown as typeof fetch)(address, { ...init, dispatcher } as RequestInit);
}
