/**
 * The language at an element: the nearest `lang`, through shadow roots, as HTML has it
 * (https://html.spec.whatwg.org/#language). Generated text follows it, never the language of the page's script.
 *
 * @param element Where the text stands.
 * @returns A language tag that `Intl` takes; `en` where none is given or the one given is not a language tag.
 */
export function languageOf(element: Element): string {
  let at: Element | null = element;
  while (at) {
    const found: HTMLElement | null = at.closest('[lang]');
    if (found) {
      try {
        return Intl.getCanonicalLocales(found.lang)[0] ?? 'en';
      } catch {
        return 'en';
      }
    }
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'en';
}
