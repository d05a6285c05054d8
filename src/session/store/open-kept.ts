import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { fault } from '../../fault.ts';
import { type KeptSession, keptOfText } from './kept.ts';
import { findKey, type Key } from './key.ts';
import { accountOf, fileNameOf } from './names.ts';
import { checkFolder, readOurs } from './ours.ts';
import { namesIn, type Place } from './place.ts';
import { unseal } from './seal.ts';

export interface Listed {
  name: string;
  kept: KeptSession | { fault: string };
}

/** The session of an account, or null where none is kept. @throws UsageError */
export async function loadKept(place: Place, account: string): Promise<KeptSession | null> {
  if (!(await checkFolder(place.folder, place.warn))) return null;
  return openKept(place, account);
}

/** Every session that is kept, by name, or what is wrong with it. @throws UsageError where the folder cannot be read */
export async function listKept(place: Place): Promise<Listed[]> {
  if (!(await checkFolder(place.folder, place.warn))) return [];
  const names = (await namesIn(place)).map(accountOf).filter((name) => name !== undefined);
  const listed: Listed[] = [];
  for (const name of names.sort()) {
    const kept = await openKept(place, name).catch((error: unknown) => {
      if (error instanceof UsageError) return { fault: error.message };
      throw error;
    });
    if (kept) listed.push({ name, kept });
  }
  return listed;
}

async function openKept(place: Place, account: string): Promise<KeptSession | null> {
  const subject = `The kept session of "${account}" cannot be opened`;
  const bytes = await readOurs(join(place.folder, fileNameOf(account)), subject, place.warn);
  const key = bytes && (await findKey(place));
  // Where no key is found, and none is missed, the file was removed between the two.
  return bytes && key ? keptOfBytes(bytes, key, account, subject) : null;
}

async function keptOfBytes(bytes: Uint8Array, key: Key, account: string, subject: string): Promise<KeptSession> {
  const opened = await unseal(bytes, key.identity);
  if (opened === 'wrong-key') {
    throw fault(`${subject} with the key that is here`, 'it was kept with another, or is damaged', 'sign in again');
  }
  if (opened === 'damaged') throw fault(subject, 'its file is cut off or damaged', 'sign in again');
  const kept = keptOfText(opened.text);
  if (kept === 'newer') throw fault(subject, 'a newer version of this program kept it', 'update this one');
  if (kept === 'damaged') throw fault(subject, 'its file holds something else', 'sign in again');
  if (kept.account === account) return kept;
  throw fault(subject, `its file is the one of "${kept.account}"`, 'give the files their names back, or sign in again');
}
