import { messagesAt, type Place } from '@galley/core/messages.js';
import { GalleyMediaErrorEvent } from './events.ts';
import { keepOver } from './over-media.ts';
import { isCovered, pictureOf, type Figure } from './series.ts';
import { controlsOf } from './states.styles.ts';

/** The pictures whose failure was told, and what takes the offer away again. */
const told = new WeakMap<HTMLImageElement, () => void>();

const hasFailed = (image: HTMLImageElement) =>
  // A drawing without a size has no natural width either, but decodes.
  image.complete && !image.naturalWidth
    ? image.decode().then(
        () => false,
        () => true,
      )
    : Promise.resolve(false);

/** Tells of a picture that did not come, and offers to load it again. Its box, its alternative text and its caption stay as they are. */
export async function updateFailure(host: Figure, place: Place): Promise<void> {
  const image = pictureOf(host);
  if (
    !image?.currentSrc ||
    isCovered(host) ||
    told.has(image) ||
    !(await hasFailed(image)) ||
    told.has(image)
  )
    return;
  const box = document.createElement('div');
  const button = document.createElement('button');
  const status = document.createElement('p');
  box.className = 'failure';
  button.part.add('try-again-button');
  status.role = 'status';
  box.append(status, button);
  const end = keepOver(host, image, box);
  told.set(image, end);
  host.dispatchEvent(new GalleyMediaErrorEvent(image.currentSrc));
  const { loadFailed, tryAgain } = await messagesAt(place);
  button.textContent = tryAgain;
  controlsOf(host).append(box);
  image.addEventListener(
    'load',
    () => {
      const hadFocus = box.matches(':focus-within');
      end();
      told.delete(image);
      if (hadFocus) controlsOf(host).querySelector('button')?.focus();
    },
    { once: true },
  );
  button.onclick = () => {
    status.textContent = '';
    image.addEventListener(
      'error',
      () => {
        // After the reader's own action a failure is announced.
        status.textContent = loadFailed;
        host.dispatchEvent(new GalleyMediaErrorEvent(image.currentSrc));
      },
      { once: true },
    );
    // The same address, set again, is asked for again: https://html.spec.whatwg.org/#update-the-image-data
    // eslint-disable-next-line no-self-assign -- see above
    image.src = image.src;
  };
}
