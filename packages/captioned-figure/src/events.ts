/** Before a picture is enlarged. Cancel it to show the picture in a way of your own. */
export class GalleyZoomOpenEvent extends Event {
  /** The address of the picture on the page. */
  readonly src: string;

  constructor(src: string) {
    super('galley-zoom-open', { bubbles: true, cancelable: true, composed: true });
    this.src = src;
  }
}

/** After the dialog with the enlarged picture has closed. */
export class GalleyZoomCloseEvent extends Event {
  constructor() {
    super('galley-zoom-close', { bubbles: true, composed: true });
  }
}

/** After the cover of a sensitive picture was opened. */
export class GalleyRevealEvent extends Event {
  constructor() {
    super('galley-reveal', { bubbles: true, composed: true });
  }
}

/** When a picture did not come, before or after the upgrade; again when it fails again. */
export class GalleyMediaErrorEvent extends Event {
  /** The address that failed. */
  readonly src: string;

  constructor(src: string) {
    super('galley-media-error', { bubbles: true, composed: true });
    this.src = src;
  }
}

declare global {
  interface HTMLElementEventMap {
    'galley-media-error': GalleyMediaErrorEvent;
    'galley-reveal': GalleyRevealEvent;
    'galley-zoom-close': GalleyZoomCloseEvent;
    'galley-zoom-open': GalleyZoomOpenEvent;
  }
}
