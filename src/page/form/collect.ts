import type { FieldFact } from '../../decide/field.ts';

/**
 * The form and the words around it at one moment. `collectForm` and `fillIn` run inside the page, in a world of its own, and
 * so must be complete in themselves.
 */
export interface FormFacts {
  /** tells one document from the next */
  document: number;
  pathname: string;
  search: string;
  origin: string;
  isLoaded: boolean;
  fields: FieldFact[];
  /** is there a button that may submit something? */
  hasSubmit: boolean;
  /** does it ask for a password, as only a sign-in page does? */
  hasPassword: boolean;
  /** what can be read on the page */
  text: string;
}

/** What is filled in, by where it was found. */
export interface Change {
  field: number;
  value: string;
  option: number | null;
}

export const MOST_TEXT = 50_000;

/** @param mostText how much of the page's words is wanted */
export function collectForm(mostText: number): FormFacts {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  }
  const all = (selector: string): Element[] => roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  /** As a person sees it: what lies outside, is clipped away or is said to be nobody's is a trap for programs. */
  const isSeen = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    const isOnPage = box.right > 0 && box.bottom + scrollY > 0 && box.left < innerWidth + scrollX;
    if (box.width < 4 || box.height < 4 || !isOnPage) return false;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (element.closest('[aria-hidden="true"], [inert]')) return false;
    for (let around: Element | null = element; around; around = around.parentElement) {
      const { overflow, clipPath, clip } = getComputedStyle(around);
      const { width, height } = around.getBoundingClientRect();
      if (overflow !== 'visible' && (width < 4 || height < 4)) return false;
      if (/inset\((50|100)%/.test(clipPath) || /circle\(0/.test(clipPath)) return false;
      if (/rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)/.test(clip)) return false;
    }
    return true;
  };
  const textOf = (element: Element | null | undefined): string => {
    const copy = element?.cloneNode(true) as Element | undefined;
    for (const control of copy?.querySelectorAll('select, textarea, input, button') ?? []) control.remove();
    return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
  };
  const labelsOf = (element: Element): string[] => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const named = ids.map((id) => textOf(root.getElementById(id))).join(' ');
    const native = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(textOf) : [];
    const more = [element.getAttribute('aria-label'), element.getAttribute('placeholder')];
    return [named, ...native, ...more].map((label) => (label ?? '').trim()).filter(Boolean);
  };

  const TEXTS = ['text', 'email'];
  const PASSED_OVER = ['hidden', 'submit', 'button', 'image', 'reset', 'search', 'password'];
  const kindOf = (element: Element): FieldFact['kind'] | null => {
    if (element instanceof HTMLTextAreaElement) return 'textarea';
    if (element instanceof HTMLSelectElement) return element.multiple ? 'other' : 'select';
    if (!(element instanceof HTMLInputElement)) return 'custom';
    if (PASSED_OVER.includes(element.type) || element.closest('[role="search"]')) return null;
    if (element.type === 'checkbox' || element.type === 'radio') return element.type;
    return TEXTS.includes(element.type) && element.getAttribute('role') !== 'combobox' ? 'text' : 'other';
  };

  const selector =
    'input, select, textarea, [role="combobox"]:not(input, select), [role="listbox"]:not(select), [contenteditable=""], [contenteditable="true"]';
  const elements = all(selector).filter((element) => kindOf(element) !== null && isSeenOrLabelled(element));
  function isSeenOrLabelled(element: Element): boolean {
    if (isSeen(element)) return true;
    // A box that is drawn by its label is there for people all the same.
    const isBox = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type);
    return isBox && !element.closest('[aria-hidden="true"], [inert]') && [...(element.labels ?? [])].some(isSeen);
  }
  const forms: (Element | null)[] = [...new Set(elements.map((element) => element.closest('form')))];
  // Found again by `fillIn`, in this world alone.
  (globalThis as unknown as { held: Element[] }).held = elements;

  const fields = elements.map((element, index): FieldFact => {
    const own = element as HTMLInputElement;
    const select = element instanceof HTMLSelectElement ? element : null;
    const isNative = 'value' in element;
    const form = element.closest('form');
    const given = select ? [...select.options].findIndex((option) => option.defaultSelected) : -1;
    return {
      index,
      form: form === null ? -1 : forms.indexOf(form),
      kind: kindOf(element) ?? 'other',
      type: isNative ? own.type : '',
      autocomplete: element.getAttribute('autocomplete') ?? '',
      names: [element.getAttribute('name') ?? '', element.id],
      labels: labelsOf(element),
      isChangeable:
        !element.matches(':disabled') &&
        !element.hasAttribute('readonly') &&
        element.getAttribute('aria-disabled') !== 'true',
      isRequired: element.matches(':required') || element.getAttribute('aria-required') === 'true',
      value: select ? (select.selectedOptions[0]?.text ?? '') : isNative ? own.value : (element.textContent ?? ''),
      isUntouched:
        !select || (select.selectedOptions[0]?.value ?? '') === '' || select.selectedIndex === Math.max(given, 0),
      maxLength: 'maxLength' in element && own.maxLength >= 0 ? own.maxLength : null,
      options: select
        ? [...select.options].map(({ text, value, disabled }) => ({ text, value, isChangeable: !disabled }))
        : [],
    };
  });
  return {
    document: performance.timeOrigin,
    pathname: location.pathname,
    search: location.search,
    origin: location.origin,
    isLoaded: document.readyState === 'complete',
    fields,
    hasSubmit: all('form button:not([type=button]), input[type=submit], input[type=image], button[type=submit]').some(
      isSeen,
    ),
    hasPassword: all('input[type=password]').some(isSeen),
    text: (document.body?.innerText ?? '').slice(0, mostText),
  };
}

/** Fills in, as typing would, without keys or clicks. @returns what each field then holds */
export function fillIn(changes: Change[]): string[] {
  const { held = [] } = globalThis as unknown as { held?: Element[] };
  return changes.map(({ field, value, option }) => {
    const element = held[field];
    if (!element?.isConnected) return '';
    if (element instanceof HTMLSelectElement) {
      if (option === null || element.options[option]?.text !== value) return '';
      element.selectedIndex = option;
    } else (element as HTMLInputElement).value = value;
    element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    element.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    return element instanceof HTMLSelectElement
      ? (element.selectedOptions[0]?.text ?? '')
      : (element as HTMLInputElement).value;
  });
}

/** For whoever points at it: one of the fields that were found last. */
export function heldField(index: number): Element | null {
  return (globalThis as unknown as { held?: Element[] }).held?.[index] ?? null;
}

/**
 * Runs in every frame before the page's own scripts, in our world, and tells when the member presses what may submit
 * something: a button, a link, Enter in a field, or anything in a frame of somebody else's making. Events that a script has made do not count.
 * @param say name of what is called
 */
export function watchPresses(say: string): void {
  const BUTTONS = 'button, input[type=submit], input[type=button], input[type=image], [role=button], a[href], summary';
  const onEvent = (event: Event) => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((part) => part instanceof Element);
    const isOnButton = self !== top || path.some((part) => part.matches(BUTTONS));
    const key = event instanceof KeyboardEvent ? event.key : null;
    const isPress =
      key === null
        ? isOnButton
        : (key === 'Enter' && !path[0]?.matches('textarea, [contenteditable]')) || (key === ' ' && isOnButton);
    if (isPress) (globalThis as unknown as Record<string, (text: string) => void>)[say]?.('');
  };
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, onEvent, true);
}
