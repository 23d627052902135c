import { ReactiveElement } from '@lit/reactive-element';

/**
 * Lays out a picture or video with its caption and credit. Write a native `figure` inside: an `img`, a `picture` or a `video` (or a
 * link around one) and a `figcaption`, its first or last child. Give the media its `width` and `height`, and a picture an `alt`
 * that describes it; the caption explains, the credit is text in the caption.
 *
 * A sensitive picture stands in `details[data-part=cover]`, whose `summary` says what it shows; it keeps the picture's place while
 * closed. A long caption continues in `details[data-part=more]`. Both are the browser's own and work without script.
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
 * @cssprop --galley-page - How wide the layouts wide and full may become. Set `100cqi` on an element inside the page's container; `100%` of the column without it.
 * @cssprop --galley-wide - Width of the layout wide.
 * @cssprop --galley-focus - What stays in view where a ratio crops the picture, an `object-position`.
 * @cssprop --galley-font-label - Font family of the caption.
 * @cssprop --galley-caption-size - Font size of the caption.
 * @cssprop --galley-caption-leading - Line height of the caption.
 * @cssprop --galley-quiet - Colour of the credit.
 * @cssprop --galley-paper - Ground of a credit over the picture.
 * @cssprop --galley-ground - Ground of a closed cover.
 * @cssprop --galley-ink - Text of a credit over the picture, and of a cover.
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
  };

  /** How wide the picture is: the column, wider, the whole page, or beside the text at its start or end, or a thumbnail in it. */
  declare layout: 'column' | 'wide' | 'full' | 'start' | 'end' | 'thumbnail';

  /** The shape that the picture is cropped to and its place reserved in, width to height; `none` keeps its own. */
  declare ratio: 'none' | '16:9' | '4:3' | '3:2' | '1:1' | '4:5' | '9:16';

  /** Where the credit stands: in the caption, or over the picture's corner (then it is the first thing in the `figcaption`). */
  declare credit: 'below' | 'over';

  constructor() {
    super();
    this.layout = 'column';
    this.ratio = 'none';
    this.credit = 'below';
  }

  // The author's HTML is the element: no shadow root.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
