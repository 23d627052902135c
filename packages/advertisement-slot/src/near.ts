/** Waits until a slot is near, in a page that is seen. */
export interface Approach {
  /** Resolves then, or when the signal aborts. */
  readonly arrival: Promise<void>;
  /** Ends the waiting. */
  readonly proceed: () => void;
}

/** How near is near is the slot's `fetch-margin`; `loading="eager"` is near wherever it is. */
export function approach(host: Element, signal: AbortSignal): Approach {
  let end!: () => void;
  const arrival = new Promise<void>((resolve) => {
    end = resolve;
  });
  let isNear = host.getAttribute('loading') === 'eager';
  const listener = new AbortController();
  const proceed = () => {
    observer.disconnect();
    sizes.disconnect();
    listener.abort();
    end();
  };
  const look = () => {
    const isSeen = !document.hidden && !(document as { prerendering?: boolean }).prerendering;
    // What is not shown has no width that anything would fit.
    if (isNear && isSeen && host.checkVisibility()) proceed();
  };
  const margin = `${String(parseInt(host.getAttribute('fetch-margin') ?? '400') | 0)}px`;
  const observer = new IntersectionObserver(
    (entries) => {
      isNear ||= entries.some((entry) => entry.isIntersecting);
      look();
    },
    // In a box that scrolls, too, where the browser has that.
    { rootMargin: margin, scrollMargin: margin },
  );
  const sizes = new ResizeObserver(look);
  observer.observe(host);
  sizes.observe(host);
  for (const type of ['visibilitychange', 'prerenderingchange'])
    document.addEventListener(type, look, { signal: listener.signal });
  signal.addEventListener('abort', proceed, { signal: listener.signal });
  look();
  return { arrival, proceed };
}
