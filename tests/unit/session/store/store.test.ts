import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ReasonError } from '../../../../src/errors.ts';
import { storeFolder } from '../../../../src/session/store/store.ts';
import { JSESSIONID, LAST_YEAR, LI_AT, thrownBy } from '../given.ts';
import { CONTEXT, cookie, filesIn, isWindows, modeOf, newFolder, open, session, storeWith } from './given.ts';

describe('a kept session', () => {
  it('comes back as it was, also for another run', async () => {
    const { folder } = await storeWith();
    expect(await (await open(folder)).load('default')).toEqual(session());
  });

  it.skipIf(isWindows)('lies where only its owner can read it', async () => {
    const { folder } = await storeWith();
    expect(await modeOf(folder)).toBe(0o700);
    expect(await filesIn(folder)).toEqual(['account-default.age', 'key.json']);
    for (const file of await filesIn(folder)) expect(await modeOf(join(folder, file))).toBe(0o600);
  });

  it('is a file that age opens, and nothing that can be read without', async () => {
    const { folder } = await storeWith();
    const bytes = await readFile(join(folder, 'account-default.age'));
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    for (const word of [LI_AT, JSESSIONID, 'li_at', 'linkedin']) expect(bytes.includes(word)).toBe(false);
  });

  it('is replaced by the next one', async () => {
    const store = await storeWith();
    await store.save(session({ lastProvenAt: null, cookies: [cookie({ value: 'another' })] }), CONTEXT);
    expect(await store.load('default')).toMatchObject({ lastProvenAt: null, cookies: [{ value: 'another' }] });
  });

  it('leaves out what is not the site’s, and what has expired', async () => {
    const store = await storeWith([]);
    const others = [cookie({ name: 'sid', domain: '.example.com' }), cookie({ name: 'lidc', expires: LAST_YEAR })];
    await store.save(session({ cookies: [cookie(), ...others] }), CONTEXT);
    expect((await store.load('default'))?.cookies).toEqual([cookie()]);
  });

  it('is null where there is none', async () => {
    expect(await (await storeWith()).load('other')).toBeNull();
  });

  it('lives in the platform’s data folder', () => {
    expect(storeFolder()).toMatch(/linkedin-ai-optout.*[\\/]sessions$/);
  });
});

describe('a store that is only looked at', () => {
  it('makes nothing', async () => {
    const folder = await newFolder();
    const store = await open(folder);
    expect(await store.load('default')).toBeNull();
    expect(await store.list()).toEqual([]);
    expect(await store.remove('default')).toBe(false);
    expect(store.keyPlace).toBeNull();
    expect(await thrownBy(() => filesIn(folder))).toMatchObject({ code: 'ENOENT' });
  });
});

describe('a signed-out state never takes the place of a session', () => {
  it.each([
    ['no cookies', [], 'signed-out'],
    ['no li_at', [cookie({ name: 'bcookie' })], 'signed-out'],
    ['a li_at that the site took back', [cookie({ value: 'delete me' })], 'signed-out'],
    ['a li_at of another site', [cookie({ domain: '.example.com' })], 'signed-out'],
    ['a li_at past its date', [cookie({ expires: LAST_YEAR })], 'session-expired'],
  ])('%s', async (_, cookies, code) => {
    const store = await storeWith();
    const error = await thrownBy(() => store.save(session({ cookies }), CONTEXT));
    expect(error).toBeInstanceOf(ReasonError);
    expect(error).toMatchObject({ reason: { code } });
    expect(await store.load('default')).toEqual(session());
  });
});

describe('the list', () => {
  it('has every account by name, and what is wrong with the ones that cannot be opened', async () => {
    const store = await storeWith(['work', 'Work', 'default']);
    await writeFile(join(store.folder, 'account-default.age'), 'rubbish');
    const sentence = 'The kept session of "default" cannot be opened: its file is cut off or damaged; sign in again.';
    expect(await store.list()).toEqual([
      { name: 'Work', kept: session({ account: 'Work' }) },
      { name: 'default', kept: { fault: sentence } },
      { name: 'work', kept: session({ account: 'work' }) },
    ]);
  });

  it('passes over what is not ours', async () => {
    const store = await storeWith();
    await writeFile(join(store.folder, 'account-FOO.age'), 'x');
    await writeFile(join(store.folder, 'notes.txt'), 'x');
    await mkdir(join(store.folder, 'backup'));
    expect((await store.list()).map(({ name }) => name)).toEqual(['default']);
  });
});

describe('removing', () => {
  it('takes the file, and the key with the last one', async () => {
    const store = await storeWith(['default', 'work']);
    expect(await store.remove('work')).toBe(true);
    expect(await filesIn(store.folder)).toEqual(['account-default.age', 'key.json']);
    expect(await store.remove('default')).toBe(true);
    expect(await filesIn(store.folder)).toEqual([]);
    expect(store.keyPlace).toBeNull();
    expect(await store.remove('default')).toBe(false);
  });

  it('works where nothing can be opened any more', async () => {
    const { folder } = await storeWith();
    await writeFile(join(folder, 'key.json'), 'rubbish');
    await writeFile(join(folder, 'account-default.age'), 'rubbish');
    expect(await (await open(folder)).remove('default')).toBe(true);
    expect(await filesIn(folder)).toEqual([]);
  });

  it('leaves the key where something may still need it', async () => {
    const store = await storeWith();
    await writeFile(join(store.folder, 'copy of account-work.age'), 'x');
    await store.remove('default');
    expect(await filesIn(store.folder)).toEqual(['copy of account-work.age', 'key.json']);
  });
});

describe('what a killed run left half written', () => {
  it('is passed over, and removed by the next change', async () => {
    const store = await storeWith();
    for (const name of ['account-default.age', 'account-work.age', 'key.json']) {
      await writeFile(join(store.folder, `${name}.0123456789ab.draft`), 'half');
    }
    expect((await store.list()).map(({ name }) => name)).toEqual(['default']);
    await store.save(session(), CONTEXT);
    expect(await filesIn(store.folder)).toEqual(['account-default.age', 'key.json']);
  });
});
