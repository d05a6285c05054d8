import { readdir } from 'node:fs/promises';
import { codeOf, systemFault } from '../../fault.ts';
import type { Keychain } from './keychain.ts';
import type { Warn } from './ours.ts';

/** What a store works on. */
export interface Place {
  folder: string;
  environment: NodeJS.ProcessEnv;
  keychain: Keychain;
  warn: Warn;
}

/** The names of the files in the folder. @throws UsageError: "cannot be read" is not the same as "nothing is there" */
export async function namesIn({ folder }: Place): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw systemFault(`The folder of kept sessions "${folder}" cannot be read`, error);
  });
}
