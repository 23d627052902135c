import { ReactiveElement } from '@lit/reactive-element';

/**
 * The place of an advertisement. Its height is reserved by the stylesheet from first paint, for the largest of the sizes that may come
 * in the slot's own width, so that nothing moves when one does; the author's fallback is seen in that place. It is not printed,
 * and without script there is no empty box, only the fallback. With no provider it reserves nothing and asks for nothing.
 *
 * Write the fallback inside: `<aside data-part="fallback">` with a promotion of your own. It is what the provider `house` shows.
 *
 * @summary The place of an advertisement, reserved from first paint.
 * @element galley-advertisement-slot
 *
 * @lightpart fallback - What is seen where there is no advertisement, an `aside`.
 *
 * @cssprop --galley-space-4 - Space above and below a slot with a provider.
 * @cssprop --galley-ad-block-size - Height of the creative for sizes that are not among the IAB's, without the label.
 */
export class GalleyAdvertisementSlot extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '0.0.0';

  static override properties = {
    provider: { reflect: true, useDefault: true },
    sizes: { reflect: true, useDefault: true },
    mediumSizes: { attribute: 'medium-sizes', reflect: true, useDefault: true },
    largeSizes: { attribute: 'large-sizes', reflect: true, useDefault: true },
    reserve: { reflect: true, useDefault: true },
    disabled: { type: Boolean, reflect: true },
  };

  /** Who fills the slot. `none` reserves nothing; `house` shows the fallback. */
  declare provider: string;

  /** Sizes in CSS pixels, width by height, space-separated: `300x250 320x50`. */
  declare sizes: string;

  /** Sizes where the slot itself is at least 728 px wide. */
  declare mediumSizes: string;

  /** Sizes where the slot itself is at least 970 px wide. */
  declare largeSizes: string;

  /** How much height is kept: for the highest of the sizes, for the lowest, or none; 24 px of label are added. */
  declare reserve: 'max' | 'min' | 'none';

  /** Takes the slot out of the page. `data-galley-ads="off"` on the document does so for all. */
  declare disabled: boolean;

  constructor() {
    super();
    this.provider = 'none';
    this.sizes = '';
    this.mediumSizes = '';
    this.largeSizes = '';
    this.reserve = 'max';
    this.disabled = false;
  }

  // The author's HTML is the element until an advertisement comes: no shadow root.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
