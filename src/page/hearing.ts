/**
 * Listens in the page for what a switch tells when it is clicked, however briefly it shows: what flips and flips back
 * between two looks is heard all the same. Both functions run inside the page, in a world of their own, where nothing of
 * the page can see them; each must be complete in itself.
 */
export interface HearingQuery {
  controlSelector: string;
  key: string;
}

export function beginHearing({ controlSelector, key }: HearingQuery): void {
  const own = globalThis as { hasHeardSwitch?: boolean };
  own.hasHeardSwitch = false;
  const isOurs = (target: EventTarget | Node | null) =>
    target instanceof Element &&
    target.matches(controlSelector) &&
    (target.getAttribute('aria-labelledby') ?? '').split(/\s+/).includes(key);
  const onEvent = (event: Event) => {
    if (event.composedPath().some(isOurs)) own.hasHeardSwitch = true;
  };
  for (const kind of ['input', 'change']) addEventListener(kind, onEvent, true);
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => isOurs(target))) own.hasHeardSwitch = true;
  });
  const observe = (root: Document | ShadowRoot) => {
    const attributeFilter = ['aria-checked', 'aria-pressed', 'checked', 'disabled', 'aria-disabled', 'aria-busy'];
    observer.observe(root, { subtree: true, attributes: true, attributeFilter });
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) observe(element.shadowRoot);
  };
  observe(document);
}

export function hasHeard(): boolean {
  return (globalThis as { hasHeardSwitch?: boolean }).hasHeardSwitch === true;
}
