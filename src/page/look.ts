import type { CDPSession, Page } from 'playwright';
import { VISIBLE_WALLS } from '../settings/walls.ts';
import { bringIntoView, scrollBack } from './bring-into-view.ts';
import { collectSnapshot } from './collect-snapshot.ts';
import { beginHearing, type HearingQuery, hasHeard } from './hearing.ts';
import { collectOutline, OUTLINE_LIMITS, type OutlineNode, type OutlineQuery } from './outline.ts';
import { collectPanel, type PanelQuery } from './panel.ts';
import type { Box, PanelFacts } from './plan-picture.ts';
import { CONTROL_SELECTOR, type Snapshot, type SnapshotQuery } from './snapshot.ts';

/**
 * Looks at the page: facts of one moment, or null while there is nothing to look at (between two documents, or while the
 * page does not answer). Uses a world of its own beside the page's, so nothing the page defines can lie to it.
 */
export type Look = (key: string | null) => Promise<Snapshot | null>;

/** `outline` is the tree of what stands there, in the same world; null where it could not be had. */
export interface Eyes {
  look: Look;
  outline(): Promise<OutlineNode | null>;
  /** Hears from here on whether the switch with this key tells of a change, however short; begins anew each time. */
  listen(key: string): Promise<void>;
  /** Has it? What nobody listened to was not heard. */
  heard(): Promise<boolean>;
  /** what is drawn around one of the controls, by its place in the snapshot's list */
  panel(index: number): Promise<PanelFacts | null>;
  /** scrolls to it where it is out of sight. @returns scrolls back; null where it is not there any more */
  bringIntoView(index: number): Promise<(() => Promise<void>) | null>;
  /** to the end of the page, as far as it is there */
  scrollDown(): Promise<void>;
  /** PNG of a part of the page that is in sight; null where it could not be had */
  shoot(clip: Box): Promise<Uint8Array | null>;
}

const WORLD = 'linkedin-ai-optout';
const PATIENCE_MS = 5_000;

export async function openEyes(page: Page): Promise<Eyes> {
  const session = await page.context().newCDPSession(page);
  // A page's main frame stays the same one, wherever it goes.
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  // A crashed page leaves its questions open.
  const crash = new Promise<null>((resolve) => page.once('crash', () => resolve(null)));
  const ask = <T>(expression: string): Promise<T | null> =>
    Promise.race([evaluateAside<T>(session, frameId, expression), crash, silence(PATIENCE_MS)]).catch(() => null);
  return {
    look: (key) => {
      const query: SnapshotQuery = {
        key,
        controlSelector: CONTROL_SELECTOR,
        wallSelectors: VISIBLE_WALLS.map((wall) => wall.selector),
      };
      return ask<Snapshot>(`(${collectSnapshot})(${JSON.stringify(query)})`);
    },
    listen: async (key) => {
      const query: HearingQuery = { controlSelector: CONTROL_SELECTOR, key };
      await ask<void>(`(${beginHearing})(${JSON.stringify(query)})`);
    },
    heard: async () => (await ask<boolean>(`(${hasHeard})()`)) ?? false,
    outline: () => {
      const query: OutlineQuery = { controlSelector: CONTROL_SELECTOR, ...OUTLINE_LIMITS };
      return ask<OutlineNode>(`(${collectOutline})(${JSON.stringify(query)})`);
    },
    panel: (index) => {
      const query: PanelQuery = { controlSelector: CONTROL_SELECTOR, index };
      return ask<PanelFacts>(`(${collectPanel})(${JSON.stringify(query)})`);
    },
    bringIntoView: async (index) => {
      const query: PanelQuery = { controlSelector: CONTROL_SELECTOR, index };
      const before = await ask<{ x: number; y: number }>(`(${bringIntoView})(${JSON.stringify(query)})`);
      return before && (async () => void (await ask(`(${scrollBack})(${JSON.stringify(before)})`)));
    },
    scrollDown: async () => void (await ask('scrollTo(0, document.documentElement.scrollHeight)')),
    shoot: async (clip) => {
      const shooting = session.send('Page.captureScreenshot', { format: 'png', clip: { ...clip, scale: 1 } });
      const shot = await Promise.race([shooting, crash, silence(PATIENCE_MS)]).catch(() => null);
      return shot && Buffer.from(shot.data, 'base64');
    },
  };
}

async function evaluateAside<T>(session: CDPSession, frameId: string, expression: string): Promise<T | null> {
  // Of the document that is there now: a world that was made earlier may be of one that has gone.
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: WORLD });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression,
    returnByValue: true,
  });
  return exceptionDetails ? null : (result.value as T);
}

function silence(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds).unref());
}
