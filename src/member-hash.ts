import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from './data-folder.ts';

/**
 * Names a member without telling who it is: SHA-256 over a salt of this installation and the vanity name. The same member
 * gives the same hash here, and another one elsewhere.
 */
export function hashMember(vanity: string, salt: string): string {
  return `sha256:${createHash('sha256').update(`${salt}\n${vanity.toLowerCase()}`).digest('hex')}`;
}

/** Is this the member that --expect-account names, by vanity name, profile address or hash? */
export function isExpectedMember(vanity: string, expected: string, salt: string | null): boolean {
  if (expected.startsWith('sha256:')) return salt !== null && hashMember(vanity, salt) === expected;
  const [, name = expected] = /(?:^|\/)in\/([^/?#]+)/i.exec(expected) ?? [];
  return decodeName(name.trim()).toLowerCase() === vanity.toLowerCase();
}

export interface Expectation {
  /** what --expect-account says, if anything */
  expected: string | undefined;
  /** hash of the member that the session was kept for; null where nobody knew */
  kept: string | null;
  salt: string | null;
}

/** Is it the right one who is signed in? A page that does not tell (null) is enough only where nothing was asked for. */
export function isRightMember(vanity: string | null, { expected, kept, salt }: Expectation): boolean {
  if (vanity === null) return expected === undefined;
  const isKept = kept === null || salt === null || hashMember(vanity, salt) === kept;
  return isKept && (expected === undefined || isExpectedMember(vanity, expected, salt));
}

/** A vanity name as it is in an address, decoded where it is encoded. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The salt of this installation, made at first use. */
export async function readSalt(folder: string = dataFolder()): Promise<string> {
  const path = join(folder, 'salt');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept) return kept;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
  try {
    await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    // A link never replaces: of many first runs at once the first one's salt stays. An empty file is none.
    if ((await stat(path).catch(() => null))?.size === 0) await rm(path, { force: true });
    await link(draft, path).catch(() => undefined);
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(path, 'utf8');
}
