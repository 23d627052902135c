import { ReactiveElement } from '@lit/reactive-element';

/**
 * Says where a story belongs: its section, and the series in it. Write the text or link inside, in plain HTML; around it
 * a heading where the label titles a group of stories ("see all" is that same link). It is never a landmark, and its name is the
 * text that is seen. Two or more levels of navigation are a breadcrumb, not a label.
 *
 * @summary The section and series of a story, or the title of a group of stories.
 * @element galley-section-label
 *
 * @lightpart series - The series within the section, a link or text after the section, set apart by a rule.
 *
 * @cssprop --galley-accent - Colour of the label; a theme sets it for each pillar.
 * @cssprop --galley-on-accent - Colour of the text on the accent, in a pill.
 * @cssprop --galley-rule - Colour of the rule before the series.
 * @cssprop --galley-font-label - Font family.
 * @cssprop --galley-caption-size - Font size.
 * @cssprop --galley-label-weight - Font weight.
 * @cssprop --galley-space-1 - Space below the bar.
 */
export class GalleySectionLabel extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '0.0.0';

  static override properties = {
    appearance: { reflect: true, useDefault: true },
    pillar: { reflect: true, useDefault: true },
    live: { type: Boolean, reflect: true },
  };

  /** How the label is set: as text, under a bar across the column, or on the accent's own ground. */
  declare appearance: 'text' | 'bar' | 'pill';

  /** The pillar of the newspaper that the story belongs to, a name for which the theme sets `--galley-accent`. */
  declare pillar: string;

  /** Shows a dot that pulses for five seconds, or is still where the reader prefers reduced motion. The word "Live" is the author's. */
  declare live: boolean;

  constructor() {
    super();
    this.appearance = 'text';
    this.pillar = '';
    this.live = false;
  }

  // The author's HTML is the element: no shadow root.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
