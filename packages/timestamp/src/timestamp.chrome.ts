import { adoptStyles, unsafeCSS } from '@lit/reactive-element';
import { watch } from './clock.ts';

/**
 * The generated text lies over the author's, takes no room, and is not printed. The author's stays where it is, in the accessibility
 * tree too: it is transparent, not hidden. The generated one is on top, for its tooltip.
 */
const styles = unsafeCSS(
  'span{display:none;position:absolute;white-space:nowrap;-webkit-user-select:none}' +
    '@media screen{.over::slotted(time){opacity:0}.over+span{display:block}}',
);

/**
 * Gives an element the text that lies over the author's in a shadow root, while it fits the box of the author's, and has the element
 * updated whenever another one may be due: its HTML changes, it comes into view, a minute has passed.
 *
 * @returns Shows a text, or the author's where it is empty.
 */
export function attachText(host: HTMLElement & { requestUpdate(): void }): (text: string) => void {
  const root = host.attachShadow({ mode: 'open' });
  const slot = document.createElement('slot');
  const span = document.createElement('span');
  span.part = 'text';
  span.ariaHidden = 'true';
  adoptStyles(root, [styles]);
  root.append(slot, span);

  const fit = () => {
    slot.className = 'over';
    // Measured when all that change together have changed: a page may hold hundreds, and is laid out once.
    queueMicrotask(() => {
      if (!(span.textContent && span.scrollWidth <= host.clientWidth)) slot.className = '';
    });
  };
  // Observers let go of an element with the element: none of them has to be ended.
  new ResizeObserver(fit).observe(host);
  new MutationObserver(() => {
    host.requestUpdate();
  }).observe(host, { attributes: true, childList: true, subtree: true, characterData: true });
  watch(host);

  return (text) => {
    span.title = host.textContent.trim();
    if (text === span.textContent) return;
    span.textContent = text;
    fit();
  };
}
