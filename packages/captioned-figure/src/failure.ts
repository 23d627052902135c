import { messagesAt, type MessagesAt, type Place } from '@galley/core/messages.js';
import { GalleyMediaErrorEvent } from './events.ts';
import { keepOver } from './over-media.ts';
import { isCovered, pictureOf, type Figure } from './series.ts';
import { controlsOf } from './states.styles.ts';

/** What offers to load a figure's picture again. */
interface Offer {
  readonly box: HTMLElement;
  readonly button: HTMLButtonElement;
  words?: MessagesAt;
}
const offers = new WeakMap<Figure, Offer>();

/** Writes an offer in the language around the figure, which can change. */
async function word(offer: Offer, place: Place): Promise<void> {
  offer.words = await messagesAt(place);
  offer.box.lang = offer.words.language;
  offer.button.textContent = offer.words.tryAgain;
}

const hasFailed = (image: HTMLImageElement) =>
  // A drawing without a size has no natural width either, but decodes.
  image.complete && !image.naturalWidth
    ? image.decode().then(
        () => false,
        () => true,
      )
    : Promise.resolve(false);

/** Where the focus can be at a picture: its link, or itself for as long as it has the focus. */
function stop(image: HTMLImageElement): HTMLElement {
  const link = image.closest('a');
  if (link || image.hasAttribute('tabindex')) return link ?? image;
  image.tabIndex = -1;
  image.onblur = () => {
    image.removeAttribute('tabindex');
  };
  return image;
}

/** Tells of a picture that did not come, and offers to load it again. Its box, its alternative text and its caption stay as they are. */
export async function updateFailure(host: Figure, place: Place): Promise<void> {
  const image = pictureOf(host);
  const offer = offers.get(host);
  // A cover may be closed again.
  if (offer) {
    offer.box.hidden = isCovered(host);
    await word(offer, place);
  }
  if (!image?.currentSrc || isCovered(host) || offer || !(await hasFailed(image)) || offers.has(host)) return;
  const box = document.createElement('div');
  const button = document.createElement('button');
  const status = document.createElement('p');
  const words = document.createElement('p');
  box.className = 'failure';
  // WebKit draws an alternative text that is longer than a line nowhere: the styles show this there alone.
  words.className = 'alternative';
  words.ariaHidden = 'true';
  [words.lang] = place;
  words.textContent = image.alt;
  button.part.add('try-again-button');
  status.role = 'status';
  box.append(words, status, button);
  const own: Offer = { box, button };
  offers.set(host, own);
  const listeners = new AbortController();
  const forget = () => {
    listeners.abort();
    offers.delete(host);
  };
  const end = keepOver(host, image, box, forget);
  const first = image.currentSrc;
  host.dispatchEvent(new GalleyMediaErrorEvent(first));
  await word(own, place);
  // It may have come, or gone, in the meantime.
  if (image.naturalWidth || !host.contains(image)) {
    end();
    forget();
    return;
  }
  controlsOf(host).append(box);
  let isAsked = false;
  const { signal } = listeners;
  image.addEventListener(
    'load',
    () => {
      const hadFocus = box.matches(':focus-within');
      end();
      forget();
      if (hadFocus)
        (controlsOf(host).querySelector<HTMLElement>('button:not([hidden])') ?? stop(image)).focus();
    },
    { signal },
  );
  image.addEventListener(
    'error',
    () => {
      // WebKit has the failure before its event, which comes now.
      if (!isAsked && image.currentSrc === first) return;
      // After the reader's own action a failure is announced.
      if (isAsked) status.textContent = own.words?.loadFailed ?? '';
      host.dispatchEvent(new GalleyMediaErrorEvent(image.currentSrc));
    },
    { signal },
  );
  button.onclick = () => {
    // Once, until there is an answer.
    if (isAsked && !status.textContent) return;
    isAsked = true;
    status.textContent = '';
    // The same address, set again, is asked for again: https://html.spec.whatwg.org/#update-the-image-data
    // Taken away first: to Firefox the same srcset is no change, to WebKit the same address is known to fail.
    const name = image.hasAttribute('src') ? 'src' : 'srcset';
    const value = image.getAttribute(name) ?? '';
    image.removeAttribute(name);
    image.setAttribute(name, value);
  };
}
