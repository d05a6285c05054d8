import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { readSaved } from '../report/read-saved.ts';
import type { FoundFile } from './compare.ts';
import { MANIFEST_FILE, type Manifest, manifestSchema, sha256Of, TIMESTAMP_FILE } from './manifest.ts';

/** A bundle as it lies there now. */
export interface FoundBundle {
  manifest: Manifest;
  /** of the manifest itself */
  sha256: string;
  /** everything in the folder but the manifest and its timestamp */
  files: FoundFile[];
  /** an RFC 3161 answer, or null where there is none */
  timestamp: Uint8Array | null;
}

const MOST_TIMESTAMP_BYTES = 1_000_000;

/**
 * Reads what lies in a folder. No link is followed, and of the manifest's names none leads out of it.
 * @throws UsageError where it is no bundle
 */
export async function readBundle(folder: string): Promise<FoundBundle> {
  const place = await stat(folder).catch(() => null);
  if (!place) throw new UsageError(`There is no folder "${folder}".`);
  if (!place.isDirectory()) throw new UsageError(`"${folder}" is not a folder.`);
  const names = await readdir(folder).catch(() => {
    throw new UsageError(`"${folder}" cannot be read.`);
  });
  if (!names.includes(MANIFEST_FILE)) {
    throw new UsageError(`"${folder}" is no evidence bundle: there is no ${MANIFEST_FILE} in it.`);
  }
  const path = join(folder, MANIFEST_FILE);
  if (!(await lstat(path)).isFile()) throw new UsageError(`"${path}" is not an ordinary file.`);
  const manifest = await readSaved(path, manifestSchema, 'the manifest of an evidence bundle');
  const files: FoundFile[] = [];
  for (const name of names.sort()) {
    if (name !== MANIFEST_FILE && name !== TIMESTAMP_FILE) files.push(await readFound(folder, name));
  }
  const timestamp = names.includes(TIMESTAMP_FILE) ? await readTimestampFile(join(folder, TIMESTAMP_FILE)) : null;
  return { manifest, sha256: sha256Of(await readFile(path)), files, timestamp };
}

async function readFound(folder: string, name: string): Promise<FoundFile> {
  const path = join(folder, name);
  const place = await lstat(path).catch(() => null);
  if (place?.isSymbolicLink()) return { name, trouble: 'it is a link' };
  if (!place?.isFile()) return { name, trouble: 'it is no ordinary file' };
  try {
    const hash = createHash('sha256');
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
    for await (const chunk of createReadStream(path, { flags: flags as unknown as string })) hash.update(chunk);
    return { name, size: place.size, sha256: hash.digest('hex') };
  } catch {
    return { name, trouble: 'it cannot be read' };
  }
}

/** One that cannot be read is none that says anything, which is told as such. */
async function readTimestampFile(path: string): Promise<Uint8Array> {
  const place = await lstat(path);
  if (!place.isFile() || place.size > MOST_TIMESTAMP_BYTES) return new Uint8Array();
  return readFile(path).catch(() => new Uint8Array());
}
