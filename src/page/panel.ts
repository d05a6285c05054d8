/**
 * Where the setting's own panel stands on the page, and what is drawn in it, for `plan-picture.ts` to pick from: the texts
 * in here may be private and are never kept. `collectPanel` runs inside the page, beside `collectSnapshot`, and so must be
 * complete in itself.
 */
import type { Box, PanelFacts, PanelPiece } from './plan-picture.ts';

export interface PanelQuery {
  controlSelector: string;
  /** which of the controls that `collectSnapshot` finds with this selector */
  index: number;
}

export function collectPanel({ controlSelector, index }: PanelQuery): PanelFacts | null {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const elements = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  const control = roots.flatMap((root) => [...root.querySelectorAll(controlSelector)])[index];
  if (!control) return null;

  const boxOf = ({ left, top, width, height }: DOMRect): Box => ({
    x: left + scrollX,
    y: top + scrollY,
    width,
    height,
  });
  const isThere = ({ width, height }: Box): boolean => width > 1 && height > 1;
  const meets = (one: Box, other: Box): boolean =>
    Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 1 &&
    Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y) > 1;
  const parentOf = (element: Element): Element | null =>
    element.parentElement ??
    (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);
  const pathOf = (element: Element): Element[] => {
    const path: Element[] = [];
    for (let up: Element | null = element; up; up = parentOf(up)) path.push(up);
    return path;
  };
  const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  // The panel: the nearest that holds the control, its label and a title, and nothing of the site's navigation.
  const native = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
  const label = native.find((each) => textOf(each)) ?? null;
  const holds = (holder: Element, part: Element): boolean => pathOf(part).includes(holder);
  const headings = elements.filter((element) => element.matches('h1, h2, h3, [role="heading"]') && isShown(element));
  const navigation = elements.filter((element) =>
    element.matches('nav, body > header, [role="navigation"], [role="banner"], #global-nav, .global-nav'),
  );
  const around = pathOf(control).slice(1);
  const outside = around.findIndex(
    (holder) => holder.matches('body, html') || navigation.some((part) => holds(holder, part) || holder === part),
  );
  const holders = outside === -1 ? around : around.slice(0, outside);
  const labelled = holders.filter((holder) => !label || holds(holder, label));
  const panel = labelled.find((holder) => headings.some((part) => holds(holder, part))) ?? labelled[0] ?? holders[0];
  if (!panel) return null;

  // What could be drawn over something else, or under it, and tell of somebody.
  const drawsText = (pseudo: CSSStyleDeclaration): boolean => {
    const isEmpty = ['none', 'normal', '""', '" "', "''"].includes(pseudo.content);
    return !isEmpty || pseudo.backgroundImage.includes('url(');
  };
  const own = (element: Element): Text[] =>
    [...element.childNodes].filter(
      (node): node is Text => node.nodeType === Node.TEXT_NODE && !!node.nodeValue?.trim(),
    );
  const boxesOf = (text: Text): Box[] => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].map(boxOf).filter(isThere);
  };
  const PICTURES = 'img, picture, svg, video, canvas, iframe, object, embed, input, textarea, select, progress, meter';
  const shown = elements
    .map((element) => ({ element, box: boxOf(element.getBoundingClientRect()) }))
    .filter(({ element, box }) => isThere(box) && isShown(element) && !element.matches('html, head *'));
  const stranger = (
    element: Element,
    box: Box,
    mine: readonly Text[],
    isMine: (element: Element) => boolean,
  ): boolean => {
    const style = getComputedStyle(element);
    if (style.backgroundImage.includes('url(')) return true;
    if (['::before', '::after'].some((name) => drawsText(getComputedStyle(element, name)))) return true;
    if (own(element).some((text) => !mine.includes(text) && boxesOf(text).some((each) => meets(each, box))))
      return true;
    if (isMine(element)) return false;
    // Nothing in it that can be seen from here: it may hold a closed shadow.
    const isBare = element.childElementCount === 0 && own(element).length === 0 && !element.shadowRoot;
    return element.matches(PICTURES) || (isBare && !element.matches('br, hr, wbr'));
  };
  const isOnTop = (box: Box, target: Element): boolean => {
    const [x, y] = [box.x - scrollX + box.width / 2, box.y - scrollY + box.height / 2];
    let top = document.elementFromPoint(x, y);
    while (top?.shadowRoot) {
      const inner = top.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === top) break;
      top = inner;
    }
    return !!top && (pathOf(top).includes(target) || pathOf(target).includes(top));
  };
  const isFree = (
    boxes: Box[],
    target: Element,
    mine: readonly Text[],
    isMine: (element: Element) => boolean,
  ): boolean =>
    boxes.every(
      (box) =>
        isOnTop(box, target) &&
        shown.every((other) => !meets(other.box, box) || !stranger(other.element, box, mine, isMine)),
    );

  const pieces: PanelPiece[] = [];
  const stand = control.parentElement?.querySelector('.setting-toggle__toggle') ?? null;
  const parts = [control, stand].filter((part) => part !== null);
  const boxes = parts
    .filter(isShown)
    .map((part) => boxOf(part.getBoundingClientRect()))
    .filter(isThere);
  const row = control.parentElement ?? control;
  // What draws a switch has no words in it, and no pictures.
  const drawsSwitch = (element: Element): boolean =>
    parts.includes(element) ||
    (holds(row, element) &&
      textOf(element) === '' &&
      !element.matches('img, picture, video, canvas, iframe, object, embed') &&
      element.querySelector('image, text, foreignObject, use, img') === null);
  if (boxes.length > 0) pieces.push({ kind: 'switch', words: [], boxes, isFree: isFree(boxes, row, [], drawsSwitch) });
  for (const { element } of shown) {
    if (!holds(panel, element) || element.closest('svg')) continue;
    for (const text of own(element)) {
      const path = pathOf(element).slice(0, 3).map(textOf);
      const words = [text.nodeValue?.replace(/\s+/g, ' ').trim() ?? '', ...path].filter((each) => each.length <= 300);
      const lines = boxesOf(text);
      if (lines.length > 0)
        pieces.push({ kind: 'text', words, boxes: lines, isFree: isFree(lines, element, [text], () => false) });
    }
  }
  return {
    panel: boxOf(panel.getBoundingClientRect()),
    view: { x: scrollX, y: scrollY, width: document.documentElement.clientWidth, height: innerHeight },
    pieces,
  };
}
