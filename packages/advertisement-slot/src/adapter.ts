/** Width and height in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** What a reader has agreed to, as a consent source tells it. */
export interface Consent {
  /** Whether a provider may be asked at all. `limited` is for sources that know only a refusal of personal advertising. */
  readonly allowed: boolean;
  /** IAB strings where the source has them, for adapters that pass them on themselves. Prebid and GPT read their own. */
  readonly tcString?: string;
  readonly gppString?: string;
}

/** Where consent is known: TCF 2.2, GPP 1.1, a promise, or a publisher's own. */
export interface ConsentSource {
  /** Resolves once the reader has chosen; the slot fails closed when it does not in time. Rejects where there is nothing to ask. */
  ask(signal: AbortSignal): Promise<Consent>;
  /** Calls back on each later change, until the signal aborts: a withdrawal clears the advertisement. */
  watch?(changed: (consent: Consent) => void, signal: AbortSignal): void;
}

/** Why an advertisement is shown: the fields of the IAB's DSA transparency object. */
export interface Disclosure {
  readonly behalf?: string;
  readonly paid?: string;
  readonly transparency?: readonly { readonly domain: string; readonly dsaparams: readonly number[] }[];
}

/** An advertisement. One of `url`, `markup` and neither: an adapter that renders into its host itself has neither. */
export interface Fill {
  readonly size: Size;
  /** A page of another origin, framed. */
  readonly url?: string;
  /** HTML that is rendered in the publisher's render page, or `srcdoc` where the page's policy allows it. */
  readonly markup?: string;
  readonly advertiserDomains?: readonly string[];
  readonly disclosure?: Disclosure;
}

/** No advertisement this time. */
export interface Empty {
  readonly empty: true;
}

/** What an adapter may know of its slot. */
export interface RequestContext {
  readonly slotId: string;
  /** The sizes allowed at the slot's width now. A fill of another size is refused. */
  readonly sizes: readonly Size[];
  readonly targeting: Readonly<Record<string, string | readonly string[]>>;
  /** The parsed JSON of `<script type="application/json" data-part="options">`, or an empty object. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The `src` attribute, resolved; checked for its scheme and origin by who uses it. */
  readonly src: string;
  readonly consent: Consent;
  /** The element itself. */
  readonly slot: HTMLElement;
  /** What `render` is called with later: a provider that renders while it asks, as Google's does, needs it at once. */
  readonly host: HTMLElement;
}

/** A provider of advertisements. Write one of your own and give it to the element's `adapter` property, or register it by name. */
export interface Adapter {
  readonly name: string;
  /** The provider looks its container up in the document: it gets one in the light DOM. */
  readonly needsLightDom?: boolean;
  /** Asks for one advertisement. An answer after the signal has aborted is dropped. Rejects with an error: `blocked` where the vendor's script is missing. */
  request(context: RequestContext, signal: AbortSignal): Promise<Fill | Empty>;
  /** Renders it into the host, which has its size, and resolves once it is painted. */
  render(fill: Fill, host: HTMLElement, signal: AbortSignal): Promise<void>;
  /** Gives back all that it holds at the provider. */
  destroy(): void;
}
