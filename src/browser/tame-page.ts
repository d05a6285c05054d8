/**
 * What asks no route and so, in a TLS tunnel, would reach the site unseen: a request at unload; a WebSocket that Playwright
 * does not know; TURN over TLS; the HEAD that the browser sends for a payment's address.
 */
export const UNSEEN = [
  'fetchLater',
  'WebSocketStream',
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'PaymentRequest',
];

/** Said on the console by `tamePage`, where nothing else of ours can be heard from inside the page. */
export const SILENCED = 'linkedin-ai-optout: a worker was kept silent';

/**
 * Runs in every frame before the page's own scripts. A page that goes away by itself leaves no time to shut the gate, and
 * what it sends then asks no route: so it is not told that it goes. Nor does any route reach what workers open: those
 * named say nothing.
 */
export function tamePage({
  silent,
  absent,
  sign,
}: {
  silent: readonly string[];
  absent: readonly string[];
  sign: string;
}): void {
  for (const kind of ['beforeunload', 'pagehide', 'unload', 'freeze']) {
    addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
  }
  const onHidden = (event: Event) => {
    if (document.visibilityState === 'hidden') event.stopImmediatePropagation();
  };
  addEventListener('visibilitychange', onHidden, true);
  for (const name of absent) Reflect.deleteProperty(globalThis, name);

  // biome-ignore lint/suspicious/noConsole: the page's own, heard by `guardContext`
  const say = console.debug.bind(console);
  class Silent extends EventTarget {
    port = new MessageChannel().port1;
    onmessage = null;
    onerror = null;
    constructor() {
      super();
      say(sign);
    }
    postMessage() {}
    terminate() {}
  }
  for (const name of silent) {
    const value = class extends Silent {};
    Object.defineProperty(value, 'name', { value: name });
    Object.defineProperty(globalThis, name, { value, writable: false, configurable: false });
  }
}
