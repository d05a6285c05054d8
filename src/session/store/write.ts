import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDraft, writeWhole } from '../../write-whole.ts';

/**
 * Writes a file of the store whole or not at all, mode 0600, and through no symbolic link.
 *
 * @throws as node:fs does; what was there before is then unchanged
 */
export async function writeOurs(path: string, contents: string | Uint8Array): Promise<void> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats?.isSymbolicLink()) throw Object.assign(new Error('symbolic link'), { code: 'ELOOP' });
  await writeWhole(path, contents);
}

/** Removes what killed runs left half written. Only for who holds the store's lock: nobody else is writing then. */
export async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isDraft(name)) await rm(join(folder, name), { force: true });
  }
}
