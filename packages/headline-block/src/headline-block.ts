import { ReactiveElement } from '@lit/reactive-element';

/**
 * Lays out the head of a story. Write its parts in this order, which is the visual order at every width: section
 * label, kicker, one heading at the level that the page needs, dek, byline, times, correction. An `hgroup` or a `header` may stand
 * around them. The dek is a paragraph, never a heading; a kicker stands outside the heading, unless it changes the headline's
 * meaning ("Live"), when it is a status inside it.
 *
 * @summary The head of a story: label, kicker, headline, dek, byline and times.
 * @element galley-headline-block
 *
 * @lightpart kicker - A word or two above the headline.
 * @lightpart status - Words in the heading that change its meaning: "Live", "Breaking".
 * @lightpart dek - The paragraph that sums the story up.
 * @lightpart byline - Who wrote it, and from where.
 * @lightpart author - An author's name, a link of its own with `rel="author"`.
 * @lightpart role - An author's role: "Political editor".
 * @lightpart place - Where the story was written.
 * @lightpart portrait - A picture of the author, with `alt=""`: the name stands beside it.
 * @lightpart published - The `time` or `galley-timestamp` of publication; an unmarked first one is this.
 * @lightpart updated - The time of the last update.
 * @lightpart corrected - The time of a correction.
 * @lightpart correction - What was corrected, in words.
 *
 * @cssprop --galley-headline-display - Font size of the headline in size `display`.
 * @cssprop --galley-headline-large - Font size in size `large`.
 * @cssprop --galley-headline-medium - Font size in size `medium`.
 * @cssprop --galley-headline-small - Font size in size `small`.
 * @cssprop --galley-headline-weight - Font weight of the headline, a number.
 * @cssprop --galley-headline-leading - Line height of the headline.
 * @cssprop --galley-headline-tracking - Letter spacing of the headline.
 * @cssprop --galley-headline-stretch - Font stretch of the headline.
 * @cssprop --galley-font-headline - Font family of the headline.
 * @cssprop --galley-font-text - Font family of the dek.
 * @cssprop --galley-font-label - Font family of kicker, byline and times.
 * @cssprop --galley-dek-size - Font size of the dek.
 * @cssprop --galley-dek-leading - Line height of the dek.
 * @cssprop --galley-label-weight - Font weight of the kicker.
 * @cssprop --galley-caption-size - Font size of times and correction.
 * @cssprop --galley-caption-leading - Line height of times and correction.
 * @cssprop --galley-space-1 - Space below most parts, and above a live story and a correction.
 * @cssprop --galley-space-2 - Space below label, kicker and dek.
 * @cssprop --galley-measure - Longest line of the dek.
 * @cssprop --galley-accent - Colour of status and quote mark, and of the rule of a live story.
 * @cssprop --galley-rule - Colour of the rule above a correction.
 * @cssprop --galley-quiet - Colour of dek, roles, places and times.
 */
export class GalleyHeadlineBlock extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '0.0.0';

  static override properties = {
    size: { reflect: true, useDefault: true },
    kind: { reflect: true, useDefault: true },
  };

  /** How large the headline is set, whatever its level. */
  declare size: 'display' | 'large' | 'medium' | 'small';

  /** What kind of story it heads: opinion has a decorative quote mark, live a rule in the accent, a feature a lighter headline. */
  declare kind: 'article' | 'opinion' | 'live' | 'feature';

  constructor() {
    super();
    this.size = 'display';
    this.kind = 'article';
  }

  // The author's HTML is the element: no shadow root.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
