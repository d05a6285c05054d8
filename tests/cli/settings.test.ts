import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/settings/catalogue.ts';
import { fileWith, run, wrapBrowser } from './program.ts';
import { expectClean, openSite, reportOn, type Site } from './site.ts';

/** The neighbours: each is read by its own key, and turned off only where it is named. */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const byId = (id: string) => {
  const setting = SETTINGS.find((each) => each.id === id);
  if (!setting) throw new Error(`There is no setting "${id}".`);
  return setting;
};

describe.concurrent('--setting all', () => {
  it('is right on every one: on, off, two on a page, some not offered', async () => {
    const guest = await site.addGuest({ variant: 'siblings-withheld' });
    for (const [index, { key }] of SETTINGS.entries()) guest.turn(index % 3 === 0 ? 'off' : 'on', key);
    const withheld = ['ads-gender', 'ads-interests', 'partners'];
    const ended = await run(['check', '--setting', 'all', ...guest.flags, '--format', 'json']);
    expectClean(ended, guest);
    const { results, coverage } = reportOn(ended);
    const said = Object.fromEntries(results.map(({ setting, state }) => [setting.id, state]));
    const known = SETTINGS.map(({ id, key }) => [id, withheld.includes(id) ? 'not-offered' : guest.truth(key)]);
    expect(said).toEqual(Object.fromEntries(known));
    expect(ended.code).toBe(1);
    const loads = guest.arrivals().filter(({ path }) => path === '/mypreferences/d/settings/linkedin-promotions');
    expect(loads.map(({ method }) => method)).toEqual(['GET']);
    expect(guest.writes()).toEqual([]);
    expect(coverage.covers.every((text) => text.startsWith('Data for Generative AI Improvement: '))).toBe(true);
  });

  it('says unknown, and how to look, of those whose key is gone', async () => {
    const guest = await site.addGuest({ variant: 'siblings-renamed', truth: 'off' });
    for (const { key } of SETTINGS) guest.turn('off', key);
    const ids = ['ai-training', 'research', 'promotions', 'promotions-tips'];
    const ended = await run(['check', '--setting', ...ids, ...guest.flags, '--timeout', '12', '--format', 'json']);
    expect(ended.code).toBe(3);
    const { results } = reportOn(ended);
    expect(results.map(({ state }) => state)).toEqual(['off', 'unknown', 'unknown', 'unknown']);
    expect(results[1]?.reason?.hint).toContain('linkedin-ai-optout settings show research');
  });

  it('is told as a table, and at length only where it is not as wished', async () => {
    const guest = await site.addGuest({ truth: 'off' });
    for (const { key } of SETTINGS) guest.turn('off', key);
    guest.turn('on', byId('ads-age').key);
    const ids = ['ai-training', 'ads-age', 'promotions', 'promotions-tips'];
    const { stdout } = await run(['check', '--setting', ...ids, ...guest.flags]);
    expect(stdout.split('\n').slice(1, 5)).toEqual([
      expect.stringMatching(/○ off +ai-training/),
      expect.stringMatching(/● on +ads-age/),
      expect.stringMatching(/○ off +promotions /),
      expect.stringMatching(/○ off +promotions-tips/),
    ]);
    expect(stdout.match(/Known by/g)).toHaveLength(1);
  });

  it.each([
    ['the command line', ['--setting', 'all'], ['ai-training'], '--setting all'],
    ['the command line, beside a name', ['--setting', 'ads-age', 'all'], ['ai-training'], '--setting all'],
    ['the configuration', [], ['all'], '"settings": ["all"] in the configuration'],
    ['the configuration, beside a name', [], ['ads-age', 'all'], '"settings": ["all"] in the configuration'],
  ])('is never turned off as a whole, where %s says so: no browser opens', async (_, more, settings, said) => {
    const wrapper = await wrapBrowser();
    const cookies = [{ name: 'li_at', value: 'made-up', domain: '127.0.0.1', path: '/' }];
    const session = ['--session', await fileWith(JSON.stringify(cookies)), '--origin', 'http://127.0.0.1:9'];
    const config = ['--config', await fileWith(JSON.stringify({ settings }), 'config.json')];
    const args = [...session, ...config, '--headless', '--browser', wrapper.path, ...more];
    for (const how of [['--yes'], ['--assist'], []]) {
      expect(await run(['disable', ...how, ...args])).toMatchObject({
        code: 2,
        stdout: '',
        stderr: `error: ${said} is for looking: name the settings that are to be turned off, or add --dry-run.\n`,
      });
    }
    expect(await wrapper.wasStarted()).toBe(false);
  });
});

it.concurrent('a wall at one is not run into again for the others', async () => {
  const guest = await site.addGuest({ variant: 'checkpoint' });
  const ended = await run([
    'check',
    '--setting',
    'ai-training',
    'research',
    'ads-age',
    ...guest.flags,
    '--format',
    'json',
  ]);
  expect(ended.code).toBe(5);
  const { results } = reportOn(ended);
  expect(results.map(({ reason }) => reason?.code)).toEqual(['challenge', 'challenge', 'challenge']);
  expect(results[1]?.reason?.message).toContain('Not looked at');
  expect(guest.arrivals().filter(({ path }) => /policy-and|ads-by-age/.test(path))).toEqual([]);
});

describe.concurrent('disable of two settings', () => {
  it('touches their two keys and no other', async () => {
    const guest = await site.addGuest();
    const before = new Map(SETTINGS.map(({ key }) => [key, guest.truth(key)]));
    const ended = await run([
      'disable',
      '--setting',
      'research',
      'promotions',
      '--yes',
      ...guest.flags,
      '--format',
      'json',
    ]);
    expectClean(ended, guest);
    expect(ended.code).toBe(0);
    expect(reportOn(ended).results.map(({ setting, verdict }) => [setting.id, verdict])).toEqual([
      ['research', 'fixed'],
      ['promotions', 'fixed'],
    ]);
    const touched = [byId('research').key, byId('promotions').key];
    expect(guest.writes()).toEqual(touched.map((key) => `PUT /mysettings-api/settingsApiSettings/${key}`));
    for (const { key } of SETTINGS) expect(guest.truth(key)).toBe(touched.includes(key) ? 'off' : before.get(key));
  });

  it('only plans them in a dry run', async () => {
    const guest = await site.addGuest();
    const ids = ['promotions', 'promotions-tips'];
    const ended = await run(['disable', '--dry-run', '--setting', ...ids, ...guest.flags, '--format', 'json']);
    expect(ended.code).toBe(1);
    expect(reportOn(ended).results.map(({ change }) => change?.outcome)).toEqual(['would-change', 'would-change']);
    expect(guest.writes()).toEqual([]);
  });
});

describe('settings', () => {
  it.each([
    ['the list', 'settings', ['settings']],
    ['ours', 'settings-ai-training', ['settings', 'show', 'ai-training']],
    ['a neighbour', 'settings-ads-age', ['settings', 'show', 'ads-age']],
    ['ours, in data', 'settings-ai-training-json', ['settings', 'show', 'ai-training', '--format', 'json']],
  ])('tells %s', async (_, name, args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(`__snapshots__/${name}.txt`);
  });

  it('does not know another', async () => {
    expect(await run(['settings', 'show', 'ads'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'error: "ads" is no setting that is known; see what there is with: linkedin-ai-optout settings.\n',
    });
  });
});
