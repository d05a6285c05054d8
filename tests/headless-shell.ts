import { access } from 'node:fs/promises';
import { type OpenBrowser, withBrowser } from '../src/browser/open.ts';

/** Where Debian has it. What is in PATH is a script that stays its parent: whoever kills that one kills no browser. */
const EXECUTABLE = '/usr/lib/chromium/chromium-headless-shell';

/**
 * Chromium's headless shell: the same engine without the windows, which take two thirds of a start and half of a page. It
 * serves where not the browser is at stake but what stands on a page. Not where processes are counted: its own do not show
 * whose they are. Null with `FULL_BROWSER`, and where there is none: then it is the browser that a member has.
 */
export async function findShell(): Promise<string | null> {
  if (process.env.FULL_BROWSER) return null;
  return access(EXECUTABLE).then(
    () => EXECUTABLE,
    () => null,
  );
}

export async function withShell<T>(signal: AbortSignal, work: (open: OpenBrowser) => Promise<T>): Promise<T> {
  const browser = (await findShell()) ?? undefined;
  return withBrowser({ browser, headed: false, warn: () => undefined }, signal, work);
}
