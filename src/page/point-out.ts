import type { CDPSession, Page } from 'playwright';

/** Colours of the browser's own highlight: red, green, blue from 0 to 255, opacity from 0 to 1. */
export const HIGHLIGHT = {
  contentColor: { r: 10, g: 102, b: 194, a: 0.25 },
  borderColor: { r: 10, g: 102, b: 194, a: 1 },
  paddingColor: { r: 10, g: 102, b: 194, a: 0.25 },
};

/** Smaller than this, in pixels, and the part that stands for it is around it. */
const SMALLEST = 20;

/**
 * Points at a control as the developer tools do: drawn over the page, not in it, so that the page does not change.
 * @param selector of the control, which stands in no shadow root
 * @returns takes the pointing away again
 */
export async function pointOut(page: Page, selector: string): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('Overlay.enable');
  const nodeId = await visibleAround(session, selector);
  if (nodeId !== null) {
    await session.send('DOM.scrollIntoViewIfNeeded', { nodeId });
    await session.send('Overlay.highlightNode', { nodeId, highlightConfig: HIGHLIGHT });
  }
  return async () => {
    await session.send('Overlay.hideHighlight').catch(() => undefined);
    await session.detach().catch(() => undefined);
  };
}

/** The control itself, or the nearest around it that is large enough to be seen. */
async function visibleAround(session: CDPSession, selector: string): Promise<number | null> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  for (const path of ['', ' > ', ' > * > ']) {
    const wanted = path === '' ? selector : `:has(${path}:is(${selector}))`;
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: wanted });
    const box = nodeId && (await session.send('DOM.getBoxModel', { nodeId }).catch(() => null));
    if (box && box.model.width >= SMALLEST && box.model.height >= SMALLEST) return nodeId;
  }
  return null;
}
