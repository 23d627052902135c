import type { ReactiveElement } from '@lit/reactive-element';

const MINUTE = 60_000;

const visible = new Set<ReactiveElement>();
let timer: ReturnType<typeof setInterval> | undefined;
let sight: IntersectionObserver | undefined;

function setVisible(element: ReactiveElement, isVisible: boolean): void {
  if (isVisible) {
    visible.add(element);
    element.requestUpdate();
    timer ??= setInterval(() => {
      for (const each of visible) each.requestUpdate();
    }, MINUTE);
  } else if (visible.delete(element) && !visible.size) {
    clearInterval(timer);
    timer = undefined;
  }
}

/** Updates an element when it comes into view, and every minute while it stays there. All share one timer and one observer. */
export function watch(element: ReactiveElement): void {
  sight ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) setVisible(target as ReactiveElement, isIntersecting);
  });
  sight.observe(element);
}

/** Ends what `watch` began. */
export function unwatch(element: ReactiveElement): void {
  sight?.unobserve(element);
  setVisible(element, false);
}
