import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookAtFolder } from '../../../src/doctor/look-at-files.ts';
import { newFolder } from '../history/given.ts';

/** An ordinary user, who may not look into everything. */
const SOMEBODY = 65_534;

describe.skipIf(process.platform === 'win32')('our own folder', () => {
  it('with a folder in it that is somebody else’s is a finding', async () => {
    const folder = await newFolder();
    const closed = join(folder, 'audit');
    await mkdir(closed, { mode: 0 });
    const finding = await asSomebody(folder, () => lookAtFolder(folder));
    await chmod(closed, 0o700);
    expect(finding).toEqual({
      state: 'wrong',
      detail: `${closed} cannot be looked into (EACCES)`,
      next: 'Make it yours (as root: chown -R), or move it away.',
      exitCode: 2,
    });
  });

  it('that cannot be there is not one that is only not made yet', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    expect(await lookAtFolder(join(file, 'ours'))).toMatchObject({ state: 'wrong' });
    expect(await lookAtFolder(`${file}-2`)).toMatchObject({ state: 'fine' });
  });
});

/** Root may look into everything. */
async function asSomebody<T>(folder: string, work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  await chown(folder, SOMEBODY, SOMEBODY);
  process.seteuid?.(SOMEBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
