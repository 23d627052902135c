import { languageOf } from '@galley/core/language.js';
import { ReactiveElement } from '@lit/reactive-element';
import { absolute, parseDuration, parseMoment, relative } from './moment.ts';
import { attachText } from './timestamp.chrome.ts';

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

  #show: ((text: string) => void) | undefined;

  constructor() {
    super();
    this.mode = 'author';
    this.relativeUntil = 'P7D';
    this.dateStyle = 'medium';
    this.timeStyle = 'short';
  }

  // A shadow root comes with the first generated text: until then the author's HTML is the element.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    if (this.mode !== 'author') this.#show ??= attachText(this);
    this.#show?.(this.#write());
  }

  /** The text for the reader, or nothing where the author's own is what there is to show. */
  #write(): string {
    const { mode } = this;
    const moment = parseMoment(this.querySelector('time')?.dateTime);
    try {
      // In a language that it does not have, Intl would write in the browser's own.
      const [language] = Intl.DateTimeFormat.supportedLocalesOf(languageOf(this));
      if (language && (mode === 'relative' || mode === 'absolute'))
        return (
          (mode === 'relative' && relative(moment, parseDuration(this.relativeUntil), language)) ||
          absolute(moment, language, this)
        );
    } catch {
      // Intl throws a RangeError on a moment, style, time zone or language that is none; development says so.
    }
    return '';
  }
}
