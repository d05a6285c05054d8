import type { KeyPlace } from '../session/store/key-record.ts';

/** Where the key to the kept sessions is, for people. */
export const KEY_PLACES: Record<KeyPlace, string> = {
  environment: 'in LINKEDIN_AI_OPTOUT_KEY',
  keychain: 'in the system’s keychain',
  file: 'in a file in the same folder',
};
