import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { buildOnce, runChild } from './child.ts';
import { CONTEXT, filesIn, newFolder, open, session } from './given.ts';

buildOnce();

const KILLS = 64;
const MOST_KILLS = 500;
const FIRST_KILLS = 16;
const LANES = 2;
const COOKIES = 120;

/** Keeps one session after another, each complete in itself: every cookie carries its number. */
const saver = (folder: string) => `
  const store = await openStore({ folder: ${JSON.stringify(folder)}, environment: {}, keychain });
  const name = (index) => (index ? 'c' + index : 'li_at');
  const session = (number) => ({ account: 'default', member: null, createdAt: '2026-10-01T08:00:00.000Z', lastProvenAt: null,
    browser: String(number), cookies: Array.from({ length: ${COOKIES} }, (_, index) => ({ name: name(index),
    value: 'v'.repeat(400) + number, domain: '.linkedin.com', path: '/', expires: -1, httpOnly: true, secure: true, sameSite: 'None' })) });
  const start = Number((await store.load('default'))?.browser ?? 0);
  await import('age-encryption');
  say('ready');
  for (let number = start + 1; ; number++) { await store.save(session(number), context); say('kept ' + number); }
`;

/** Lets a process save, and kills it after a while. Returns the number of the last session that it called kept. */
async function killWhileSaving(folder: string, afterMs: number): Promise<number> {
  const child = runChild(saver(folder));
  await child.says('ready');
  await sleep(afterMs);
  child.process.kill('SIGKILL');
  const kept = (await child.ended).filter((line) => line.startsWith('kept '));
  return Number(kept.at(-1)?.slice(5) ?? 0);
}

/** The number of the session that is kept, which is a whole one. */
async function wholeSession(folder: string): Promise<number> {
  const kept = await (await open(folder)).load('default');
  if (!kept) return 0;
  expect(kept.cookies).toHaveLength(COOKIES);
  for (const { value } of kept.cookies) expect(value).toBe(`${'v'.repeat(400)}${kept.browser}`);
  return Number(kept.browser);
}

const inLanes = (work: () => Promise<void>) => Promise.all(Array.from({ length: LANES }, work));

describe('killed while saving, at any moment', { timeout: 600_000 }, () => {
  it(`${KILLS} times: the store opens, and holds the last session that was kept, or the one in hand`, async () => {
    let drafts = 0;
    await inLanes(async () => {
      const folder = await newFolder();
      await (await open(folder)).requireWritable();
      let before = 0;
      // Until one of them fell into the middle of writing, which is a matter of chance.
      for (let kill = 0; kill < KILLS / LANES || (drafts === 0 && kill < MOST_KILLS); kill++) {
        const acknowledged = await killWhileSaving(folder, Math.random() * 60);
        drafts += (await filesIn(folder)).filter((name) => name.endsWith('.draft')).length;
        const found = await wholeSession(folder);
        expect(found).toBeGreaterThanOrEqual(Math.max(acknowledged, before));
        before = found;
      }
      await (await open(folder)).save(session(), CONTEXT);
      expect(await filesIn(folder)).toEqual(['account-default.age', 'key.json']);
    });
    expect(drafts).toBeGreaterThan(0);
  });

  it(`${FIRST_KILLS} times before anything was kept: nothing is in the way of the next run`, async () => {
    await inLanes(async () => {
      for (let kill = 0; kill < FIRST_KILLS / LANES; kill++) {
        const folder = await newFolder();
        const acknowledged = await killWhileSaving(folder, Math.random() * 12);
        const found = await wholeSession(folder);
        expect(found).toBeGreaterThanOrEqual(acknowledged);
        const key = await readFile(join(folder, 'key.json'), 'utf8').catch(() => null);
        const store = await open(folder);
        await store.save(session({ account: 'work' }), CONTEXT);
        if (found > 0) expect(await readFile(join(folder, 'key.json'), 'utf8')).toBe(key);
        expect(await store.load('work')).toEqual(session({ account: 'work' }));
        await rm(folder, { recursive: true });
      }
    });
  });
});

describe('two processes that save at once', { timeout: 60_000 }, () => {
  it('both keep theirs, under one key', async () => {
    const folder = await newFolder();
    const code = (account: string) => `
      const store = await openStore({ folder: ${JSON.stringify(folder)}, environment: {}, keychain });
      await import('age-encryption'); say('ready'); await heard();
      for (let round = 0; round < 20; round++) {
        await store.save({ account: '${account}', member: null, createdAt: '2026-10-01T08:00:00.000Z', lastProvenAt: null, browser: String(round),
          cookies: [{ name: 'li_at', value: 'v', domain: '.linkedin.com', path: '/', expires: -1, httpOnly: true, secure: true, sameSite: 'None' }] }, context);
      }
      say('done'); process.exit();`;
    const children = ['a', 'b', 'c'].map((account) => runChild(code(account)));
    await Promise.all(children.map((child) => child.says('ready')));
    for (const child of children) child.tell('go');
    for (const child of children) expect(await child.ended).toEqual(['ready', 'done']);
    const list = await (await open(folder)).list();
    expect(list).toMatchObject(['a', 'b', 'c'].map((name) => ({ name, kept: { browser: '19' } })));
    expect(await filesIn(folder)).toHaveLength(4);
  });
});
