/**
 * Registers a custom element, once. The first definition of a tag wins, so that two bundles on a page do no harm; on a
 * server, where there is no `HTMLElement`, it does nothing.
 *
 * In development, the packages' `define.js` also warns when two versions meet (see `inspect` in
 * `@galley/core/development.js`).
 *
 * @param tag The tag name, such as `galley-timestamp`.
 * @param element The class to register.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  // Lit's build for Node brings a `customElements` of its own, so that alone does not tell a server from a browser.
  if (typeof HTMLElement !== 'undefined' && !customElements.get(tag)) customElements.define(tag, element);
}
