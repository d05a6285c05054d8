import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { requireWritablePlace, writeReport } from '../../../src/report/write.ts';
import { writeWhole } from '../../../src/write-whole.ts';
import { thrownBy } from '../session/given.ts';

const isWindows = process.platform === 'win32';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file is written', () => {
  it('whole, and with nothing left beside it', async () => {
    expect(await writeReport(join(folder, 'a.json'), 'new')).toBeNull();
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('over an older one', async () => {
    const path = join(folder, 'a.json');
    await writeFile(path, 'an older and longer one');
    expect(await writeReport(path, 'new')).toBeNull();
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it.skipIf(isWindows).each([0o644, 0o666, 0o600])(
    'for its owner alone, also where an older one has mode %o',
    async (mode) => {
      const path = join(folder, 'a.json');
      await writeFile(path, 'older', { mode });
      await writeReport(path, 'new');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    },
  );

  it('not at all where a directory is in the way, and says so in one sentence', async () => {
    const path = join(folder, 'a.json');
    await mkdir(path);
    expect(await writeReport(path, 'new')).toMatch(
      /^"[^"]+a\.json" was not written: .+\. The result above is complete\.$/,
    );
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  it('not at all where its folder has gone since it was asked for, or a file has come in its place', async () => {
    const path = join(folder, 'out', 'a.json');
    await mkdir(join(folder, 'out'));
    await requireWritablePlace(path);
    await rm(join(folder, 'out'), { recursive: true });
    expect(await writeReport(path, 'new')).toBe(
      `"${path}" was not written: its folder is gone. The result above is complete.`,
    );
    await writeFile(join(folder, 'out'), '');
    expect(await writeReport(path, 'new')).toBe(
      `"${path}" was not written: a file is in the way of its folder. The result above is complete.`,
    );
    expect(await readdir(folder)).toEqual(['out']);
  });

  it('not at all where its name is too long, and says so', async () => {
    const path = join(folder, `${'a'.repeat(300)}.json`);
    expect(await writeReport(path, 'new')).toContain('was not written: its name is too long.');
  });

  it('piece by piece, and not at all where the pieces break off', async () => {
    const path = join(folder, 'a.json');
    async function* pieces(breaksOff: boolean) {
      yield 'one ';
      if (breaksOff) throw new Error('broke off');
      yield 'two';
    }
    await writeWhole(path, pieces(false));
    expect(await readFile(path, 'utf8')).toBe('one two');
    await expect(writeWhole(path, pieces(true))).rejects.toThrow('broke off');
    expect(await readFile(path, 'utf8')).toBe('one two');
    expect(await readdir(folder)).toEqual(['a.json']);
  });
});

describe('a place for a file is asked for before the work', () => {
  it('and may be new, or hold a file', async () => {
    await writeFile(join(folder, 'a.json'), '');
    for (const name of ['a.json', 'b.json'])
      expect(await thrownBy(() => requireWritablePlace(join(folder, name)))).toBeUndefined();
  });

  it.skipIf(isWindows)('and its folders are made on request alone, for their owner', async () => {
    const path = join(folder, 'a', 'b', 'c.json');
    expect(await thrownBy(() => requireWritablePlace(path, '--output', { mkdir: false }))).toBeInstanceOf(UsageError);
    expect(await readdir(folder)).toEqual([]);
    expect(await thrownBy(() => requireWritablePlace(path, '--output', { mkdir: true }))).toBeUndefined();
    expect((await stat(join(folder, 'a', 'b'))).mode & 0o777).toBe(0o700);
    await writeFile(join(folder, 'file'), '');
    expect(
      await thrownBy(() => requireWritablePlace(join(folder, 'file', 'b', 'c.json'), '--attest', { mkdir: true })),
    ).toMatchObject({
      message: `--attest: the folder "${join(folder, 'file', 'b')}" could not be made: a file is in the way of its folder.`,
    });
  });

  it.each<[string, string[], string]>([
    ['a directory', ['.'], '--output: "PATH" is a directory; give a file in it.'],
    [
      'a file in a folder that is not there',
      ['gone', 'a.json'],
      '--output: there is no folder "PARENT"; make it first, or add --mkdir.',
    ],
    [
      'a file below a file',
      ['file', 'a.json'],
      '--output: there is no folder "PARENT"; make it first, or add --mkdir.',
    ],
  ])('and is not %s', async (_, parts, message) => {
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, ...parts);
    const error = await thrownBy(() => requireWritablePlace(path));
    expect(error).toBeInstanceOf(UsageError);
    const shown = message.replace('PATH', path).replace('PARENT', join(folder, parts[0] ?? ''));
    expect(error).toMatchObject({ message: shown });
  });
});
