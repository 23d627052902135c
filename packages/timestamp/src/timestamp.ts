import { ReactiveElement } from '@lit/reactive-element';

/**
 * Shows a date and time as written, written out for the reader, or relative to now. Write one `time` inside, with a `datetime` that has a
 * zone, and the full date as its text; words such as "Published" stand outside.
 *
 * The generated text lies over the author's, in the same box, so that nothing moves; where it does not fit, the author's is
 * seen. The author's full date stays in the accessibility tree, and in the tooltip. The language is that of the nearest `lang`. The
 * times that can be seen are brought up to date every minute, by one timer for the page.
 *
 * @summary A date and time, as written or relative to now.
 * @element galley-timestamp
 *
 * @csspart text - The generated text.
 * @cssstate generated - While the generated text is seen instead of the author's.
 */
export class GalleyTimestamp extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '0.0.0';

  static override properties = {
    mode: { reflect: true, useDefault: true },
    relativeUntil: { attribute: 'relative-until', useDefault: true },
    timeZone: { attribute: 'time-zone' },
    dateStyle: { attribute: 'date-style', useDefault: true },
    timeStyle: { attribute: 'time-style', useDefault: true },
  };

  /** The author's text as written; the date and time written out for the reader; or how long ago. */
  declare mode: 'author' | 'absolute' | 'relative';

  /** An ISO 8601 duration: how old a relative time may be. From then on it is absolute. */
  declare relativeUntil: string;

  /** The IANA name of the zone in which an absolute time is written, such as `Europe/London`; the reader's own without it. */
  declare timeZone: string | undefined;

  /** How the date is written, as in `Intl.DateTimeFormat`. */
  declare dateStyle: 'full' | 'long' | 'medium' | 'short';

  /** How the time is written, as in `Intl.DateTimeFormat`. */
  declare timeStyle: 'full' | 'long' | 'medium' | 'short';

  #chrome: Promise<void> | undefined;

  constructor() {
    super();
    this.mode = 'author';
    this.relativeUntil = 'P7D';
    this.timeZone = undefined;
    this.dateStyle = 'medium';
    this.timeStyle = 'short';
  }

  // A shadow root comes with the first generated text: until then the author's HTML is the element.
  protected override createRenderRoot(): HTMLElement | ShadowRoot {
    return this.shadowRoot ?? this;
  }

  protected override updated(): void {
    if (this.mode !== 'relative' && this.mode !== 'absolute') return;
    // Most times are shown as written: what generates text comes with the first that is not. Where it does not come, the
    // author's text stays.
    this.#chrome ??= import('./timestamp.chrome.ts').then(
      ({ TimestampChrome }) => {
        new TimestampChrome(this);
      },
      () => {
        this.#chrome = undefined;
      },
    );
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#chrome;
    return super.getUpdateComplete();
  }
}
