import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileWith, makeFolder, run, type Wrapper, wrapBrowser } from './program.ts';

let browser: Wrapper;
beforeAll(async () => {
  browser = await wrapBrowser();
});
afterAll(async () => expect(await browser.wasStarted()).toBe(false));

describe.concurrent('the session in the environment', () => {
  const env = async (kept: string[]) => {
    const data = await makeFolder();
    const sessions = join(data, 'linkedin-ai-optout/sessions');
    await mkdir(sessions, { recursive: true, mode: 0o700 });
    for (const name of kept) await writeFile(join(sessions, `account-${name}.age`), 'x', { mode: 0o600 });
    // No sign-in, so that nothing opens.
    return { XDG_DATA_HOME: data, LINKEDIN_AI_OPTOUT_SESSION: '[]' };
  };
  const WARNING =
    'warning: LINKEDIN_AI_OPTOUT_SESSION is used for this run in place of the session kept as "work"; unset it to use that one.\n';

  it.each<[string, string[], string[], string]>([
    ['goes before a kept one that is asked for, and says so', ['work'], ['--account', 'work'], WARNING],
    ['says nothing with --quiet', ['work'], ['--account', 'work', '--quiet'], ''],
    ['says nothing where nobody asked for the kept one', ['default'], [], ''],
    ['says nothing where none is kept', ['default'], ['--account', 'work'], ''],
  ])('%s', async (_, kept, more, stderr) => {
    const flags = ['--headless', '--browser', browser.path, ...more];
    expect(await run(['check', ...flags], { env: await env(kept) })).toMatchObject({ code: 4, stderr });
  });

  it('goes before it in object, too', async () => {
    const { code, stderr } = await run(['object', '--account', 'work'], { env: await env(['work']) });
    expect([code, stderr.startsWith(WARNING)]).toEqual([7, true]);
  });

  it('says nothing where a file goes before both', async () => {
    const session = ['--session', await fileWith('[]')];
    const args = ['check', '--headless', '--browser', browser.path, '--account', 'work', ...session];
    expect(await run(args, { env: await env(['work']) })).toMatchObject({ code: 4, stderr: '' });
  });
});
