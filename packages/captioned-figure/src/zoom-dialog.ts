import { format, messagesAt, type MessagesAt, type Place } from '@galley/core/messages.js';
import type { ReactiveElement } from '@lit/reactive-element';
import { GalleyZoomCloseEvent, GalleyZoomOpenEvent } from './events.ts';
import { Magnifier } from './magnifier.ts';
import { figuresIn, fragmentOf, isCovered, pictureOf, seriesOf, type Figure } from './series.ts';
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

/** Resolves when the browser has gone back from a closed picture's address. */
let back: Promise<unknown> | undefined;

export const hasClosed = async (): Promise<void> => {
  await back;
};

/** A figure looks whether the address is that of its picture. */
function followAddress(): void {
  if (location.hash) for (const figure of figuresIn(document)) figure.requestUpdate?.();
}

// The first change of the fragment may be what this module was loaded for.
addEventListener('hashchange', followAddress);
followAddress();

/**
 * Enlarges a figure's picture, in a dialog with all such pictures of the article. It fires `galley-zoom-open` first, and opens nothing where that
 * is cancelled, the picture is covered or not shown, or there is none.
 *
 * @param place Where the dialog's words stand.
 */
export async function openZoom(host: Figure, place: Place): Promise<void> {
  await hasClosed();
  const image = pictureOf(host);
  if (current || !image?.checkVisibility() || isCovered(host)) return;
  if (!host.dispatchEvent(new GalleyZoomOpenEvent(image.currentSrc || image.src))) return;
  const dialog = (current = new ZoomDialog(host));
  const messages = await messagesAt(place);
  if (host.isConnected) dialog.open(messages, place[0]);
  else current = undefined;
}

class ZoomDialog {
  readonly #host: Figure;
  #figure: Figure;
  #messages!: MessagesAt;
  /** Whether the entry of the history is ours to go back from. */
  #isPushed = false;
  /** The address of the picture, while it is what the page's address should be. */
  #address = '';
  #unlock: (() => void) | undefined;
  /** What is around the figure may be hidden: an invisible dialog would leave a page that nothing can be done with. */
  readonly #size = new ResizeObserver(() => {
    if (!this.#dialog.checkVisibility() && !matchMedia('print').matches) this.#dialog.close();
  });
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

  open(messages: MessagesAt, language: string): void {
    this.#messages = messages;
    // The author's words keep their language where ours are English for want of it.
    this.#dialog.lang = messages.language;
    this.#stage.lang = this.#caption.lang = language;
    this.#build();
    addStyles(this.#host, styles).append(this.#dialog);
    this.#dialog.showModal();
    this.#unlock = lockScrollbar();
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
    // A click between the buttons must not take the focus to the page, where keys scroll.
    this.#dialog.tabIndex = -1;
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
    this.#dialog.addEventListener('wheel', this.#onWheel, { passive: false });
    addEventListener('popstate', this.#onPopState);
    addEventListener('resize', this.#onResize);
    this.#size.observe(this.#dialog);
    (this.#host as unknown as ReactiveElement).addController(this);
  }

  /** The figure was taken out of the page, and the dialog with it. */
  hostDisconnected(): void {
    // What took it out may be about to go to another address: going back would undo that.
    this.#isPushed = false;
    this.#end(false);
  }

  /** Puts the picture's fragment into the address, in an entry of its own, so that Back closes. A link to it has that entry already. */
  #enter(): void {
    const fragment = fragmentOf(this.#figure);
    if (location.hash !== fragment) this.#isPushed = toAddress('pushState', fragment);
    this.#address = location.href;
  }

  readonly #onPopState = (): void => {
    // The address is another's now. What opens by it must not wait for the event of closing.
    this.#address = '';
    this.#dialog.close();
    this.#end();
  };

  readonly #onClose = (): void => {
    this.#end();
  };

  #end(isInPage = true): void {
    if (current !== this) return;
    current = undefined;
    removeEventListener('popstate', this.#onPopState);
    removeEventListener('resize', this.#onResize);
    this.#size.disconnect();
    (this.#host as unknown as ReactiveElement).removeController(this);
    this.#unlock?.();
    this.#dialog.remove();
    // The browser gives the focus back to what had it; a browser whose clicks give none to a button, or a page opened by its address, to nothing.
    if (isInPage && [null, document.body].includes(document.activeElement as HTMLElement | null)) {
      this.#host.shadowRoot?.querySelector<HTMLElement>('[part=zoom-button]')?.focus({ preventScroll: true });
    }
    // A script of the page may have gone to another address, which is not ours to leave.
    if (location.href === this.#address) {
      if (this.#isPushed || (isInPage && isPageBefore())) goBack();
      else toAddress('replaceState', '');
    }
    this.#host.dispatchEvent(new GalleyZoomCloseEvent());
  }

  /** The page behind does not scroll; a long caption does. */
  readonly #onWheel = (event: WheelEvent): void => {
    const { clientHeight, scrollHeight } = this.#caption;
    if (scrollHeight <= clientHeight || !this.#caption.contains(event.target as Node)) event.preventDefault();
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
      // The reader may have gone on.
      if (!large.isConnected) return;
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
    this.#setCaption();
    const series = seriesOf(this.#figure);
    const { language, position } = this.#messages;
    const values = { number: series.indexOf(this.#figure) + 1, count: series.length };
    this.#status.textContent = values.count > 1 ? format(position, language, values) : '';
    this.#setButtons();
  }

  #setButtons(): void {
    const { next, previous, zoomIn, zoomOut } = this.#buttons;
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
    if (location.href === this.#address) {
      toAddress('replaceState', fragmentOf(figure));
      this.#address = location.href;
    }
    this.#show();
  }

  /** What scrolls can be reached by Tab: not every browser does so by itself. */
  #setCaption(): void {
    const { clientHeight, scrollHeight } = this.#caption;
    if (scrollHeight > clientHeight) this.#caption.tabIndex = 0;
    else this.#caption.removeAttribute('tabindex');
  }

  readonly #onResize = (): void => {
    this.#magnifier.reset();
    this.#setCaption();
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

/** The address without its fragment. A fragment alone would be read by the page's `base`. */
const pageAddress = () => location.href.split('#')[0] ?? '';

/** Changes the fragment and leaves a router's own state as it is. */
function toAddress(method: 'pushState' | 'replaceState', fragment: string): boolean {
  try {
    history[method](history.state, '', pageAddress() + fragment);
    return true;
  } catch {
    // In a document without an address of its own, such as one in srcdoc.
    return false;
  }
}

/** Whether the reader came by a link on this page, where the browser tells: closing goes back then, and leaves no entry behind. */
function isPageBefore(): boolean {
  const { navigation } = window as Partial<Pick<Window, 'navigation'>>;
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1];
  return before?.sameDocument === true && before.url === pageAddress();
}

/** It takes the browser a moment. */
function goBack(): void {
  back = new Promise((resolve) => {
    addEventListener('popstate', resolve, { once: true });
    // Where it does not, nothing must wait for ever.
    setTimeout(resolve, 1000);
  });
  history.back();
}

/** A page's scrollbar that takes room is beside the dialog, and could be dragged: the page keeps the room, and does not scroll. Gives what ends it. */
function lockScrollbar(): (() => void) | undefined {
  const { clientWidth, style } = document.documentElement;
  if (innerWidth === clientWidth) return undefined;
  const { overflow, scrollbarGutter } = style;
  style.overflow = 'hidden';
  style.scrollbarGutter = 'stable';
  return () => {
    Object.assign(style, { overflow, scrollbarGutter });
  };
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
  // Its name, and for the mouse; with a label beside it, it would be read twice.
  button.title = name;
  return button;
}

/** Attributes that have a meaning in their place in the page alone: names, looks, what refers to others. */
const BOUND =
  'id class style loading data-thumbhash tabindex usemap ismap aria-details aria-describedby aria-labelledby'.split(
    ' ',
  );

/** A copy without what belongs to its place in the page. */
function plainCopy<Kind extends Element>(element: Kind): Kind {
  const copy = element.cloneNode(true) as Kind;
  for (const each of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of BOUND) each.removeAttribute(name);
  }
  return copy;
}

/** The largest of a list of files, by width or by density: https://html.spec.whatwg.org/#parse-a-srcset-attribute */
function largestOf(srcset: string): string {
  const files = [...srcset.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)[wx][^,]*)?\s*(?:,|$)/g)];
  const size = (file: RegExpMatchArray) => Number(file[2] ?? 1);
  return files.sort((a, b) => size(b) - size(a))[0]?.[1] ?? srcset;
}

/** The picture in its largest file: `data-zoom-src`, or the largest of the source that the browser itself chooses. */
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
    const srcset = each.getAttribute('srcset');
    if (srcset) each.setAttribute('srcset', largestOf(srcset));
  }
  return copy;
}

/** What the caption says, the rest of a long one with it. */
function captionOf(host: Figure): Node[] {
  const caption = host.querySelector('figcaption');
  if (!caption) return [];
  const copy = plainCopy(caption);
  for (const each of copy.querySelectorAll('*')) {
    if (each instanceof HTMLDetailsElement) each.open = true;
    // The page's stylesheet does not reach here, and an element without its own may say a thing twice: its words stay.
    if (each.localName.startsWith('galley-')) each.replaceWith(...each.childNodes);
  }
  return [...copy.childNodes];
}
