/** Opens the look-alike of LinkedIn's settings on a loopback address. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type Arrival, arrivalOf, cookiesOf } from './arrivals.ts';
import { OUR_KEY } from './catalogue.ts';
import { type FormDesk, newFormDesk } from './form/routes.ts';
import { type Account, type Member, type MemberOptions, newAccount, readTruth, storageStateOf } from './members.ts';
import { acceptRealtime } from './realtime.ts';
import type { Grounds } from './reply.ts';
import { route } from './routes.ts';

export interface LookalikeOptions {
  /** default: any free one */
  port?: number;
  tls?: { key: string; cert: string };
  /** where foreign redirects, images and scripts lead */
  foreignOrigin?: string;
  /** the name under which browsers reach the site, e.g. `www.linkedin.com` over TLS: the cookies are for it */
  publicHost?: string;
}

export interface LookalikeSite {
  /** where it listens */
  origin: string;
  addMember(options?: MemberOptions): Member;
  /** everything that arrived, from everybody */
  arrivals: Arrival[];
  /** the objection form: which it is, and what was submitted */
  form: FormDesk;
  close(): Promise<void>;
}

export async function openLookalikeSite(options: LookalikeOptions = {}): Promise<LookalikeSite> {
  const accounts: Account[] = [];
  const arrivals: Arrival[] = [];
  const form = newFormDesk();
  const upgraded = new Set<Duplex>();
  const log = (arrival: Arrival) => {
    arrivals.push(arrival);
    return arrival;
  };
  const addAccount = (wanted: MemberOptions) => {
    const account = newAccount(wanted);
    accounts.push(account);
    return account;
  };
  /** Also after the session has ended: the log must still tell whose request it was. */
  const ownerOf = (request: IncomingMessage) => {
    const cookies = cookiesOf(request);
    return accounts.find(
      ({ token, csrf }) => token === cookies.get('li_at') || `"${csrf}"` === cookies.get('JSESSIONID'),
    );
  };
  const whoSent = (request: IncomingMessage) => {
    const owner = ownerOf(request);
    return owner?.signedIn && owner.token === cookiesOf(request).get('li_at') ? owner : undefined;
  };

  const server = options.tls ? createTlsServer(options.tls) : createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const scheme = options.tls ? 'https' : 'http';
  const origin = `${scheme}://127.0.0.1:${port}`;
  const grounds: Grounds = {
    origin: options.publicHost ? `${scheme}://${options.publicHost}` : origin,
    foreign: options.foreignOrigin ?? 'http://foreign.example.test',
    accounts,
    addAccount,
    form,
  };

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const account = whoSent(request);
    const arrival = log(arrivalOf(request, 'request', ownerOf(request)?.vanity ?? null));
    const url = new URL(request.url ?? '/', origin);
    route({ grounds, request, response, url, arrival, account }).catch((fault) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(fault));
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    upgraded.add(socket);
    acceptRealtime(request, socket, whoSent(request), log);
  });

  return {
    origin,
    arrivals,
    form,
    addMember: (wanted = {}) => memberOf(addAccount(wanted), grounds.origin, arrivals),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      }),
  };
}

function memberOf(account: Account, origin: string, arrivals: Arrival[]): Member {
  return {
    token: account.token,
    vanity: account.vanity,
    variant: account.variant,
    storageState: storageStateOf(account, origin),
    truth: (key = OUR_KEY) => readTruth(account, key),
    turn: (truth, key = OUR_KEY) => void account.settings.set(key, truth),
    endSession: () => {
      account.signedIn = false;
    },
    arrivals: () => arrivals.filter((arrival) => arrival.member === account.vanity),
  };
}
