import { randomBytes } from 'node:crypto';
import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { configFile } from './place.ts';

/** A configuration to begin with: valid as it stands, and everything else in it is a comment. */
const FIRST = `// What "linkedin-ai-optout audit" checks, and whom it tells. JSON; comments are welcome.
// The command line wins over this file. Relative paths count from this folder.
{
  // Kept accounts (linkedin-ai-optout login --account <name>), or files with an exported session.
  "accounts": [
    { "name": "default" }
    // { "name": "work", "session": "work.json", "expectAccount": "robin-example" }
  ],

  // Which settings; "all" for the whole catalogue.
  "settings": ["ai-training"],

  // How many accounts at once, in one browser.
  "concurrency": 2,

  // Files to write, each time anew; the format goes by the ending.
  // "outputs": ["audit.json"],

  // What is not as wished, and ends with exit code 1 (on) or 3 (unknown).
  "failOn": ["on", "unknown"],

  // What may be on, why, who answers for it, and the day on which it counts again. It stays visible.
  // "exceptions": [
  //   { "account": "work", "setting": "ai-training", "reason": "agreed with HR", "owner": "robin", "expires": "2027-03-31" }
  // ],

  // Whom to tell: on a change and on recovery, or always. A secret header comes from the environment.
  // "notify": [
  //   { "webhook": "https://hooks.example.com/…", "header": { "name": "Authorization", "env": "HOOK_TOKEN" }, "on": "change" },
  //   { "command": ["/usr/local/bin/tell-me"], "on": "always" }
  // ],

  // After so many days without proof you are told once more: silence must not look like health.
  "maxAgeDays": 14
}
`;

/** Writes a first configuration, for its owner's eyes. @returns its path @throws UsageError, also where there is one already */
export async function writeFirstConfig(named?: string): Promise<string> {
  const path = resolve(named ?? configFile());
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const draft = `${path}.${randomBytes(6).toString('hex')}.draft`;
    try {
      await writeFile(draft, FIRST, { mode: 0o600 });
      // A link never replaces.
      await link(draft, path);
    } finally {
      await rm(draft, { force: true });
    }
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UsageError(`There is a configuration already: "${path}"; it was left as it is.`);
    throw new UsageError(`"${path}" was not written (${code}); give another place with --config.`);
  }
}
