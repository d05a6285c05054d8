import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { printSchedule, removeSchedule } from '../../../src/schedule/run.ts';
import { listening } from '../evidence/given.ts';
import { DESKTOP, type Home, makeHome } from './home.ts';

/** What was installed stays what it is, wherever one looks at it from. */

/** The same name, and another configuration. */
async function goElsewhere({ folder }: Home): Promise<void> {
  const elsewhere = join(folder, 'elsewhere');
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'c.json'), '{}');
  process.chdir(elsewhere);
}

describe.skipIf(process.platform === 'win32')('the configuration', () => {
  it('is kept as the file that it was, and not as the name', async () => {
    const home = await makeHome();
    await home.install({ config: 'c.json' });
    expect(await home.kept()).toMatchObject({ config: join(home.folder, 'c.json') });
    const block = await home.block();
    await goElsewhere(home);
    expect(await home.status()).toMatchObject({ installed: 'same', difference: [] });
    await home.install({});
    expect(await home.block()).toBe(block);
  });

  it('that an older version kept by its name alone is asked for, and the schedule is not led elsewhere', async () => {
    const home = await makeHome();
    await home.install({ config: 'c.json' });
    const block = await home.block();
    await home.keep({ on: 'cron', every: 'week', at: null, config: 'c.json' });
    await goElsewhere(home);
    for (const act of [home.status, () => home.install({}), () => printSchedule({ on: 'cron' }, listening())]) {
      await expect(act()).rejects.toThrow(
        new UsageError(
          'The schedule was installed with "--config c.json", and the folder that this was in is not known; name the file again with: schedule install --config <file>.',
        ),
      );
    }
    expect(await home.block()).toBe(block);
    process.chdir(home.folder);
    await home.install({ config: 'c.json' });
    expect(await home.status()).toMatchObject({ installed: 'same' });
  });

  it('that is not known does not keep a schedule from being removed', async () => {
    const home = await makeHome();
    await home.install({ config: 'c.json' });
    await home.keep({ on: 'cron', every: 'week', at: null, config: 'c.json' });
    await removeSchedule({}, false, listening());
    expect(await home.block()).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('the variables', () => {
  it.each([
    ['without a desktop session', {}],
    ['with another PATH', { ...DESKTOP, PATH: '/bin' }],
    ['with a proxy', { ...DESKTOP, HTTPS_PROXY: 'http://proxy.example:3128' }],
  ])('of the installation are those that are compared: %s', async (_, environment) => {
    const home = await makeHome();
    await home.install({ config: 'c.json' }, DESKTOP);
    expect(await home.status(environment)).toMatchObject({ installed: 'same', difference: [] });
  });

  it('stay where it is installed again from where there are none; a new one is added', async () => {
    const home = await makeHome();
    await home.install({ config: 'c.json' }, DESKTOP);
    await home.install({}, { NO_PROXY: 'intranet.example' });
    const block = await home.block();
    for (const [name, value] of Object.entries({ ...DESKTOP, NO_PROXY: 'intranet.example' })) {
      expect(block).toContain(`'${name}=${value}'`);
    }
  });

  it('that an older version did not keep are those of now', async () => {
    const home = await makeHome();
    await home.install({ config: 'c.json' }, DESKTOP);
    await home.keep({ on: 'cron', every: 'week', at: null, config: join(home.folder, 'c.json') });
    expect(await home.status(DESKTOP)).toMatchObject({ installed: 'same' });
    expect(await home.status()).toMatchObject({ installed: 'different' });
  });
});

describe.skipIf(process.platform === 'win32')('a secret', () => {
  const notify = [{ webhook: 'https://hook.example', header: { name: 'Authorization', env: 'HOOK_TOKEN' } }];
  const SECRETS = {
    HOOK_TOKEN: 'top-secret-1',
    LINKEDIN_AI_OPTOUT_KEY: 'top-secret-2',
    LINKEDIN_AI_OPTOUT_SESSION: 'top-secret-3',
    HTTPS_PROXY: 'http://robin:top-secret-4@proxy.example:3128',
  };

  it('is written nowhere, and missed in one sentence each', async () => {
    const home = await makeHome({ notify });
    const warned = await home.install({ config: 'c.json' }, { ...DESKTOP, ...SECRETS });
    expect(warned.map((text) => Object.keys(SECRETS).filter((name) => text.includes(name)))).toEqual([
      ['HTTPS_PROXY'],
      ['HOOK_TOKEN'],
      ['LINKEDIN_AI_OPTOUT_KEY'],
      ['LINKEDIN_AI_OPTOUT_SESSION'],
    ]);
    for (const text of [await home.block(), JSON.stringify(await home.kept()), ...warned]) {
      expect(text).not.toContain('top-secret');
    }
  });

  it.each([
    ['cron', 2],
    ['systemd', 2],
    ['launchd', 2],
    ['windows', 2],
    // Their files say where it comes from.
    ['github', 0],
    ['kubernetes', 0],
  ] as const)('is missed in what is printed, too: %s', async (on, count) => {
    await makeHome({ notify });
    const warned: string[] = [];
    const environment = { HOOK_TOKEN: 'top-secret-1', LINKEDIN_AI_OPTOUT_KEY: 'top-secret-2' };
    const terminal = { ...listening(), environment, warn: (text: string) => void warned.push(text) };
    await printSchedule({ on, config: 'c.json' }, terminal);
    expect(warned).toHaveLength(count);
    expect([...warned, ...terminal.said].join('')).not.toContain('top-secret');
  });

  it('is missed of a configuration alone that is there', async () => {
    await makeHome();
    await expect(printSchedule({ on: 'cron', config: 'none.json' }, listening())).resolves.toBe(0);
  });
});
