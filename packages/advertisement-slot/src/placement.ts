import { messagesAt, type MessagesAt, type Place } from '@galley/core/messages.js';
import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import type { Adapter, Consent, ConsentSource, Fill, RequestContext, Size } from './adapter.ts';
import { adapterOf, type AdapterModule } from './adapters.ts';
import { Chrome } from './chrome.ts';
import { declared, tells, type Declared } from './disclosure.ts';
import { GalleyAdEvent } from './events.ts';
import { guardFocus } from './focus-guard.ts';
import { next, type Happening, type State } from './machine.ts';
import { clamp, same, sizesAt } from './sizes.ts';
import { whenViewed } from './viewability.ts';

/** How long, in milliseconds, a reader who says nothing is taken to refuse. An answer that comes later counts. */
const CONSENT_LIMIT = 10_000;

/** How long, in milliseconds, an advertisement may take to be painted. */
const RENDER_LIMIT = 10_000;

/** What a change of these makes another slot. */
const IDENTITY = ['provider', 'slot-id', 'src', 'consent', 'disabled'];
/** What a change of these is seen in. */
const LOOK = [
  'sizes',
  'medium-sizes',
  'large-sizes',
  'reserve',
  'label',
  'advertiser',
  'landmark',
  'dismissible',
];

/** What an adapter dispatches on its host when the advertisement asks for another size, or has nothing. */
const ASK = 'galley-ask';

/** States in which a request has ended. */
const SETTLED: readonly State[] = ['filled', 'empty', 'blocked', 'denied', 'error'];

/** The element, as what fills it sees it. */
export interface Slot extends ReactiveElement {
  readonly provider: string;
  readonly adapter: Adapter | undefined;
  readonly consentSource: ConsentSource | undefined;
  readonly targeting: RequestContext['targeting'] | undefined;
}

type Resolve = (state: State) => void;
type Language = (element: Element) => string;

const placements = new WeakMap<Slot, Placement>();

/** The placement of a slot, made once. */
function at(host: Slot, languageOf: Language, custom: Place[1], settle: Resolve): Placement {
  let placement = placements.get(host);
  if (!placement) {
    placement = new Placement(host, () => [languageOf(host), custom], settle);
    placements.set(host, placement);
    host.addController(placement);
  }
  return placement;
}

/** The slot has come near: it is filled, unless it has been. */
export function start(...slot: Parameters<typeof at>): Promise<State> {
  const placement = at(...slot);
  placement.start();
  return placement.settled;
}

export function load(...slot: Parameters<typeof at>): Promise<State> {
  const placement = at(...slot);
  placement.load();
  return placement.settled;
}

export function refresh(...slot: Parameters<typeof at>): Promise<State> {
  const placement = at(...slot);
  placement.refresh();
  return placement.settled;
}

export function clear(...slot: Parameters<typeof at>): State {
  const placement = at(...slot);
  placement.clear();
  return placement.state;
}

/** Fills one slot: its consent, its provider, what is seen of it, and all that ends with it. */
class Placement implements ReactiveController {
  state: State = 'idle';
  settled: Promise<State>;
  #settle: Resolve;
  #isSettled = false;
  readonly #host: Slot;
  readonly #place: () => Place;
  readonly #internals: ElementInternals;
  readonly #changes: MutationObserver;
  #sight: IntersectionObserver | undefined;
  #chrome: Chrome | undefined;
  #adapter: Adapter | undefined;
  #fill: Fill | undefined;
  #options: Readonly<Record<string, unknown>> = {};
  /** Ends with the slot's life at a provider. */
  #life = new AbortController();
  /** Ends with a request: what is answered later is dropped. */
  #request = new AbortController();
  /** Ends with an advertisement. */
  #shown = new AbortController();
  #isNear = false;
  #isForced = false;
  /** Whether it was cleared by hand, and stays so. */
  #isCleared = false;
  #isPaused = false;
  #proceed: (() => void) | undefined;

  constructor(host: Slot, place: () => Place, settle: Resolve) {
    this.#host = host;
    this.#place = place;
    this.#settle = settle;
    this.settled = (host as unknown as { settled: Promise<State> }).settled;
    this.#internals = host.attachInternals();
    this.#changes = new MutationObserver((records) => {
      this.#onAttributes(records.map(({ attributeName }) => attributeName ?? ''));
    });
    Object.defineProperties(host, {
      state: { get: () => this.state, configurable: true },
      creative: { get: () => this.#fill, configurable: true },
      settled: { get: () => this.settled, configurable: true },
    });
  }

  hostConnected(): void {
    this.#changes.observe(this.#host, { attributeFilter: [...IDENTITY, ...LOOK] });
    if (this.state === 'destroyed') {
      this.#set('idle');
      this.#isCleared = false;
    } else if (this.#fill && this.#chrome && this.#host.provider !== 'house') {
      // It was moved within one task, and its frame has been emptied by that: the same advertisement is painted again.
      void this.#render(this.#fill, this.#chrome, this.#request.signal).catch((error: unknown) => {
        this.#fail(error);
      });
    }
    this.#watch();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#destroy();
    });
  }

  start(): void {
    this.#isNear = true;
    this.#proceed?.();
    if (this.state === 'idle' && !this.#isCleared) void this.#begin();
  }

  load(): void {
    this.#isForced = true;
    this.#isCleared = false;
    this.#internals.states.delete('collapsed');
    this.#proceed?.();
    if (next(this.state, 'start')) void this.#begin();
  }

  refresh(): void {
    if (!next(this.state, 'refresh')) {
      this.load();
      return;
    }
    this.#renew();
    this.#host.dispatchEvent(new GalleyAdEvent('refresh'));
    this.#go('refresh');
    void this.#ask(this.#options);
  }

  clear(): void {
    this.#isCleared = true;
    this.#isForced = false;
    this.#stop();
  }

  /** Ends it, until it is started again. */
  #stop(): void {
    this.#end();
    this.#go('clear');
  }

  #destroy(): void {
    this.#end();
    this.#sight?.disconnect();
    this.#sight = undefined;
    this.#changes.disconnect();
    this.#isNear = this.#isForced = false;
    this.#internals.states.delete('collapsed');
    this.#chrome?.hold(0);
    this.#go('destroy');
  }

  /** Gives back all that the slot holds, at the provider and on the page. */
  #end(isDismissed = false): void {
    this.#life.abort();
    this.#request.abort();
    this.#shown.abort();
    this.#adapter?.destroy();
    this.#adapter = this.#fill = undefined;
    this.#proceed = undefined;
    this.#chrome?.reset({ keepFocus: isDismissed });
  }

  /** Nothing happens out of sight. */
  #watch(): void {
    if (this.#sight) return;
    this.#sight = new IntersectionObserver(
      (entries) => {
        this.#isNear = entries.at(-1)?.isIntersecting ?? false;
        if (this.#isOff) this.#stop();
        else if (this.#isNear) this.start();
      },
      { rootMargin: `${String(parseInt(this.#host.getAttribute('fetch-margin') ?? '400') | 0)}px` },
    );
    this.#sight.observe(this.#host);
  }

  get #isOff(): boolean {
    const { provider } = this.#host;
    return (
      !provider ||
      provider === 'none' ||
      this.#host.hasAttribute('disabled') ||
      Boolean(this.#host.closest('[data-galley-ads="off"]'))
    );
  }

  #onAttributes(names: string[]): void {
    this.#chrome?.reserve();
    if (names.some((name) => IDENTITY.includes(name))) {
      this.#stop();
      this.#isCleared = false;
      if (this.#isNear || this.#isForced) void this.#begin();
    } else if (this.#fill) {
      void this.#label();
    }
  }

  /** Changes the state, and tells of it. */
  #go(happening: Happening, event?: string, fields?: object): boolean {
    const to = next(this.state, happening);
    if (!to) return false;
    this.#set(to);
    if (event) this.#host.dispatchEvent(new GalleyAdEvent(event, fields));
    if (SETTLED.includes(to) || to === 'idle' || to === 'destroyed') {
      this.#isSettled = true;
      this.#settle(to);
    }
    return true;
  }

  #set(to: State): void {
    const from = this.state;
    this.state = to;
    this.#internals.states.delete(from);
    this.#internals.states.add(to);
    this.#host.dispatchEvent(new GalleyAdEvent('state-change', { from, to }));
  }

  /** `settled` is of the latest request. */
  #renew(): void {
    if (!this.#isSettled) return;
    this.#isSettled = false;
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** The author's settings, which may be no JSON. */
  #read(): Readonly<Record<string, unknown>> {
    try {
      const text = this.#host.querySelector('script[data-part=options]')?.textContent;
      return (JSON.parse(text || '{}') ?? {}) as Record<string, unknown>;
    } catch {
      return {};
    }
  }

  async #begin(): Promise<void> {
    if (this.#isOff) return;
    this.#renew();
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#watch();
    this.#chrome ??= new Chrome(this.#host);
    this.#go('start');
    this.#options = this.#read();
    if (await this.#agree(signal)) await this.#queue(signal);
  }

  /** Resolves with whether the provider may be asked. Silence is no. */
  async #agree(signal: AbortSignal): Promise<boolean> {
    const host = this.#host;
    const wanted = host.getAttribute('consent');
    const mode = wanted === 'none' || wanted === 'limited' ? wanted : 'required';
    // The author's own words need nobody's consent.
    if (!host.consentSource && (mode === 'none' || host.provider === 'house')) {
      this.#consent = { allowed: true };
      return this.#go('allow');
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const source = host.consentSource ?? (await import('./consent/find.ts')).findConsent(mode);
      signal.throwIfAborted();
      timer = setTimeout(() => {
        this.#go('deny', 'denied');
      }, CONSENT_LIMIT);
      const consent = await source.ask(signal);
      clearTimeout(timer);
      signal.throwIfAborted();
      source.watch?.((changed) => {
        if (!signal.aborted) this.#onConsent(changed);
      }, signal);
      this.#consent = consent;
      if (consent.allowed) return this.#go('allow');
    } catch {
      clearTimeout(timer);
      if (signal.aborted) return false;
    }
    this.#deny();
    return false;
  }

  #consent: Consent = { allowed: false };

  #onConsent(consent: Consent): void {
    this.#consent = consent;
    if (!consent.allowed) this.#deny();
    else if (this.state === 'denied' && this.#go('allow')) void this.#queue(this.#life.signal);
  }

  /** The advertisement goes, and the fallback is back. Who agrees later is heard. */
  #deny(): void {
    if (this.state === 'denied') return;
    this.#request.abort();
    this.#shown.abort();
    this.#adapter?.destroy();
    this.#adapter = this.#fill = undefined;
    this.#chrome?.reset();
    this.#go('deny', 'denied');
    this.#without();
  }

  /** Waits until the slot is near, in a page that is seen. */
  async #queue(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const listener = new AbortController();
      const look = () => {
        const isSeen = !document.hidden && !(document as { prerendering?: boolean }).prerendering;
        const isNear = this.#isNear || this.#host.getAttribute('loading') === 'eager';
        if (!(this.#isForced || (isNear && isSeen))) return;
        listener.abort();
        resolve();
      };
      this.#proceed = look;
      for (const type of ['visibilitychange', 'prerenderingchange'])
        document.addEventListener(type, look, { signal: AbortSignal.any([signal, listener.signal]) });
      look();
    });
    this.#proceed = undefined;
    if (signal.aborted || !this.#go('request')) return;
    await this.#ask(this.#options);
  }

  /** Asks the provider, and shows what it has. */
  async #ask(options: Readonly<Record<string, unknown>>): Promise<void> {
    this.#request = new AbortController();
    const { signal } = this.#request;
    const host = this.#host;
    const chrome = (this.#chrome ??= new Chrome(host));
    try {
      const own = (host.constructor as unknown as { adapters: Map<string, () => Promise<AdapterModule>> })
        .adapters;
      const adapter = (this.#adapter ??= host.adapter ?? (await adapterOf(host.provider, own)));
      signal.throwIfAborted();
      const { width } = host.getBoundingClientRect();
      const most = host.hasAttribute('sticky') ? innerHeight / 5 - 24 : Infinity;
      const sizes = sizesAt(host, width).filter(([, height]) => height <= most);
      host.dispatchEvent(new GalleyAdEvent('request', { sizes }));
      const isHouse = adapter.name === 'house';
      const box = isHouse ? host : chrome.place(adapter.needsLightDom);
      const answer = await adapter.request(
        {
          slotId: host.getAttribute('slot-id') ?? '',
          sizes,
          targeting: host.targeting ?? {},
          options,
          src: new URL(host.getAttribute('src') ?? '', document.baseURI).href,
          consent: this.#consent,
          slot: host,
          host: box,
        },
        signal,
      );
      signal.throwIfAborted();
      if ('empty' in answer) {
        this.#empty();
        return;
      }
      if (!isHouse && !sizes.some((size) => same(size, answer.size))) throw new Error('size');
      this.#check(declared(host, answer, options));
      if (!isHouse) await this.#render(answer, chrome, signal);
      this.#paint(answer, isHouse);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** @throws where a political advertisement does not say who pays, or has no notice. */
  #check({ advertiser, payer, notice }: Declared): void {
    if (this.#host.getAttribute('kind') === 'political' && !((advertiser ?? payer) && notice))
      throw new Error('political');
  }

  /** Renders beside what is shown, and shows it once it is painted. */
  async #render(fill: Fill, chrome: Chrome, signal: AbortSignal): Promise<void> {
    const host = chrome.place(this.#adapter?.needsLightDom);
    const before = [...host.childNodes];
    host.addEventListener(
      ASK,
      (event) => {
        void this.#onAsk((event as CustomEvent<unknown>).detail, chrome);
      },
      { signal },
    );
    const [messages] = await Promise.all([messagesAt(this.#place()), this.#load()]);
    signal.throwIfAborted();
    chrome.size(fill.size);
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort(new Error('time'));
    }, RENDER_LIMIT);
    try {
      const both = AbortSignal.any([signal, late.signal]);
      await Promise.race([
        this.#adapter?.render(fill, host, both),
        new Promise<never>((_, reject) => {
          both.addEventListener('abort', () => {
            reject(both.reason as Error);
          });
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
    signal.throwIfAborted();
    while (chrome.isFallbackFocused) {
      await new Promise((resolve) => {
        this.#host.addEventListener('focusout', () => setTimeout(resolve), { once: true, signal });
      });
    }
    signal.throwIfAborted();
    // What an adapter renders into again is all that there is.
    if ([...host.childNodes].some((node) => !before.includes(node))) for (const node of before) node.remove();
    const buttons = await this.#buttons(fill, messages);
    signal.throwIfAborted();
    chrome.show(messages, buttons);
  }

  /** Loads what the slot's attributes ask for. */
  async #load(): Promise<void> {
    if (this.#host.hasAttribute('refresh-interval')) this.#refreshing ??= await import('./refresh.ts');
    if (this.#host.hasAttribute('sticky')) this.#sticking ??= await import('./sticky.ts');
  }

  #paint(fill: Fill, isHouse: boolean): void {
    this.#fill = fill;
    this.#shown.abort();
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    const host = this.#host;
    const chrome = this.#chrome;
    if (!chrome) return;
    this.#go('fill', 'filled', { creative: fill });
    const target = isHouse ? host : chrome.frame;
    const { width, height } = target.getBoundingClientRect();
    whenViewed(target, width * height, signal, () => {
      if (!this.#go('view', 'viewable') || isHouse) return;
      this.#refreshing?.whenDue(
        host,
        signal,
        () => this.#isPaused,
        () => {
          this.refresh();
        },
      );
    });
    if (isHouse) return;
    guardFocus(host, chrome.frame, signal);
    this.#sticking?.stick(host, this.#internals.states, AbortSignal.any([signal, this.#unstuck.signal]));
  }

  /** What not every slot has. */
  #refreshing: typeof import('./refresh.ts') | undefined;
  #sticking: typeof import('./sticky.ts') | undefined;
  #unstuck = new AbortController();

  /** What the advertisement asks for, before it is shown or after. It is not ours: anything may stand there. */
  async #onAsk(asked: unknown, chrome: Chrome): Promise<void> {
    const { size, empty } = (asked ?? {}) as { size?: unknown; empty?: unknown };
    const { signal } = this.#request;
    if (empty === true && !signal.aborted) this.#empty();
    if (!Array.isArray(size)) return;
    await this.settled;
    if (!signal.aborted) this.#resize(size.map(Number) as unknown as Size, chrome);
  }

  /** Another size, of those that may come, and no higher than the place: nothing moves. */
  #resize(asked: Size, chrome: Chrome): void {
    const host = this.#host;
    const { width, height } = host.getBoundingClientRect();
    const size = clamp(asked, sizesAt(host, width), height - 24);
    if (!size || !host.dispatchEvent(new GalleyAdEvent('resize-request', { size }))) return;
    chrome.hold();
    chrome.size(size, true);
    for (const frame of chrome.frame.querySelectorAll('iframe')) {
      frame.width = String(size[0]);
      frame.height = String(size[1]);
    }
  }

  /** What stands beside the label: as a rule nothing. */
  async #buttons(fill: Fill, messages: MessagesAt): Promise<HTMLButtonElement[]> {
    const host = this.#host;
    const told = declared(host, fill, this.#options);
    const isPausable = this.#refreshing?.intervalOf(host);
    const isSticky = this.#sticking?.maySticky(host) && !this.#unstuck.signal.aborted;
    const isDismissible = host.hasAttribute('dismissible');
    if (!(isPausable || isSticky || isDismissible || tells(told))) return [];
    const { buttonsOf } = await import('./controls.ts');
    return buttonsOf(host, messages, {
      isPaused: this.#isPaused,
      explain: tells(told) ? () => void this.#explain(fill, told) : undefined,
      pause: isPausable ? (isPaused) => void (this.#isPaused = isPaused) : undefined,
      hide: isDismissible
        ? () => {
            this.#isCleared = true;
            this.#end(true);
            this.#go('clear');
          }
        : undefined,
      close: isSticky
        ? () => {
            this.#unstuck.abort();
            void this.#label();
          }
        : undefined,
    });
  }

  async #explain(fill: Fill, told: Declared): Promise<void> {
    const [messages, { explain }] = await Promise.all([
      messagesAt(this.#place()),
      import('./explanation.ts'),
    ]);
    if (this.#fill === fill) explain(this.#host, told, messages);
  }

  async #label(): Promise<void> {
    const messages = await messagesAt(this.#place());
    const fill = this.#fill;
    if (!fill || this.#adapter?.name === 'house') return;
    const buttons = await this.#buttons(fill, messages);
    if (this.#fill === fill) this.#chrome?.label(messages, buttons);
  }

  #empty(): void {
    this.#withdraw();
    this.#go('empty', 'empty');
    this.#without();
  }

  #fail(error: unknown): void {
    // It may be of another window, or nothing of the kind.
    const { name, message = String(error) } = (error ?? {}) as Partial<Error>;
    if (this.#life.signal.aborted) return;
    if (name === 'empty') {
      this.#empty();
      return;
    }
    this.#withdraw();
    if (name === 'blocked') this.#go('block', 'blocked');
    else this.#go('fail', 'error', { reason: message });
    this.#without();
  }

  /** Takes an advertisement out, with what the provider holds of it. */
  #withdraw(): void {
    this.#request.abort();
    this.#shown.abort();
    this.#adapter?.destroy();
    this.#adapter = this.#fill = undefined;
    this.#chrome?.reset();
  }

  /** What becomes of the place where no advertisement comes: it collapses once it is wholly below what is seen. */
  #without(): void {
    const host = this.#host;
    const wanted = host.getAttribute('when-empty');
    if (wanted === 'keep') return;
    if (wanted !== 'collapse' && host.querySelector('[data-part=fallback]')) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry || entry.isIntersecting) return;
      if (!host.isConnected || !SETTLED.includes(this.state) || this.#fill) observer.disconnect();
      else if (entry.boundingClientRect.top >= innerHeight) {
        observer.disconnect();
        this.#internals.states.add('collapsed');
      }
    });
    observer.observe(host);
  }
}
