import type { Place } from '@galley/core/messages.js';
import { figuresIn, fragmentOf, isCovered, pictureOf, type Figure } from './series.ts';

const places = new WeakMap<Figure, Place>();

/** Opens the picture of a figure if the address links to it. A covered one stays covered, and is scrolled to. */
async function open(host: Figure, place: Place): Promise<void> {
  if (location.hash !== fragmentOf(host)) return;
  if (isCovered(host)) host.scrollIntoView();
  else {
    const { hasClosed, openZoom } = await import('./zoom-dialog.ts');
    // The address may still be that of the picture just closed.
    await hasClosed();
    if (location.hash === fragmentOf(host)) await openZoom(host, place);
  }
}

function onHashChange(): void {
  for (const host of figuresIn(document)) {
    const place = places.get(host);
    if (place) void open(host, place);
  }
}

/** Follows the address to the picture of a figure: once when the figure comes, and whenever the fragment changes. */
export function followAddress(host: Figure, place: Place): void {
  // The same function is added once.
  addEventListener('hashchange', onHashChange);
  if (!pictureOf(host)) return;
  const isNew = !places.has(host);
  places.set(host, place);
  if (isNew) void open(host, place);
}
