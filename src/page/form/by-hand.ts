import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBrowser } from '../../browser/open.ts';
import type { SessionCookie } from '../../session/session.ts';
import { FORM_PATH } from '../../settings/form.ts';
import { navigate } from '../navigate.ts';
import { withFormVisit } from './open.ts';
import { type Ending, type WatchTask, watchForm } from './watch.ts';

interface ObjectTask extends WatchTask {
  cookies: readonly SessionCookie[];
  /** how long the window may stay */
  timeoutMs: number;
  signal: AbortSignal;
  onDialog(message: string): void;
}

const LOOK_EVERY_MS = 200;
const NAVIGATION_MS = 30_000;

/**
 * Opens the form, fills in what is certain, and watches what the member makes of it until the window is closed. Nothing is
 * ever pressed, and nothing can leave the page before the member has pressed something.
 * @throws ReasonError; what `signal` was aborted with
 */
export async function objectByHand(open: OpenBrowser, task: ObjectTask): Promise<Ending> {
  const { site, cookies, onDialog } = task;
  let onPress = () => {};
  return withFormVisit(open, { site, cookies, onPress: () => onPress(), onDialog }, async (visit) => {
    const watch = watchForm(visit, task);
    onPress = watch.onPress;
    await navigate(visit, site.origin + FORM_PATH, Math.min(task.timeoutMs, NAVIGATION_MS));
    const end = performance.now() + task.timeoutMs;
    while (performance.now() < end && !visit.page.isClosed() && open.browser.isConnected()) {
      if (task.signal.aborted) break;
      await watch.step();
      await pause(LOOK_EVERY_MS, undefined, { signal: task.signal }).catch(() => undefined);
    }
    // Whoever stops it after having sent something is owed what became of it.
    if (!watch.hasSent()) task.signal.throwIfAborted();
    return watch.ending(performance.now() >= end);
  });
}
