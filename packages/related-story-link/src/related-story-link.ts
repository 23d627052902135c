import { ReactiveElement } from '@lit/reactive-element';

/**
 * Lays out a link to another story. Write, in this order: an image without a link of its own (`alt=""` unless it adds something), a
 * heading with the one link (or, without a heading, the link itself), a dek, a time. The whole element is clickable, and
 * the link alone is focused and named. Further links stand only in `[data-part=related]`.
 *
 * Put several into `<ul role="list">`, each in an `li`; in the flow of an article, put one into an `aside` with a name. That a story is for
 * subscribers, or paid for, is words in the link; the author of a column is a `p` after the headline.
 *
 * @summary A link to another story, inline, as a card or with a thumbnail.
 * @element galley-related-story-link
 *
 * @lightpart kind - What kind of story it is, words in the link: "Video, 2 minutes", "For subscribers", "Paid for by …".
 * @lightpart dek - A sentence on the story.
 * @lightpart related - Further links, above the clickable area of the story's own.
 *
 * @cssprop --galley-accent - Colour of kind, icon and the rule of the layout inline.
 * @cssprop --galley-quiet - Colour of dek and time, and of a link that the reader has been to.
 * @cssprop --galley-ground - Ground where a picture did not load.
 * @cssprop --galley-headline-small - Font size of the headline.
 * @cssprop --galley-headline-weight - Font weight of the headline.
 * @cssprop --galley-headline-tracking - Letter spacing of the headline.
 * @cssprop --galley-headline-stretch - Font stretch of the headline.
 * @cssprop --galley-font-headline - Font family of the headline.
 * @cssprop --galley-font-label - Font family of the rest.
 * @cssprop --galley-caption-size - Font size of the rest.
 * @cssprop --galley-caption-leading - Line height of the rest.
 * @cssprop --galley-label-weight - Font weight of the kind.
 * @cssprop --galley-space-1 - Space below each part.
 * @cssprop --galley-space-3 - Space between picture and text.
 */
export class GalleyRelatedStoryLink extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '0.0.0';

  static override properties = {
    layout: { reflect: true, useDefault: true },
    kind: { reflect: true, useDefault: true },
    prefetch: { reflect: true, useDefault: true },
  };

  /** How it is set: in the flow of a text, as a card with the picture on top, or with the picture beside the text. */
  declare layout: 'inline' | 'card' | 'thumbnail';

  /** What kind of story it leads to; all but an article have a decorative icon. The words are the author's. */
  declare kind: 'article' | 'video' | 'audio' | 'gallery' | 'live' | 'opinion';

  /** When the browser asks for the story ahead: never, as a pointer or the focus stays on the link, or as it stays in view. */
  declare prefetch: 'none' | 'hover' | 'visible';

  constructor() {
    super();
    this.layout = 'inline';
    this.kind = 'article';
    this.prefetch = 'none';
  }

  // The author's HTML is the element: no shadow root.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    if (this.prefetch !== 'none') {
      // Where the module does not come, the link is a link.
      void import('./prefetch.ts').then(
        ({ update }) => update(this),
        () => undefined,
      );
    }
  }
}
