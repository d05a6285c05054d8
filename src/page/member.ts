import { decodeName } from '../member-hash.ts';
import type { Snapshot } from './snapshot.ts';
import type { Traffic } from './traffic.ts';

export const PROFILE_CALL = /\/mysettings-api\/settingsApiMiniProfile(\/|$)/;

/**
 * The vanity name of whoever is signed in: from the page's own profile call, or the profile link in the global
 * navigation. Null where neither tells, or where they do not agree.
 */
export function readMember(snapshot: Snapshot | null, traffic: Pick<Traffic, 'answers'>): string | null {
  const answers = traffic.answers.filter(
    ({ url, status }) => status === 200 && PROFILE_CALL.test(new URL(url).pathname),
  );
  const told = answers.flatMap(({ body }) => identifiersIn(body));
  const [vanity, another] = new Set(
    [...told, ...(snapshot?.navigationVanities ?? [])].map((name) => name.toLowerCase()),
  );
  return vanity !== undefined && another === undefined ? vanity : null;
}

function identifiersIn(body: string): string[] {
  const found: string[] = [];
  try {
    JSON.parse(body, (name, value) => {
      if (name === 'publicIdentifier' && typeof value === 'string' && value) found.push(decodeName(value));
      return value;
    });
  } catch {
    // Not JSON: it tells nothing.
  }
  return found;
}
