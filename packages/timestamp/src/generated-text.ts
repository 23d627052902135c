import { adoptStyles, type ReactiveController, type ReactiveElement } from '@lit/reactive-element';
import { unwatch, watch } from './clock.ts';
import { styles } from './timestamp.styles.ts';

/** The text that lies over the author's in a shadow root, while it fits the box of the author's. */
export class GeneratedText implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #text: HTMLElement = document.createElement('span');
  readonly #states: CustomStateSet;
  readonly #changes: MutationObserver;
  readonly #size: ResizeObserver;

  constructor(host: ReactiveElement) {
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
    adoptStyles(root, [styles]);
    root.append(document.createElement('slot'), this.#text);
    host.addController(this);
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

  /** Shows a text, or the author's own where there is none. */
  show(text = ''): void {
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
