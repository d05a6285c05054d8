import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { buildOnce, runChild } from './child.ts';
import { CONTEXT, expectQuiet, identityIn, newFolder, open, session, workingKeychain } from './given.ts';

buildOnce();

/** Every file in a folder, names included. */
async function everythingIn(folder: string): Promise<Buffer[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
  return [...contents, Buffer.from(names.map(({ name }) => name).join('\n'))];
}

describe('nothing that is written gives a cookie or the key away', { timeout: 60_000 }, () => {
  it('with the key in the keychain', async () => {
    const keychain = workingKeychain();
    const store = await open(await newFolder(), { keychain });
    for (const account of ['default', 'work']) await store.save(session({ account }), CONTEXT);
    for (const contents of await everythingIn(store.folder)) expectQuiet(contents, ...keychain.secrets.values());
  });

  it('with the key in the environment', async () => {
    const key = await generateX25519Identity();
    const store = await open(await newFolder(), { key });
    await store.save(session(), CONTEXT);
    for (const contents of await everythingIn(store.folder)) expectQuiet(contents, key);
  });

  it('with the key in a file, but for that file', async () => {
    const store = await open(await newFolder());
    await store.save(session(), CONTEXT);
    const key = await identityIn(store.folder);
    const contents = await everythingIn(store.folder);
    const isKeyFile = (bytes: Buffer) => bytes.includes(key);
    expect(contents.filter(isKeyFile)).toHaveLength(1);
    for (const bytes of contents) if (!isKeyFile(bytes)) expectQuiet(bytes, key);
    expectQuiet(store.warnings.join('\n'), key);
  });

  it('also while it is written, and by who is killed then', async () => {
    const folder = await newFolder();
    const key = await generateX25519Identity();
    const child = runChild(`
      const store = await openStore({ folder: ${JSON.stringify(folder)}, environment: { LINKEDIN_AI_OPTOUT_KEY: ${JSON.stringify(key)} } });
      const kept = ${JSON.stringify(session())};
      for (;;) { await store.save(kept, context); say('kept'); }`);
    await child.says('kept');
    for (let look = 0; look < 50; look++) {
      for (const name of await readdir(folder)) {
        expectQuiet(await readFile(join(folder, name)).catch(() => Buffer.alloc(0)), key);
      }
    }
    child.process.kill('SIGKILL');
    await child.ended;
    for (const contents of await everythingIn(folder)) expectQuiet(contents, key);
  });
});
