import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileWith, run, type Wrapper, wrapBrowser } from './program.ts';
import { type Guest, openSite, reportOn, resultOn, type Site } from './site.ts';

/** A session that is no sign-in: exit 4, and how to sign in; no browser is opened for it. */

let site: Site;
let guest: Guest;
let browser: Wrapper;
beforeAll(async () => {
  site = await openSite();
  guest = await site.addGuest();
  browser = await wrapBrowser();
});
afterAll(() => site.close());

const HOW =
  'Sign in with: linkedin-ai-optout login. Or export the cookies of your browser again, and give the file with --session.';
const args = (...more: string[]) => [
  'check',
  '--origin',
  site.origin,
  '--headless',
  '--browser',
  browser.path,
  ...more,
];
const cookies = (change: (cookie: Guest['storageState']['cookies'][number]) => object | null) =>
  JSON.stringify(guest.storageState.cookies.map(change).filter((cookie) => cookie !== null));

const CASES: [string, () => string | null, string, RegExp][] = [
  ['none at all', () => null, 'signed-out', /^There is no session for the account "default"\.$/],
  ['no cookies', () => '[]', 'signed-out', /holds no cookies\.$/],
  [
    'no li_at',
    () => cookies((cookie) => (cookie.name === 'li_at' ? null : cookie)),
    'signed-out',
    /has no cookie li_at for 127\.0\.0\.1:\d+\.$/,
  ],
  [
    'another site’s cookies',
    () => cookies((cookie) => ({ ...cookie, domain: 'example.com' })),
    'signed-out',
    /holds 4 cookies, and none of them is for 127\.0\.0\.1:\d+\.$/,
  ],
  [
    'taken back by the site',
    () => cookies((cookie) => (cookie.name === 'li_at' ? { ...cookie, value: 'delete me' } : cookie)),
    'signed-out',
    /is a signed-out one\.$/,
  ],
  [
    'past its date',
    () => cookies((cookie) => ({ ...cookie, expires: 1_700_000_000 })),
    'session-expired',
    /expired on 2023-11-14T22:13:20\.000Z\.$/,
  ],
];

describe.concurrent('a session that is no sign-in', () => {
  it.each(CASES)('%s, as JSON', async (_, contents, code, message) => {
    const text = contents();
    const session = text === null ? [] : ['--session', await fileWith(text)];
    const ended = await run(args('--format', 'json', ...session));
    expect(ended).toMatchObject({ code: 4, stderr: '', left: [] });
    const report = reportOn(ended);
    expect(report.run.browser).toBeNull();
    expect(report.summary).toMatchObject({ verdict: 'error', exitCode: 4, counts: { unknown: 1 } });
    const result = resultOn(ended);
    expect(result).toMatchObject({ state: 'unknown', verdict: 'error', confidence: 'none', change: null });
    expect(result.reason).toMatchObject({ code, hint: HOW, message: expect.stringMatching(message) });
    expect(ended.stdout).not.toContain(guest.token);
    expect(await browser.wasStarted()).toBe(false);
  });

  it('past its date, as text', async () => {
    const session = await fileWith(cookies((cookie) => ({ ...cookie, expires: 1_700_000_000 })));
    const ended = await run(args('--session', session));
    expect(ended).toMatchObject({ code: 4, stderr: '', left: [] });
    const words = ended.stdout.replaceAll(/\s+/g, ' ');
    expect(words).toContain('NOT CHECKED.');
    expect(words).toContain('expired on 2023-11-14T22:13:20.000Z.');
    expect(words).toContain(HOW);
    expect(await browser.wasStarted()).toBe(false);
  });

  it('names the account that it was for', async () => {
    const ended = await run(args('--account', 'work', '--format', 'json'));
    expect(resultOn(ended)).toMatchObject({
      account: { name: 'work', member: null },
      reason: { message: 'There is no session for the account "work".' },
    });
  });

  it.each([
    ['a dry run', '--dry-run'],
    ['disable', '--yes'],
  ])('%s is refused, and nothing was clicked', async (_, flag) => {
    const ended = await run(['disable', flag, ...args('--format', 'json').slice(1)]);
    expect(ended.code).toBe(4);
    expect(reportOn(ended).run).toMatchObject({ command: 'disable', dryRun: flag === '--dry-run' });
    expect(resultOn(ended).change).toEqual({ outcome: 'refused', before: 'unknown', after: 'unknown', proof: [] });
  });

  it.each(['--exit-zero', '--fail-on=on'])('is no less an error with %s', async (flag) => {
    expect((await run(args(flag))).code).toBe(4);
  });

  it('an empty variable is none', async () => {
    const ended = await run(args('--format', 'json'), { env: { LINKEDIN_AI_OPTOUT_SESSION: '' } });
    expect(ended.code).toBe(4);
    expect(resultOn(ended).reason?.message).toBe('There is no session for the account "default".');
  });
});

describe('the text for people', () => {
  it('none at all, in full', async () => {
    await expect((await run(args())).stdout).toMatchFileSnapshot('__snapshots__/no-session.txt');
  });
});

describe.concurrent('colour', () => {
  const ESCAPE = '\u001b[';
  it.each<[string, Record<string, string>, string[], boolean]>([
    ['none where standard output is no terminal', {}, [], false],
    ['by FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['none by FORCE_COLOR that is empty', { FORCE_COLOR: '' }, [], false],
    ['none by FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['none by NO_COLOR, whatever FORCE_COLOR says', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['not hindered by a NO_COLOR that is empty', { FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
    ['none by --no-color, whatever FORCE_COLOR says', { FORCE_COLOR: '1' }, ['--no-color'], false],
    ['none in JSON', { FORCE_COLOR: '1' }, ['--format', 'json'], false],
  ])('%s', async (_, env, more, isColoured) => {
    const { stdout } = await run(args(...more), { env });
    expect(stdout.includes(ESCAPE)).toBe(isColoured);
    expect(stdout.length).toBeGreaterThan(100);
  });
});
