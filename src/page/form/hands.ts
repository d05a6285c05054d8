import type { CDPSession, Page } from 'playwright';
import { HIGHLIGHT } from '../point-out.ts';
import { type Change, collectForm, type FormFacts, fillIn, heldField, MOST_TEXT, watchPresses } from './collect.ts';

/** Eyes and hands on a form, in a world beside the page's: nothing that the page defines can lie to them, and nothing is left in it. */
export interface Hands {
  /** null while there is nothing to look at */
  look(): Promise<FormFacts | null>;
  /** Fills in one field after the other. @returns what each then holds */
  fill(changes: readonly Change[]): Promise<string[]>;
  /** Points at a field that was found last, as the developer tools do: over the page, not in it. */
  pointAt(field: number): Promise<void>;
  unpoint(): Promise<void>;
}

const WORLD = 'linkedin-ai-optout-form';
const PRESSED = 'linkedinAiOptoutPressed';
const PATIENCE_MS = 5_000;

/**
 * To be called before the page goes anywhere.
 * @param onPress called when the member presses what may submit something
 */
export async function openHands(page: Page, onPress: () => void): Promise<Hands> {
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.bindingCalled', ({ name }) => {
    if (name === PRESSED) onPress();
  });
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: PRESSED, executionContextName: WORLD });
  const source = `(${watchPresses})(${JSON.stringify(PRESSED)})`;
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD, runImmediately: true });
  const ask = <T>(expression: string): Promise<T | null> =>
    Promise.race([evaluate<T>(session, expression), silence()]).catch(() => null);
  return {
    look: () => ask<FormFacts>(`(${collectForm})(${MOST_TEXT})`),
    fill: async (changes) => {
      const held: string[] = [];
      for (const change of changes) {
        const [value] = (await ask<string[]>(`(${fillIn})(${JSON.stringify([change])})`)) ?? [];
        held.push(value ?? '');
      }
      return held;
    },
    pointAt: async (field) => {
      const contextId = await worldOf(session);
      const expression = `(${heldField})(${field})`;
      const { result } = await session.send('Runtime.evaluate', { contextId, expression });
      if (!result.objectId) return;
      await session.send('DOM.enable');
      await session.send('Overlay.enable');
      await session.send('DOM.scrollIntoViewIfNeeded', { objectId: result.objectId });
      await session.send('Overlay.highlightNode', { objectId: result.objectId, highlightConfig: HIGHLIGHT });
    },
    unpoint: async () => {
      await session.send('Overlay.hideHighlight').catch(() => undefined);
    },
  };
}

async function worldOf(session: CDPSession): Promise<number> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const frameId = frameTree.frame.id;
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: WORLD });
  return executionContextId;
}

async function evaluate<T>(session: CDPSession, expression: string): Promise<T | null> {
  const contextId = await worldOf(session);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    returnByValue: true,
  });
  return exceptionDetails ? null : (result.value as T);
}

function silence(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS).unref());
}
