import type { Size } from './adapter.ts';
import { within } from './vendor.ts';

/** How long, in milliseconds, the publisher's render page may take. */
const LIMIT = 5000;

/** Before a creative's own HTML: its links open in a new tab, and it begins in the corner of its frame. */
const HEAD = '<!doctype html><base target="_blank"><style>body{margin:0;overflow:hidden}</style>';

/** Makes the frame of a creative: scripts and new tabs, and nothing else. */
function frame([width, height]: Size): HTMLIFrameElement {
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  element.width = String(width);
  element.height = String(height);
  return element;
}

/**
 * Shows a creative's HTML in a frame of an opaque origin: in the publisher's render page, which lies on another host name, or in `srcdoc` where
 * the page has no policy that would keep the creative's own script from running.
 * @param page The slot's `render-page`, or an empty string.
 */
export async function renderMarkup(
  markup: string,
  size: Size,
  host: HTMLElement,
  page: string,
  signal: AbortSignal,
): Promise<void> {
  const element = frame(size);
  if (page) await inPage(element, markup, host, page, signal);
  else await inSrcdoc(element, markup, host, signal);
}

/** Shows a creative that has an address of its own, of another origin. */
export async function renderUrl(
  url: string,
  size: Size,
  host: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const element = frame(size);
  element.src = elsewhere(url, 'origin');
  await within((resolve) => {
    element.addEventListener('load', resolve, { once: true, signal });
    host.append(element);
  }, signal);
}

/** @throws where an address is not one of the web, or lies where the page itself does. */
function elsewhere(address: string, part: 'origin' | 'hostname'): string {
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol) || url[part] === location[part]) {
    throw new Error(`${url.href} must be a page on another ${part === 'origin' ? 'origin' : 'host name'}.`);
  }
  return url.href;
}

async function inPage(
  element: HTMLIFrameElement,
  markup: string,
  host: HTMLElement,
  page: string,
  signal: AbortSignal,
) {
  element.src = elsewhere(page, 'hostname');
  const { port1, port2 } = new MessageChannel();
  try {
    await within(
      (resolve) => {
        port1.onmessage = resolve;
        element.addEventListener(
          'load',
          // Its origin is opaque, so it cannot be named. Who has the port is who got this.
          () => element.contentWindow?.postMessage({ galleyMarkup: HEAD + markup }, '*', [port2]),
          { once: true, signal },
        );
        host.append(element);
      },
      signal,
      [LIMIT, new Error(`The render page ${element.src} did not answer.`)],
    );
  } finally {
    port1.close();
  }
}

async function inSrcdoc(element: HTMLIFrameElement, markup: string, host: HTMLElement, signal: AbortSignal) {
  if (hasPolicy()) throw new Error("The page's policy needs a render-page on another host name.");
  await within<unknown>(
    (resolve) => {
      addEventListener(
        'message',
        ({ source }) => {
          if (source && source === element.contentWindow) resolve(undefined);
        },
        { signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT)]) },
      );
      element.srcdoc = `${HEAD}<script>parent.postMessage("","*")</script>${markup}`;
      host.append(element);
    },
    signal,
    [LIMIT, new Error('The creative did not answer.')],
  );
}

/** Whether the page has a policy: a browser then hides the nonce of each script, or the policy is in the head. */
function hasPolicy(): boolean {
  if (document.querySelector('meta[http-equiv=content-security-policy i]')) return true;
  const script = document.createElement('script');
  script.setAttribute('nonce', 'none');
  document.head.append(script);
  const isHidden = !script.getAttribute('nonce');
  script.remove();
  return isHidden;
}
