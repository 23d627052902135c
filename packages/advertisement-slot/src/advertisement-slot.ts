import { languageOf } from '@galley/core/language.js';
import { custom } from '@galley/core/set-messages.js';
import { ReactiveElement } from '@lit/reactive-element';
import type { Adapter, ConsentSource, Fill } from './adapter.ts';
import type { AdapterModule } from './adapters.ts';
import type { State } from './machine.ts';

/**
 * The place of an advertisement. Its height is reserved by the stylesheet from first paint, for the largest of the sizes that may come
 * in the slot's own width, so that nothing moves when one does; the author's fallback is seen in that place until then. It is not printed,
 * and without script there is no empty box, only the fallback. With no provider it reserves nothing and asks for nothing.
 *
 * Write the fallback inside: `<aside data-part="fallback">` with a promotion of your own. It is what the provider `house` shows, and what
 * is seen where there is no advertisement. Settings of a provider stand beside it: `<script type="application/json" data-part="options">`.
 *
 * When it comes near the viewport, the element loads what fills it, asks for consent, then asks the provider; it never loads a vendor's
 * script. An advertisement is labelled in the language of the nearest `lang`, can be skipped, and is framed; it never moves what is seen, nor
 * takes the focus. Where none comes, the fallback stays, or the place is given up as long as it is below what is seen.
 *
 * @summary The place of an advertisement, reserved from first paint.
 * @element galley-advertisement-slot
 *
 * @lightpart fallback - What is seen where there is no advertisement, an `aside`.
 * @lightpart options - Settings of the provider, JSON in a `script`.
 *
 * @attr {string} slot-id - What the provider knows the slot by.
 * @attr {string} src - For the provider `iframe`: the advertisement's page, of another origin.
 * @attr {string} render-page - A page of yours on another host name, in which a provider's HTML is shown: `render.html` of this package.
 * @attr {'lazy' | 'eager'} [loading='lazy'] - Whether the provider is asked when the slot comes near, or at once.
 * @attr {string} [fetch-margin='400px'] - How near that is.
 * @attr {'fallback' | 'collapse' | 'keep'} [when-empty='fallback'] - What becomes of the place where no advertisement comes: the fallback where there is one, else it collapses, below what is seen only. `keep` leaves it empty.
 * @attr {'required' | 'limited' | 'none'} [consent='required'] - What the reader must have agreed to before a provider is asked.
 * @attr {string} refresh-interval - Seconds after which another advertisement is asked for, at least 30; none without it.
 * @attr {'ad' | 'sponsored' | 'house' | 'political'} [kind='ad'] - What it is, for the label. `political` is shown only with a sponsor and the address of a notice.
 * @attr {string} label - The label's text; in the page's language without it. A promotion of your own (`kind="house"`) is seen without a label, and needs one.
 * @attr {string} advertiser - Who advertises, beside the label. It takes the place of what the provider says.
 * @attr {boolean} landmark - Whether the advertisement is a landmark, for a page with one or two.
 * @attr {boolean} sticky - Whether the advertisement stays at the lower edge of the viewport while its place is further down, if it is no higher than a fifth of it.
 * @attr {boolean} dismissible - Whether a button hides the advertisement.
 *
 * @fires {GalleyAdStateChangeEvent} galley-ad-state-change - After each change of state; `from` and `to`.
 * @fires {GalleyAdRequestEvent} galley-ad-request - When the provider is asked; `sizes` are those that may come.
 * @fires {GalleyAdFilledEvent} galley-ad-filled - When an advertisement is painted; `creative` is what the provider says of it.
 * @fires {GalleyAdEmptyEvent} galley-ad-empty - When the provider has none, or none of the sizes is as narrow as the slot.
 * @fires {GalleyAdBlockedEvent} galley-ad-blocked - When the provider is not there, because of an ad blocker for one.
 * @fires {GalleyAdDeniedEvent} galley-ad-denied - When the reader has not agreed, or no longer does.
 * @fires {GalleyAdErrorEvent} galley-ad-error - When something failed; `reason` says what.
 * @fires {GalleyAdViewableEvent} galley-ad-viewable - When half of it has been in view for a second, 30% of a large one.
 * @fires {GalleyAdRefreshEvent} galley-ad-refresh - Before another advertisement is asked for.
 * @fires {GalleyAdResizeRequestEvent} galley-ad-resize-request - When an advertisement asks for another of the sizes that may come. Cancel it to refuse.
 *
 * @cssstate idle - Nothing has been asked.
 * @cssstate awaiting-consent - The reader has not chosen yet.
 * @cssstate queued - It waits until it is near and the page is seen.
 * @cssstate requesting - The provider has been asked.
 * @cssstate filled - An advertisement is shown.
 * @cssstate viewable - It has been seen.
 * @cssstate refreshing - Another one has been asked for.
 * @cssstate empty - The provider has none, or none of the sizes is as narrow as the slot.
 * @cssstate blocked - The provider is not there.
 * @cssstate denied - The reader has not agreed.
 * @cssstate error - Something failed.
 * @cssstate collapsed - The place has been given up.
 * @cssstate sticky - It stays at the lower edge of the viewport while its place is further down.
 *
 * @csspart label-text - The label above the advertisement.
 * @csspart frame - The box of the advertisement, of its size.
 * @csspart skip-link - The link past it, seen when it has the focus.
 * @csspart end - Where that link leads.
 * @csspart disclosure-panel - Who pays for it, and why it is shown.
 * @csspart pause-button - The button that stops other advertisements from coming.
 * @csspart hide-button - The button that hides the advertisement.
 * @csspart close-button - The button that lets a sticky advertisement go.
 *
 * @cssprop --galley-space-4 - Space above and below a slot with a provider.
 * @cssprop --galley-ad-block-size - Height of the creative for sizes that are not among the IAB's, without the label.
 * @cssprop --galley-font-label - Font family of the label.
 * @cssprop --galley-quiet - Colour of the label.
 * @cssprop --galley-paper - Ground of a sticky advertisement, of buttons and of the disclosure.
 * @cssprop --galley-ink - Text of buttons and of the disclosure.
 */
export class GalleyAdvertisementSlot extends ReactiveElement {
  /** The version of the package, so that two on one page can be told apart. */
  static readonly version: string = '0.0.0';

  /** Providers of yours, by name, each with a function that imports a module which exports `createAdapter`. Set them before a slot comes near. */
  static readonly adapters: Map<string, () => Promise<AdapterModule>> = new Map();

  static override properties = {
    provider: { reflect: true, useDefault: true },
    sizes: { reflect: true, useDefault: true },
    mediumSizes: { attribute: 'medium-sizes', reflect: true, useDefault: true },
    largeSizes: { attribute: 'large-sizes', reflect: true, useDefault: true },
    reserve: { reflect: true, useDefault: true },
    disabled: { type: Boolean, reflect: true },
  };

  /**
   * Who fills the slot: `house`, `iframe`, `prebid`, `gpt`, `prebid-gpt`, or the name of an adapter of yours. `none` reserves nothing;
   * `house` shows the fallback.
   */
  declare provider: string;

  /** Sizes in CSS pixels, width by height, space-separated: `300x250 320x50`. */
  declare sizes: string;

  /** Sizes where the slot itself is at least 728 px wide. */
  declare mediumSizes: string;

  /** Sizes where the slot itself is at least 970 px wide. */
  declare largeSizes: string;

  /**
   * How much height is kept: for the highest of the sizes, for the lowest, or none; 24 px of label are added. With `min` and `none` a higher
   * advertisement moves what is below it when it comes in view.
   */
  declare reserve: 'max' | 'min' | 'none';

  /** Takes the slot out of the page. `data-galley-ads="off"` on the document does so for all. */
  declare disabled: boolean;

  /** An adapter of yours, in the place of the provider's own. Set it before the slot comes near. */
  declare adapter: Adapter | undefined;

  /** Where consent is known, in the place of what is found on the page. Set it before the slot comes near. */
  declare consentSource: ConsentSource | undefined;

  /** What the provider is told of the page, over the `targeting` of the options. */
  declare targeting: Readonly<Record<string, string | readonly string[]>> | undefined;

  /** What the provider says of the advertisement that is shown. */
  declare readonly creative: Fill | undefined;

  /** Where the slot is on its way from `idle` to `viewable`. */
  readonly state: State = 'idle';

  #settle!: (state: State) => void;

  /** Resolves with the state in which the first request ended; after a further one it is another promise. */
  readonly settled: Promise<State> = new Promise((resolve) => {
    this.#settle = resolve;
  });

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

  /** Its presence has `moveBefore` keep the frame: the browser then does not say that the element was removed and added. */
  protected connectedMoveCallback(): void {
    // Nothing changes.
  }

  protected override updated(): void {
    if (this.provider && this.provider !== 'none')
      new IntersectionObserver(
        ([entry], observer) => {
          if (entry?.isIntersecting || this.getAttribute('loading') === 'eager') {
            observer.disconnect();
            void this.#act('start');
          }
        },
        { rootMargin: `${String(parseInt(this.getAttribute('fetch-margin') ?? '400') | 0)}px` },
      ).observe(this);
  }

  /** Loads what fills the slot, once, and has it do something. Without it, the fallback stays. */
  async #act(does: 'start' | 'load' | 'refresh' | 'clear'): Promise<State> {
    // WebKit gives a module that has failed before, without what it exports.
    const later: Partial<typeof import('./placement.ts')> | undefined = await import('./placement.ts').catch(
      () => undefined,
    );
    return later?.act?.(does, this, languageOf, custom, this.#settle) ?? this.state;
  }

  /** Fills the slot now, however far it is. Resolves as `settled`. */
  load(): Promise<State> {
    return this.#act('load');
  }

  /** Asks for another advertisement, and keeps the place as it is. Resolves as `settled`. */
  refresh(): Promise<State> {
    return this.#act('refresh');
  }

  /** Takes the advertisement out, gives it back to the provider, and shows the fallback. */
  clear(): Promise<State> {
    return this.#act('clear');
  }
}

export type {
  GalleyAdBlockedEvent,
  GalleyAdDeniedEvent,
  GalleyAdEmptyEvent,
  GalleyAdErrorEvent,
  GalleyAdFilledEvent,
  GalleyAdRefreshEvent,
  GalleyAdRequestEvent,
  GalleyAdResizeRequestEvent,
  GalleyAdStateChangeEvent,
  GalleyAdViewableEvent,
} from './events.ts';
export type { State as GalleyAdState } from './machine.ts';
