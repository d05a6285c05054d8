import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, processesOf, run, type StartOptions, start, until, withTurn } from './program.ts';
import { expectClean, type Guest, openSite, type Site } from './site.ts';

/** The session is in nothing that others can see: no list of processes, no environment of a child, no output. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const base = () => ['check', '--origin', site.origin];
const text = ({ storageState }: Guest) => JSON.stringify(storageState);

const ways: [string, (guest: Guest) => { args: string[]; options?: StartOptions }][] = [
  ['from a file', (guest) => ({ args: [...base(), '--headless', '--session', guest.sessionFile] })],
  [
    'from standard input',
    (guest) => ({ args: [...base(), '--headless', '--session', '-'], options: { input: text(guest) } }),
  ],
  [
    'from the environment',
    (guest) => ({ args: [...base(), '--headless'], options: { env: { LINKEDIN_AI_OPTOUT_SESSION: text(guest) } } }),
  ],
  [
    'from the environment, in a window on a virtual display',
    (guest) => ({ args: base(), options: { env: { LINKEDIN_AI_OPTOUT_SESSION: text(guest) } } }),
  ],
];

describe.skipIf(process.platform !== 'linux')('while a session is in use', { concurrent: true }, () => {
  it.each(ways)('%s: no process shows it', async (_, make) => {
    await withTurn(async () => {
      const guest = await site.addGuest({ variant: 'hangs' });
      const { args, options } = make(guest);
      const running = await start(args, options);
      await until(() => guest.arrivals().length > 0);
      const children = await processesOf(running);
      const all = await commandLines();
      running.interrupt();
      expectClean(await running.ended, guest);

      expect(children.length).toBeGreaterThan(2);
      const showing = children.filter(({ commandLine, environment }) =>
        guest.secrets.some((secret) => `${commandLine}${environment}`.includes(secret)),
      );
      expect(showing.map(({ commandLine }) => commandLine.split('\0')[0])).toEqual([]);
      expect(all.filter((line) => guest.secrets.some((secret) => line.includes(secret)))).toEqual([]);
    });
  });
});

async function commandLines(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
}

describe.concurrent('no output shows the session', () => {
  it.each<[string, Record<string, string>]>([
    ['with --verbose', {}],
    ['when Playwright is asked to tell all', { DEBUG: 'pw:*' }],
  ])('%s', async (_, env) => {
    const guest = await site.addGuest();
    const file = `${await makeFolder()}/report.json`;
    const ended = await run(['disable', '--yes', ...guest.flags, '--verbose', '--output', file], { env });
    expect(ended.code).toBe(0);
    expectClean(ended, guest);
    const written = await readFile(file, 'utf8');
    for (const secret of [...guest.secrets, guest.vanity]) expect(written).not.toContain(secret);
  });
});

describe.concurrent('nothing of the session is kept', () => {
  it('in the home of whoever ran it', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const home = await makeFolder();
    const env = { HOME: home, XDG_CONFIG_HOME: `${home}/c`, XDG_DATA_HOME: `${home}/d`, XDG_STATE_HOME: `${home}/s` };
    expect((await run(['check', ...guest.flags], { env })).code).toBe(0);
    const files = await readdir(home, { recursive: true, withFileTypes: true });
    const kept = files.filter((file) => file.isFile());
    for (const { parentPath, name } of kept) {
      const contents = await readFile(`${parentPath}/${name}`, 'latin1');
      for (const secret of [...guest.secrets, guest.vanity]) expect(contents).not.toContain(secret);
    }
    expect(kept.map(({ name }) => name)).toContain('salt');
  });
});
