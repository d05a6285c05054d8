/** The WebSocket end: just enough of the protocol to take a message, which writes. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Arrival, arrivalOf } from './arrivals.ts';
import { OUR_KEY } from './catalogue.ts';
import { type Account, writeTruth } from './members.ts';

/** Fixed by RFC 6455. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const DATA_OPCODES = [1, 2];

export function acceptRealtime(
  request: IncomingMessage,
  socket: Duplex,
  account: Account | undefined,
  log: (arrival: Arrival) => Arrival,
): void {
  const vanity = account?.vanity ?? null;
  log(arrivalOf(request, 'upgrade', vanity));
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
  socket.on('error', () => socket.destroy());
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  socket.on('data', (frame: Buffer) => {
    const opcode = (frame[0] ?? 0) & 0x0f;
    if (!DATA_OPCODES.includes(opcode)) return socket.destroy();
    const message = log({ ...arrivalOf(request, 'message', vanity), method: 'MESSAGE' });
    if (!account) return;
    writeTruth(account, OUR_KEY);
    message.changed = true;
  });
}
