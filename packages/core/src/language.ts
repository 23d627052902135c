/**
 * The language at an element: the nearest `lang`, through shadow roots, as HTML has it
 * (https://html.spec.whatwg.org/#language). Generated text follows it, never the language of the page's script.
 *
 * @param element Where the text stands.
 * @returns The tag as written, which `Intl` may refuse with a RangeError; `en` where none is given.
 */
export function languageOf(element: Element): string {
  let at: Element | undefined = element;
  let found: HTMLElement | null | undefined;
  while (at && !(found = at.closest<HTMLElement>('[lang]')))
    at = (at.getRootNode() as Partial<ShadowRoot>).host;
  return found?.lang || 'en';
}
