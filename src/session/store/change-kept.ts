import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, fault, systemFault } from '../../fault.ts';
import type { Site } from '../../settings/site.ts';
import { hasExpired, requireSignIn } from '../sign-in.ts';
import { type KeptSession, keptOfText, textOfKept } from './kept.ts';
import { findKey, type Key, keyId, makeKey } from './key.ts';
import { keyFile, readKeyRecord } from './key-record.ts';
import { withStoreLock } from './lock.ts';
import { fileNameOf, isSealed } from './names.ts';
import { checkFolder, makeFolder } from './ours.ts';
import { namesIn, type Place } from './place.ts';
import { seal } from './seal.ts';
import { removeDrafts, writeOurs } from './write.ts';

/** Says what would keep a session from being kept, and makes the key where there is none. @throws UsageError */
export async function requireKeepable(place: Place): Promise<Key> {
  return change(place, 'No session can be kept', () => keyForChange(place));
}

/**
 * Keeps the site's own cookies that have not expired, whole or not at all.
 *
 * @returns the key that they are kept with
 * @throws UsageError: what was kept before is then unchanged
 * @throws ReasonError `signed-out` or `session-expired` where the cookies are no sign-in
 */
export async function saveKept(place: Place, kept: KeptSession, context: { site: Site; now: Date }): Promise<Key> {
  const subject = `The session of "${kept.account}" was not kept`;
  const { site, now } = context;
  requireSignIn(kept.cookies, { ...context, from: 'the browser' });
  const cookies = kept.cookies.filter((cookie) => site.ownsCookieDomain(cookie.domain) && !hasExpired(cookie, now));
  const text = textOfKept({ ...kept, cookies });
  if (typeof keptOfText(text) === 'string') throw fault(subject, 'it is not a whole one', 'sign in again');
  return change(place, subject, async () => {
    const key = await keyForChange(place);
    const sealed = await seal(text, key.recipient);
    if (!sealed) throw fault(subject, 'the key to the kept sessions is damaged', 'sign out and in again');
    await writeOurs(join(place.folder, fileNameOf(kept.account)), sealed);
    return key;
  });
}

/** Removes a session, whatever state it is in, and with the last one its key. False where there was none. @throws UsageError */
export async function removeKept(place: Place, account: string): Promise<boolean> {
  if (!(await checkFolder(place.folder, place.warn))) return false;
  return change(place, `The session of "${account}" was not removed`, async () => {
    const wasThere = await rm(join(place.folder, fileNameOf(account))).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'ENOENT') return false;
        throw error;
      },
    );
    if (!(await namesIn(place)).some(isSealed)) await removeKey(place);
    return wasThere;
  });
}

async function change<T>({ folder, warn }: Place, subject: string, work: () => Promise<T>): Promise<T> {
  try {
    await makeFolder(folder, warn);
    return await withStoreLock(folder, async () => {
      await removeDrafts(folder);
      return work();
    });
  } catch (error) {
    throw systemFault(subject, error);
  }
}

async function keyForChange(place: Place): Promise<Key> {
  const record = await readKeyRecord(place.folder, place.warn);
  const isRecorded = typeof record === 'object';
  if ((await namesIn(place)).some(isSealed)) {
    const found = await findKey(place);
    return found && isRecorded ? found : makeKey(place);
  }
  // While nothing is kept, a key that cannot be had is worth nothing, and one in a file is a makeshift: somebody may have
  // stopped the run where the keychain asked for a password. The best place is looked for anew.
  if (!isRecorded || record.place === 'file') return makeKey(place);
  const found = await findKey(place).catch(() => null);
  return found?.recipient === record.recipient ? found : makeKey(place);
}

async function removeKey({ folder, keychain, warn }: Place): Promise<void> {
  const record = await readKeyRecord(folder, warn).catch(() => 'damaged' as const);
  if (typeof record === 'object' && record.place === 'keychain') {
    const name = keyId(record.recipient);
    await keychain.remove(name).catch(() => {
      warn(
        `The key "${name}" of linkedin-ai-optout is still in the system’s keychain, which refuses; it opens nothing.`,
      );
    });
  }
  await rm(keyFile(folder), { force: true });
}
