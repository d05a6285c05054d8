const PREFIX = 'account-';
const SUFFIX = '.age';

/**
 * An account's name as the stem of a file's name. Capitals and dots are written as their code, so that `Work` and `work`
 * stay two on a file system that takes them for one, and the prefix keeps `..`, `con` and `nul` from meaning anything.
 */
export function stemOf(account: string): string {
  const safe = account.replace(/[^a-z0-9_-]/g, (character) => `~${character.charCodeAt(0).toString(16)}`);
  return `${PREFIX}${safe}`;
}

/** The name of the file that keeps this account's session. */
export function fileNameOf(account: string): string {
  return `${stemOf(account)}${SUFFIX}`;
}

/** The account whose session a file keeps, or undefined where the name is none of ours. */
export function accountOf(fileName: string): string | undefined {
  if (!fileName.startsWith(PREFIX) || !fileName.endsWith(SUFFIX)) return undefined;
  const account = fileName
    .slice(PREFIX.length, -SUFFIX.length)
    .replace(/~([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return fileNameOf(account) === fileName && /^[\w.-]{1,64}$/.test(account) ? account : undefined;
}

/** May this file be somebody's session, whatever it is called? As long as there is one, its key stays. */
export function isSealed(fileName: string): boolean {
  return fileName.endsWith(SUFFIX);
}
