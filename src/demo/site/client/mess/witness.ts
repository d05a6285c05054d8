/** Run in the browser: what the page itself can testify to. */
import type { Page } from '../page.ts';

/** Tells the server of every flip of our switch, and of every click that meets something else to click on. */
export function tellsClicks(page: Page): void {
  const tell = (what: string) => {
    new Image().src = `/demo/clicked?on=${what}`;
  };
  page.onFlip.push(() => tell('ours'));
  const isAnother = (node: EventTarget) =>
    node instanceof Element && node.matches('a, button, input, [role="switch"]') && !page.controls.has(node);
  addEventListener('click', (event) => event.composedPath().some(isAnother) && tell('another'), true);
}
