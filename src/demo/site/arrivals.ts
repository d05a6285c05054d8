/** The server's log: everything that arrived, so that a stray write can be proven. */
import type { IncomingMessage } from 'node:http';

export interface Arrival {
  kind: 'request' | 'upgrade' | 'message';
  /** `MESSAGE` for what came over a WebSocket */
  method: string;
  /** with its query */
  path: string;
  /** the Host header */
  host: string;
  /** names only: no test output ever holds a value */
  cookies: string[];
  /** vanity of the member whose session came along, alive or ended */
  member: string | null;
  at: string;
  /** Did it write to one of the member's settings? (Also when two of them cancel out.) */
  changed: boolean;
}

export function arrivalOf(request: IncomingMessage, kind: Arrival['kind'], member: string | null): Arrival {
  return {
    kind,
    method: request.method ?? '',
    path: request.url ?? '/',
    host: request.headers.host ?? '',
    cookies: [...cookiesOf(request).keys()],
    member,
    at: new Date().toISOString(),
    changed: false,
  };
}

export function cookiesOf(request: IncomingMessage): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, ...value] = part.trim().split('=');
    if (name) cookies.set(name, value.join('='));
  }
  return cookies;
}
