const COLLAPSED = 'collapsed';

/**
 * Gives up the place of an advertisement that does not come, once it is wholly below what is seen: nothing seen moves. It stays while it
 * has the focus, or for good where `isOver` says that something else is to be there.
 */
export function collapse(host: Element, states: CustomStateSet, isOver: () => boolean): void {
  const wanted = host.getAttribute('when-empty');
  if (wanted === 'keep') return;
  if (wanted !== 'collapse' && host.querySelector('[data-part=fallback]')) return;
  const listener = new AbortController();
  const end = () => {
    observer.disconnect();
    listener.abort();
  };
  const look = () => {
    if (isOver()) end();
    else if (host.getBoundingClientRect().top >= innerHeight) {
      end();
      if (!host.matches(':focus-within')) states.add(COLLAPSED);
      else {
        host.addEventListener('focusout', () => setTimeout(collapse, 0, host, states, isOver), {
          once: true,
        });
      }
    }
  };
  const observer = new IntersectionObserver(look);
  observer.observe(host);
  // From above what is seen to below it in one jump, it has never been seen.
  addEventListener('scroll', look, { capture: true, passive: true, signal: listener.signal });
}

/** Gives the place back, as soon as it is below what is seen. Resolves then; never, where the signal aborts before. */
export async function expand(host: Element, states: CustomStateSet, signal: AbortSignal): Promise<void> {
  while (states.delete(COLLAPSED) && host.getBoundingClientRect().top < innerHeight) {
    states.add(COLLAPSED);
    await new Promise((resolve) => {
      addEventListener('scroll', resolve, { once: true, passive: true, signal });
    });
  }
}
