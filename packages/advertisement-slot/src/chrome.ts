import { format, type MessagesAt } from '@galley/core/messages.js';
import { styles } from './chrome.styles.ts';
import { addStyles } from './styles.ts';
import { heightOf } from './sizes.ts';

/** Numbers of the advertisements that are shown, so that no two have one name. */
const numbers = new Set<number>();

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  part = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  if (part) element.part.add(part);
  return element;
}

/** All that a slot generates: the reserved place, and in it label, controls and the box of the advertisement. */
export class Chrome {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #reserve = make('div', 'reserve');
  readonly #fallback = document.createElement('slot');
  readonly #ad = make('div', 'ad waiting');
  readonly #bar = make('div', 'bar');
  readonly #end = make('p', 'end', 'end');
  #light: HTMLElement | undefined;
  #number = 0;
  /** The box of the advertisement. */
  readonly frame: HTMLElement = make('div', 'frame', 'frame');

  constructor(host: HTMLElement) {
    this.#host = host;
    // In one step: the place is held by the element from here on, and by the stylesheet no more.
    this.#root = addStyles(host, styles);
    this.reserve();
    this.#ad.hidden = this.#end.hidden = true;
    this.#end.tabIndex = -1;
    this.#end.onblur = () => {
      this.#end.hidden = this.#ad.hidden;
    };
    this.#ad.append(this.#bar, this.frame);
    // The slot is last: Chromium finds no way on from a focused element that no key reaches, where nothing follows it in the shadow root.
    this.#root.append(this.#reserve, this.#ad, this.#end, this.#fallback);
    let width: number | undefined;
    // A place of another width has a height of its own: what is around it has been laid out anew.
    new ResizeObserver(() => {
      if (width !== undefined && width !== host.clientWidth) this.hold(0);
      width = host.clientWidth;
    }).observe(host);
  }

  /** Keeps the place that the attributes ask for. */
  reserve(): void {
    const { style, classList } = this.#reserve;
    for (const [name, attribute] of [
      ['--_small', 'sizes'],
      ['--_medium', 'medium-sizes'],
      ['--_large', 'large-sizes'],
    ] as const) {
      const height = heightOf(this.#host, attribute);
      if (height) style.setProperty(name, `${String(height)}px`);
      else style.removeProperty(name);
    }
    classList.toggle('none', this.#host.getAttribute('reserve') === 'none');
  }

  /** The place within the slot's own padding and border, in its own pixels: what is around may be zoomed or turned. */
  get box(): { width: number; height: number } {
    const { inlineSize, blockSize } = getComputedStyle(this.#reserve);
    // Neither is a number where it is not shown.
    return { width: parseFloat(inlineSize) || 0, height: parseFloat(blockSize) || 0 };
  }

  /** Keeps the height that there is, whatever comes or goes; `0` lets it go. */
  hold(height = this.box.height): void {
    this.#reserve.style.setProperty('--_hold', `${String(height)}px`);
  }

  /** Where the adapter renders: in the shadow root, or in the light DOM for a provider that looks in the document. */
  place(isLight = false): HTMLElement {
    this.#ad.hidden = false;
    if (!isLight) return this.frame;
    if (!this.#light) {
      this.#light = document.createElement('div');
      this.#light.slot = 'galley-ad';
      const slot = document.createElement('slot');
      slot.name = 'galley-ad';
      this.frame.append(slot);
      this.#host.append(this.#light);
    }
    return this.#light;
  }

  /** Gives the advertisement its box. What is in it is not seen in one of another size, unless it has asked for that: it would jump. */
  size([width, height]: readonly [number, number], isSeen = false): void {
    const { style } = this.frame;
    const [inline, block] = [`${String(width)}px`, `${String(height)}px`];
    if (style.inlineSize === inline && style.blockSize === block) return;
    if (!isSeen) style.visibility = 'hidden';
    // A box that goes and comes is another one to the browser, which has not moved.
    style.display = 'none';
    this.frame.getBoundingClientRect();
    style.display = '';
    style.inlineSize = inline;
    style.blockSize = block;
  }

  /** Whether the author's fallback has the focus: it stays then. */
  get isFallbackFocused(): boolean {
    return this.#host.matches(':focus-within') && !this.#root.activeElement;
  }

  /** Shows the advertisement in the place of the fallback, labelled. */
  show(messages: MessagesAt, buttons?: readonly HTMLButtonElement[]): void {
    this.label(messages, buttons);
    this.hold();
    this.#fallback.hidden = true;
    this.frame.style.visibility = '';
    this.#ad.classList.remove('waiting');
    this.#end.hidden = false;
  }

  /** Writes the label, beside it the buttons. */
  label(messages: MessagesAt, buttons: readonly HTMLButtonElement[] = []): void {
    const host = this.#host;
    const kind = host.getAttribute('kind');
    const advertiser = host.getAttribute('advertiser');
    const word =
      host.getAttribute('label') ||
      (kind === 'sponsored'
        ? messages.sponsored
        : kind === 'political'
          ? messages.politicalAdvertisement
          : messages.advertisement);
    if (!this.#number) {
      for (this.#number = 1; numbers.has(this.#number); this.#number++);
      numbers.add(this.#number);
    }
    const name = `${word} ${format('{number}', messages.language, { number: this.#number })}`;
    this.#ad.role = host.hasAttribute('landmark') ? 'complementary' : 'group';
    this.#ad.ariaLabel = name;
    for (const each of [this.#bar, this.#end]) each.lang = messages.language;
    this.#end.textContent = messages.endOfAdvertisement;
    for (const frame of this.place(Boolean(this.#light)).querySelectorAll('iframe')) frame.title = name;

    const skip = make('a', 'skip', 'skip-link');
    skip.href = '#';
    skip.textContent = messages.skipAdvertisement;
    skip.onclick = (event) => {
      event.preventDefault();
      this.#end.focus();
    };
    const label = make('span', 'label', 'label-text');
    // A promotion of the paper itself is no advertisement.
    if (kind !== 'house' || host.hasAttribute('label'))
      // One line, which may be cut: nothing moves for a long name.
      label.title = label.textContent = advertiser ? `${word}: ${advertiser}` : word;
    const focused = this.#root.activeElement;
    const isWithin = this.#bar.contains(focused);
    this.#bar.replaceChildren(skip, label, ...buttons);
    // What had the focus has been made anew, or is gone.
    if (isWithin)
      ([skip, ...buttons].find(({ className }) => className === focused?.className) ?? this.#end).focus({
        preventScroll: true,
      });
  }

  /** What has the focus in the advertisement is about to go: it is lost nowhere, but at the advertisement's end. */
  leave(): void {
    if (this.#root.activeElement || this.#light?.matches(':focus-within'))
      this.#end.focus({ preventScroll: true });
  }

  /** Shows the fallback again. */
  reset(): void {
    if (!this.#ad.hidden && !this.#ad.classList.contains('waiting')) this.hold();
    this.leave();
    numbers.delete(this.#number);
    this.#number = 0;
    this.#fallback.hidden = false;
    this.#end.hidden = this.#root.activeElement !== this.#end;
    this.#ad.hidden = true;
    this.#ad.classList.add('waiting');
    this.frame.replaceChildren();
    this.#bar.replaceChildren();
    this.#light?.remove();
    this.#light = undefined;
  }
}
