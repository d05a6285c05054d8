import { join } from 'node:path';
import { dataFolder } from '../../data-folder.ts';
import type { Site } from '../../settings/site.ts';
import { removeKept, requireKeepable, saveKept } from './change-kept.ts';
import type { KeptSession } from './kept.ts';
import { keyOfEnvironment } from './key.ts';
import { type KeyPlace, readKeyRecord } from './key-record.ts';
import { type Keychain, remembering, systemKeychain } from './keychain.ts';
import { type Listed, listKept, loadKept } from './open-kept.ts';
import { checkFolder } from './ours.ts';
import type { Place } from './place.ts';

/** The sessions that are kept on this machine. Every fault is a UsageError: one sentence, without anything secret. */
export interface Store {
  folder: string;
  /** where the key lives; null as long as there is none */
  readonly keyPlace: KeyPlace | null;
  /** one sentence each, for people; what is done may add to them */
  readonly warnings: readonly string[];
  /** null where nothing is kept for this account */
  load(account: string): Promise<KeptSession | null>;
  /** Says before a member signs in what would keep `save` from keeping it. Makes folder and key where there are none. */
  requireWritable(): Promise<void>;
  /**
   * Keeps the site's own cookies that have not expired, whole or not at all: where it fails, what was kept before is
   * unchanged. @throws ReasonError `signed-out` or `session-expired` where they are no sign-in
   */
  save(kept: KeptSession, context: { site: Site; now: Date }): Promise<void>;
  /** Removes the session, and with the last one its key; false where there was none. */
  remove(account: string): Promise<boolean>;
  /** Everything that is kept, by name; a fault stands where it cannot be opened. */
  list(): Promise<Listed[]>;
}

/** The store's folder, in the platform's own data folder. */
export function storeFolder(): string {
  return join(dataFolder(), 'sessions');
}

/**
 * Opens the store. Nothing is made and no keychain is asked before that is needed.
 *
 * @throws UsageError where the folder is not ours, or the key in the environment is none
 */
export async function openStore(given: {
  folder?: string;
  environment: NodeJS.ProcessEnv;
  keychain?: Keychain;
}): Promise<Store> {
  const { environment, folder = storeFolder() } = given;
  const keychain = remembering(given.keychain ?? systemKeychain(environment));
  const warnings = new Set<string>();
  const place: Place = { folder, environment, keychain, warn: (sentence) => void warnings.add(sentence) };
  let keyPlace = await readKeyPlace(place);
  return {
    folder,
    get keyPlace() {
      return keyPlace;
    },
    get warnings() {
      return [...warnings];
    },
    load: (account) => loadKept(place, account),
    list: () => listKept(place),
    async requireWritable() {
      keyPlace = (await requireKeepable(place)).place;
    },
    async save(kept, context) {
      keyPlace = (await saveKept(place, kept, context)).place;
    },
    async remove(account) {
      const wasThere = await removeKept(place, account);
      keyPlace = await readKeyPlace(place);
      return wasThere;
    },
  };
}

async function readKeyPlace({ folder, environment, warn }: Place): Promise<KeyPlace | null> {
  const record = (await checkFolder(folder, warn)) ? await readKeyRecord(folder, warn) : 'missing';
  if (await keyOfEnvironment(environment)) return 'environment';
  return typeof record === 'object' ? record.place : null;
}
