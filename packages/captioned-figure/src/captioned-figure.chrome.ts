import { adoptStyles, unsafeCSS } from '@lit/reactive-element';

/** The button lies in the corner of the picture, on its own edge where it is wider than the column. It has the browser's own focus ring. */
const styles = unsafeCSS(
  ':host{position:relative;z-index:0}' +
    'button{position:absolute;z-index:1;inset-block-start:.5rem;inset-inline-end:calc(50% - var(--_width)/2 + .5rem);inline-size:2.5rem;block-size:2.5rem;border:1px solid;background:var(--galley-paper,Canvas);color:var(--galley-ink,CanvasText);font-size:1.5rem}' +
    '@media print{button{display:none}}',
);

/** Where generated controls stand: with the author's HTML in a slot, which moves nothing because the host is the layout. */
export function rootOf(host: Element): ShadowRoot {
  let root = host.shadowRoot;
  if (!root) {
    root = host.attachShadow({ mode: 'open' });
    adoptStyles(root, [styles]);
    root.append(document.createElement('slot'));
  }
  return root;
}
