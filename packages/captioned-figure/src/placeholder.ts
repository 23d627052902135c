import { thumbHashToRGBA } from 'thumbhash';
import { keepOver } from './over-media.ts';
import type { Figure } from './series.ts';
import { controlsOf } from './states.styles.ts';

const painted = new WeakSet<HTMLImageElement>();

/** Paints the blur of a picture's `data-thumbhash` in its place until it loads or fails: https://evanw.github.io/thumbhash/ */
export function paint(host: Figure, image: HTMLImageElement): void {
  // It may have come while this module did.
  if (image.complete || painted.has(image)) return;
  painted.add(image);
  try {
    const bytes = Uint8Array.from(atob(image.dataset['thumbhash'] ?? ''), (char) => char.charCodeAt(0));
    const { w, h, rgba } = thumbHashToRGBA(bytes);
    const canvas = Object.assign(document.createElement('canvas'), {
      width: w,
      height: h,
      className: 'placeholder',
    });
    canvas.ariaHidden = 'true';
    canvas.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(rgba), w, h), 0, 0);
    const end = keepOver(host, image, canvas);
    controlsOf(host).append(canvas);
    for (const type of ['load', 'error']) image.addEventListener(type, end, { once: true });
  } catch {
    // A hash that is none paints nothing; development says so.
  }
}
