import type { Size } from './adapter.ts';
import type { Chrome } from './chrome.ts';

/** The largest allowed size within the one that was asked for and the room that there is; the smallest where none is. */
function clamp(asked: Size, allowed: readonly Size[], room: number): Size | undefined {
  const fitting = allowed.filter(([, h]) => h <= room);
  return fitting.find(([w, h]) => w <= asked[0] && h <= asked[1]) ?? fitting.at(-1);
}

/**
 * Gives an advertisement another size, of those that may come, and no higher than the place: nothing moves.
 * @param isGranted Asks the page, which may refuse.
 */
export function resize(
  chrome: Chrome,
  asked: Size,
  allowed: readonly Size[],
  room: number,
  isGranted: (size: Size) => boolean,
): void {
  const size = clamp(asked, allowed, room);
  if (!size || !isGranted(size)) return;
  chrome.hold();
  chrome.size(size, true);
  for (const frame of chrome.frame.querySelectorAll('iframe')) {
    frame.width = String(size[0]);
    frame.height = String(size[1]);
  }
}
