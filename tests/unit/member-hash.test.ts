import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashMember, isExpectedMember, readSalt } from '../../src/member-hash.ts';

const SALT = 'a salt of this installation';

describe('the hash of a member', () => {
  it('is SHA-256 over salt and vanity name', () => {
    const hash = createHash('sha256').update(`${SALT}\nrobin-example`).digest('hex');
    expect(hashMember('robin-example', SALT)).toBe(`sha256:${hash}`);
  });

  it('is the same for the same member, in capitals too', () => {
    expect(hashMember('Robin-Example', SALT)).toBe(hashMember('robin-example', SALT));
  });

  it('is another for another member, and for another installation', () => {
    const hashes = [hashMember('robin', SALT), hashMember('robin2', SALT), hashMember('robin', 'another salt')];
    expect(new Set(hashes).size).toBe(3);
  });

  it('holds nothing of the name', () => {
    expect(hashMember('robin-example', SALT)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('the member that --expect-account names', () => {
  const hash = hashMember('robin-example', SALT);
  it.each([
    ['the vanity name', 'robin-example'],
    ['the vanity name in capitals', 'Robin-Example'],
    ['the vanity name with spaces around', '  robin-example '],
    ['the path of the profile', '/in/robin-example/'],
    ['the path of the profile without its slash', 'in/robin-example'],
    ['the address of the profile', 'https://www.linkedin.com/in/robin-example'],
    ['the address of the profile with a query', 'https://www.linkedin.com/in/robin-example/?locale=en_US'],
    ['the address in another country', 'https://de.linkedin.com/in/robin-example/'],
    ['the address as people write it', 'linkedin.com/in/robin-example'],
    ['the hash', hash],
  ])('by %s', (_, expected) => {
    expect(isExpectedMember('robin-example', expected, SALT)).toBe(true);
    expect(isExpectedMember('somebody-else', expected, SALT)).toBe(false);
  });

  it('by the address of a profile whose name is not ASCII', () => {
    expect(isExpectedMember('jörg', 'https://www.linkedin.com/in/j%C3%B6rg/', SALT)).toBe(true);
    expect(isExpectedMember('jörg', 'jörg', SALT)).toBe(true);
  });

  it.each([
    ['the beginning of a name', 'robin'],
    ['a longer name', 'robin-example-2'],
    ['the hash of another installation', hashMember('robin-example', 'another salt')],
    ['a hash cut off', hash.slice(0, 20)],
    ['a hash and more', `${hash}0`],
    ['no hash', 'sha256:'],
    ['an address without a name', 'https://www.linkedin.com/in/'],
    ['an address of something else', 'https://www.linkedin.com/company/robin-example/'],
    ['nothing', ''],
    ['a space', ' '],
  ])('is not %s', (_, expected) => {
    expect(isExpectedMember('robin-example', expected, SALT)).toBe(false);
  });
});

describe('the salt of an installation', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'salt-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const data = () => join(folder, 'share', 'linkedin-ai-optout');

  it('is made at first use, for the owner alone, and kept', async () => {
    const salt = await readSalt(data());
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    expect(await readSalt(data())).toBe(salt);
    expect(await readFile(join(data(), 'salt'), 'utf8')).toBe(salt);
    expect(await readdir(data())).toEqual(['salt']);
    if (process.platform === 'win32') return;
    expect((await stat(join(data(), 'salt'))).mode & 0o777).toBe(0o600);
    expect((await stat(data())).mode & 0o777).toBe(0o700);
  });

  it('is one, also where many ask at once', async () => {
    const salts = await Promise.all(Array.from({ length: 8 }, () => readSalt(data())));
    expect(new Set(salts).size).toBe(1);
    expect(salts[0]).toHaveLength(64);
    expect(await readdir(data())).toEqual(['salt']);
  });

  it('is another elsewhere', async () => {
    expect(await readSalt(join(folder, 'a'))).not.toBe(await readSalt(join(folder, 'b')));
  });

  it('is never empty, not even where its file is', async () => {
    await writeFile(join(folder, 'salt'), '');
    expect(await readSalt(folder)).not.toBe('');
  });
});
