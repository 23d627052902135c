/** How often, in milliseconds, it looks: a frame that takes the focus from another frame tells the page nothing. */
const EVERY = 250;

/** What has the focus, in whatever shadow root. */
function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

/**
 * Gives the focus back that a frame has taken: where it lies in the advertisement though the reader has neither clicked nor pressed
 * a key of late, or is in the middle of typing elsewhere. Who comes from the advertisement's own stops may go in: a screen reader that reads on
 * takes the focus with it, and presses no key.
 */
export function guardFocus(host: HTMLElement, frame: HTMLElement, signal: AbortSignal): void {
  let last: Element | null = null;
  // Never: 0 is the page's own beginning.
  let typed = -Infinity;
  let isGuarded = false;
  let isNear = false;
  let thefts = 0;
  const isWithin = () => {
    const inner = focused();
    return inner instanceof HTMLIFrameElement && (frame.contains(inner) || host.contains(inner));
  };
  if (!isWithin()) last = focused();
  /** Where the reader is, and whether at the advertisement's own stops: not to be gone back to from it. */
  const remember = () => {
    const now = focused();
    isNear = !!host.shadowRoot?.contains(now);
    if (!isNear) last = now;
  };
  const look = () => {
    if (!isWithin()) {
      isGuarded = false;
      remember();
      return;
    }
    // Who is let in may stay.
    if (isGuarded) return;
    const isTyping = performance.now() - typed < 1000;
    if (isNear || (navigator.userActivation.isActive && !isTyping)) {
      isGuarded = true;
      return;
    }
    // Who does not stop is not let in again.
    frame.inert = ++thefts > 2;
    (focused() as HTMLElement).blur();
    if (last instanceof HTMLElement && last !== document.body) last.focus({ preventScroll: true });
    window.focus();
  };
  const timer = setInterval(look, EVERY);
  document.addEventListener(
    'keydown',
    ({ key, target }) => {
      // Tab is how a reader goes into it.
      const isEditing =
        target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
      typed = isEditing && key !== 'Tab' ? performance.now() : -Infinity;
    },
    { capture: true, signal },
  );
  document.addEventListener('pointerdown', () => (typed = -Infinity), { capture: true, signal });
  document.addEventListener(
    'focusin',
    () => {
      if (!isWithin()) remember();
    },
    { signal },
  );
  // After the browser has moved the focus: given back before, the page takes itself for focused, and its keys go to the frame.
  window.addEventListener('blur', () => setTimeout(look, 50), { signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
  });
}
