import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered to what may not leave. */
export const REFUSAL = 'Refused by linkedin-ai-optout.';

/** A proxy that leads nowhere: for the browser itself, whose own traffic is nobody's business here. */
export interface Nowhere {
  /** for the browser's proxy setting */
  server: string;
  close(): Promise<void>;
}

export async function openNowhere(): Promise<Nowhere> {
  const server = createServer((_request, response) => response.writeHead(403).end(REFUSAL));
  server.on('connect', (_request, socket) => {
    socket.on('error', () => undefined);
    socket.end(`HTTP/1.1 403 Forbidden\r\nContent-Length: ${REFUSAL.length}\r\n\r\n${REFUSAL}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
