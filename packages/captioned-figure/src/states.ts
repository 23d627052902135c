import type { Place } from '@galley/core/messages.js';
import { updateCover } from './cover.ts';
import { updateFailure } from './failure.ts';
import { coverOf, isCovered, pictureOf, type Figure } from './series.ts';
import { followAddress } from './zoom-address.ts';
import { updateButton } from './zoom-button.ts';

/** What not every figure has: a cover, a failure, a placeholder; a caption on top, a language of its own, an address that links to it. */
export async function update(host: Figure, place: Place): Promise<void> {
  const image = pictureOf(host);
  const states = [updateFailure(host, place)];
  if (host.hasAttribute('zoomable')) {
    states.push(updateButton(host, place));
    followAddress(host, place);
  }
  if (coverOf(host)) states.push(updateCover(host, place));
  if (image?.dataset['thumbhash'] && !image.complete && !isCovered(host)) {
    const { paint } = await import('./placeholder.ts');
    paint(host, image);
  }
  await Promise.all(states);
}
