// The selectors of html-validate have no `:not()` and no `:is()`; these stand in for them.
import {
  classifyNodeText,
  DynamicValue,
  TextClassification,
  type DOMTree,
  type HtmlElement,
} from 'html-validate';

export const HEADINGS = 'h1, h2, h3, h4, h5, h6';

export const part = (name: string): string => `[data-part="${name}"]`;

/** Those that match, and are not inside of what is excluded. */
export function select(root: DOMTree | HtmlElement, selector: string, excluded?: string): HtmlElement[] {
  const found = root.querySelectorAll(selector);
  return excluded ? found.filter((node) => !node.closest(excluded)) : found;
}

/** An attribute's text; nothing where it is missing, or where a template fills it in. */
export function text(node: HtmlElement, attribute: string): string | undefined {
  const written = node.getAttribute(attribute);
  if (!written || written.value instanceof DynamicValue) return undefined;
  return written.value ?? '';
}

/** Whether there is nothing to read in it, and no template fills it in. */
export const isEmpty = (node: HtmlElement): boolean =>
  classifyNodeText(node) === TextClassification.EMPTY_TEXT;
