import type { ControlFact } from '../decide/observation.ts';
import type { Snapshot, SnapshotQuery } from './snapshot.ts';

/** Runs inside the page, in a world of its own, which the page cannot reach into, and so must be complete in itself. */
export function collectSnapshot({ key, controlSelector, wallSelectors }: SnapshotQuery): Snapshot {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (selector: string): Element[] => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const isSeen = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    const isOnPage = box.right > 0 && box.bottom + scrollY > 0 && box.left < innerWidth + scrollX;
    const isThere =
      box.width > 1 &&
      box.height > 1 &&
      isOnPage &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isThere) return false;
    // Cut off by something that is next to nothing, or fixed where nobody can scroll to.
    let isFloating = false;
    for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const { width, height } = around.getBoundingClientRect();
      // What is placed absolutely is cut off by nothing but what it is placed in.
      if (position !== 'static') isFloating = false;
      const isCut = (width <= 1 && overflowX !== 'visible') || (height <= 1 && overflowY !== 'visible');
      if (isCut && !isFloating) return false;
      if (position === 'fixed') return box.top < innerHeight && box.bottom > 0;
      if (position === 'absolute') isFloating = true;
    }
    return true;
  };
  const textOf = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

  const controls = all(controlSelector);
  const holdsOthers = (container: Element, control: Element): boolean =>
    controls.some((other) => other !== control && container.contains(other));

  /** A word that a sentence stresses is no label: it begins small, and has others beside it. */
  const isInSentence = (element: Element): boolean => {
    const [first = ''] = textOf(element);
    const others = [...(element.parentNode?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
    return first !== first.toUpperCase() && others.some((node) => node.nodeValue?.trim());
  };
  const ASIDE =
    'nav, body > header, footer, dialog, [role="navigation"], [role="banner"], [role="contentinfo"], [role="dialog"], [role="alertdialog"], [class*="global-alert"], #global-nav';

  const ariaStateOf = (control: Element) =>
    control.getAttribute('aria-checked') ?? control.getAttribute('aria-pressed');

  const factOf = (control: Element): ControlFact => {
    const native = control instanceof HTMLInputElement && control.type === 'checkbox' ? control : null;
    const labelledBy = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const root = control.getRootNode() as Document | ShadowRoot;
    const labels = [...(native?.labels ?? []), control.closest('label')].filter((label) => label !== null);
    const stand = control.parentElement?.querySelector('.setting-toggle__toggle');
    const named = labelledBy
      .map((id) => textOf(root.getElementById(id) ?? document.getElementById(id)))
      .filter(Boolean);
    const label = named.join(' ') || control.getAttribute('aria-label') || labels.map(textOf).find(Boolean) || '';

    // Its own row: up from the control while nothing else is in there, and it stays small.
    let row: Element = control;
    for (let step = 0; step < 4; step += 1) {
      const next = row.parentElement;
      if (!next || next === document.body || holdsOthers(next, control) || textOf(next).length > 400) break;
      row = next;
    }
    const beside = [...row.querySelectorAll('*')]
      .filter((element) => element.childElementCount === 0 && isSeen(element) && !isInSentence(element))
      .map(textOf)
      .filter((text) => text.length > 0 && text.length <= 24);

    // One that wraps it, or that it wraps, without a key of its own is the same switch.
    const kin = controls
      .filter((other) => other !== control && (other.contains(control) || control.contains(other)))
      .filter((other) => !other.hasAttribute('aria-labelledby'))
      .map((other) => (other instanceof HTMLInputElement ? String(other.checked) : ariaStateOf(other)));

    return {
      labelledBy,
      kind: native ? 'native' : 'aria',
      checked: native?.checked ?? false,
      indeterminate: native?.indeterminate ?? false,
      ariaState: ariaStateOf(control),
      disabled:
        control.matches(':disabled') ||
        control.getAttribute('aria-disabled') === 'true' ||
        control.closest('[inert]') !== null ||
        control.closest('[aria-disabled="true"], [aria-busy="true"]') !== null,
      rendered: [control, ...labels, stand].some((part) => part && isShown(part)),
      label,
      beside,
      isAside: control.closest(ASIDE) !== null,
      kin: [...new Set(kin)].map((says) => (says === 'true' ? 'on' : says === 'false' ? 'off' : 'unclear')),
    };
  };

  /** As it leads from here; empty where it is no address. */
  const hrefOf = (link: Element): string => {
    const href = link.getAttribute('href') ?? '';
    return URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI).href : '';
  };
  const vanityOf = (link: Element): string | null => {
    try {
      const [, vanity] = /^\/in\/([^/]+)/.exec(new URL(hrefOf(link)).pathname) ?? [];
      return vanity ? decodeURIComponent(vanity) : null;
    } catch {
      // No name is written like that.
      return null;
    }
  };
  const navigation = ['#global-nav', '.global-nav', 'header nav', 'body > header', 'nav'].find((selector) =>
    all(`${selector} a[href*="/in/"]`).some(vanityOf),
  );
  const vanities = navigation ? all(`${navigation} a[href*="/in/"]`).map(vanityOf) : [];
  const dialogs = all('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]').filter(
    (dialog) => [dialog, ...dialog.children].some(isSeen) && dialog.closest('[class*="global-alert"]') === null,
  );

  const embedded = all('code, script[type*="json"]').flatMap((block) => {
    const comments = [...block.childNodes]
      .filter((node) => node.nodeType === Node.COMMENT_NODE)
      .map((node) => node.nodeValue);
    return [block.textContent, ...comments].filter((text) => key !== null && text?.includes(key));
  });

  let hasMemberStorage = false;
  try {
    hasMemberStorage = Object.keys(localStorage).some((name) => name.startsWith('voyager'));
  } catch {
    // Storage is closed to some documents; then it says nothing.
  }

  return {
    url: location.href,
    language: document.documentElement.lang.toLowerCase().split('-')[0] ?? '',
    controls: controls.map(factOf),
    headings: all('h1, h2, [role="heading"]').filter(isSeen).map(textOf),
    embedded: embedded.map((text) => (text ?? '').slice(0, 500_000)).slice(0, 20),
    rows: all('a[href]:not([href^="#"])')
      .map((link) => ({ href: hrefOf(link), text: textOf(link) }))
      .filter(({ href }) => /\/(settings|interest-categories|mypreferences)\b/.test(href)),
    names: all(
      'a, button, label, li, legend, summary, h1, h2, h3, h4, h5, h6, [role="button"], [role="link"], [role="heading"]',
    )
      .slice(0, 2_000)
      .map(textOf)
      .filter((text) => text.length > 0 && text.length <= 200),
    navigationVanities: [...new Set(vanities.filter((vanity) => vanity !== null))],
    visibleSelectors: wallSelectors.flatMap((selector, index) => (all(selector).some(isSeen) ? [index] : [])),
    dialogs: dialogs.length,
    modalDialogs: dialogs.filter((dialog) => dialog.matches(':modal, [aria-modal="true"], [role="alertdialog"]'))
      .length,
    hasMemberStorage,
    mentionsKey: ['id', 'name', 'for', 'aria-labelledby'].some(
      (name) => key !== null && all(`[${name}~="${key}"]`).length > 0,
    ),
  };
}
