// Runs in the page, before it. Tells what a reader has before them, in plain words, and what live regions have said.

/** @typedef {Record<string, string>} Facts Each is words for the table; `heard` is what was announced since the key. */

export function watch() {
  const LIVE = '[role=status], [role=alert], [role=log], output, [aria-live]:not([aria-live=off])';
  const words = (element) => element?.textContent.trim() ?? '';

  function* elements(root = document) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
    }
  }

  const regions = new Map();
  const roots = new Set();
  const heard = [];
  const observer = new MutationObserver(() => {
    for (const [region, before] of regions) {
      const now = words(region);
      if (now && now !== before && region.checkVisibility()) heard.push(now);
      regions.set(region, now);
    }
  });

  /** Before a key: a region that comes with its words is not announced, one that was there before is. */
  globalThis.listen = () => {
    for (const root of [document, ...[...elements()].map(({ shadowRoot }) => shadowRoot).filter(Boolean)]) {
      if (!roots.has(root))
        observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      roots.add(root);
    }
    for (const element of elements())
      if (element.matches(LIVE) && !regions.has(element)) regions.set(element, words(element));
    heard.length = 0;
  };

  const active = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  globalThis.active = active;

  /** Where the picture in the dialog has been moved to. */
  const sideOf = ({ e, f }) => {
    const sides = [e < -2 ? 'right' : e > 2 ? 'left' : '', f < -2 ? 'lower' : f > 2 ? 'upper' : ''];
    const named = sides.filter(Boolean).join(' and ');
    return named ? `more of its ${named} side` : 'its middle';
  };

  globalThis.facts = () => {
    const all = [...elements()];
    const dialog = all.find((element) => element.matches('dialog[open]'));
    const images = [...(dialog?.querySelectorAll('.stage img') ?? [])];
    const moved = dialog?.querySelector('.stage > *');
    const matrix = new DOMMatrix(moved ? getComputedStyle(moved).transform : '');
    const slot = document.querySelector('galley-advertisement-slot');
    const pause = all.find((element) => element.matches('[part=pause-button]'));
    const fallback = document.querySelector('[data-part=fallback]');
    const covers = [...document.querySelectorAll('[data-part=cover]')];
    const more = document.querySelector('[data-part=more]');
    const size = Math.round(matrix.a * 100);
    return {
      dialog: dialog ? `dialog “${dialog.ariaLabel}”` : 'no dialog',
      picture: images
        .map(({ alt }) => alt && `picture “${alt}”`)
        .filter(Boolean)
        .join(' '),
      size: moved ? (size === 100 ? 'at fit' : `magnified to ${size}%`) : '',
      side: moved ? sideOf(matrix) : '',
      covers: covers.length
        ? `${covers.filter(({ open }) => open).length} of ${covers.length} covers open`
        : '',
      more: more ? `caption ${more.open ? 'open' : 'closed'}` : '',
      // That one is seen for a second is not the reader's doing.
      ad: slot ? `advertisement: ${slot.state.replace('viewable', 'filled')}` : '',
      pause: pause ? (pause.ariaPressed === 'true' ? 'paused' : 'not paused') : '',
      fallback: fallback ? (fallback.checkVisibility() ? 'fallback seen' : 'fallback not seen') : '',
      sticky: slot?.hasAttribute('sticky')
        ? slot.matches(':state(sticky)')
          ? 'at the lower edge'
          : 'in its place'
        : '',
      address: location.hash ? `address ${location.hash}` : 'address as before',
      heard: heard.join(', '),
      top: scrollY,
    };
  };

  /** What is wrong with how the focus is seen, or nothing. */
  globalThis.unseen = () => {
    const element = active();
    const box = element.getClientRects()[0];
    if (!box?.width || !box.height) return 'has no box';
    if (box.left < 0 || box.right > innerWidth) return 'is beside the window';
    const [from, to] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    // A closed cover is as large as its picture, which may be higher than the window.
    if (to - from < Math.min(box.height, 100)) return 'is not within the window';
    const [x, y] = [box.left + box.width / 2, (from + to) / 2];
    let top = document.elementFromPoint(x, y);
    for (let inner; (inner = top?.shadowRoot?.elementFromPoint(x, y)) && inner !== top;) top = inner;
    if (!element.contains(top)) return `is under ${top?.localName}`;
    // What is in a frame shows it there.
    if (element.localName === 'iframe') return '';
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === 'none' || parseFloat(outlineWidth) < 1 ? 'has no outline' : '';
  };
}
