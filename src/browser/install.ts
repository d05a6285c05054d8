import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ReasonError } from '../errors.ts';
import { findBrowser } from './find.ts';

type Command = readonly [string, ...string[]];

/**
 * Installs a browser where none is found: Playwright's own download first, then the system's package manager where we may
 * use it (apt-get as root, or with a sudo that asks nothing).
 * @throws ReasonError `browser-missing` with the commands to type, where neither works
 */
export async function ensureBrowser(tell: (text: string) => void): Promise<void> {
  if (await hasBrowser()) return;
  tell('No browser was found: installing Chromium (Playwright’s own download).');
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
  if ((await runs([process.execPath, playwright, 'install', 'chromium'])) && (await hasBrowser())) return;
  tell('That did not work: installing Chromium with apt-get.');
  if ((await installPackages(['chromium'])) && (await hasBrowser())) return;
  throw new ReasonError('browser-missing', 'No browser was found, and none could be installed.');
}

/** Installs Debian packages where we may; false where we may not, or where it fails. */
export async function installPackages(packages: readonly string[]): Promise<boolean> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !(await runs(['sudo', '-n', 'true']))) return false;
  const asRoot = (...command: Command): Command => (isRoot ? command : ['sudo', '-n', ...command]);
  const install = asRoot('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
  return (await runs(asRoot('apt-get', 'update', '-qq'))) && (await runs(install));
}

/** A browser that cannot even tell its version lacks its libraries: it counts as none. */
async function hasBrowser(): Promise<boolean> {
  const found = await findBrowser().catch(() => null);
  if (!found) return false;
  return process.platform === 'win32' || runs([found.executablePath, '--version'], 'ignore');
}

/** Output goes to standard error: standard output is the result's alone. */
async function runs([program, ...rest]: Command, output: 'ignore' | 2 = 2): Promise<boolean> {
  const child = spawn(program, rest, {
    stdio: ['ignore', output, output],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const ended = once(child, 'exit').then(([code]) => code === 0);
  return Promise.race([ended, once(child, 'error').then(() => false)]).catch(() => false);
}
