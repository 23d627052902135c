import { format, messagesAt, type MessagesAt, type Place } from '@galley/core/messages.js';
import type { ReactiveElement } from '@lit/reactive-element';
import { GalleyZoomCloseEvent, GalleyZoomOpenEvent } from './events.ts';
import { Magnifier } from './magnifier.ts';
import { fragmentOf, isCovered, pictureOf, seriesOf, type Figure } from './series.ts';
import { addStyles } from './styles.ts';
import { styles } from './zoom-dialog.styles.ts';

// Strokes on a grid of 24.
const ICONS = {
  close: 'M5 5 19 19M19 5 5 19',
  zoomIn: 'M12 4V20M4 12H20',
  zoomOut: 'M4 12H20',
  previous: 'M15 4 7 12 15 20',
  next: 'M9 4 17 12 9 20',
} as const;

/** Only one is open at a time. */
let current: ZoomDialog | undefined;

/**
 * Enlarges a figure's picture, in a dialog with all such pictures of the article. It fires `galley-zoom-open` first, and opens nothing where that
 * is cancelled, the picture is covered, or there is none.
 *
 * @param place Where the dialog's words stand.
 */
export async function openZoom(host: Figure, place: Place): Promise<void> {
  const image = pictureOf(host);
  if (current || !image || isCovered(host)) return;
  if (!host.dispatchEvent(new GalleyZoomOpenEvent(image.currentSrc || image.src))) return;
  const dialog = (current = new ZoomDialog(host));
  const messages = await messagesAt(place);
  if (host.isConnected) dialog.open(messages);
  else current = undefined;
}

class ZoomDialog {
  readonly #host: Figure;
  #figure: Figure;
  #messages!: MessagesAt;
  /** Whether the entry of the history is ours to go back from. */
  #isPushed = false;
  /** Whether the reader has gone back or forward, away from the picture's address. */
  #isAddressLeft = false;
  readonly #dialog = document.createElement('dialog');
  readonly #status = document.createElement('p');
  readonly #stage = document.createElement('div');
  readonly #caption = document.createElement('div');
  readonly #buttons = {} as Record<keyof typeof ICONS, HTMLButtonElement>;
  readonly #magnifier = new Magnifier(this.#stage, {
    change: () => {
      this.#setButtons();
    },
    // A finger pushes the picture away: to the left comes the next, from right to left the one before.
    swipe: (direction) => {
      this.#walk(this.#isRtl ? direction : (-direction as -1 | 1));
    },
  });

  constructor(host: Figure) {
    this.#host = host;
    this.#figure = host;
  }

  get #isRtl(): boolean {
    return getComputedStyle(this.#dialog).direction === 'rtl';
  }

  open(messages: MessagesAt): void {
    this.#messages = messages;
    this.#build();
    addStyles(this.#host, styles).append(this.#dialog);
    this.#dialog.showModal();
    this.#listen();
    this.#enter();
    this.#show();
  }

  #build(): void {
    const bar = document.createElement('div');
    bar.className = 'bar';
    this.#status.role = 'status';
    this.#stage.className = 'stage';
    this.#caption.className = 'caption';
    this.#caption.part.add('zoom-caption');
    this.#dialog.part.add('zoom-dialog');
    this.#dialog.ariaLabel = this.#messages.picture;
    const buttons = this.#buttons;
    for (const name of Object.keys(ICONS) as (keyof typeof ICONS)[]) {
      buttons[name] = iconButton(this.#messages[name], ICONS[name]);
    }
    buttons.previous.className = 'walk previous';
    buttons.next.className = 'walk next';
    buttons.close.autofocus = true;
    bar.append(this.#status, buttons.zoomOut, buttons.zoomIn, buttons.close);
    this.#dialog.append(bar, buttons.previous, this.#stage, buttons.next, this.#caption);
  }

  #listen(): void {
    const { close, next, previous, zoomIn, zoomOut } = this.#buttons;
    close.onclick = () => {
      this.#dialog.close();
    };
    zoomIn.onclick = () => {
      this.#magnifier.zoom(1);
    };
    zoomOut.onclick = () => {
      this.#magnifier.zoom(-1);
    };
    previous.onclick = () => {
      this.#walk(-1);
    };
    next.onclick = () => {
      this.#walk(1);
    };
    this.#dialog.addEventListener('keydown', this.#onKey);
    this.#dialog.addEventListener('close', this.#onClose);
    this.#dialog.addEventListener('wheel', preventScroll, { passive: false });
    addEventListener('popstate', this.#onPopState);
    addEventListener('resize', this.#onResize);
    (this.#host as unknown as ReactiveElement).addController(this);
  }

  /** The figure was taken out of the page, and the dialog with it. */
  hostDisconnected(): void {
    this.#onClose();
  }

  /** Puts the picture's fragment into the address, in an entry of its own, so that Back closes. A link to it has that entry already. */
  #enter(): void {
    const fragment = fragmentOf(this.#figure);
    if (location.hash === fragment) return;
    this.#isPushed = true;
    toAddress('pushState', fragment);
  }

  readonly #onPopState = (): void => {
    this.#isPushed = false;
    this.#isAddressLeft = true;
    this.#dialog.close();
  };

  readonly #onClose = (): void => {
    const dialog = this.#dialog;
    if (current !== this) return;
    current = undefined;
    removeEventListener('popstate', this.#onPopState);
    removeEventListener('resize', this.#onResize);
    (this.#host as unknown as ReactiveElement).removeController(this);
    dialog.remove();
    if (this.#isPushed) history.back();
    else if (!this.#isAddressLeft) toAddress('replaceState', location.pathname + location.search);
    this.#host.dispatchEvent(new GalleyZoomCloseEvent());
  };

  /** Shows the picture of the figure, its caption, and which of how many it is. */
  #show(): void {
    const image = pictureOf(this.#figure);
    if (!image) return;
    this.#stage.replaceChildren();
    this.#magnifier.reset();
    const small = plainCopy(image);
    small.removeAttribute('srcset');
    small.src = image.currentSrc || image.src;
    const large = largest(image);
    const largeImage = large.querySelector('img') ?? (large as HTMLImageElement);
    // The small one is there at once; the large one lies over it when it comes, and alone is heard.
    small.alt = '';
    if (image.complete && image.naturalWidth) this.#stage.append(small);
    this.#stage.append(large);
    largeImage.onload = () => {
      small.remove();
    };
    largeImage.onerror = () => {
      if (!small.isConnected) {
        this.#status.textContent = this.#messages.loadFailed;
        return;
      }
      large.remove();
      small.alt = largeImage.alt;
    };
    this.#caption.replaceChildren(...captionOf(this.#figure));
    this.#caption.hidden = !this.#caption.textContent.trim();
    this.#caption.scrollTop = 0;
    const series = seriesOf(this.#figure);
    const { language, position } = this.#messages;
    const values = { number: series.indexOf(this.#figure) + 1, count: series.length };
    this.#status.textContent = values.count > 1 ? format(position, language, values) : '';
    this.#setButtons();
  }

  #setButtons(): void {
    const { next, previous, zoomIn, zoomOut } = this.#buttons;
    // Built before the buttons are.
    if (!next) return;
    const series = seriesOf(this.#figure);
    const at = series.indexOf(this.#figure);
    previous.hidden = next.hidden = series.length < 2;
    // A disabled button would lose the focus.
    previous.ariaDisabled = String(at <= 0);
    next.ariaDisabled = String(at >= series.length - 1);
    zoomOut.ariaDisabled = String(this.#magnifier.scale === 1);
    zoomIn.ariaDisabled = String(this.#magnifier.isMost);
  }

  #walk(step: -1 | 1): void {
    const series = seriesOf(this.#figure);
    this.#goTo(series[series.indexOf(this.#figure) + step]);
  }

  #goTo(figure: Figure | undefined): void {
    if (!figure || figure === this.#figure) return;
    this.#figure = figure;
    toAddress('replaceState', fragmentOf(figure));
    this.#show();
  }

  readonly #onResize = (): void => {
    this.#magnifier.reset();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.#act(event)) return;
    event.preventDefault();
  };

  /** Does what a key stands for; the page behind must not scroll. */
  #act({ key, target }: KeyboardEvent): boolean {
    const magnifier = this.#magnifier;
    const series = seriesOf(this.#figure);
    const [x, y] = ARROWS[key] ?? [0, 0];
    if (key === '+' || key === '=') magnifier.zoom(1);
    else if (key === '-') magnifier.zoom(-1);
    else if (key === '0') magnifier.reset();
    else if ((x || y) && magnifier.scale > 1) magnifier.pan(x, y);
    else if (x) this.#walk((this.#isRtl ? -x : x) as -1 | 1);
    // A long caption scrolls.
    else if (this.#caption.contains(target as Node)) return false;
    else if (key === 'Home') this.#goTo(series[0]);
    else if (key === 'End') this.#goTo(series.at(-1));
    else return y !== 0 || key.startsWith('Page') || (key === ' ' && !(target instanceof HTMLButtonElement));
    return true;
  }
}

const ARROWS: Partial<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The page behind does not scroll; a long caption does. */
function preventScroll(event: WheelEvent): void {
  if (!(event.target as Element).closest('.caption')) event.preventDefault();
}

/** Changes the fragment and leaves a router's own state as it is. */
function toAddress(method: 'pushState' | 'replaceState', address: string): void {
  try {
    history[method](history.state, '', address);
  } catch {
    // In a document without an address of its own, such as one in srcdoc.
  }
}

function iconButton(name: string, path: string): HTMLButtonElement {
  const button = document.createElement('button');
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const stroke = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.ariaHidden = 'true';
  stroke.setAttribute('d', path);
  icon.append(stroke);
  button.append(icon);
  button.ariaLabel = button.title = name;
  return button;
}

/** A copy without what belongs to its place in the page. */
function plainCopy<Kind extends Element>(element: Kind): Kind {
  const copy = element.cloneNode(true) as Kind;
  for (const each of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of ['id', 'class', 'style', 'loading', 'data-thumbhash']) each.removeAttribute(name);
  }
  return copy;
}

/** The picture in its largest file: `data-zoom-src`, or what the browser itself chooses of its sources for a very wide place. */
function largest(image: HTMLImageElement): Element {
  const source = image.dataset['zoomSrc'];
  if (source) {
    const copy = plainCopy(image);
    copy.removeAttribute('srcset');
    copy.src = source;
    return copy;
  }
  const copy = plainCopy(image.closest('picture') ?? image);
  for (const each of [copy, ...copy.querySelectorAll('source, img')]) {
    if (each.matches('[srcset]')) each.setAttribute('sizes', '99999px');
  }
  return copy;
}

/** What the caption says, the rest of a long one with it. */
function captionOf(host: Figure): Node[] {
  const caption = host.querySelector('figcaption');
  if (!caption) return [];
  const copy = plainCopy(caption);
  for (const more of copy.querySelectorAll('details')) more.open = true;
  return [...copy.childNodes];
}
