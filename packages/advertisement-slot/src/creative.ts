import type { Size } from './adapter.ts';
import { createFrame } from './frame.ts';
import { within } from './vendor.ts';

/** How long, in milliseconds, the publisher's render page may take. */
const LIMIT = 5000;

/** Before a creative's own HTML: its links open in a new tab, and it begins in the corner of its frame. */
const HEAD = '<!doctype html><base target="_blank"><style>body{margin:0;overflow:hidden}</style>';

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
  if (page) await inPage(createFrame(page, size), markup, host, signal);
  else await inSrcdoc(createFrame(undefined, size), markup, host, signal);
}

async function inPage(element: HTMLIFrameElement, markup: string, host: HTMLElement, signal: AbortSignal) {
  // Ports share cookies, host names do not.
  if (new URL(element.src).hostname === location.hostname) {
    throw new Error(`The render page ${element.src} must be on another host name.`);
  }
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
