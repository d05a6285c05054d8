import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { requireWritablePlace, writeReport } from '../../../src/report/write.ts';
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

  it('not at all where there is no folder, and says so', async () => {
    expect(await writeReport(join(folder, 'gone', 'a.json'), 'new')).toContain('was not written');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a place for a file is asked for before the work', () => {
  it('and may be new, or hold a file', async () => {
    await writeFile(join(folder, 'a.json'), '');
    for (const name of ['a.json', 'b.json'])
      expect(await thrownBy(() => requireWritablePlace(join(folder, name)))).toBeUndefined();
  });

  it.each<[string, string[], string]>([
    ['a directory', ['.'], '--output: "PATH" is a directory; give a file in it.'],
    [
      'a file in a folder that is not there',
      ['gone', 'a.json'],
      '--output: there is no folder "PARENT"; make it first.',
    ],
    ['a file below a file', ['file', 'a.json'], '--output: there is no folder "PARENT"; make it first.'],
  ])('and is not %s', async (_, parts, message) => {
    await writeFile(join(folder, 'file'), '');
    const path = join(folder, ...parts);
    const error = await thrownBy(() => requireWritablePlace(path));
    expect(error).toBeInstanceOf(UsageError);
    const shown = message.replace('PATH', path).replace('PARENT', join(folder, parts[0] ?? ''));
    expect(error).toMatchObject({ message: shown });
  });
});
