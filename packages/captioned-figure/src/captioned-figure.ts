import { languageOf } from '@galley/core/language.js';
import { custom } from '@galley/core/set-messages.js';
import { ReactiveElement } from '@lit/reactive-element';
import { rootOf } from './captioned-figure.chrome.ts';
import { attachButton } from './zoom.ts';

/** Those on the page: the name of each counts those above it, so one that comes, goes or moves is news to all. */
const figures = new Set<ReactiveElement>();

function updateAll(): void {
  for (const figure of figures) figure.requestUpdate();
}

/**
 * Lays out a picture or video with its caption and credit. Write a native `figure` inside: an `img`, a `picture` or a `video` (or a
 * link around one) and a `figcaption`, its first or last child. Give the media its `width` and `height`, and a picture an `alt`
 * that describes it; the caption explains, the credit is text in the caption.
 *
 * A sensitive picture stands in `details[data-part=cover]`, whose `summary` says what it shows; it keeps the picture's place while
 * closed. A long caption continues in `details[data-part=more]`. Both are the browser's own and work without script.
 *
 * With `zoomable` a button opens the picture enlarged, in its largest file: `data-zoom-src`, or the largest of `srcset` or `picture`. The
 * dialog holds all such pictures of the article, the closest `article` or the page; arrow keys, buttons and swipes walk through them, pinch, double
 * tap, wheel, `+` and `-` magnify, drag and arrow keys move a magnified one, Escape and Back close. Each picture has an address, `#ID` of the
 * figure or `#picture-N`, which opens it. The dialog is loaded when the button is about to be used.
 *
 * A picture that does not load can be asked for again. `data-thumbhash` on an `img` paints a blur until it loads.
 *
 * @summary A picture or video with its caption and credit.
 * @element galley-captioned-figure
 *
 * @lightpart credit - Who made the picture, in the caption.
 * @lightpart licence - The picture's licence, a link with `rel="license"`.
 * @lightpart ai-disclosure - What was made or changed by a machine.
 * @lightpart more - A `details` in the caption with the rest of a long one.
 * @lightpart cover - A `details` around a sensitive picture.
 *
 * @fires {GalleyZoomOpenEvent} galley-zoom-open - Before a picture is enlarged; `src` is its address on the page. Cancel it to show it in a way of your own.
 * @fires {GalleyZoomCloseEvent} galley-zoom-close - After the dialog has closed.
 * @fires {GalleyRevealEvent} galley-reveal - After the cover of a sensitive picture was opened.
 * @fires {GalleyMediaErrorEvent} galley-media-error - When a picture did not come, before or after the upgrade, and again when it fails again; `src` is the address.
 *
 * @csspart zoom-button - The button over the picture.
 * @csspart zoom-dialog - The dialog with the enlarged picture.
 * @csspart zoom-caption - The caption in it.
 * @csspart show-all-button - The button on a covered picture that opens all that are covered in the article.
 * @csspart try-again-button - The button on a picture that did not load.
 *
 * @cssprop --galley-zoom-ground - Ground of the dialog.
 * @cssprop --galley-zoom-ink - Text and icons of the dialog.
 * @cssprop --galley-page - How wide the layouts wide and full may become. Set `100cqi` on an element inside the page's container; `100%` of the column without it.
 * @cssprop --galley-wide - Width of the layout wide.
 * @cssprop --galley-focus - What stays in view where a ratio crops the picture, an `object-position`.
 * @cssprop --galley-font-label - Font family of the caption.
 * @cssprop --galley-caption-size - Font size of the caption.
 * @cssprop --galley-caption-leading - Line height of the caption.
 * @cssprop --galley-quiet - Colour of the credit.
 * @cssprop --galley-paper - Ground of a credit over the picture, and of buttons.
 * @cssprop --galley-ground - Ground of a closed cover.
 * @cssprop --galley-ink - Text of a credit over the picture, of a cover, and of buttons.
 * @cssprop --galley-space-1 - Space around the caption, and above a picture beside the text.
 * @cssprop --galley-space-3 - Space below a picture beside the text.
 * @cssprop --galley-space-4 - Space above and below the figure.
 */
export class GalleyCaptionedFigure extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '0.0.0';

  static override properties = {
    layout: { reflect: true, useDefault: true },
    ratio: { reflect: true, useDefault: true },
    credit: { reflect: true, useDefault: true },
    zoomable: { type: Boolean, reflect: true },
  };

  /** How wide the picture is: the column, wider, the whole page, or beside the text at its start or end, or a thumbnail in it. */
  declare layout: 'column' | 'wide' | 'full' | 'start' | 'end' | 'thumbnail';

  /** The shape that the picture is cropped to and its place reserved in, width to height; `none` keeps its own. */
  declare ratio: 'none' | '16:9' | '4:3' | '3:2' | '1:1' | '4:5' | '9:16';

  /** Where the credit stands: in the caption, or over the picture's corner (then it is the first thing in the `figcaption`). */
  declare credit: 'below' | 'over';

  /** Whether a button opens the picture enlarged, in a dialog with all such pictures of the article. */
  declare zoomable: boolean;

  #button: HTMLButtonElement | undefined;

  readonly #update = (): void => {
    this.requestUpdate();
  };

  #states: Promise<unknown> | undefined;

  constructor() {
    super();
    this.layout = 'column';
    this.ratio = 'none';
    this.credit = 'below';
    this.zoomable = false;
    // They do not bubble.
    this.addEventListener('load', this.#update, true);
    this.addEventListener('error', this.#update, true);
    // Children may arrive late.
    new MutationObserver(updateAll).observe(this, {
      childList: true,
      subtree: true,
      attributeFilter: ['zoomable'],
    });
  }

  override connectedCallback(): void {
    // eslint-disable-next-line wc/guard-super-call -- ReactiveElement has it
    super.connectedCallback();
    figures.add(this);
    updateAll();
  }

  override disconnectedCallback(): void {
    // eslint-disable-next-line wc/guard-super-call -- ReactiveElement has it
    super.disconnectedCallback();
    figures.delete(this);
    updateAll();
  }

  // A shadow root comes with the first control: until then the author's HTML is the element.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    const image = this.querySelector<HTMLImageElement>('img:not(figcaption *)');
    const hasFailed = image?.complete && !image.naturalWidth;
    const { zoomable } = this;
    const place = [languageOf(this), custom] as const;
    const number = [...(this.getRootNode() as Document).querySelectorAll('[zoomable]')].indexOf(this) + 1;
    if (zoomable) this.#button ??= attachButton(this);
    if (this.#button) {
      this.#button.hidden = !zoomable || !image || !!image.closest('[data-part=cover]:not([open])');
      this.#button.ariaLabel = `Enlarge picture ${String(number)}`;
    }
    // In WebKit the stylesheet takes a picture's shape from its width and height alone, so that it keeps its place when it fails. Where they are
    // wrong by more than rounding, its own shape counts, as in other browsers: docs/decisions/0033.
    this.querySelectorAll<HTMLImageElement>('img[width]').forEach((each) => {
      each.style.contain =
        Math.abs(
          (Number(each.getAttribute('height')) * each.naturalWidth) / Number(each.getAttribute('width')) -
            each.naturalHeight,
        ) < 3
          ? ''
          : 'none';
    });
    const states =
      hasFailed ||
      (zoomable && location.hash) ||
      this.querySelector('[data-part=cover],[data-thumbhash],[zoomable] figcaption + *');
    if (states) rootOf(this);
    // The name alone is less than all states.
    this.#states = (
      states
        ? import('./states.ts')
        : zoomable && (custom.size || !place[0].startsWith('en'))
          ? import('./zoom-button.ts')
          : undefined
    )?.then(
      ({ update }) => update(this, place, number),
      () => undefined,
    );
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#states;
    return true;
  }
}

export type {
  GalleyMediaErrorEvent,
  GalleyRevealEvent,
  GalleyZoomCloseEvent,
  GalleyZoomOpenEvent,
} from './events.ts';
