import type { PanelQuery } from './panel.ts';

/** Both run inside the page, beside `collectSnapshot`, and so must be complete in themselves. */

/** As somebody would scroll to it, and only where it is out of sight. @returns where the page was */
export function bringIntoView({ controlSelector, index }: PanelQuery): { x: number; y: number } | null {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const control = roots.flatMap((root) => [...root.querySelectorAll(controlSelector)])[index];
  if (!control) return null;
  const before = { x: scrollX, y: scrollY };
  const part = control.checkVisibility() ? control : (control.parentElement ?? control);
  const { top, bottom, left, right } = part.getBoundingClientRect();
  const isSeen = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
  if (!isSeen) part.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  return before;
}

export function scrollBack({ x, y }: { x: number; y: number }): void {
  if (scrollX !== x || scrollY !== y) scrollTo({ left: x, top: y, behavior: 'instant' });
}
