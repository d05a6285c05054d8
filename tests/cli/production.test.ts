import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberOptions } from '../../src/demo/site/members.ts';
import { nothingRuns, run, start, until, type Wrapper, withTurn, wrapBrowser } from './program.ts';
import { expectClean, type Guest, openSite, reportOn, resultOn, type Site } from './site.ts';

/**
 * The production address, with nothing of the program bent: the browser itself is a wrapper that finds
 * www.linkedin.com on this machine, over TLS.
 */

let site: Site;
let browser: Wrapper;
beforeAll(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'www.linkedin.com' }], { keySize: 2048 });
  site = await openSite({ tls: { key, cert }, publicHost: 'www.linkedin.com' });
  const { port } = new URL(site.origin);
  browser = await wrapBrowser([
    `--host-resolver-rules=MAP www.linkedin.com 127.0.0.1:${port}`,
    '--ignore-certificate-errors',
  ]);
});
afterAll(() => site.close());

const flagsOf = ({ sessionFile }: Guest) => ['--session', sessionFile, '--browser', browser.path, '--headless'];
const json = (command: string, guest: Guest, ...more: string[]) => [
  command,
  ...flagsOf(guest),
  '--format',
  'json',
  ...more,
];

describe.skipIf(process.platform === 'win32')('at the production address', { concurrent: true }, () => {
  it.each(['on', 'off'] as const)('check reads %s', async (truth) => {
    const guest = await site.addGuest({ truth });
    const ended = await run(json('check', guest));
    expect([ended.code, ended.stderr]).toEqual([truth === 'on' ? 1 : 0, '']);
    expect(resultOn(ended)).toMatchObject({
      state: truth,
      confidence: 'corroborated',
      setting: { url: 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement' },
    });
    const report = reportOn(ended);
    expect(report.run.origin).toBe('https://www.linkedin.com');
    expect(report.network).toEqual({ writesAllowed: 0, writesBlocked: 0, hosts: ['www.linkedin.com'] });
    expect(guest.arrivals().every(({ host }) => host === 'www.linkedin.com')).toBe(true);
    expectClean(ended, guest);
  });

  it('a dry run changes nothing', async () => {
    const guest = await site.addGuest();
    const ended = await run(json('disable', guest, '--dry-run'));
    expect(ended.code).toBe(1);
    expect(resultOn(ended)).toMatchObject({ state: 'on', change: { outcome: 'would-change' } });
    expect([guest.truth(), guest.writes()]).toEqual(['on', []]);
  });

  it('disable turns it off, and proves it', async () => {
    const guest = await site.addGuest();
    const ended = await run(json('disable', guest, '--yes'));
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(resultOn(ended)).toMatchObject({ state: 'off', verdict: 'fixed', change: { outcome: 'changed' } });
    expect(guest.truth()).toBe('off');
    expect(guest.writes()).toEqual(['PUT /mysettings-api/settingsApiSettings/allowDataForGenerativeAI']);
    expectClean(ended, guest);
  });

  it('disable does not let last-moment writes turn it on again', async () => {
    const guest = await site.addGuest({ variant: 'everything-at-once' });
    const ended = await run(json('disable', guest, '--yes'));
    expect(guest.writes().length).toBeLessThanOrEqual(1);
    expect(resultOn(ended).state === 'off').toBe(guest.truth() === 'off');
    expect(site.foreignArrivals).toEqual([]);
    expectClean(ended, guest);
  });
});

/** Traits beside those that a variant has, where several together are worse than each alone. */
const NASTY: [string, MemberOptions['variant']][] = [
  ...[
    'writes-on-leaving',
    'telemetry',
    'realtime',
    'web-worker',
    'shared-worker',
    'service-worker',
    'foreign-assets',
    'posts-on-load',
    'puts-on-load',
    'submits-form',
    'submits-form-in-frame',
    'everything-at-once',
  ].map((name): [string, string] => [name, name]),
  ['writes on leaving for another site', { mess: ['writes-on-leaving', 'leaves-for-foreign'] }],
  ['writes on leaving when it reloads itself', { mess: ['writes-on-leaving', 'reloads-once'], source: 'script' }],
  [
    'writes on leaving for the category',
    { mess: ['writes-on-leaving'], control: 'none', callSays: 'missing', category: 'lacks-row' },
  ],
];

describe.skipIf(process.platform === 'win32')(
  'check writes nothing at the production address',
  { concurrent: true },
  () => {
    it.each(NASTY)('where the page is: %s', async (_, variant = {}) => {
      const guest = await site.addGuest({ variant, truth: 'on' });
      const ended = await run(json('check', guest, '--timeout', '20'));
      expect(guest.writes()).toEqual([]);
      expect(guest.truth()).toBe('on');
      expect(site.foreignArrivals).toEqual([]);
      expect(resultOn(ended).state).not.toBe('off');
      expect(reportOn(ended).network).toMatchObject({ writesAllowed: 0, hosts: ['www.linkedin.com'] });
      expectClean(ended, guest);
    });

    it.each<[string, NodeJS.Signals]>([
      ['Ctrl-C', 'SIGINT'],
      ['a polite kill', 'SIGTERM'],
    ])('where it is stopped by %s, and the page writes on leaving', async (_, signal) => {
      await withTurn(async () => {
        const guest = await site.addGuest({ variant: { mess: ['writes-on-leaving'], flickersEvery: 300 } });
        const running = await start(json('check', guest));
        // The page has been drawn once it has asked for the setting.
        await until(() => guest.arrivals().some(({ path }) => path.includes('/settingsApiSettings/')));
        await until(() => running.child.kill(signal));
        const ended = await running.ended;
        await nothingRuns(running);
        expect(guest.writes()).toEqual([]);
        expect(guest.truth()).toBe('on');
        expectClean(ended, guest);
      });
    });
  },
);
