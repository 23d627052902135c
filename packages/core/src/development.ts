/**
 * Help for people who write pages. Only the `development` entries of the packages import this module (export condition
 * `development`, which Vite, webpack and others set while developing); none of it is in production.
 * @module
 */
import type { ReactiveController, ReactiveElement } from '@lit/reactive-element';

/** An element class that Galley publishes: its version stands on it, so that two versions on a page can be told apart. */
export type VersionedElement = typeof ReactiveElement & { readonly version: string };

/**
 * Names what is wrong with the author's HTML of one element, each as a sentence or two: what, and how to mend it.
 * It is called again when the HTML changes and must not change the page.
 */
export type FindMistakes = (host: HTMLElement) => Iterable<string>;

/**
 * Watches the HTML that authors write in an element, and warns on the console, once for each element and mistake, with a
 * link to the element's documentation. Call it before the tag is defined. Also warns when another version has
 * defined the tag already.
 *
 * @param tag The tag name, such as `galley-timestamp`.
 * @param element The class about to be registered.
 * @param mistakes What to look for.
 */
export function inspect(tag: string, element: VersionedElement, mistakes: FindMistakes): void {
  const documentation = `https://www.npmjs.com/package/@galley/${tag.replace('galley-', '')}`;
  if (typeof HTMLElement === 'undefined') return;
  const registered = customElements.get(tag) as Partial<VersionedElement> | undefined;
  if (registered && registered !== element) {
    console.warn(
      `<${tag}> is defined already, by version ${registered.version ?? 'unknown'}; version ${element.version} is not used. ` +
        `Load one version only: npm ls @galley/${tag.replace('galley-', '')}. ${documentation}`,
    );
  }
  element.addInitializer((host) => {
    host.addController(new Inspection(host, () => mistakesOf(host, mistakes), documentation));
  });
}

function* mistakesOf(host: HTMLElement, mistakes: FindMistakes): Generator<string> {
  // Every stylesheet of Galley takes its element out of the default `display`.
  if (getComputedStyle(host).display === 'inline') {
    yield `its stylesheet is missing. Link @galley/elements/galley.css, or @galley/${host.localName.replace('galley-', '')}'s own.`;
  }
  yield* mistakes(host);
}

class Inspection implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #mistakes: () => Iterable<string>;
  readonly #documentation: string;
  readonly #said = new Set<string>();
  readonly #changes: MutationObserver;
  #timer = 0;

  constructor(host: HTMLElement, mistakes: () => Iterable<string>, documentation: string) {
    this.#host = host;
    this.#mistakes = mistakes;
    this.#documentation = documentation;
    this.#changes = new MutationObserver(this.#look);
  }

  hostConnected(): void {
    this.#changes.observe(this.#host, {
      attributes: true,
      childList: true,
      characterData: true,
      subtree: true,
    });
    // While the document streams in, children may still be missing.
    if (document.readyState === 'complete') this.#look();
    else addEventListener('load', this.#look);
  }

  hostDisconnected(): void {
    this.#changes.disconnect();
    removeEventListener('load', this.#look);
    clearTimeout(this.#timer);
  }

  readonly #look = (): void => {
    if (document.readyState !== 'complete') return;
    clearTimeout(this.#timer);
    // A framework fills an element in the task that creates it.
    this.#timer = window.setTimeout(() => {
      if (!this.#host.isConnected || this.#host.hidden) return;
      for (const mistake of this.#mistakes()) {
        if (this.#said.has(mistake)) continue;
        this.#said.add(mistake);
        console.warn(`<${this.#host.localName}>: ${mistake} ${this.#documentation}`, this.#host);
      }
    });
  };
}

/**
 * A mistake that all elements share: an attribute with a value that the element does not know.
 *
 * @param host The element.
 * @param attribute The attribute's name.
 * @param values The values it takes, the default first.
 */
export function* unknownValue(
  host: HTMLElement,
  attribute: string,
  values: readonly string[],
): Generator<string> {
  const value = host.getAttribute(attribute);
  if (value !== null && !values.includes(value)) {
    yield `${attribute}="${value}" is unknown, so "${values[0] ?? ''}" applies. Write one of: ${values.join(', ')}.`;
  }
}
