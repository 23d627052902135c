/** What is kept up to date: an element of Lit's. */
interface Updatable extends Element {
  requestUpdate(): void;
}

const visible = new Set<Updatable>();
let timer: ReturnType<typeof setTimeout> | undefined;
let sight: IntersectionObserver | undefined;

// It goes on in the background, where browsers slow it down by themselves: a page that comes back is not stale.
function tick(): void {
  clearTimeout(timer);
  if (visible.size) {
    for (const each of visible) each.requestUpdate();
    timer = setTimeout(tick, 60_000);
  }
}

/**
 * Updates an element when it comes into view, and every minute while it stays there. All share one timer and one observer; a removed
 * element is out of view.
 */
export function watch(element: Updatable): void {
  sight ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      visible[isIntersecting ? 'add' : 'delete'](target as Updatable);
    }
    tick();
  });
  sight.observe(element);
}
