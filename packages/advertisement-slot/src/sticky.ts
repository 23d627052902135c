/** Of what is sticky. */
export const styles = `
  :host(:state(sticky)) {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    background: var(--galley-paper, Canvas);
  }
`;

const sheet = new CSSStyleSheet();
const heights = new Map<Element, number>();

/** Keeps what has the focus from lying under an advertisement at the lower edge. */
function pad(): void {
  const height = Math.max(0, ...heights.values());
  sheet.replaceSync(height ? `html{scroll-padding-block-end:${String(height)}px}` : '');
  const sheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  document.adoptedStyleSheets = height ? [...sheets, sheet] : sheets;
}

/** Whether an advertisement of a height may stay at the lower edge: a fifth of the viewport is its most. */
export const maySticky = (host: Element): boolean =>
  host.hasAttribute('sticky') && host.getBoundingClientRect().height <= innerHeight / 5;

/**
 * Leaves the advertisement at the viewport's lower edge while its place is further down, until the signal aborts.
 * @param changed Is called when it no longer may, or may again: a telephone is turned.
 */
export function stick(
  host: HTMLElement,
  states: CustomStateSet,
  signal: AbortSignal,
  changed: () => void,
): void {
  if (signal.aborted || !host.hasAttribute('sticky')) return;
  const update = () => {
    // One is enough of a reader's screen, and another would lie over its buttons.
    const isSecond = !heights.has(host) && heights.size > 0;
    if (signal.aborted || isSecond || !maySticky(host)) {
      states.delete('sticky');
      heights.delete(host);
    } else {
      states.add('sticky');
      heights.set(host, host.getBoundingClientRect().height);
    }
    pad();
  };
  update();
  addEventListener(
    'resize',
    () => {
      const was = states.has('sticky');
      update();
      if (states.has('sticky') !== was) changed();
    },
    { signal },
  );
  signal.addEventListener('abort', update);
}
