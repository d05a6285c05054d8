/**
 * The page's tree as raw facts, for `capture/outline.ts` to reduce: what is in here may be private and is never kept.
 * `collectOutline` runs inside the page, beside `collectSnapshot`, and so must be complete in itself.
 */
export interface OutlineNode {
  /** `#shadow` and `#document` stand for a shadow root and for the document of a frame */
  tag: string;
  role: string | null;
  type: string | null;
  id: string;
  labelledBy: string;
  /** the text that stands right in it */
  text: string;
  /** `aria-*` states by name, without the prefix */
  states: Record<string, string>;
  checked: boolean;
  disabled: boolean;
  open: boolean;
  shown: boolean;
  /** is it the visible part that stands for a control? */
  isToggle: boolean;
  width: number;
  height: number;
  children: OutlineNode[];
  /** how many children were left out */
  cut: number;
}

export interface OutlineQuery {
  controlSelector: string;
  mostNodes: number;
  mostDepth: number;
}

export const OUTLINE_LIMITS = { mostNodes: 250, mostDepth: 40 } as const;

export function collectOutline({ controlSelector, mostNodes, mostDepth }: OutlineQuery): OutlineNode | null {
  type Inner = Element | ShadowRoot | Document;
  const LEAVES = 'svg, script, style, template, noscript, code, head, video, audio, picture, canvas, option';
  const STATES = ['checked', 'pressed', 'disabled', 'busy', 'hidden', 'modal', 'expanded', 'selected', 'readonly'];

  // By kind of node, not by class: the classes of a frame's document are others.
  const isElement = (inner: Inner): inner is Element => inner.nodeType === Node.ELEMENT_NODE;
  const asInput = (element: Element) => (element.localName === 'input' ? (element as HTMLInputElement) : null);
  const frameDocument = (element: Element): Document | null => {
    try {
      return element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
    } catch {
      return null;
    }
  };
  const childrenOf = (inner: Inner): Inner[] => {
    if (!isElement(inner)) return 'body' in inner ? (inner.body ? [inner.body] : []) : [...inner.children];
    if (inner.matches(LEAVES)) return [];
    const within = [inner.shadowRoot, frameDocument(inner)].filter((each) => each !== null);
    return [...within, ...inner.children].filter((each) => !isElement(each) || !each.matches('script, style'));
  };

  // Everything in reach, widest first; what leads to a control comes before all else.
  const reach: Inner[] = document.body ? [document.body] : [];
  const parents = new Map<Inner, Inner | null>(reach.map((inner) => [inner, null]));
  const depths = new Map<Inner, number>();
  for (const inner of reach) {
    const depth = (depths.get(parents.get(inner) ?? inner) ?? 0) + 1;
    depths.set(inner, depth);
    if (depth > mostDepth || reach.length > 20_000) break;
    for (const child of childrenOf(inner)) {
      parents.set(child, inner);
      reach.push(child);
    }
  }
  const kept = new Set<Inner>();
  const keepWithPath = (inner: Inner) => {
    for (let up: Inner | null = inner; up; up = parents.get(up) ?? null) kept.add(up);
  };
  const important = `${controlSelector}, .setting-toggle__toggle, dialog, [role*="dialog"], iframe, main, h1, h2, form`;
  for (const inner of reach) {
    if (kept.size >= mostNodes) break;
    if (isElement(inner) && inner.matches(important)) keepWithPath(inner);
  }
  for (const inner of reach) {
    if (kept.size >= mostNodes) break;
    keepWithPath(inner);
  }

  const nodeOf = (inner: Inner): OutlineNode => {
    const all = childrenOf(inner);
    const children = all.filter((child) => kept.has(child)).map(nodeOf);
    const cut = all.length - children.length;
    const own = [...inner.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.nodeValue);
    const text = own.join(' ').replace(/\s+/g, ' ').trim().slice(0, 300);
    if (!isElement(inner)) {
      const nothing = { role: null, type: null, id: '', labelledBy: '', states: {}, isToggle: false };
      const plain = { checked: false, disabled: false, open: false, shown: true, width: 0, height: 0 };
      return {
        tag: inner.nodeType === Node.DOCUMENT_NODE ? '#document' : '#shadow',
        ...nothing,
        ...plain,
        text,
        children,
        cut,
      };
    }
    const box = inner.getBoundingClientRect();
    const states = STATES.flatMap((name) => {
      const value = inner.getAttribute(`aria-${name}`);
      return value === null ? [] : [[name, value] as const];
    });
    return {
      tag: inner.localName,
      role: inner.getAttribute('role'),
      type: asInput(inner)?.type ?? null,
      id: inner.id,
      labelledBy: inner.getAttribute('aria-labelledby') ?? '',
      text,
      states: Object.fromEntries(states),
      checked: asInput(inner)?.checked ?? false,
      disabled: inner.matches(':disabled') || inner.hasAttribute('inert'),
      open: inner.hasAttribute('open'),
      shown: inner.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
      isToggle: inner.matches('.setting-toggle__toggle'),
      width: Math.round(box.width),
      height: Math.round(box.height),
      children,
      cut,
    };
  };
  return document.body ? nodeOf(document.body) : null;
}
