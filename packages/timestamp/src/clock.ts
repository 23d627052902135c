/** What is kept up to date: an element of Lit's. */
interface Updatable extends Element {
  requestUpdate(): void;
}

const visible = new Set<Updatable>();
let timer: ReturnType<typeof setInterval> | undefined;
let sight: IntersectionObserver | undefined;

function tick(): void {
  // Nobody sees a page in the background; it is a minute late when it comes back, at the most.
  if (!document.hidden) for (const each of visible) each.requestUpdate();
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
    clearInterval(timer);
    tick();
    if (visible.size) timer = setInterval(tick, 60_000);
  });
  sight.observe(element);
}
