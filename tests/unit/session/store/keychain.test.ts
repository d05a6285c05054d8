import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remembering, systemKeychain } from '../../../../src/session/store/keychain.ts';
import { LI_AT, thrownBy } from '../given.ts';
import { CONTEXT, expectQuiet, expectSentence, newFolder, open, session, workingKeychain } from './given.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keychain-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NAME = 'fedcba9876543210';

/** A keychain whose library is replaced by these lines, in a process of its own as the real one is. */
async function keychainOf(methods: string, patienceMs = 10_000) {
  const library = join(folder, `${Math.random()}.cjs`);
  await writeFile(library, `exports.Entry = class { constructor(...given) { this.given = given; } ${methods} };`);
  return systemKeychain(
    { ...process.env, LINKEDIN_AI_OPTOUT_KEY: LI_AT, LINKEDIN_AI_OPTOUT_SESSION: LI_AT },
    { library, patienceMs },
  );
}

const inFile = (path: string) => `
  getPassword() { try { return require('fs').readFileSync(${JSON.stringify(path)}, 'utf8'); } catch { return null; } }
  setPassword(secret) { require('fs').writeFileSync(${JSON.stringify(path)}, secret); }
  deletePassword() { require('fs').rmSync(${JSON.stringify(path)}); return true; }
`;

describe('the system’s keychain', { timeout: 30_000 }, () => {
  it('keeps, gives and forgets', async () => {
    const keychain = await keychainOf(inFile(join(folder, 'entry')));
    expect(await keychain.read(NAME)).toBeNull();
    await keychain.write(NAME, 'a “secret”\nof two lines');
    expect(await keychain.read(NAME)).toBe('a “secret”\nof two lines');
    await keychain.remove(NAME);
    expect(await keychain.read(NAME)).toBeNull();
  });

  it('is never the kernel’s, which forgets at the next start', async () => {
    const keychain = await keychainOf('getPassword() { return JSON.stringify(this.given); }');
    const given = ['linkedin-ai-optout', NAME, { linux: { store: 'secret-service' } }];
    expect(JSON.parse((await keychain.read(NAME)) ?? '')).toEqual(given);
  });

  it('gets no secret by its arguments or its environment', async () => {
    const path = join(folder, 'seen');
    const note = `require('fs').writeFileSync(${JSON.stringify(path)}, JSON.stringify([process.argv, process.execArgv, process.env]))`;
    const keychain = await keychainOf(`setPassword() { ${note} }`);
    await keychain.write(NAME, LI_AT);
    expectQuiet(await readFile(path, 'utf8'));
  });

  it.each([
    ['is absent', 'constructor() { throw new Error("no D-Bus"); }'],
    ['is locked', 'getPassword() { throw new Error("locked"); } setPassword() { throw new Error("locked"); }'],
    ['crashes', 'getPassword() { process.kill(process.pid, "SIGKILL"); } setPassword() { process.abort(); }'],
    ['writes rubbish', 'getPassword() { process.stdout.write("x"); } setPassword() { process.stdout.write("x"); }'],
  ])('that %s rejects, and says nothing of the secret', async (_, methods) => {
    const keychain = await keychainOf(methods);
    for (const ask of [() => keychain.read(NAME), () => keychain.write(NAME, LI_AT), () => keychain.remove(NAME)]) {
      const error = await thrownBy(ask);
      expect(error).toBeInstanceOf(Error);
      expectQuiet(String(error));
    }
  });

  const never = '{ Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }';
  it('that never answers is waited for, for a while', async () => {
    const keychain = await keychainOf(`getPassword() ${never} setPassword() ${never}`, 300);
    const start = Date.now();
    expect(await thrownBy(() => keychain.read(NAME))).toBeInstanceOf(Error);
    expect(Date.now() - start).toBeLessThan(5_000);

    const store = await open(await newFolder(), { keychain });
    await store.save(session(), CONTEXT);
    expect(store.keyPlace).toBe('file');
    expect(store.warnings).toHaveLength(1);
  });

  it('whose library is not there is none', async () => {
    const keychain = systemKeychain(process.env, { library: join(folder, 'missing.cjs') });
    expect(await thrownBy(() => keychain.read(NAME))).toBeInstanceOf(Error);
  });

  it('of this very machine answers or refuses, in time', async () => {
    const answer = await systemKeychain(process.env, { patienceMs: 3_000 })
      .read(NAME)
      .catch(() => null);
    expect(answer).toBeNull();
  });
});

describe('within a run', () => {
  it('a keychain that makes one wait is asked once, whatever it answers', async () => {
    const working = workingKeychain();
    const folder = await newFolder();
    const first = await open(folder, { keychain: working });
    for (const account of ['a', 'b', 'c']) await first.save(session({ account }), CONTEXT);
    let asked = 0;
    const read = () => {
      asked += 1;
      return Promise.reject(new Error('locked'));
    };
    const store = await open(folder, { keychain: { ...working, read } });
    for (const { kept } of await store.list()) expect(kept).toHaveProperty('fault');
    expectSentence(await thrownBy(() => store.load('a')));
    expect(asked).toBe(1);
  });

  it('what is written or removed is asked for anew', async () => {
    const keychain = remembering(workingKeychain());
    expect(await keychain.read(NAME)).toBeNull();
    await keychain.write(NAME, 'x');
    expect(await keychain.read(NAME)).toBe('x');
    await keychain.remove(NAME);
    expect(await keychain.read(NAME)).toBeNull();
  });
});
