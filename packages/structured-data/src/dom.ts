// Reading a document through what every DOM has: a browser's, jsdom's, linkedom's. No globals, and nothing recursive: a page may be nested
// deeper than a stack.

const ELEMENT = 1;
const TEXT = 3;

/** What stands in a page without being read there. */
const UNREAD = ['script', 'style', 'template', 'noscript', 'galley-advertisement-slot'];

/** What ends a line: its text and the next are two words. */
const BLOCKS =
  /^(address|article|aside|blockquote|br|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hgroup|hr|li|main|ol|p|pre|section|summary|table|td|th|tr|ul)$/;

/** Whether an element is not read: an advertisement, a template, what is hidden. */
function isUnread(element: Element): boolean {
  const hidden = element.getAttribute('hidden');
  return UNREAD.includes(element.localName) || (hidden !== null && hidden.toLowerCase() !== 'until-found');
}

/** An element and the elements around it, up to a root and without it. */
function* upTo(element: Element, root: Node): Generator<Element> {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement) yield at;
}

/** The elements in a root that a selector matches and that are read, in the order of the document. */
export function all(root: ParentNode & Node, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => {
    for (const at of upTo(element, root)) if (isUnread(at)) return false;
    return true;
  });
}

/** The same, without what belongs to another element of Galley in it. Times belong to whoever shows them. */
export function owned(host: Element, selector: string): Element[] {
  return all(host, selector).filter((element) => {
    for (const at of upTo(element, host))
      if (at !== element && at.localName.startsWith('galley-') && at.localName !== 'galley-timestamp')
        return false;
    return true;
  });
}

/** The selector of a part. */
export const part = (name: string): string => `[data-part="${name}"]`;

/** Text with single spaces, without soft hyphens and other characters that only break lines; nothing where there is none. */
export function plain(text: string): string | undefined {
  return (
    text
      .replaceAll(/[\u00ad\u200b]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim() || undefined
  );
}

/** The text of an element as it is read, without the elements that a selector matches. */
export function textOf(root: Element | undefined, without?: string): string | undefined {
  if (!root) return undefined;
  let text = '';
  let node: Node = root;
  for (;;) {
    let enter = false;
    if (node.nodeType === TEXT) text += node.nodeValue ?? '';
    else if (node.nodeType === ELEMENT) {
      const element = node as Element;
      enter = node === root || !(isUnread(element) || (without && element.matches(without)));
      if (BLOCKS.test(element.localName)) text += ' ';
    }
    if (enter && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node !== root && !node.nextSibling) {
      if (!node.parentNode) return plain(text);
      node = node.parentNode;
      if (BLOCKS.test((node as Element).localName)) text += ' ';
    }
    if (node === root || !node.nextSibling) return plain(text);
    node = node.nextSibling;
  }
}

/** Resolves an address; nothing where it is not of the web. */
export type Resolve = (address: string | null | undefined) => string | undefined;

/** The address, absolute; nothing where it is not valid or neither `http:` nor `https:`. */
export function webAddress(address: string | null | undefined, base?: string): string | undefined {
  if (!address?.trim()) return undefined;
  try {
    const url = new URL(address.trim(), base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
