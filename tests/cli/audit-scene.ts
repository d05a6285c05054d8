import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Notice } from '../../src/audit/alert.ts';
import type { MemberOptions } from '../../src/demo/site/members.ts';
import { makeFolder } from './program.ts';
import type { Guest, Site } from './site.ts';

/** A home that several runs share, with a configuration of members of the look-alike. */
export interface Household {
  /** for the runs: where data is kept */
  env: Record<string, string>;
  /** our own data in it */
  data: string;
  folder: string;
  config: string;
  guests: Guest[];
  /** `audit` with the configuration, and no window */
  audit(...more: string[]): string[];
  /** `check`, likewise */
  check(...more: string[]): string[];
  configure(more: Record<string, unknown>): Promise<void>;
}

/** @param members named a0, a1, … in their order */
export async function makeHousehold(site: Site, members: readonly MemberOptions[]): Promise<Household> {
  const folder = await makeFolder();
  const data = join(folder, 'data', 'linkedin-ai-optout');
  await mkdir(data, { recursive: true, mode: 0o700 });
  const config = join(folder, 'config.json');
  const guests = await Promise.all(members.map((member) => site.addGuest(member)));
  const accounts = guests.map(({ sessionFile }, index) => ({ name: `a${index}`, session: sessionFile }));
  const configure = (more: Record<string, unknown>) =>
    writeFile(config, JSON.stringify({ origin: site.origin, accounts, ...more }));
  await configure({});
  return {
    env: { XDG_DATA_HOME: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'config') },
    data,
    folder,
    config,
    guests,
    audit: (...more) => ['audit', '--config', config, '--headless', ...more],
    check: (...more) => ['check', '--config', config, '--headless', ...more],
    configure,
  };
}

export interface Hook {
  address: string;
  notices: Notice[];
  /** what it answers */
  status: number;
  close(): void;
}

export async function openHook(): Promise<Hook> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk;
    });
    request.on('end', () => {
      if (hook.status < 300) hook.notices.push(JSON.parse(body));
      response.writeHead(hook.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hook: Hook = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    notices: [],
    status: 200,
    close: () => void server.close(),
  };
  return hook;
}
