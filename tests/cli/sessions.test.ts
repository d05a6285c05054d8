import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileWith, makeFolder, run } from './program.ts';
import { expectClean, type Guest, openSite, resultOn, type Site } from './site.ts';

/** A session may come from anywhere and in any of the usual forms. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const VARIABLE = 'LINKEDIN_AI_OPTOUT_SESSION';
const storageState = ({ storageState: state }: Guest) => JSON.stringify(state);
const cookiesTxt = ({ storageState: { cookies } }: Guest) =>
  [
    '# Netscape HTTP Cookie File',
    ...cookies.map(({ name, value, domain, expires, httpOnly }) =>
      [`${httpOnly ? '#HttpOnly_' : ''}${domain}`, 'FALSE', '/', 'FALSE', expires, name, value].join('\t'),
    ),
    '',
  ].join('\n');
/** With a cookie of another site, which is none of our business. */
const extension = ({ storageState: { cookies } }: Guest) =>
  JSON.stringify(
    [...cookies, { ...cookies[0], name: 'sid', domain: '.example.com' }].map(({ expires, ...cookie }) => ({
      ...cookie,
      expirationDate: expires,
      hostOnly: true,
      session: false,
      storeId: '0',
      sameSite: 'unspecified',
    })),
  );

interface Given {
  args?: string[];
  env?: Record<string, string>;
  input?: string;
}
const forms: [string, (guest: Guest) => Promise<Given>][] = [
  ['a storage state on standard input', async (guest) => ({ args: ['--session', '-'], input: storageState(guest) })],
  ['a cookies.txt on standard input', async (guest) => ({ args: ['--session', '-'], input: cookiesTxt(guest) })],
  ['a storage state in the environment', async (guest) => ({ env: { [VARIABLE]: storageState(guest) } })],
  [
    'a storage state in the environment, as base64',
    async (guest) => ({ env: { [VARIABLE]: Buffer.from(storageState(guest)).toString('base64') } }),
  ],
  ['a cookies.txt', async (guest) => ({ args: ['--session', await fileWith(cookiesTxt(guest), 'cookies.txt')] })],
  [
    'the JSON of an extension, whatever stands in the environment',
    async (guest) => ({
      args: ['--session', await fileWith(extension(guest), 'cookies.json')],
      env: { [VARIABLE]: 'something damaged' },
    }),
  ],
];

describe.concurrent('a session', () => {
  it.each(forms)('from %s', async (_, make) => {
    const guest = await site.addGuest({ truth: 'off' });
    const { args = [], ...given } = await make(guest);
    const ended = await run(['check', '--origin', site.origin, '--headless', '--format', 'json', ...args], given);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(resultOn(ended)).toMatchObject({ state: 'off', confidence: 'corroborated' });
    expectClean(ended, guest);
    const names = guest.arrivals().flatMap(({ cookies }) => cookies);
    expect([...new Set(names)].sort()).toEqual(['JSESSIONID', 'bcookie', 'lang', 'li_at']);
  });

  it.skipIf(process.platform === 'win32')('that others may read is taken, with a warning', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const path = await fileWith(storageState(guest), 'session.json', 0o644);
    const ended = await run(['check', '--origin', site.origin, '--headless', '--session', path]);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toBe(`warning: Others on this machine may read ${path}: chmod 600 ${path}\n`);
    const quiet = await run(['check', '--origin', site.origin, '--headless', '--session', path, '--quiet']);
    expect([quiet.code, quiet.stderr]).toEqual([0, '']);
  });
});

describe('the account that is expected', () => {
  it('is known by its name and by the hash in an earlier report', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const data = join(await makeFolder(), 'data');
    const args = ['check', ...guest.flags, '--format', 'json', '--expect-account'];
    const env = { XDG_DATA_HOME: data };
    const byName = await run([...args, guest.vanity], { env });
    expect(byName.code).toBe(0);
    const { member } = resultOn(byName).account;
    const byHash = await run([...args, member ?? ''], { env });
    expect(byHash.code).toBe(0);
    expect(resultOn(byHash).account.member).toBe(member);
    // Another installation has another salt.
    const elsewhere = await run([...args, member ?? '']);
    expect(elsewhere.code).toBe(4);
    expect(resultOn(elsewhere).reason?.code).toBe('wrong-account');
  });
});
