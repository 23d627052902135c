/** The least, in seconds: providers ask for no less. */
const LEAST = 30;

export const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** The seconds of `refresh-interval`, or 0 where there is none to be. */
export function intervalOf(host: Element): number {
  const seconds = Number(host.getAttribute('refresh-interval'));
  return seconds > 0 && !stillness.matches ? Math.max(LEAST, seconds) : 0;
}

/** Calls back after the interval, as soon as nobody is at the advertisement: not while it has the focus or the pointer, is out of sight, or paused. */
export function whenDue(host: Element, signal: AbortSignal, isPaused: () => boolean, due: () => void): void {
  const seconds = intervalOf(host);
  if (!seconds) return;
  let timer: ReturnType<typeof setTimeout>;
  const attempt = () => {
    const { top, bottom } = host.getBoundingClientRect();
    const isBusy =
      isPaused() ||
      stillness.matches ||
      document.hidden ||
      bottom <= 0 ||
      top >= innerHeight ||
      host.matches(':is(:hover, :focus-within)');
    if (isBusy) timer = setTimeout(attempt, 1000);
    else due();
  };
  timer = setTimeout(attempt, seconds * 1000);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
  });
}
