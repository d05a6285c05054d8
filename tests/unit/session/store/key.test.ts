import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Keychain } from '../../../../src/session/store/keychain.ts';
import { thrownBy } from '../given.ts';
import {
  CONTEXT,
  expectSentence,
  filesIn,
  identityIn,
  noKeychain,
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

describe('the key lives', () => {
  it('in the system’s keychain, where there is one', async () => {
    const keychain = workingKeychain();
    const store = await storeWith(['default'], { keychain });
    expect(store.keyPlace).toBe('keychain');
    expect(store.warnings).toEqual([]);
    expect([...keychain.secrets.values()]).toEqual([expect.stringMatching(/^AGE-SECRET-KEY-1/)]);
    expect(await recordIn(store.folder)).not.toHaveProperty('identity');
    expect(await (await open(store.folder, { keychain })).load('default')).toEqual(session());
  });

  it('in the environment, where it is set there', async () => {
    const keychain = workingKeychain();
    const store = await storeWith(['default'], { keychain, key });
    expect(store.keyPlace).toBe('environment');
    expect(store.warnings).toEqual([]);
    expect(keychain.secrets.size).toBe(0);
    expect(await recordIn(store.folder)).not.toHaveProperty('identity');
    expect(await (await open(store.folder, { key })).load('default')).toEqual(session());
  });

  it('in the environment, also as the whole file that age-keygen writes', async () => {
    const { folder } = await storeWith(['default'], { key });
    const file = `# created: 2026-11-01T12:00:00Z\r\n# public key: age1…\r\n${key}\r\n`;
    expect(await (await open(folder, { key: file })).load('default')).toEqual(session());
  });

  it.each<[string, Partial<Keychain>]>([
    ['is none', noKeychain],
    ['is one that forgets', { read: async () => null }],
    ['is one that mixes up', { read: async () => 'AGE-SECRET-KEY-1' }],
    ['is one that can be written to and not read', { read: noKeychain.read }],
  ])('in a file beside a warning, where in the place of a keychain there %s', async (_, faults) => {
    const store = await storeWith(['default'], { keychain: { ...workingKeychain(), ...faults } });
    expect(store.keyPlace).toBe('file');
    expect(await identityIn(store.folder)).toMatch(/^AGE-SECRET-KEY-1/);
    const sentence = `The system’s keychain could not be used, so the key to the kept sessions lies beside them, in "${join(store.folder, 'key.json')}": whoever can read your files can use them. Set LINKEDIN_AI_OPTOUT_KEY to keep the key elsewhere.`;
    expect(store.warnings).toEqual([sentence]);
    const again = await open(store.folder, { keychain: workingKeychain() });
    await again.load('default');
    expect(again.warnings).toEqual([sentence]);
  });
});

describe('a key stays where it is', () => {
  it('a keychain that comes later does not take over from the file', async () => {
    const { folder } = await storeWith();
    const keychain = workingKeychain();
    const store = await open(folder, { keychain });
    await store.save(session({ account: 'work' }), CONTEXT);
    expect(store.keyPlace).toBe('file');
    expect(keychain.secrets.size).toBe(0);
    expect(await store.list()).toMatchObject([{ kept: session() }, { kept: session({ account: 'work' }) }]);
  });

  it('the same key may be given in another place', async () => {
    const { folder } = await storeWith();
    const store = await open(folder, { key: await identityIn(folder) });
    expect(store.keyPlace).toBe('environment');
    await store.save(session(), CONTEXT);
    expect(await (await open(folder)).load('default')).toEqual(session());
  });

  it('two folders never share one', async () => {
    const keychain = workingKeychain();
    const [one, two] = [await storeWith(['default'], { keychain }), await storeWith(['default'], { keychain })];
    await one.remove('default');
    expect(keychain.secrets.size).toBe(1);
    expect(await two.load('default')).toEqual(session());
    await two.remove('default');
    expect(keychain.secrets.size).toBe(0);
  });

  it('one that is left from a run that was cut off is used', async () => {
    const keychain = workingKeychain();
    const store = await storeWith([], { keychain });
    await store.requireWritable();
    const again = await open(store.folder, { keychain });
    await again.save(session(), CONTEXT);
    expect(keychain.secrets.size).toBe(1);
  });
});

describe('where nothing is kept', () => {
  it.each([
    ['damaged', async () => 'rubbish'],
    ['of a keychain that no longer answers', async () => recordText('keychain')],
    ['of an environment that is gone', async () => recordText('environment')],
  ])('a record that is left over, %s, is in nobody’s way', async (_, text) => {
    const store = await storeWith([]);
    await store.requireWritable();
    await writeFile(join(store.folder, 'key.json'), await text());
    const again = await open(store.folder);
    await again.save(session(), CONTEXT);
    expect(await again.load('default')).toEqual(session());
  });

  it('a key that had to go into a file moves to the keychain, once that answers', async () => {
    const { folder, requireWritable } = await storeWith([]);
    await requireWritable();
    const keychain = workingKeychain();
    const store = await open(folder, { keychain });
    await store.save(session(), CONTEXT);
    expect(store.keyPlace).toBe('keychain');
    expect(store.warnings).toEqual([]);
    expect(await recordIn(store.folder)).not.toHaveProperty('identity');
  });

  it('another key in the environment takes over', async () => {
    const store = await storeWith([]);
    await store.requireWritable();
    await (await open(store.folder, { key })).save(session(), CONTEXT);
    expect(await (await open(store.folder, { key })).load('default')).toEqual(session());
  });

  const recordText = async (place: string) => {
    const store = await storeWith([], { key });
    await store.requireWritable();
    return JSON.stringify({ ...(await recordIn(store.folder)), place });
  };
});

describe('the variable', () => {
  it.each(['rubbish', 'AGE-SECRET-KEY-1', 'age1qqqq', ' ', '# a comment alone', 'AQEDARsEcrEtSeSsIoN0123456789'])(
    'that holds something else is named, and what it holds is not: %s',
    async (value) => {
      const { folder } = await storeWith();
      const error = await thrownBy(() => open(folder, { key: value }));
      expectSentence(error);
      expect(error.message).toBe('LINKEDIN_AI_OPTOUT_KEY is no age identity; give the one line "AGE-SECRET-KEY-1…".');
    },
  );

  it('with two keys is no key', async () => {
    expectSentence(await thrownBy(async () => open((await storeWith()).folder, { key: `${key}\n${otherKey}` })), key);
  });
});

describe('a keychain that refuses to forget', () => {
  it('does not keep the session from being removed', async () => {
    const keychain = { ...workingKeychain(), remove: noKeychain.remove };
    const store = await storeWith(['default'], { keychain });
    expect(await store.remove('default')).toBe(true);
    expect(await filesIn(store.folder)).toEqual([]);
    expect(store.warnings).toEqual([
      `The key "${[...keychain.secrets.keys()]}" of linkedin-ai-optout is still in the system’s keychain, which refuses; it opens nothing.`,
    ]);
  });
});
