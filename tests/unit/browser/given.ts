import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';

/** Real servers on loopback that keep a log, and a client that speaks to a proxy as a browser does. */
export interface Neighbour {
  port: number;
  origin: string;
  /** what arrived, as `METHOD path` or as the text itself */
  arrivals: string[];
  close(): Promise<void>;
}

/** Answers every request, save those to `/hang`. */
export async function openWebServer(host = '127.0.0.1'): Promise<Neighbour> {
  const arrivals: string[] = [];
  const server = createServer((incoming, response) => {
    arrivals.push(`${incoming.method} ${incoming.url}`);
    incoming.resume();
    if (incoming.url === '/hang') response.write('begun');
    else response.end('served');
  });
  server.on('upgrade', (incoming, socket) => {
    arrivals.push(`UPGRADE ${incoming.url}`);
    socket.destroy();
  });
  return neighbourOf(server, arrivals, host);
}

/** Says back what it is told, as the far end of a tunnel. */
export async function openEcho(): Promise<Neighbour> {
  const arrivals: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      arrivals.push(String(chunk));
      socket.write(chunk);
    });
  });
  return neighbourOf(server, arrivals, '127.0.0.1');
}

/** A proxy of the member's own: answers every CONNECT as if it had connected, and says back what it is told. */
export async function openUpstreamProxy(): Promise<Neighbour> {
  const arrivals: string[] = [];
  const server = createServer((incoming, response) => {
    arrivals.push(`${incoming.method} ${incoming.url}`);
    response.end('through the proxy');
  });
  server.on('connect', (incoming, socket) => {
    arrivals.push(`CONNECT ${incoming.url}`);
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    socket.pipe(socket);
  });
  return neighbourOf(server, arrivals, '127.0.0.1');
}

async function neighbourOf(server: Server, arrivals: string[], host: string): Promise<Neighbour> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    arrivals,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Sends one request through a proxy. @returns the status, or 0 where the connection broke off before its end */
export function send(proxy: string, method: string, url: string, body = ''): Promise<number> {
  const { hostname, port } = new URL(proxy);
  return new Promise((resolve) => {
    const outgoing = request(
      { hostname, port, method, path: url, headers: { host: new URL(url).host } },
      (response) => {
        // The gate's refusal has a body even here, where HTTP has none.
        if (method === 'HEAD') resolve(response.statusCode ?? 0);
        response.on('error', () => resolve(0));
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      },
    );
    outgoing.on('error', () => resolve(0));
    outgoing.end(body);
  });
}

export interface Tunnel {
  status: number;
  socket: Socket;
  /** @returns what comes back, or null where the tunnel is closed */
  ask(text: string): Promise<string | null>;
}

/** @param target `host:port` */
export async function openTunnel(proxy: string, target: string): Promise<Tunnel> {
  const socket = await openSocket(proxy);
  const head = await heard(socket, `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head ?? '')?.[1] ?? 0),
    socket,
    ask: (text) => heard(socket, text),
  };
}

/** Writes requests on one connection, each after the answer to the one before. @returns the statuses */
export async function sendOnOneConnection(proxy: string, requests: readonly string[]): Promise<number[]> {
  const socket = await openSocket(proxy);
  const statuses: number[] = [];
  for (const text of requests) {
    const answer = await heard(socket, text);
    statuses.push(Number(/^HTTP\/1\.1 (\d+)/.exec(answer ?? '')?.[1] ?? 0));
  }
  socket.destroy();
  return statuses;
}

async function openSocket(proxy: string): Promise<Socket> {
  const { hostname, port } = new URL(proxy);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function heard(socket: Socket, text: string): Promise<string | null> {
  if (socket.destroyed || socket.readableEnded) return null;
  const answer = new Promise<string | null>((resolve) => {
    socket.once('data', (chunk) => resolve(String(chunk)));
    socket.once('close', () => resolve(null));
    socket.once('end', () => resolve(null));
  });
  socket.write(text);
  return answer;
}
