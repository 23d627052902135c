import { languageOf } from '@galley/core/language.js';
import type { ReactiveController } from '@lit/reactive-element';
import { unwatch, watch } from './clock.ts';
import { absolute, parseDuration, parseMoment, relative } from './moment.ts';
import type { GalleyTimestamp } from './timestamp.ts';
import { styles } from './timestamp.styles.ts';

const WEEK = 604_800;

// The platform's own, not Lit's css``: with it this chunk would need one of Lit's in common with the element's.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** The text for the reader, or nothing where the author's own is what there is to show. */
function write(host: GalleyTimestamp): string {
  const { mode } = host;
  const moment = parseMoment(host.querySelector('time')?.getAttribute('datetime') ?? '');
  if (!moment || (mode !== 'relative' && mode !== 'absolute')) return '';
  const language = languageOf(host);
  try {
    const until = parseDuration(host.relativeUntil);
    const text = mode === 'relative' && relative(moment, isNaN(until) ? WEEK : until, language, Date.now());
    return text || absolute(moment, language, host);
  } catch {
    // Intl throws a RangeError on a style or time zone that it does not know; development says so.
    return '';
  }
}

/** The text that lies over the author's in a shadow root, while it fits the box of the author's. */
export class TimestampChrome implements ReactiveController {
  readonly #host: GalleyTimestamp;
  readonly #text: HTMLElement = document.createElement('span');
  readonly #states: CustomStateSet;
  readonly #changes: MutationObserver;
  readonly #size: ResizeObserver;

  constructor(host: GalleyTimestamp) {
    this.#host = host;
    this.#states = host.attachInternals().states;
    this.#changes = new MutationObserver(() => {
      host.requestUpdate();
    });
    this.#size = new ResizeObserver(() => {
      this.#fit();
    });
    this.#text.ariaHidden = 'true';
    this.#text.part.add('text');
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement('slot'), this.#text);
    host.addController(this);
    host.requestUpdate();
  }

  hostConnected(): void {
    watch(this.#host);
    this.#size.observe(this.#host);
    this.#changes.observe(this.#host, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['datetime'],
    });
  }

  hostDisconnected(): void {
    unwatch(this.#host);
    this.#size.disconnect();
    this.#changes.disconnect();
  }

  hostUpdated(): void {
    const text = write(this.#host);
    const title = this.#host.textContent.trim();
    if (text === this.#text.textContent && title === this.#text.title) return;
    this.#text.textContent = text;
    this.#text.title = title;
    this.#fit();
  }

  #fit(): void {
    this.#text.hidden = false;
    const fits = this.#text.textContent !== '' && this.#text.scrollWidth <= this.#host.clientWidth;
    this.#text.hidden = !fits;
    this.#states[fits ? 'add' : 'delete']('generated');
  }
}
