import { ReactiveElement } from '@lit/reactive-element';

/**
 * __description__ Write the text inside, in plain HTML.
 *
 * @summary __description__
 * @element galley-__name__
 *
 * @lightpart note - A line of its own after the text, quieter.
 *
 * @cssprop --galley-rule - Colour of the edge of the box.
 * @cssprop --galley-quiet - Colour of the note.
 * @cssprop --galley-caption-size - Font size of the note.
 */
export class Galley__Class__ extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '__version__';

  static override properties = {
    appearance: { reflect: true, useDefault: true },
  };

  /** How it is set: as text alone, or in a box. */
  declare appearance: 'text' | 'box';

  constructor() {
    super();
    this.appearance = 'text';
  }

  // The author's HTML is the element: no shadow root.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
