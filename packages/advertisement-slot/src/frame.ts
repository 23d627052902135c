import type { Size } from './adapter.ts';

/** What a page opts in to, in `frame` of the options. */
export interface Opening {
  /** The frame keeps its own origin, with its storage. Never for a page of the document's own origin. */
  readonly sameOrigin?: boolean;
  /** A click in it may leave the page. */
  readonly topNavigation?: boolean;
}

/** How an adapter tells the slot what an advertisement asks for: dispatched on the host or in it, with `size` or `empty` in `detail`. */
const ASK = 'galley-ask';

/** What denies a frame what it has no need of. */
const DENIED = ['sync-xhr', 'unload', 'browsing-topics', 'private-state-token-issuance'];

/** @throws where an address is not one of the web, or is of the page's own origin. */
export function elsewhere(address: string): string {
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) throw new Error(`${url.href} is no address of the web.`);
  if (url.origin === origin) throw new Error(`${url.href} is of the page's own origin.`);
  return url.href;
}

/** Makes the frame of a page that is not ours: scripts and new tabs, and nothing else. Without an address it is empty. */
export function createFrame(
  address: string | undefined,
  [width, height]: Size,
  opening: Opening = {},
): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute(
    'sandbox',
    `allow-scripts allow-popups allow-popups-to-escape-sandbox${opening.sameOrigin ? ' allow-same-origin' : ''}${opening.topNavigation ? ' allow-top-navigation-by-user-activation' : ''}`,
  );
  frame.allow = DENIED.map((feature) => `${feature} 'none'`).join(';');
  frame.setAttribute('credentialless', '');
  frame.width = String(width);
  frame.height = String(height);
  if (address !== undefined) frame.src = elsewhere(address);
  return frame;
}

/**
 * Shows a frame, and resolves when it has loaded. It is handed one end of a channel, once: by that it may ask for another size,
 * `{ size: [300, 250] }`, or say that it has nothing, `{ empty: true }`. A message of any other way is not heard.
 */
export function showFrame(frame: HTMLIFrameElement, host: HTMLElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      frame.dispatchEvent(new CustomEvent(ASK, { detail: data, bubbles: true }));
    };
    signal.addEventListener('abort', () => {
      port1.close();
      reject(signal.reason as Error);
    });
    frame.addEventListener(
      'load',
      () => {
        // A sandboxed page has no origin to name. Who loads after it gets nothing.
        frame.contentWindow?.postMessage({ galley: 'advertisement' }, '*', [port2]);
        // What it says at once comes first.
        setTimeout(resolve, 50);
      },
      { once: true, signal },
    );
    host.append(frame);
  });
}
