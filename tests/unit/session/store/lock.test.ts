import { mkdir, readdir, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withAccountLock } from '../../../../src/session/store/lock.ts';
import { thrownBy } from '../given.ts';
import { buildOnce, type Child, runChild } from './child.ts';
import { expectSentence, filesIn, isWindows, newFolder } from './given.ts';

buildOnce();

/** A process that holds an account until it is told to stop. */
async function holder(folder: string, command?: string[]): Promise<Child> {
  const code = `await withAccountLock(${JSON.stringify(folder)}, 'default', async () => { say('held'); await heard(); }); process.exit();`;
  const child = runChild(code, command);
  await child.says('held');
  return child;
}

const take = (folder: string, account = 'default') => withAccountLock(folder, account, async () => 'done');

async function refusal(folder: string, account = 'default'): Promise<string> {
  const error = await thrownBy(() => take(folder, account));
  expectSentence(error);
  return error.message;
}

describe('an account', () => {
  it('is held while the work is done, and then free', async () => {
    const folder = await newFolder();
    const answer = await withAccountLock(folder, 'default', async () => {
      expect(await filesIn(folder)).toEqual([expect.stringMatching(/^account-default\..*\.lock$/)]);
      return 42;
    });
    expect(answer).toBe(42);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('is free after work that failed, and the failure comes through', async () => {
    const folder = await newFolder();
    const failure = new Error('of the work');
    expect(await thrownBy(() => withAccountLock(folder, 'default', () => Promise.reject(failure)))).toBe(failure);
    expect(await take(folder)).toBe('done');
  });

  it('is free after work that was called off', async () => {
    const folder = await newFolder();
    const controller = new AbortController();
    const work = () =>
      new Promise<void>((_, reject) => {
        controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
        controller.abort(new Error('Ctrl-C'));
      });
    expect(await thrownBy(() => withAccountLock(folder, 'default', work))).toMatchObject({ message: 'Ctrl-C' });
    expect(await filesIn(folder)).toEqual([]);
  });

  it('is not held twice by one program either', async () => {
    const folder = await newFolder();
    await withAccountLock(folder, 'default', async () => {
      expect(await refusal(folder)).toContain(`another run uses it (process ${process.pid})`);
    });
  });

  it('is held alone: others are free, also those whose names begin alike', async () => {
    const folder = await newFolder();
    await withAccountLock(folder, 'a', async () => {
      for (const account of ['a.b', 'ab', 'A', 'default']) expect(await take(folder, account)).toBe('done');
    });
  });
});

describe('of two processes', { timeout: 60_000 }, () => {
  it('the second is told who uses the account and what to do', async () => {
    const folder = await newFolder();
    const child = await holder(folder);
    expect(await refusal(folder)).toBe(
      `The account "default" is in use: another run uses it (process ${child.pid}); wait until that has ended, or end it, and try again.`,
    );
    child.tell('stop');
    await child.ended;
    expect(await take(folder)).toBe('done');
  });

  it('only one at a time gets in, however often they race', async () => {
    const folder = await newFolder();
    // Whoever gets in puts a file down that must not be there yet.
    const code = `
      import { rmSync, writeFileSync } from 'node:fs';
      const folder = ${JSON.stringify(folder)};
      say('ready'); await heard();
      for (let round = 0; round < 25; round++) {
        await withAccountLock(folder, 'default', async () => {
          writeFileSync(folder + '/inside', '', { flag: 'wx' });
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
          rmSync(folder + '/inside');
        }).then(() => say('got in'), (error) => say(error.name === 'UsageError' ? 'in use' : 'BOTH: ' + error.message));
      }
      process.exit();`;
    const children = [runChild(code), runChild(code), runChild(code)];
    await Promise.all(children.map((child) => child.says('ready')));
    for (const child of children) child.tell('go');
    const lines = (await Promise.all(children.map((child) => child.ended))).flat().filter((line) => line !== 'ready');
    expect(lines.filter((line) => line !== 'got in' && line !== 'in use')).toEqual([]);
    expect(lines).toHaveLength(75);
    expect(lines.filter((line) => line === 'got in').length).toBeGreaterThan(25);
    expect(await filesIn(folder)).toEqual([]);
  });
});

describe('an owner', { timeout: 60_000 }, () => {
  it('that was killed is taken over at once', async () => {
    const folder = await newFolder();
    const child = await holder(folder);
    child.process.kill('SIGKILL');
    await child.ended;
    expect(await filesIn(folder)).toHaveLength(1);
    expect(await take(folder)).toBe('done');
    expect(await filesIn(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('that was killed and is not yet buried is taken over', async () => {
    const folder = await newFolder();
    // The shell becomes a program that never asks how its child ended, as in a container without an init.
    const child = await holder(folder, ['sh', '-c', '"$@" <&0 & exec sleep 60', 'sh']);
    const [lock = ''] = await readdir(folder);
    process.kill(Number(lock.split('-')[2]), 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 200));
    process.kill(Number(lock.split('-')[2]), 0);
    expect(await take(folder)).toBe('done');
    child.process.kill('SIGKILL');
  });

  it.skipIf(isWindows)('that is merely suspended keeps its hold, however long it is silent', async () => {
    const folder = await newFolder();
    const child = await holder(folder);
    child.process.kill('SIGSTOP');
    const [lock = ''] = await readdir(folder);
    await utimes(join(folder, lock), new Date(0), new Date(0));
    expect(await refusal(folder)).toContain(`process ${child.pid}`);
    child.process.kill('SIGCONT');
    child.tell('stop');
    await child.ended;
    expect(await take(folder)).toBe('done');
  });

  it.skipIf(isWindows)('whose number another process has got is dead', async () => {
    const folder = await newFolder();
    await leftBy(folder, (name) => name.replace(/-[0-9a-f]+-([0-9a-f]{12})\.lock$/, '-00000000-$1.lock'));
    expect(await take(folder)).toBe('done');
    expect(await filesIn(folder)).toEqual([]);
  });

  it('of another machine or container is believed for two minutes', async () => {
    const folder = await newFolder();
    const lock = await leftBy(folder, (name) => name.replace(/\.[0-9a-f]{8}-/, '.00000000-'));
    expect(await refusal(folder)).toBe(
      'The account "default" is in use: a run uses it on another machine or in a container, or a restart cut it off; wait until that has ended, or for two minutes if it was cut off, and try again.',
    );
    const longAgo = new Date(Date.now() - 121_000);
    await utimes(lock, longAgo, longAgo);
    expect(await take(folder)).toBe('done');
  });

  it('is not everything whose file looks a little like a lock', async () => {
    const folder = await newFolder();
    await mkdir(folder, { recursive: true });
    for (const name of ['account-default.lock', 'account-default.x.lock', 'account-default.age']) {
      await writeFile(join(folder, name), '');
    }
    expect(await take(folder)).toBe('done');
    expect(await filesIn(folder)).toHaveLength(3);
  });
});

/** What this process would leave behind if it were killed, under a name that is changed. */
async function leftBy(folder: string, change: (name: string) => string): Promise<string> {
  return withAccountLock(folder, 'default', async () => {
    const [name = ''] = await readdir(folder);
    expect(change(name)).not.toBe(name);
    await rename(join(folder, name), join(folder, change(name)));
    return join(folder, change(name));
  });
}
