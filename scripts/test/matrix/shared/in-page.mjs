// What the checks ask of a page, in the page: `matrix`, with all roots, the flat tree, and the texts that can be seen.

/** Runs in the page before its own scripts, so it uses nothing of this module. */
export function inPage() {
  const roots = () => {
    const found = [document];
    for (const root of found) {
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) found.push(shadowRoot);
    }
    return found;
  };

  /** Elements of the document and of every shadow root. */
  const all = (selector = '*') => roots().flatMap((root) => [...root.querySelectorAll(selector)]);

  /** The parent as it is drawn: through slots, and out of shadow roots. */
  const parentOf = (element) =>
    element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

  const withAncestors = (element) => {
    const line = [];
    for (let each = element; each; each = parentOf(each)) line.push(each);
    return line;
  };

  const isWithin = (element, ancestor) => withAncestors(element).includes(ancestor);

  /** A short name of an element, to find it by. */
  const nameOf = (element) => {
    const { host } = element.getRootNode();
    const { id, classList, part, dataset } = element;
    const own = [
      element.localName,
      id && `#${id}`,
      ...[...classList].map((each) => `.${each}`),
      ...[...part].map((each) => `[part=${each}]`),
      dataset?.part && `[data-part=${dataset.part}]`,
    ];
    return `${host ? `${nameOf(host)} >>> ` : ''}${own.filter(Boolean).join('')}`;
  };

  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

  /** Put away for the eye, and left for the ear: the well known pixel. */
  const isForTheEar = (element) =>
    withAncestors(element).some((each) => {
      const { width, height } = each.getBoundingClientRect();
      return width <= 1 && height <= 1 && getComputedStyle(each).overflow !== 'visible';
    });

  const SILENT = 'script, style, noscript, template, title, video, audio, select, object, iframe';

  /** The texts that can be seen, each with its element and its boxes, a line each. */
  const texts = () =>
    roots().flatMap((root) => {
      const found = [];
      const walker = document.createTreeWalker(
        root === document ? document.body : root,
        NodeFilter.SHOW_TEXT,
      );
      while (walker.nextNode()) {
        const { currentNode: node } = walker;
        const element = node.parentElement ?? root.host;
        if (!node.data.trim() || element.closest(SILENT) || !isShown(element) || isForTheEar(element))
          continue;
        // Words that are a closed details' own have boxes; the details itself is shown.
        if (element.matches('details:not([open])')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
        if (boxes.length) found.push({ text: node.data.trim().slice(0, 40), node, element, boxes });
      }
      return found;
    });

  /**
   * Texts that are cut off by the box of an ancestor, or lie on each other. What can be scrolled to is not cut off. The boxes of glyphs
   * are higher than a narrow line, so a fifth of one may stick out, and half of one may lie over the line of another text.
   */
  const unreadable = () => {
    const found = texts();
    const problems = [];
    for (const { text, element, boxes } of found) {
      for (const ancestor of withAncestors(element)) {
        // What html and body hide, the window hides: that is asked where its width is.
        if (ancestor === document.body || ancestor === document.documentElement) continue;
        const { overflowX, overflowY, contain, display } = getComputedStyle(ancestor);
        if (display === 'inline' || display === 'contents') continue;
        const paints = /paint|strict|content/.test(contain);
        const [x, y] = [overflowX, overflowY].map((each) => paints || /hidden|clip/.test(each));
        if (!x && !y) continue;
        const { left, top } = ancestor.getBoundingClientRect();
        const inner = { left: left + ancestor.clientLeft, top: top + ancestor.clientTop };
        const [right, bottom] = [inner.left + ancestor.clientWidth, inner.top + ancestor.clientHeight];
        const cut = boxes.find(
          (box) =>
            (x && (box.right > right + 1 || box.left < inner.left - 1)) ||
            (y && (box.bottom > bottom + box.height / 5 || box.top < inner.top - box.height / 5)),
        );
        if (cut) problems.push(`"${text}" is cut off by ${nameOf(ancestor)}`);
      }
    }
    const lines = found
      .flatMap(({ text, element, boxes }) => boxes.map((box) => ({ text, element, box })))
      .sort((a, b) => a.box.top - b.box.top);
    const seen = new Set();
    for (const [i, a] of lines.entries()) {
      for (const b of lines.slice(i + 1)) {
        if (b.box.top >= a.box.bottom) break;
        if (a.text === b.text && a.element === b.element) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across <= 2 || down <= Math.min(a.box.height, b.box.height) / 2) continue;
        const problem = `"${a.text}" (${nameOf(a.element)}) and "${b.text}" (${nameOf(b.element)}) lie on each other`;
        if (!seen.has(problem)) problems.push(problem);
        seen.add(problem);
      }
    }
    return problems;
  };

  /** What is wider than the window, and whether anything scrolls or hides sideways. */
  const sideways = () => {
    const problems = [];
    const { documentElement: html, body } = document;
    if (html.scrollWidth > innerWidth)
      problems.push(`the page is ${html.scrollWidth} px wide in a window of ${innerWidth}`);
    for (const each of [html, body]) {
      if (getComputedStyle(each).overflowX !== 'visible')
        problems.push(`${nameOf(each)} hides what is wider`);
    }
    for (const element of all()) {
      const { overflowX } = getComputedStyle(element);
      const scrolls = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (scrolls && isShown(element)) problems.push(`${nameOf(element)} scrolls sideways`);
    }
    for (const { text, boxes } of texts()) {
      if (boxes.some(({ left, right }) => left < -1 || right > innerWidth + 1))
        problems.push(`"${text}" is outside of the window`);
    }
    return problems;
  };

  /** The focused element, in whatever root. */
  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  const hit = (x, y) => {
    let element = document.elementFromPoint(x, y);
    for (;;) {
      const inner = element?.shadowRoot?.elementFromPoint(x, y);
      if (!inner || inner === element) return element;
      element = inner;
    }
  };

  const FOCUSABLE =
    'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]';

  /** What the keyboard can come to, in the order of the HTML. */
  const stops = () => {
    const found = [];
    const walk = (node) => {
      if (node.matches?.(FOCUSABLE) && node.tabIndex >= 0 && !node.matches(':disabled')) {
        if (
          node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
          !node.closest('[inert]')
        ) {
          const isSummary =
            node.localName !== 'summary' || node === node.parentElement.querySelector(':scope > summary');
          if (isSummary) found.push(node);
        }
      }
      const children =
        node.localName === 'slot' && node.assignedElements().length
          ? node.assignedElements()
          : (node.shadowRoot ?? node).children;
      for (const child of children) walk(child);
    };
    walk(document.body);
    return found;
  };

  /** Nothing is focused, and the page is at its top. */
  const toStart = () => {
    active()?.blur();
    scrollTo({ top: 0, left: 0, behavior: 'instant' });
  };

  /** Relative luminance and contrast, as WCAG 2.2 defines them. */
  const luminance = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map((each) => {
      const value = each / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  const contrast = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };

  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map();
  /** Red, green, blue and alpha of a colour in any notation. */
  const rgba = (color) => {
    if (!known.has(color)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  };

  globalThis.matrix = {
    roots, all, parentOf, withAncestors, isWithin, nameOf, isShown, isForTheEar, texts, unreadable, sideways, active, hit, stops,
    toStart, luminance, contrast, rgba,
  }; // prettier-ignore
}
