import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { fault } from '../../fault.ts';
import { type KeyPlace, type KeyRecord, keyFile, readKeyRecord, writeKeyRecord } from './key-record.ts';
import type { Keychain } from './keychain.ts';
import { isSealed } from './names.ts';
import { readOurs, type Warn } from './ours.ts';
import { namesIn, type Place } from './place.ts';
import { makeIdentity, readIdentity, unseal } from './seal.ts';

export const KEY_VARIABLE = 'LINKEDIN_AI_OPTOUT_KEY';

export interface Key {
  identity: string;
  recipient: string;
  place: KeyPlace;
}

const OR_AGAIN = 'or sign out and in again';

/**
 * The key that the kept sessions were kept with. Where there are sessions, no other key is taken in its place.
 *
 * @returns null where there is no key yet, and nothing that would need one
 * @throws UsageError
 */
export async function findKey(place: Place): Promise<Key | null> {
  const { folder, warn } = place;
  const sealed = (await namesIn(place)).filter(isSealed);
  const given = await keyOfEnvironment(place.environment);
  const record = await readKeyRecord(folder, warn);
  const isRecorded = typeof record === 'object';
  if (given) {
    if (sealed.length === 0) return given;
    const isRight = isRecorded ? record.recipient === given.recipient : await opensAny(given, sealed, folder);
    if (isRight) return given;
    throw wrongKey(folder, KEY_VARIABLE, OTHER_KEY[isRecorded ? record.place : 'environment']);
  }
  if (isRecorded) return keyOfRecord(record, place);
  if (sealed.length === 0) return null;
  const what = `the key file "${keyFile(folder)}" is ${record}`;
  throw fault(unopenable(folder), what, `put it back, set ${KEY_VARIABLE}, ${OR_AGAIN}`);
}

/** The key in the environment variable, where it is set. @throws UsageError where it is set to something else */
export async function keyOfEnvironment(environment: NodeJS.ProcessEnv): Promise<Key | null> {
  const text = environment[KEY_VARIABLE];
  if (!text) return null;
  const key = await readIdentity(text);
  if (!key) throw new UsageError(`${KEY_VARIABLE} is no age identity; give the one line "AGE-SECRET-KEY-1…".`);
  return { ...key, place: 'environment' };
}

/**
 * A key for a folder where nothing is kept yet, in the best place there is: the environment, else the system's keychain,
 * else a file. Only for who holds the store's lock.
 *
 * @throws as node:fs does
 */
export async function makeKey({ folder, environment, keychain, warn }: Place): Promise<Key> {
  const given = await keyOfEnvironment(environment);
  const identity = given?.identity ?? (await makeIdentity());
  const recipient = given?.recipient ?? (await readIdentity(identity))?.recipient ?? '';
  const place = given?.place ?? ((await entrust(keychain, recipient, identity)) ? 'keychain' : 'file');
  const record = { schemaVersion: 1, recipient } as const;
  await writeKeyRecord(folder, place === 'file' ? { ...record, place, identity } : { ...record, place });
  if (place === 'file') warnOfFile(folder, warn);
  return { identity, recipient, place };
}

/** The name of a key in the keychain: two folders never share one, and one that is moved keeps its own. */
export function keyId(recipient: string): string {
  return createHash('sha256').update(recipient).digest('hex').slice(0, 16);
}

/** What helps where the variable holds another key than the one that lives in these places. */
const OTHER_KEY = {
  environment: `set ${KEY_VARIABLE} to the key they were kept with, ${OR_AGAIN}`,
  keychain: `unset ${KEY_VARIABLE} to use the key in the system’s keychain, ${OR_AGAIN}`,
  file: `unset ${KEY_VARIABLE} to use the key in the file beside them, ${OR_AGAIN}`,
} as const satisfies Record<KeyPlace, string>;

async function keyOfRecord(record: KeyRecord, { folder, keychain, warn }: Place): Promise<Key> {
  const { recipient, place } = record;
  const identity = await identityOf(record, folder, keychain);
  if ((await readIdentity(identity))?.recipient !== recipient) {
    const where = place === 'file' ? `"${keyFile(folder)}"` : 'the system’s keychain';
    throw wrongKey(folder, where, `put the right one back, set ${KEY_VARIABLE}, ${OR_AGAIN}`);
  }
  if (place === 'file') warnOfFile(folder, warn);
  return { identity, recipient, place };
}

async function identityOf(record: KeyRecord, folder: string, keychain: Keychain): Promise<string> {
  const subject = unopenable(folder);
  switch (record.place) {
    case 'file':
      return record.identity;
    case 'environment':
      throw fault(subject, `their key is not here, ${KEY_VARIABLE} is not set`, `set it, ${OR_AGAIN}`);
    case 'keychain': {
      const identity = await keychain.read(keyId(record.recipient)).catch(() => {
        const what = 'the system’s keychain, which has their key, is locked, refuses, or does not answer';
        throw fault(subject, what, 'unlock it and try again', 'unreachable');
      });
      if (identity !== null) return identity;
      throw fault(subject, 'the system’s keychain no longer has their key', `set ${KEY_VARIABLE}, ${OR_AGAIN}`);
    }
    default:
      return record satisfies never;
  }
}

/** Where the record is lost, what the key opens tells whether it is the right one. */
async function opensAny({ identity }: Key, names: readonly string[], folder: string): Promise<boolean> {
  for (const name of names) {
    const bytes = await readOurs(join(folder, name), 'It cannot be read', () => undefined).catch(() => undefined);
    if (bytes && typeof (await unseal(bytes, identity)) === 'object') return true;
  }
  return false;
}

/** Read back, because there are keychains that take a secret and do not keep it. */
async function entrust(keychain: Keychain, recipient: string, identity: string): Promise<boolean> {
  const name = keyId(recipient);
  return keychain
    .write(name, identity)
    .then(() => keychain.read(name))
    .then((kept) => kept === identity)
    .catch(() => false);
}

function warnOfFile(folder: string, warn: Warn): void {
  warn(
    `The system’s keychain could not be used, so the key to the kept sessions lies beside them, in "${keyFile(folder)}": whoever can read your files can use them. Set ${KEY_VARIABLE} to keep the key elsewhere.`,
  );
}

function unopenable(folder: string): string {
  return `The sessions kept in "${folder}" cannot be opened`;
}

function wrongKey(folder: string, where: string, remedy: string): UsageError {
  return fault(`${unopenable(folder)} with the key that is here`, `the one in ${where} is another`, remedy);
}
