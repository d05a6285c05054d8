import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Keychain } from '../../../../src/session/store/keychain.ts';
import type { Store } from '../../../../src/session/store/store.ts';
import { thrownBy } from '../given.ts';
import {
  CONTEXT,
  expectSentence,
  filesIn,
  identityIn,
  open,
  recordIn,
  session,
  storeWith,
  workingKeychain,
} from './given.ts';

let key: string;
let otherKey: string;
beforeAll(async () => {
  key = await generateX25519Identity();
  otherKey = await generateX25519Identity();
});

describe('where the key is not the right one, nothing is opened and nothing overwritten', () => {
  const subject = (folder: string, rest = '') => `The sessions kept in "${folder}" cannot be opened${rest}: `;
  const another = ' with the key that is here';

  interface Case {
    first?: { keychain?: Keychain; key?: string };
    after?: (store: Store) => Promise<unknown>;
    now?: () => { keychain?: Keychain; key?: string };
    says: [string, string];
  }
  const keychain = workingKeychain();
  const cases: [string, () => Case][] = [
    [
      'another one in the environment, the right one in the file',
      () => ({
        now: () => ({ key: otherKey }),
        says: [
          another,
          'the one in LINKEDIN_AI_OPTOUT_KEY is another; unset LINKEDIN_AI_OPTOUT_KEY to use the key in the file beside them, or sign out and in again.',
        ],
      }),
    ],
    [
      'another one in the environment, the right one in the keychain',
      () => ({
        first: { keychain },
        now: () => ({ key: otherKey, keychain }),
        says: [
          another,
          'the one in LINKEDIN_AI_OPTOUT_KEY is another; unset LINKEDIN_AI_OPTOUT_KEY to use the key in the system’s keychain, or sign out and in again.',
        ],
      }),
    ],
    [
      'another one in the environment',
      () => ({
        first: { key },
        now: () => ({ key: otherKey }),
        says: [
          another,
          'the one in LINKEDIN_AI_OPTOUT_KEY is another; set LINKEDIN_AI_OPTOUT_KEY to the key they were kept with, or sign out and in again.',
        ],
      }),
    ],
    [
      'another one in the environment, and no record',
      () => ({
        after: ({ folder }) => rm(join(folder, 'key.json')),
        now: () => ({ key: otherKey }),
        says: [
          another,
          'the one in LINKEDIN_AI_OPTOUT_KEY is another; set LINKEDIN_AI_OPTOUT_KEY to the key they were kept with, or sign out and in again.',
        ],
      }),
    ],
    [
      'no longer in the environment',
      () => ({
        first: { key },
        says: ['', 'their key is not here, LINKEDIN_AI_OPTOUT_KEY is not set; set it, or sign out and in again.'],
      }),
    ],
    [
      'no longer in the keychain',
      () => ({
        first: { keychain: workingKeychain() },
        now: () => ({ keychain: workingKeychain() }),
        says: [
          '',
          'the system’s keychain no longer has their key; set LINKEDIN_AI_OPTOUT_KEY, or sign out and in again.',
        ],
      }),
    ],
    [
      'another one in the keychain',
      () => ({
        first: { keychain },
        now: () => ({ keychain: { ...keychain, read: async () => otherKey } }),
        says: [
          another,
          'the one in the system’s keychain is another; put the right one back, set LINKEDIN_AI_OPTOUT_KEY, or sign out and in again.',
        ],
      }),
    ],
    [
      'in a keychain that is locked, refuses, or is gone',
      () => ({
        first: { keychain },
        says: [
          '',
          'the system’s keychain, which has their key, is locked, refuses, or does not answer; unlock it and try again.',
        ],
      }),
    ],
    [
      'lost with its file',
      () => ({
        after: ({ folder }) => rm(join(folder, 'key.json')),
        now: () => ({ keychain: workingKeychain() }),
        says: [
          '',
          'the key file "FOLDER/key.json" is missing; put it back, set LINKEDIN_AI_OPTOUT_KEY, or sign out and in again.',
        ],
      }),
    ],
    [
      'damaged with its file',
      () => ({
        after: ({ folder }) => writeFile(join(folder, 'key.json'), '{"schemaVersion":1,"place":"file"'),
        says: [
          '',
          'the key file "FOLDER/key.json" is damaged; put it back, set LINKEDIN_AI_OPTOUT_KEY, or sign out and in again.',
        ],
      }),
    ],
    [
      'changed in its file',
      () => ({
        after: async (store) =>
          writeFile(
            join(store.folder, 'key.json'),
            JSON.stringify({ ...(await recordIn(store.folder)), identity: otherKey }),
          ),
        says: [
          another,
          'the one in "FOLDER/key.json" is another; put the right one back, set LINKEDIN_AI_OPTOUT_KEY, or sign out and in again.',
        ],
      }),
    ],
  ];

  it.each(cases)('%s', async (_, make) => {
    const { first, after, now, says } = make();
    const before = await storeWith(['default'], first);
    const { folder } = before;
    await after?.(before);
    const contents = async () =>
      Promise.all((await filesIn(folder)).map((name) => readFile(join(folder, name), 'base64')));
    const unchanged = await contents();
    const message = subject(folder, says[0]) + says[1].replace('FOLDER', folder);

    const store = await open(folder, now?.());
    const attempts = [
      () => store.load('default'),
      () => store.requireWritable(),
      () => store.save(session(), CONTEXT),
      () => store.save(session({ account: 'work' }), CONTEXT),
    ];
    for (const attempt of attempts) {
      const error = await thrownBy(attempt);
      expectSentence(error, key, otherKey);
      expect(error.message).toBe(message);
    }
    expect(await store.list()).toEqual([{ name: 'default', kept: { fault: message } }]);
    expect(await contents()).toEqual(unchanged);
  });

  it('the key in the environment is taken at its word where the record is lost and it opens what is kept', async () => {
    const before = await storeWith();
    const right = await identityIn(before.folder);
    await rm(join(before.folder, 'key.json'));
    const store = await open(before.folder, { key: right });
    expect(await store.load('default')).toEqual(session());
    await store.save(session({ account: 'work' }), CONTEXT);
    expect(await recordIn(store.folder)).toMatchObject({ place: 'environment' });
  });

  it('signing out and in again always helps', async () => {
    const { folder } = await storeWith(['default'], { key });
    const store = await open(folder);
    expectSentence(await thrownBy(() => store.save(session(), CONTEXT)));
    await store.remove('default');
    await store.save(session(), CONTEXT);
    expect(await store.load('default')).toEqual(session());
    expect(store.keyPlace).toBe('file');
  });
});
