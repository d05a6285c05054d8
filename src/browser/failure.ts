import type { Browser } from 'playwright';
import { ReasonError } from '../errors.ts';

/** What Playwright throws where the browser, or its page, has gone; null for anything else. */
export function failureOf(error: unknown, browser: Browser): ReasonError | null {
  if (error instanceof ReasonError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const isBrowsers = !browser.isConnected() || /has been closed|Target closed|Target crashed|Protocol error/.test(text);
  return isBrowsers ? stopped(error) : null;
}

/** A healthy browser needs less than one of these, in milliseconds, however busy the machine. */
const MOST_ANSWER_MS = 30_000;
const MOST_CLOSE_MS = 20_000;

/**
 * Waits for Playwright no longer than the browser lives, nor for ever: a page that is being made when it dies, or hangs, is
 * waited for without end.
 * @throws ReasonError `browser-failed` where the browser goes first or says nothing; whatever the work throws
 */
export async function whileItLives<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  if (!browser.isConnected()) throw stopped();
  let onGone = () => {};
  const gone = new Promise<never>((_, reject) => {
    onGone = () => reject(stopped());
  });
  browser.once('disconnected', onGone);
  const timer = setTimeout(onGone, MOST_ANSWER_MS);
  try {
    return await Promise.race([work(), gone]);
  } finally {
    clearTimeout(timer);
    browser.off('disconnected', onGone);
  }
}

/** Closes a page's context or the browser; one that hangs is left behind, and goes with the program. */
export async function closeInTime(thing: { close(): Promise<void> } | null): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, MOST_CLOSE_MS);
  });
  await Promise.race([thing?.close().catch(() => undefined), patience]);
  clearTimeout(timer);
}

function stopped(cause?: unknown): ReasonError {
  return new ReasonError('browser-failed', 'The browser stopped in the middle of the work.', undefined, { cause });
}
