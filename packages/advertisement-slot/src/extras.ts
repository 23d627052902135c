import type { MessagesAt } from '@galley/core/messages.js';
import type { Fill } from './adapter.ts';
import { buttonsOf, styles as buttonStyles } from './controls.ts';
import { declared, tells } from './disclosure.ts';
import { intervalOf, whenDue } from './refresh.ts';
import { maySticky, stick, styles as stickyStyles } from './sticky.ts';

/** What the slot does when it is asked to. */
export interface Actions {
  readonly hide: () => void;
  readonly refresh: () => void;
  /** Writes label and controls anew. */
  readonly label: () => void;
  readonly messages: () => Promise<MessagesAt>;
  /** Adds styles to the slot's shadow root, once. */
  readonly style: (styles: string) => ShadowRoot;
}

type Options = Readonly<Record<string, unknown>>;

/** What not every slot has: who pays, a pause, a way to hide it, a place at the viewport's lower edge. */
export class Extras {
  readonly #host: HTMLElement;
  readonly #states: CustomStateSet;
  readonly #actions: Actions;
  readonly #unstuck = new AbortController();
  #isPaused = false;

  constructor(host: HTMLElement, states: CustomStateSet, actions: Actions) {
    this.#host = host;
    this.#states = states;
    this.#actions = actions;
  }

  /** @throws where a political advertisement does not say who pays, or has no notice. */
  check(fill: Fill, options: Options): void {
    const { advertiser, payer, notice } = declared(this.#host, fill, options);
    if (this.#host.getAttribute('kind') === 'political' && !((advertiser ?? payer) && notice))
      throw new Error('political');
  }

  /** The buttons beside the label. */
  buttons(fill: Fill, options: Options, messages: MessagesAt): HTMLButtonElement[] {
    const host = this.#host;
    const told = declared(host, fill, options);
    const isSticky = maySticky(host) && !this.#unstuck.signal.aborted;
    const explain = async () => {
      const [words, { explain: open, styles }] = await Promise.all([
        this.#actions.messages(),
        import('./explanation.ts'),
      ]);
      if (host.isConnected) open(this.#actions.style(styles), told, words);
    };
    this.#actions.style(buttonStyles + stickyStyles);
    return buttonsOf(messages, {
      isPaused: this.#isPaused,
      explain: tells(told) ? () => void explain() : undefined,
      pause: intervalOf(host) ? (isPaused) => void (this.#isPaused = isPaused) : undefined,
      hide: host.hasAttribute('dismissible') ? this.#actions.hide : undefined,
      close: isSticky
        ? () => {
            this.#unstuck.abort();
            this.#actions.label();
          }
        : undefined,
    });
  }

  /** It is shown. */
  show(signal: AbortSignal): void {
    stick(this.#host, this.#states, AbortSignal.any([signal, this.#unstuck.signal]), this.#actions.label);
  }

  /** It has been seen: the next one may come. */
  view(signal: AbortSignal): void {
    whenDue(this.#host, signal, () => this.#isPaused, this.#actions.refresh);
  }
}
