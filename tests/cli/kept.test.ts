import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberOptions } from '../../src/demo/site/members.ts';
import { hashMember, readSalt } from '../../src/member-hash.ts';
import { openStore } from '../../src/session/store/store.ts';
import { siteOf } from '../../src/settings/site.ts';
import { fileWith, makeFolder, processesOf, run, start, until, withTurn } from './program.ts';
import { expectClean, type Guest, openSite, resultOn, type Site } from './site.ts';

/** Sessions that are kept: brought in, used, renewed, listed, carried elsewhere, forgotten. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

interface Home {
  data: string;
  env: Record<string, string>;
}

async function makeHome(): Promise<Home> {
  const data = await makeFolder();
  return { data, env: { XDG_DATA_HOME: data } };
}

const own = () => ['--origin', site.origin, '--headless'];
const importing = (file: string, ...more: string[]) => ['login', '--yes', '--import', file, ...own(), ...more];
const checking = (...more: string[]) => ['check', ...own(), '--format', 'json', ...more];

/** A home where a guest's session is kept; put there without a browser. */
async function homeOf(options: MemberOptions = {}): Promise<Home & { guest: Guest }> {
  const home = await makeHome();
  const guest = await site.addGuest(options);
  await keep(home, guest);
  return { ...home, guest };
}

async function keep({ data }: Home, { storageState, vanity }: Guest, account = 'default'): Promise<void> {
  const own = join(data, 'linkedin-ai-optout');
  const store = await openStore({ folder: join(own, 'sessions'), environment: {}, keychain: NO_KEYCHAIN });
  const now = new Date();
  const at = now.toISOString();
  const member = hashMember(vanity, await readSalt(own));
  const times = { createdAt: at, lastProvenAt: at };
  await store.save(
    { account, cookies: storageState.cookies, member, ...times, browser: 'chromium' },
    { site: siteOf(site.origin), now },
  );
}

const refuse = async () => {
  throw new Error('There is no keychain here.');
};
const NO_KEYCHAIN = { read: refuse, write: refuse, remove: refuse };

async function listed({ env }: Home, ...more: string[]) {
  const ended = await run(['accounts', '--format', 'json', ...more], { env });
  return { ...ended, ...JSON.parse(ended.stdout) };
}

const hash = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

describe('a session that is kept', { concurrent: true }, () => {
  it('comes from a file, serves, is listed, and is forgotten', async () => {
    const home = await makeHome();
    const guest = await site.addGuest();
    const imported = await run(importing(guest.sessionFile), { env: home.env });
    expect([imported.code, imported.stdout]).toEqual([
      0,
      `Signed in as ${guest.vanity}. The session is kept as "default", its key in a file in the same folder.\n`,
    ]);
    const { accounts, keyPlace, code } = await listed(home);
    expect([code, keyPlace]).toEqual([0, 'file']);
    expect(accounts).toEqual([
      {
        name: 'default',
        member: hash,
        createdAt: time,
        lastProvenAt: time,
        browser: 'chromium',
        fault: null,
        reason: null,
      },
    ]);
    const shown = await run(['accounts'], { env: home.env });
    expect(shown.stdout).toMatch(
      /^default\n {2}signed in as {2}sha256:\w+\n {2}kept {10}\d+ seconds? ago, from chromium\n/,
    );
    expect(shown.stdout).not.toContain(guest.vanity);

    const checked = await run(checking(), { env: home.env });
    expect([checked.code, resultOn(checked).account]).toEqual([1, { name: 'default', member: accounts[0].member }]);

    const gone = await run(['logout'], { env: home.env });
    expect([gone.code, gone.stdout]).toEqual([0, 'The session kept as "default" is gone from this machine.\n']);
    expect(gone.stderr).toContain('Where you’re signed in');
    expect(await readdir(join(home.data, 'linkedin-ai-optout/sessions'))).toEqual([]);
    const after = await run(checking(), { env: home.env });
    expect([after.code, resultOn(after).reason?.code]).toEqual([4, 'signed-out']);
    const again = await run(['logout'], { env: home.env });
    expect([again.code, again.stderr]).toEqual([
      4,
      'error: No session is kept as "default". See what is kept with: linkedin-ai-optout accounts.\n',
    ]);
    for (const ended of [imported, shown, checked, gone, after]) expectClean(ended, guest);
  });

  it('is renewed by every run, as LinkedIn changes its cookies', async () => {
    const { guest, env } = await homeOf({ variant: 'rotating-session' });
    for (const [args, code] of [
      [checking(), 1],
      [['disable', '--yes', ...own(), '--format', 'json'], 0],
      [checking(), 0],
      [['accounts', '--check', ...own()], 0],
      [checking(), 0],
    ] as const) {
      const ended = await run(args, { env });
      expect([args[0], ended.code]).toEqual([args[0], code]);
    }
    expect(guest.truth()).toBe('off');
  });

  it('is not overwritten by a signed-out state', async () => {
    const { guest, ...home } = await homeOf();
    const [before] = (await listed(home)).accounts;
    guest.endSession();
    const ended = await run(checking(), { env: home.env });
    expect([ended.code, resultOn(ended).reason?.code]).toEqual([4, 'signed-out']);
    const proof = await listed(home, '--check', ...own());
    expect([proof.code, proof.stderr.match(/^warning: /gm)]).toEqual([4, ['warning: ']]);
    expect(proof.accounts).toEqual([{ ...before, reason: expect.objectContaining({ code: 'signed-out' }) }]);
    expect(guest.writes()).toEqual([]);
  });

  it('is one member’s: somebody else’s is not taken for it', async () => {
    const { guest, ...home } = await homeOf();
    const [before] = (await listed(home)).accounts;
    const other = await site.addGuest();
    const ended = await run(importing(other.sessionFile), { env: home.env });
    expect([ended.code, ended.stdout]).toEqual([4, '']);
    expect(ended.stderr).toContain('The account "default" is another member’s; what was kept for it is unchanged.');
    expect((await listed(home)).accounts).toEqual([before]);
    await keep(home, other, 'work');
    const theirs = await run(checking('--account', 'work'), { env: home.env });
    expect([theirs.code, resultOn(theirs).account.name]).toEqual([1, 'work']);
    for (const each of [ended, theirs]) {
      expectClean(each, guest);
      expectClean(each, other);
    }
  });

  it('tells when somebody else is signed in with it', async () => {
    const { guest, env } = await homeOf({ variant: 'another-member-after-save' });
    const turned = await run(['disable', '--yes', ...own(), '--format', 'json'], { env });
    expect([turned.code, resultOn(turned).reason?.code]).toEqual([6, 'wrong-account']);
    const ended = await run(checking(), { env });
    expect([ended.code, resultOn(ended)]).toMatchObject([4, { state: 'unknown', reason: { code: 'wrong-account' } }]);
    expect((await listed({ env, data: '' }, '--check', ...own())).accounts).toMatchObject([
      { reason: { code: 'wrong-account' } },
    ]);
    expectClean(ended, guest);
  });

  it('is kept only where a page has shown that somebody is signed in', async () => {
    const home = await makeHome();
    const guest = await site.addGuest();
    guest.endSession();
    const ended = await run(importing(guest.sessionFile), { env: home.env });
    expect([ended.code, ended.stdout]).toEqual([4, '']);
    expect(ended.stderr).toMatch(/error: LinkedIn shows its sign-in page\. Sign in with: /);
    expect((await listed(home)).accounts).toEqual([]);
    const expecting = await run(importing((await site.addGuest()).sessionFile, '--expect-account', 'robin'), home);
    expect([expecting.code, (await listed(home)).accounts]).toEqual([4, []]);
  });

  it('goes to another machine, for its key alone', async () => {
    const { guest, ...home } = await homeOf();
    const key = await generateX25519Identity();
    const to = await identityToRecipient(key);
    const exported = await run(['accounts', 'export', '--to', to], { env: home.env });
    expect([exported.code, exported.stdout]).toEqual([0, expect.stringMatching(/^-----BEGIN AGE ENCRYPTED FILE-----/)]);
    const out = join(await makeFolder(), 'session.age');
    const written = await run(['accounts', 'export', 'default', '--to', to, '--out', out], { env: home.env });
    expect([written.code, written.stdout]).toEqual([0, '']);

    const there = { LINKEDIN_AI_OPTOUT_KEY: key };
    const once = await run(checking('--session', out), { env: there });
    expect(once.code).toBe(1);
    const piped = await run(checking('--session', '-'), { env: there, input: exported.stdout });
    expect(piped.code).toBe(1);
    const given = await run(checking(), { env: { ...there, LINKEDIN_AI_OPTOUT_SESSION: exported.stdout } });
    expect(given.code).toBe(1);
    const elsewhere = await makeHome();
    const env = { ...elsewhere.env, ...there };
    const imported = await run(importing(out), { env });
    expect([imported.code, imported.stdout]).toEqual([0, expect.stringContaining('its key in LINKEDIN_AI_OPTOUT_KEY')]);
    expect((await run(checking(), { env })).code).toBe(1);

    // Where something is kept with a key of its own, the variable only opens the export.
    const work = [...importing(out), '--account', 'work'];
    const beside = await run(work, { env: { ...home.env, ...there } });
    expect([beside.code, beside.stdout]).toEqual([0, expect.stringContaining('its key in a file in the same folder')]);
    expect((await run(checking('--account', 'work'), { env: home.env })).code).toBe(1);

    const locked = await run(checking('--session', out));
    expect([locked.code, locked.stderr]).toEqual([
      2,
      expect.stringMatching(/it is encrypted; set LINKEDIN_AI_OPTOUT_KEY to the key that it was exported for\.\n$/),
    ]);
    const wrong = await run(checking('--session', out), {
      env: { LINKEDIN_AI_OPTOUT_KEY: await generateX25519Identity() },
    });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('it was made for another key')]);
    const nobody = await run(['accounts', 'export', '--to', 'me'], { env: home.env });
    expect([nobody.code, nobody.stderr]).toEqual([2, expect.stringContaining('That is no age recipient')]);
    const missing = await run(['accounts', 'export', 'other', '--to', to], { env: home.env });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('No session is kept as "other"')]);
    for (const ended of [exported, written, once, piped, given, imported, beside, locked, wrong])
      expectClean(ended, guest);
  });

  it('is used by one run at a time; what a killed run left behind does not hold it', async () => {
    const { guest, env } = await homeOf({ variant: 'hangs' });
    await withTurn(async () => {
      const first = await start(checking(), { env });
      await until(() => guest.arrivals().some(({ path }) => path.includes('data-for-ai-improvement')));
      const second = await (await start(checking(), { env })).ended;
      expect([second.code, second.stdout]).toEqual([2, '']);
      expect(second.stderr).toBe(
        `error: The account "default" is in use: another run uses it (process ${first.child.pid}); wait until that has ended, or end it, and try again.\n`,
      );
      const orphans = await processesOf(first);
      const shown = orphans.map(({ commandLine, environment }) => commandLine + environment).join();
      expect(guest.secrets.filter((secret) => shown.includes(secret))).toEqual([]);
      first.child.kill('SIGKILL');
      await first.ended;
      for (const { pid } of orphans) kill(pid);
    });
    guest.endSession();
    const third = await run(checking(), { env });
    expect([third.code, resultOn(third).reason?.code]).toEqual([4, 'signed-out']);
  });
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}

describe('a store that is broken', { concurrent: true }, () => {
  const session = 'linkedin-ai-optout/sessions/account-default.age';
  const key = 'linkedin-ai-optout/sessions/key.json';
  it.each<[string, (data: string) => Promise<unknown>, RegExp]>([
    [
      'cut off',
      async (data) => truncate(join(data, session), 200),
      /cut off or damaged; sign in again|kept with another, or is damaged; sign in again/,
    ],
    ['without its key', async (data) => rm(join(data, key)), /the key file ".*" is missing; .* sign out and in again/],
  ])('%s: one sentence, and nothing opens', async (_, spoil, message) => {
    const { guest, ...home } = await homeOf();
    await spoil(home.data);
    const before = guest.arrivals().length;
    const ended = await run(checking(), { env: home.env });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(message);
    expect(
      ended.stderr
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('error: ')),
    ).toHaveLength(1);
    expect(guest.arrivals().length).toBe(before);
    const { accounts, code } = await listed(home);
    expect([code, accounts[0].fault]).toEqual([2, expect.stringMatching(message)]);
    const shown = await run(['accounts'], { env: home.env });
    expect([shown.code, shown.stdout]).toEqual([2, expect.stringMatching(/^default\n {2}The /)]);
    expect(shown.stdout).not.toContain('undefined');
    // What it says to do mends it.
    if (String(message).includes('sign out')) expect((await run(['logout'], { env: home.env })).code).toBe(0);
    const mended = await run(importing(guest.sessionFile), { env: home.env });
    expect(mended.code).toBe(0);
    expect((await run(checking(), { env: home.env })).code).toBe(1);
    expectClean(ended, guest);
  });
});

it('nothing that a whole life of a session leaves behind shows it', async () => {
  const { guest, ...home } = await homeOf();
  const folder = await makeFolder();
  const session = await fileWith(await readFile(guest.sessionFile));
  const env = {
    ...home.env,
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    HOME: folder,
  };
  const to = await identityToRecipient(await generateX25519Identity());
  for (const args of [
    importing(session, '--account', 'again', '--verbose'),
    checking('--verbose', '--output', join(folder, 'report.json'), '--evidence', join(folder, 'evidence')),
    ['disable', '--yes', ...own(), '--verbose', '--output', join(folder, 'disabled.json')],
    ['accounts', '--check', ...own(), '--verbose'],
    ['accounts', 'export', '--to', to, '--out', join(folder, 'session.age')],
  ]) {
    const ended = await run(args, { env });
    expect([0, 1]).toContain(ended.code);
    expectClean(ended, guest);
  }
  const files = await Promise.all(
    [home.data, folder].map((path) => readdir(path, { recursive: true, withFileTypes: true })),
  );
  const paths = files
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(paths.length).toBeGreaterThan(5);
  const showing: string[] = [];
  for (const path of paths) {
    const text = (await readFile(path)).toString('latin1');
    if (guest.secrets.some((secret) => text.includes(secret) || path.includes(secret))) showing.push(path);
  }
  expect(showing).toEqual([]);
});
