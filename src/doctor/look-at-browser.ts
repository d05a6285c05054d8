import { hasDisplay } from '../browser/display.ts';
import { findBrowser } from '../browser/find.ts';
import { ensureBrowser, installPackages } from '../browser/install.ts';
import { withBrowser } from '../browser/open.ts';
import { ReasonError } from '../errors.ts';
import type { RunOptions } from '../options.ts';
import { EXIT } from '../vocabulary.ts';
import type { Finding } from './finding.ts';

type Asked = Pick<RunOptions, 'browser' | 'connect' | 'headed' | 'timeoutMs'>;

/** Is there one? @throws UsageError for a wrong --browser */
export async function findAny({ browser }: Asked): Promise<Finding> {
  try {
    const { name, executablePath } = await findBrowser(browser);
    return { state: 'fine', detail: `${name}, ${executablePath}` };
  } catch (error) {
    if (!(error instanceof ReasonError)) throw error;
    const { message, hint } = error.reason;
    const fix = async (tell: (text: string) => void) => {
      await ensureBrowser(tell);
      return `installed: ${(await findBrowser()).executablePath}`;
    };
    const wrong = { state: 'wrong', detail: message, next: hint, exitCode: EXIT.failed } as const;
    return browser === undefined ? { ...wrong, fix } : wrong;
  }
}

/** Really starts it, which shows more than any list of what it needs: its libraries, its sandbox, its window. */
export async function startOnce(asked: Asked, signal: AbortSignal): Promise<Finding> {
  const warnings: string[] = [];
  try {
    const { version, mode, sandbox } = await withBrowser(
      { ...asked, warn: (text) => void warnings.push(text) },
      signal,
      async (open) => open,
    );
    const started = `version ${version}, ${WINDOWS[mode]}`;
    // Of a browser that somebody else started it is not known.
    if (sandbox === null) return { state: 'fine', detail: started };
    const detail = `${started}, ${sandbox ? 'in its sandbox' : 'without its sandbox'}`;
    if (sandbox) return { state: 'fine', detail };
    return {
      state: 'note',
      detail: `${detail}, as this is root`,
      next: 'Run it as an ordinary user, whose browser keeps its sandbox.',
    };
  } catch (error) {
    if (signal.aborted || !(error instanceof ReasonError)) throw error;
    const { message, hint } = error.reason;
    return { state: 'wrong', detail: message, next: hint, exitCode: EXIT.failed };
  }
}

const WINDOWS = {
  headed: 'in a window',
  virtual: 'on a virtual display',
  headless: 'without a window',
  connected: 'connected',
} as const;

/** Where would a window be shown? */
export async function lookForDisplay(hasXvfb: () => Promise<boolean>): Promise<Finding> {
  if (hasDisplay()) return { state: 'fine', detail: 'a screen to show the window on' };
  if (await hasXvfb()) {
    return {
      state: 'note',
      detail: 'no screen; the browser runs on a virtual one (Xvfb)',
      next: 'login, object and disable --assist need a real one.',
    };
  }
  return {
    state: 'note',
    detail: 'no screen and no Xvfb: the browser runs headless, which LinkedIn challenges more often',
    next: 'Install Xvfb (Debian: apt-get install xvfb), or run it on a desktop.',
    fix: async () => {
      if (!(await installPackages(['xvfb']))) throw new Error('Xvfb could not be installed here.');
      return 'installed Xvfb';
    },
  };
}
