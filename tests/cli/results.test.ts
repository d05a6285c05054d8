import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder, run, start } from './program.ts';
import { expectClean, type Guest, openSite, reportOn, resultOn, type Site } from './site.ts';

/** What a run says, in every form it says it in: exit code, standard output, files. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

interface Told {
  code: number;
  state: string;
  verdict: string;
  reason?: string;
  outcome?: string;
}
interface Scene {
  variant?: string;
  truth?: 'on' | 'off';
  args?: string[];
  told: Told;
}

const on = { code: 1, state: 'on', verdict: 'fail' };
const off = { code: 0, state: 'off', verdict: 'pass' };
const unknown = (code: number, verdict: string, reason: string): Told => ({ code, state: 'unknown', verdict, reason });
const BRIEF = ['--timeout', '16'];

const READING: Record<string, Scene> = {
  on: { told: on },
  off: { truth: 'off', told: off },
  'on with --exit-zero': { args: ['--exit-zero'], told: { ...on, code: 0 } },
  'on with --fail-on unknown': { args: ['--fail-on', 'unknown'], told: { ...on, code: 0 } },
  'not offered': { variant: 'not-offered-404', told: { code: 0, state: 'not-offered', verdict: 'not-applicable' } },
  'witnesses that disagree': {
    variant: 'data-disagrees',
    truth: 'off',
    args: BRIEF,
    told: unknown(3, 'unknown', 'witnesses-disagree'),
  },
  'witnesses that disagree, with --exit-zero': {
    variant: 'data-disagrees',
    args: [...BRIEF, '--exit-zero'],
    told: unknown(3, 'unknown', 'witnesses-disagree'),
  },
  'witnesses that disagree, with --fail-on on': {
    variant: 'data-disagrees',
    args: [...BRIEF, '--fail-on', 'on'],
    told: unknown(0, 'unknown', 'witnesses-disagree'),
  },
  'an alert': { variant: 'alert', told: unknown(3, 'unknown', 'unexpected-dialog') },
  'the sign-in page': { variant: 'authwall', told: unknown(4, 'error', 'signed-out') },
  'a session that has ended': { variant: 'signed-out', told: unknown(4, 'error', 'session-expired') },
  'a redirect for ever': { variant: 'redirect-loop', told: unknown(4, 'error', 'session-expired') },
  'somebody else': { args: ['--expect-account', 'somebody'], told: unknown(4, 'error', 'wrong-account') },
  'a checkpoint': { variant: 'checkpoint', told: unknown(5, 'error', 'challenge') },
  'a rate limit': { variant: 'status-429', told: unknown(5, 'error', 'rate-limited') },
  'a restriction': { variant: 'restricted', told: unknown(5, 'error', 'restricted') },
  'no answer': { variant: 'hangs', args: ['--timeout', '15'], told: unknown(7, 'error', 'timeout') },
  'a connection that breaks': { variant: 'resets', told: unknown(7, 'error', 'unreachable') },
  'somebody else’s site': { variant: 'foreign-redirect', told: unknown(7, 'error', 'off-site-redirect') },
};

const DISABLING: Record<string, Scene> = {
  'a dry run while on': { args: ['--dry-run'], told: { ...on, outcome: 'would-change' } },
  'a dry run while off': { truth: 'off', args: ['--dry-run'], told: { ...off, outcome: 'already-off' } },
  'turning it off': { args: ['--yes'], told: { ...off, verdict: 'fixed', outcome: 'changed' } },
  'nothing to turn off': { truth: 'off', args: ['--yes'], told: { ...off, outcome: 'already-off' } },
  'a dialog in the way': {
    variant: 'promo',
    args: ['--yes'],
    told: { ...on, outcome: 'refused', reason: 'unexpected-dialog' },
  },
  'a save that fails': {
    variant: 'save-500',
    args: ['--yes'],
    told: { ...on, code: 6, outcome: 'not-proven', reason: 'save-failed' },
  },
  'no dry run where nobody is signed in': {
    variant: 'authwall',
    args: ['--dry-run'],
    told: { ...unknown(4, 'error', 'signed-out'), outcome: 'refused' },
  },
};

/** Runs it as JSON, with a file beside, and holds everything said against everything else. */
async function tell(command: string, { variant = 'standard', truth = 'on', args = [], told }: Scene): Promise<Guest> {
  const guest = await site.addGuest({ variant, truth });
  const file = join(await makeFolder(), 'report.json');
  const ended = await run([command, ...guest.flags, '--format', 'json', '--output', file, ...args]);
  expect(ended.stderr).toBe('');
  const { state, verdict, reason, change, account } = resultOn(ended);
  expect({ code: ended.code, state, verdict, reason: reason?.code, outcome: change?.outcome }).toEqual({
    reason: undefined,
    outcome: undefined,
    ...told,
  });
  expect(account.member ?? 'sha256:').toMatch(/^sha256:/);
  expect(ended.stdout).not.toContain(guest.vanity);
  expectClean(ended, guest);

  const { run: facts, network, summary } = reportOn(ended);
  expect(summary).toMatchObject({ exitCode: told.code, verdict: told.verdict });
  expect(facts).toMatchObject({ command, dryRun: args.includes('--dry-run'), origin: site.origin, trigger: 'manual' });
  expect(facts.browser).toMatchObject({ mode: 'headless', version: expect.stringMatching(/^\d+\./) });
  expect(network.hosts).toEqual([new URL(site.origin).host]);
  expect(network.writesAllowed).toBe(guest.writes().length);

  expect(await readFile(file, 'utf8')).toBe(ended.stdout);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  return guest;
}

describe.concurrent('check', () => {
  it.each(Object.entries(READING))('says what it is: %s', async (_, scene) => {
    const guest = await tell('check', scene);
    expect(guest.writes()).toEqual([]);
    expect(guest.truth()).toBe(scene.truth ?? 'on');
    expect(site.foreignArrivals).toEqual([]);
  });
});

describe.concurrent('disable', () => {
  it.each(Object.entries(DISABLING))('says what came of it: %s', async (_, scene) => {
    const guest = await tell('disable', scene);
    const { outcome = '' } = scene.told;
    expect(guest.writes()).toHaveLength(['changed', 'not-proven'].includes(outcome) ? 1 : 0);
    expect(guest.truth()).toBe(outcome === 'changed' ? 'off' : (scene.truth ?? 'on'));
  });
});

describe('the text for people, in full', () => {
  it.each<[string, string, 'on' | 'off', string[], number]>([
    ['check-on', 'check', 'on', [], 1],
    ['check-off', 'check', 'off', [], 0],
    ['disable', 'disable', 'on', ['--yes'], 0],
  ])('%s', async (name, command, truth, args, code) => {
    const guest = await site.addGuest({ truth });
    const ended = await run([command, ...guest.flags, ...args]);
    expect([ended.code, ended.stderr]).toEqual([code, '']);
    await expect(ended.stdout).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
    expectClean(ended, guest);
  });
});

describe.concurrent('standard error', () => {
  it('tells the progress with --verbose, and standard output still holds the report alone', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const ended = await run(['check', ...guest.flags, '--format', 'json', '--verbose']);
    expect(resultOn(ended).state).toBe('off');
    expect(ended.stderr).toMatch(/^Opening the browser\nReading “Data for Generative AI Improvement”\n/);
    expectClean(ended, guest);
  });
});

describe.concurrent('a file', () => {
  it('is written beside another, and over an older one', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const folder = await makeFolder();
    const [first, second] = [join(folder, 'a.json'), join(folder, 'B.JSON')];
    await writeFile(first, 'an older one', { mode: 0o644 });
    const ended = await run(['check', ...guest.flags, '--output', first, '--output', second]);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const written = await readFile(first, 'utf8');
    expect(resultOn({ stdout: written }).state).toBe('off');
    expect(await readFile(second, 'utf8')).toBe(written);
    expect((await stat(first)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform !== 'linux')('that cannot be written hides no result, and is told', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const ended = await run(['check', ...guest.flags, '--format', 'json', '--output', '/proc/report.json']);
    expect(resultOn(ended).state).toBe('off');
    expect(ended.stderr).toMatch(
      /^error: "\/proc\/report\.json" was not written: [^\n]+\. The result above is complete\.\n$/,
    );
  });
});

describe.concurrent('somebody who stops reading', () => {
  it.skipIf(process.platform === 'win32')('does not turn off into on', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    const running = await start(['check', ...guest.flags, '--format', 'json']);
    running.child.stdout.destroy();
    const { code, stderr, left } = await running.ended;
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(left).toEqual([]);
  });
});
