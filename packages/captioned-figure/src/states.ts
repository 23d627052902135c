import type { Place } from '@galley/core/messages.js';
import { updateCover } from './cover.ts';
import { updateFailure } from './failure.ts';
import { coverOf, isCovered, pictureOf, type Figure } from './series.ts';
import { controlsOf } from './states.styles.ts';
import { followAddress } from './zoom-address.ts';

/** What not every figure has: a cover, a failure, a placeholder; a caption on top, an address that links to it. */
export async function update(host: Figure, place: Place, number: number): Promise<void> {
  const image = pictureOf(host);
  const states = [updateFailure(host, place)];
  if (host.hasAttribute('zoomable')) {
    controlsOf(host)
      .querySelector('[part=zoom-button]')
      ?.classList.toggle('last', Boolean(host.querySelector('figcaption + *')));
    if (place[1].size || !place[0].startsWith('en'))
      states.push(
        import('./zoom-button.ts').then(({ update }) => {
          update(host, place, number);
        }),
      );
    followAddress(host, place);
  }
  if (coverOf(host)) states.push(updateCover(host, place));
  if (image?.dataset['thumbhash'] && !image.complete && !isCovered(host)) {
    const { paint } = await import('./placeholder.ts');
    paint(host, image);
  }
  await Promise.all(states);
}
