import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm } from 'node:fs/promises';

/**
 * Writes a file whole or not at all, for the owner alone (mode 0600); behind a symbolic link, the file it leads to.
 * `write-file-atomic` does not serve here: where the disk fills up within one write it keeps the part that went in, reports
 * nothing, and puts it in place of the good file.
 * @throws as node:fs does; what was there before is then unchanged
 */
export async function writeWhole(path: string, contents: string | Uint8Array | AsyncIterable<string>): Promise<void> {
  const place = await realpath(path).catch(() => path);
  const draft = `${place}.${randomBytes(6).toString('hex')}.draft`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      const pieces = typeof contents === 'string' || contents instanceof Uint8Array ? [contents] : contents;
      // Each goes on where the one before has ended.
      for await (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Is this what a killed run left half written? */
export function isDraft(name: string): boolean {
  return /\.[0-9a-f]{12}\.draft$/.test(name);
}
