/** From this many pixels on, a share of 30% is enough. */
const LARGE = 242_500;

/**
 * Calls back once half of an element, 30% of a large one, has been in view for a second on end, in a page that is seen. As the Media Rating
 * Council measures it, and not accredited by it.
 *
 * @param area Pixels of the advertisement.
 */
export function whenViewed(target: Element, area: number, signal: AbortSignal, viewed: () => void): void {
  // Browsers round a threshold, and 30% of some heights lies below it then.
  const share = area >= LARGE ? 0.2999 : 0.5;
  let isInView = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    clearTimeout(timer);
    if (isInView && !document.hidden && !signal.aborted) timer = setTimeout(viewed, 1000);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const is = (entries.at(-1)?.intersectionRatio ?? 0) >= share;
      if (is === isInView) return;
      isInView = is;
      update();
    },
    { threshold: share },
  );
  observer.observe(target);
  document.addEventListener('visibilitychange', update, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
