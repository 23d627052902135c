import type { Fill, Size } from './adapter.ts';
import type { State } from './machine.ts';

/** What happens to a slot, told with fields of its own. All bubble, out of shadow roots too. */
export class GalleyAdEvent extends Event {
  constructor(name: string, fields: object = {}) {
    super(`galley-ad-${name}`, { bubbles: true, composed: true, cancelable: name === 'resize-request' });
    Object.assign(this, fields);
  }
}

/** After each change of a slot's state. */
export interface GalleyAdStateChangeEvent extends Event {
  readonly from: State;
  readonly to: State;
}

/** When the provider is asked for an advertisement. */
export interface GalleyAdRequestEvent extends Event {
  /** Those that may come. */
  readonly sizes: readonly Size[];
}

/** When an advertisement is painted. */
export interface GalleyAdFilledEvent extends Event {
  /** What the provider says of it. */
  readonly creative: Fill;
}

/** When the provider has no advertisement. */
export type GalleyAdEmptyEvent = Event;

/** When the provider is not there. */
export type GalleyAdBlockedEvent = Event;

/** When the reader has not agreed, or no longer does. */
export type GalleyAdDeniedEvent = Event;

/** When something failed. */
export interface GalleyAdErrorEvent extends Event {
  /** What it was: `provider` where there is none of that name, `size` where the advertisement is of another, `time` where it was not painted in time, `political` where sponsor or notice are missing; else what the provider says. */
  readonly reason: string;
}

/** When an advertisement has been seen: half of it for a second, 30% of a large one. */
export type GalleyAdViewableEvent = Event;

/** Before another advertisement is asked for. */
export type GalleyAdRefreshEvent = Event;

/** When an advertisement asks for another size. Cancel it to refuse. */
export interface GalleyAdResizeRequestEvent extends Event {
  /** The size that it would get: one of those that may come, no larger than its place. */
  readonly size: Size;
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
