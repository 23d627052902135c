import type { Fill, Size } from './adapter.ts';
import type { State } from './machine.ts';

const told: EventInit = { bubbles: true, composed: true };

/** After each change of a slot's state. */
export class GalleyAdStateChangeEvent extends Event {
  readonly from: State;
  readonly to: State;

  constructor(from: State, to: State) {
    super('galley-ad-state-change', told);
    this.from = from;
    this.to = to;
  }
}

/** When the provider is asked for an advertisement. */
export class GalleyAdRequestEvent extends Event {
  /** Those that may come. */
  readonly sizes: readonly Size[];

  constructor(sizes: readonly Size[]) {
    super('galley-ad-request', told);
    this.sizes = sizes;
  }
}

/** When an advertisement is painted. */
export class GalleyAdFilledEvent extends Event {
  /** What the provider says of it. */
  readonly creative: Fill;

  constructor(creative: Fill) {
    super('galley-ad-filled', told);
    this.creative = creative;
  }
}

/** When the provider has no advertisement. */
export class GalleyAdEmptyEvent extends Event {
  constructor() {
    super('galley-ad-empty', told);
  }
}

/** When the provider is not there. */
export class GalleyAdBlockedEvent extends Event {
  constructor() {
    super('galley-ad-blocked', told);
  }
}

/** When the reader has not agreed, or no longer does. */
export class GalleyAdDeniedEvent extends Event {
  constructor() {
    super('galley-ad-denied', told);
  }
}

/** When something failed. */
export class GalleyAdErrorEvent extends Event {
  /** What it was, for a log. */
  readonly reason: string;

  constructor(reason: string) {
    super('galley-ad-error', told);
    this.reason = reason;
  }
}

/** When an advertisement has been seen: half of it for a second, 30% of a large one. */
export class GalleyAdViewableEvent extends Event {
  constructor() {
    super('galley-ad-viewable', told);
  }
}

/** Before another advertisement is asked for. */
export class GalleyAdRefreshEvent extends Event {
  constructor() {
    super('galley-ad-refresh', told);
  }
}

/** When an advertisement asks for another size. Cancel it to refuse. */
export class GalleyAdResizeRequestEvent extends Event {
  /** The size that it would get: one of those that may come, no larger than its place. */
  readonly size: Size;

  constructor(size: Size) {
    super('galley-ad-resize-request', { ...told, cancelable: true });
    this.size = size;
  }
}

declare global {
  interface HTMLElementEventMap {
    'galley-ad-state-change': GalleyAdStateChangeEvent;
    'galley-ad-request': GalleyAdRequestEvent;
    'galley-ad-filled': GalleyAdFilledEvent;
    'galley-ad-empty': GalleyAdEmptyEvent;
    'galley-ad-blocked': GalleyAdBlockedEvent;
    'galley-ad-denied': GalleyAdDeniedEvent;
    'galley-ad-error': GalleyAdErrorEvent;
    'galley-ad-viewable': GalleyAdViewableEvent;
    'galley-ad-refresh': GalleyAdRefreshEvent;
    'galley-ad-resize-request': GalleyAdResizeRequestEvent;
  }
}
