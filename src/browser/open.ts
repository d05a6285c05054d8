import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { ReasonError } from '../errors.ts';
import { withConnectedBrowser } from './connect.ts';
import { hasDisplay, openVirtualDisplay, type WindowMode } from './display.ts';
import { environmentWithoutSession } from './environment.ts';
import { closeInTime, failureOf, whileItLives } from './failure.ts';
import { findBrowser } from './find.ts';
import { loadProxy } from './gate.ts';
import { type HostRule, hostRulesOf } from './host-rules.ts';
import { openNowhere } from './nowhere.ts';
import { loadChromium } from './playwright.ts';
import { SWITCHES } from './switches.ts';

export interface BrowserOptions {
  /** a name or an executable; the first one found when absent */
  browser?: string | undefined;
  /** address of a browser that is already there: a Playwright server or a CDP endpoint */
  connect?: string | undefined;
  /** undefined: a window where there is a display, else a virtual one, else headless */
  headed?: boolean | undefined;
  /** how long it may take to start, in milliseconds */
  timeoutMs?: number;
  /** what to do while it starts, such as loading what the work will need */
  meanwhile?(): Promise<unknown>;
  warn(message: string): void;
}

export interface OpenBrowser {
  browser: Browser;
  hostRules: readonly HostRule[];
  name: string;
  version: string;
  mode: WindowMode | 'connected';
  /** null where somebody else started it */
  sandbox: boolean | null;
  /** can its contexts be given a gate? */
  isGated: boolean;
  /** when it is aborted, the browser is closed at once */
  signal: AbortSignal;
}

const MOST_START_MS = 30_000;

/**
 * Opens a browser, runs the work, and closes everything again, whatever happens. The browser's own background traffic
 * finds no way out; each context gets a gate of its own (see `withVisit`).
 * @throws ReasonError `browser-missing` or `browser-failed`; UsageError for a wrong --browser
 */
export async function withBrowser<T>(
  options: BrowserOptions,
  signal: AbortSignal,
  work: (open: OpenBrowser) => Promise<T>,
): Promise<T> {
  const { connect } = options;
  return connect === undefined
    ? withOwnBrowser(options, signal, work)
    : withConnectedBrowser({ ...options, connect }, signal, work);
}

async function withOwnBrowser<T>(
  options: BrowserOptions,
  signal: AbortSignal,
  work: (open: OpenBrowser) => Promise<T>,
): Promise<T> {
  const { name, executablePath } = await findBrowser(options.browser);
  const cleanups: (() => Promise<unknown>)[] = [];
  const cleanUp = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup().catch(() => undefined);
  };
  try {
    signal.throwIfAborted();
    const folder = await makeTemporaryFolder();
    cleanups.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }));
    const { mode, environment, close } = await openWindowMode(options, folder);
    if (close) cleanups.push(close);
    const nowhere = await openNowhere();
    cleanups.push(() => nowhere.close());

    const sandbox = process.getuid?.() !== 0;
    const chromium = await loadChromium();
    const starting = chromium
      .launch({
        executablePath,
        headless: mode === 'headless',
        chromiumSandbox: sandbox,
        args: SWITCHES,
        timeout: Math.min(options.timeoutMs ?? MOST_START_MS, MOST_START_MS),
        proxy: { server: nowhere.server, bypass: '<-loopback>' },
        env: { ...environmentWithoutSession(), ...environment, TMPDIR: folder },
        // We close it ourselves, after saying what was and was not proven.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      })
      .catch((error: unknown) => {
        throw launchFailure(error, executablePath);
      });
    await Promise.allSettled([starting, loadProxy(), options.meanwhile?.()]);
    const browser = await starting;
    cleanups.push(() => closeInTime(browser));
    const onAbort = () => void browser.close().catch(() => undefined);
    signal.addEventListener('abort', onAbort, { once: true });
    cleanups.push(async () => signal.removeEventListener('abort', onAbort));
    signal.throwIfAborted();

    const commandLine = await whileItLives(browser, () => commandLineOf(browser)).catch((error: unknown) => {
      throw failureOf(error, browser) ?? error;
    });
    const hostRules = hostRulesOf(commandLine);
    return await work({ browser, hostRules, name, version: browser.version(), mode, sandbox, isGated: true, signal });
  } finally {
    await cleanUp();
  }
}

async function makeTemporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'linkedin-ai-optout-')).catch((error: NodeJS.ErrnoException) => {
    throw new ReasonError(
      'browser-failed',
      `The browser’s temporary files have no place in "${tmpdir()}" (${error.code}).`,
      'Make room there, or name another folder with TMPDIR.',
      { cause: error },
    );
  });
}

interface Window {
  mode: WindowMode;
  environment: Record<string, string>;
  close?: () => Promise<void>;
}

async function openWindowMode({ headed, warn }: BrowserOptions, folder: string): Promise<Window> {
  if (headed === false) return { mode: 'headless', environment: {} };
  if (hasDisplay()) return { mode: 'headed', environment: {} };
  const display = await openVirtualDisplay(folder);
  if (display) return { mode: 'virtual', environment: display.environment, close: display.close };
  if (headed) {
    throw new ReasonError(
      'browser-failed',
      '--headed: there is no display here, and no Xvfb to make one.',
      'Run it on a desktop, or install Xvfb (Debian: apt-get install xvfb), or use --headless.',
    );
  }
  warn('No display and no Xvfb here: the browser runs headless, which LinkedIn challenges more often.');
  return { mode: 'headless', environment: {} };
}

async function commandLineOf(browser: Browser): Promise<string[]> {
  const session = await browser.newBrowserCDPSession();
  const { arguments: commandLine } = await session
    .send('Browser.getBrowserCommandLine')
    .catch(() => ({ arguments: [] }));
  await session.detach();
  return commandLine;
}

function launchFailure(error: unknown, executablePath: string): ReasonError {
  const text = error instanceof Error ? error.message : String(error);
  const message = `The browser did not start: ${executablePath}`;
  if (/No usable sandbox|SUID sandbox/i.test(text)) {
    return new ReasonError(
      'browser-failed',
      `${message} (its sandbox is not available).`,
      'Allow unprivileged user namespaces on this machine, or run it on another; the sandbox is not switched off for you.',
      { cause: error },
    );
  }
  if (/cannot open display|Missing X server/i.test(text)) {
    return new ReasonError(
      'browser-failed',
      `${message} (its display "${process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY}" does not answer).`,
      'Correct DISPLAY, or use --headless.',
      { cause: error },
    );
  }
  return new ReasonError('browser-failed', `${message}.`, undefined, { cause: error });
}
