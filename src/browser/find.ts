import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { ReasonError, UsageError } from '../errors.ts';
import { loadChromium } from './playwright.ts';

export const BROWSER_NAMES = ['chrome', 'msedge', 'chromium'] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

export interface FoundBrowser {
  name: BrowserName;
  executablePath: string;
}

/** Where each browser is usually found: a name is looked up in PATH, a path is taken as it is. */
const USUAL_PLACES: Record<BrowserName, Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  chrome: {
    linux: ['google-chrome', 'google-chrome-stable', '/opt/google/chrome/chrome'],
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    win32: windowsPlaces('Google\\Chrome\\Application\\chrome.exe'),
  },
  msedge: {
    linux: ['microsoft-edge', 'microsoft-edge-stable', '/opt/microsoft/msedge/msedge'],
    darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    win32: windowsPlaces('Microsoft\\Edge\\Application\\msedge.exe'),
  },
  chromium: {
    linux: ['chromium', 'chromium-browser'],
    darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    win32: windowsPlaces('Chromium\\Application\\chrome.exe'),
  },
};

/**
 * The browser to use: the one asked for (a name or an executable), else the first one found.
 * @throws UsageError for a path that is no executable; ReasonError `browser-missing` where none is found
 */
export async function findBrowser(asked?: string): Promise<FoundBrowser> {
  const asksForPath = asked !== undefined && !isBrowserName(asked);
  if (asksForPath) return { name: guessName(asked), executablePath: await requireExecutable(asked) };
  for (const name of asked ? [asked] : BROWSER_NAMES) {
    const executablePath = await findNamed(name);
    if (executablePath) return { name, executablePath };
  }
  throw new ReasonError('browser-missing', asked ? `No ${asked} was found here.` : 'No browser was found here.');
}

function isBrowserName(text: string): text is BrowserName {
  return (BROWSER_NAMES as readonly string[]).includes(text);
}

async function findNamed(name: BrowserName): Promise<string | null> {
  const places = [...(USUAL_PLACES[name][process.platform] ?? [])];
  // Playwright's own download comes last: a browser that the member keeps up to date is preferred.
  if (name === 'chromium') places.push((await loadChromium()).executablePath());
  for (const place of places) {
    const paths = /[/\\]/.test(place) ? [place] : searchPath().map((folder) => join(folder, place));
    for (const path of paths) if (await isExecutable(path)) return path;
  }
  return null;
}

async function requireExecutable(path: string): Promise<string> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new UsageError(`--browser: there is no "${path}"; give chrome, msedge, chromium, or an executable.`);
  if (!info.isFile() || !(await isExecutable(path)))
    throw new UsageError(`--browser: "${path}" is not an executable file.`);
  return path;
}

/** Is there a program of this name to be started? */
export async function isInPath(program: string): Promise<boolean> {
  for (const folder of searchPath()) if (await isExecutable(join(folder, program))) return true;
  return false;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function guessName(path: string): BrowserName {
  if (/edge/i.test(path)) return 'msedge';
  return /chrome/i.test(path) ? 'chrome' : 'chromium';
}

function searchPath(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

function windowsPlaces(tail: string): string[] {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return roots.flatMap((root) => (root ? [`${root}\\${tail}`] : []));
}
