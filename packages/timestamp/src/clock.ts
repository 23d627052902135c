/** What is kept up to date: an element of Lit's. */
interface Updatable extends Element {
  requestUpdate(): void;
}

const MINUTE = 60_000;

const visible = new Set<Updatable>();
let timer: ReturnType<typeof setInterval> | undefined;
let sight: IntersectionObserver | undefined;

function setVisible(element: Updatable, isVisible: boolean): void {
  if (isVisible) {
    visible.add(element);
    element.requestUpdate();
    timer ??= setInterval(() => {
      // Nobody sees a page in the background; it is a minute late when it comes back, at the most.
      if (!document.hidden) for (const each of visible) each.requestUpdate();
    }, MINUTE);
  } else if (visible.delete(element) && !visible.size) {
    clearInterval(timer);
    timer = undefined;
  }
}

/** Updates an element when it comes into view, and every minute while it stays there. All share one timer and one observer. */
export function watch(element: Updatable): void {
  sight ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) setVisible(target as Updatable, isIntersecting);
  });
  sight.observe(element);
}

/** Ends what `watch` began. */
export function unwatch(element: Updatable): void {
  sight?.unobserve(element);
  setVisible(element, false);
}
