import { messagesAt, type Place } from '@galley/core/messages.js';
import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';
import type { Adapter, Consent, ConsentSource, Fill, RequestContext, Size } from './adapter.ts';
import { adapterOf, type AdapterModule } from './adapters.ts';
import { Chrome } from './chrome.ts';
import { findConsent } from './consent/find.ts';
import { GalleyAdEvent } from './events.ts';
import type { Extras } from './extras.ts';
import { inTime } from './in-time.ts';
import { next, type Happening, type State } from './machine.ts';
import { approach } from './near.ts';
import { same, sizesAt } from './sizes.ts';
import { addStyles } from './styles.ts';

/**
 * How long, in milliseconds, a reader who says nothing is waited for, and an advertisement to be painted. Silence is taken to refuse; an answer that
 * comes later counts.
 */
const PATIENCE = 10_000;

/** What a change of these makes another slot. */
const IDENTITY = ['provider', 'slot-id', 'src', 'consent', 'disabled'];
/** Turns advertising off, on any element around a slot. */
const OFF = 'data-galley-ads';

/** What a change of these is seen in. */
const LOOK = [
  'sizes',
  'medium-sizes',
  'large-sizes',
  'reserve',
  'kind',
  'label',
  'advertiser',
  'landmark',
  'dismissible',
];

/** What an adapter dispatches on its host when the advertisement asks for another size, or has nothing. */
const ASK = 'galley-ask';

/** What asks for more than a label. */
const EXTRAS = '[dismissible], [refresh-interval], [sticky], [advertiser], [kind=political]';

/** States in which a request has ended. */
const SETTLED: readonly State[] = ['filled', 'empty', 'blocked', 'denied', 'error'];

/** The element, as what fills it sees it. */
export interface Slot extends ReactiveElement {
  readonly provider: string;
  readonly adapter: Adapter | undefined;
  readonly consentSource: ConsentSource | undefined;
  readonly targeting: RequestContext['targeting'] | undefined;
}

/** Also out of shadow roots. */
const isOffAround = (host: Element | undefined): boolean =>
  !!host &&
  (!!host.closest(`[${OFF}="off"]`) || isOffAround((host.getRootNode() as Partial<ShadowRoot>).host));

type Resolve = (state: State) => void;
type Language = (element: Element) => string;

const placements = new WeakMap<Slot, Placement>();

/** Has a slot do something: `start` fills it, unless it has been, as it has come near; the others are its methods. */
export function act(
  does: 'start' | 'load' | 'refresh' | 'clear',
  host: Slot,
  languageOf: Language,
  custom: Place[1],
  settle: Resolve,
): State | Promise<State> {
  let placement = placements.get(host);
  if (!placement) {
    placement = new Placement(host, () => [languageOf(host), custom], settle);
    placements.set(host, placement);
    host.addController(placement);
  }
  placement[does]();
  return does === 'clear' ? placement.state : placement.settled;
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
  #extras: Extras | undefined;
  /** What its controls do. */
  readonly #actions = {
    hide: (): void => {
      this.#isCleared = true;
      this.#stop();
      void this.#without();
    },
    refresh: (): void => {
      this.refresh();
    },
    label: (): void => void this.#label(),
    messages: () => messagesAt(this.#place()),
    style: (styles: string) => addStyles(this.#host, styles),
  };
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
  #isForced = false;
  /** Whether it was cleared by hand, and stays so. */
  #isCleared = false;
  #proceed: (() => void) | undefined;
  /** What was there before what is asked for: it is not heard any more. */
  #before: readonly Node[] = [];

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
      state: { get: () => this.state },
      creative: { get: () => this.#fill },
      settled: { get: () => this.settled },
    });
  }

  hostConnected(): void {
    this.#changes.observe(this.#host, { attributeFilter: [...IDENTITY, ...LOOK] });
    this.#changes.observe(document, { attributeFilter: [OFF, 'lang'], subtree: true });
    if (this.state === 'destroyed') {
      this.#set('idle');
      this.start();
    } else if (this.#isOff) {
      this.#stop();
    } else if (this.#fill && this.#chrome && this.#host.provider !== 'house' && this.state !== 'refreshing') {
      // It was moved within one task, and its frame has been emptied by that: the same advertisement is painted again.
      void this.#render(this.#fill, this.#chrome, this.#request.signal).catch((error: unknown) => {
        this.#fail(error);
      });
    } else if (this.#chrome) {
      this.start();
    }
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#destroy();
    });
  }

  start(): void {
    if (this.state === 'idle' && !this.#isCleared) void this.#begin();
  }

  load(): void {
    this.#isForced = true;
    this.#isCleared = false;
    this.#internals.states.delete('collapsed');
    this.#proceed?.();
    // Who waits for it is told that nothing is asked for.
    if (this.#isOff) {
      this.#isSettled = true;
      this.#settle(this.state);
    } else if (next(this.state, 'start')) void this.#begin();
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
    this.#changes.disconnect();
    this.#isForced = this.#isCleared = false;
    this.#internals.states.delete('collapsed');
    this.#chrome?.hold(0);
    this.#go('destroy');
  }

  /** Gives back all that the slot holds, at the provider and on the page. */
  #end(): void {
    this.#life.abort();
    this.#withdraw();
  }

  /** Takes an advertisement out, with what the provider holds of it. */
  #withdraw(): void {
    this.#request.abort();
    this.#shown.abort();
    this.#adapter?.destroy();
    this.#adapter = this.#fill = undefined;
    this.#chrome?.reset();
  }

  get #isOff(): boolean {
    const { provider } = this.#host;
    return !provider || provider === 'none' || this.#host.hasAttribute('disabled') || isOffAround(this.#host);
  }

  #onAttributes(names: string[]): void {
    this.#chrome?.reserve();
    if (names.some((name) => IDENTITY.includes(name))) {
      this.#stop();
      this.#isCleared = this.#isForced = false;
      this.#internals.states.delete('collapsed');
      void this.#begin();
    } else if (this.#isOff) {
      if (this.state !== 'idle') this.#stop();
    } else {
      this.start();
      if (this.#fill) void this.#label();
    }
  }

  /** Changes the state, and tells of it: where a request ends, or the advertisement has been seen, by an event of the state's name too. */
  #go(happening: Happening, fields?: object): boolean {
    const to = next(this.state, happening);
    if (!to) return false;
    this.#set(to);
    const isSettled = SETTLED.includes(to);
    if (isSettled || to === 'viewable') this.#host.dispatchEvent(new GalleyAdEvent(to, fields));
    if (isSettled || to === 'idle' || to === 'destroyed') {
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
      const source = host.consentSource ?? findConsent(mode);
      signal.throwIfAborted();
      timer = setTimeout(() => {
        if (!signal.aborted) this.#deny();
      }, PATIENCE);
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
    this.#withdraw();
    this.#go('deny');
    void this.#without();
  }

  /** Waits until the slot is near. */
  async #queue(signal: AbortSignal): Promise<void> {
    // It may have been given up for want of consent.
    if (this.#internals.states.has('collapsed')) {
      const { expand } = await import('./collapse.ts');
      await expand(this.#host, this.#internals.states, signal);
    }
    const { arrival, proceed } = approach(this.#host, signal);
    this.#proceed = proceed;
    if (this.#isForced) proceed();
    await arrival;
    this.#proceed = undefined;
    if (!signal.aborted && this.#go('request')) await this.#ask(this.#options);
  }

  /** Asks the provider, and shows what it has. */
  async #ask(options: Readonly<Record<string, unknown>>): Promise<void> {
    this.#request = new AbortController();
    const { signal } = this.#request;
    const host = this.#host;
    const chrome = (this.#chrome ??= new Chrome(host));
    const shown = new AbortController();
    try {
      const own = (host.constructor as unknown as { adapters: Map<string, () => Promise<AdapterModule>> })
        .adapters;
      const adapter = this.#adapter ?? host.adapter ?? (await adapterOf(host.provider, own));
      signal.throwIfAborted();
      this.#adapter = adapter;
      const sizes = sizesAt(host, chrome.box.width);
      const isHouse = adapter.name === 'house';
      // Nothing that could come would fit.
      if (!isHouse && !sizes.length) {
        this.#empty();
        return;
      }
      host.dispatchEvent(new GalleyAdEvent('request', { sizes }));
      const box = isHouse ? host : chrome.place(adapter.needsLightDom);
      this.#before = [...box.childNodes];
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
      const [watching] = await Promise.all([import('./watching.ts'), this.#extend(answer)]);
      signal.throwIfAborted();
      this.#extras?.check(answer, options);
      if (!isHouse) {
        // Before it is there: it may take the focus as it loads.
        watching.guardFocus(host, chrome.frame, shown.signal);
        await this.#render(answer, chrome, signal);
      }
      this.#paint(answer, isHouse, watching, shown);
    } catch (error) {
      shown.abort();
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** Renders beside what is shown, and shows it once it is painted. */
  async #render(fill: Fill, chrome: Chrome, signal: AbortSignal): Promise<void> {
    const host = chrome.place(this.#adapter?.needsLightDom);
    const before = (this.#before = [...host.childNodes]);
    host.addEventListener(ASK, this.#onAsk, { signal });
    const messages = await messagesAt(this.#place());
    signal.throwIfAborted();
    chrome.size(fill.size);
    await inTime((end) => this.#adapter?.render(fill, host, end), PATIENCE, signal);
    signal.throwIfAborted();
    while (chrome.isFallbackFocused) {
      await new Promise((resolve) => {
        this.#host.addEventListener('focusout', () => setTimeout(resolve), { once: true, signal });
      });
    }
    signal.throwIfAborted();
    // What an adapter renders into again is all that there is.
    if ([...host.childNodes].some((node) => !before.includes(node))) {
      chrome.leave();
      for (const node of before) node.remove();
    }
    chrome.show(messages, this.#extras?.buttons(fill, this.#options, messages));
  }

  #paint(
    fill: Fill,
    isHouse: boolean,
    { whenViewed }: typeof import('./watching.ts'),
    shown: AbortController,
  ): void {
    this.#fill = fill;
    this.#shown.abort();
    this.#shown = shown;
    const { signal } = shown;
    const host = this.#host;
    const chrome = this.#chrome;
    if (!chrome) return;
    this.#go('fill', { creative: fill });
    const target = isHouse ? host : chrome.frame;
    const { width, height } = target.getBoundingClientRect();
    whenViewed(target, width * height, signal, () => {
      if (this.#go('view') && !isHouse) this.#extras?.view(signal);
    });
    if (isHouse) return;
    this.#extras?.show(signal);
  }

  /** What the advertisement asks for, before it is shown or after. It is not ours: anything may stand there. */
  readonly #onAsk = (event: Event): void => {
    if (this.#before.includes(event.target as Node)) return;
    const { size, empty } = ((event as CustomEvent<unknown>).detail ?? {}) as {
      size?: unknown;
      empty?: unknown;
    };
    if (empty === true && !this.#request.signal.aborted) this.#empty();
    if (Array.isArray(size)) void this.#resize(size.map(Number) as unknown as Size);
  };

  async #resize(asked: Size): Promise<void> {
    const { signal } = this.#request;
    const [later] = await Promise.all([import('./resize.ts').catch(() => undefined), this.settled]);
    const chrome = this.#chrome;
    if (signal.aborted || !chrome) return;
    const host = this.#host;
    const { width, height } = chrome.box;
    later?.resize(chrome, asked, sizesAt(host, width), height - 24, (granted) =>
      host.dispatchEvent(new GalleyAdEvent('resize-request', { size: granted })),
    );
  }

  /** Loads what not every slot has. */
  async #extend({ disclosure, advertiserDomains }: Partial<Fill> = {}): Promise<void> {
    if (this.#extras || !(disclosure || advertiserDomains || this.#host.matches(EXTRAS))) return;
    const { Extras } = await import('./extras.ts');
    this.#extras ??= new Extras(this.#host, this.#internals.states, this.#actions);
  }

  async #label(): Promise<void> {
    const [messages] = await Promise.all([messagesAt(this.#place()), this.#extend()]);
    const fill = this.#fill;
    if (fill && this.#adapter?.name !== 'house')
      this.#chrome?.label(messages, this.#extras?.buttons(fill, this.#options, messages));
  }

  #empty(): void {
    this.#withdraw();
    this.#go('empty');
    void this.#without();
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
    if (name === 'blocked') this.#go('block');
    else this.#go('fail', { reason: message });
    void this.#without();
  }

  /** What becomes of the place where no advertisement comes. */
  async #without(): Promise<void> {
    const { states } = this.#internals;
    // Without the module the place stays.
    const later = await import('./collapse.ts').catch(() => undefined);
    later?.collapse(this.#host, states, () => {
      const isEnded = SETTLED.includes(this.state) || (this.state === 'idle' && this.#isCleared);
      return !this.#host.isConnected || !isEnded || Boolean(this.#fill);
    });
  }
}
