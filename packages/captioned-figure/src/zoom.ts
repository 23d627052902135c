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
  // First, as it is seen: before the links of the caption.
  rootOf(host).prepend(button);
  return button;
}
