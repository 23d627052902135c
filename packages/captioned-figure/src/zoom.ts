import { languageOf } from '@galley/core/language.js';
import { custom } from '@galley/core/set-messages.js';
import { rootOf } from './captioned-figure.chrome.ts';

// Without the module nothing opens, and the picture is there in the page.
const load = () => import('./zoom-dialog.ts').catch(() => undefined);

/** Gives a figure the button that enlarges its picture. What opens it is loaded when the button is about to be used. */
export function attachButton(host: HTMLElement): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), {
    part: 'zoom-button',
    textContent: '+',
    onpointerenter: load,
    onfocus: load,
    onclick: async () => (await load())?.openZoom(host, [languageOf(host), custom]),
  });
  // A link in the page to a picture's address opens it. The same function is added once.
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- it never rejects
  addEventListener('hashchange', load);
  // First, as it is seen: before the links of the caption.
  rootOf(host).prepend(button);
  return button;
}
