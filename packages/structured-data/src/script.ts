const ESCAPES: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * Writes data as the text of `<script type="application/ld+json">`: JSON in which no character can end the script, open a comment in it or be
 * read as an entity.
 */
export function toScript(data: object): string {
  return JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/g, (character) => ESCAPES[character] ?? '');
}

/**
 * Puts data into a page, at the end of its `head`, as the element that holds what `toScript` writes. It works under a Content Security Policy with
 * Trusted Types too; a page that is built or sent by a server has it earlier in its HTML.
 *
 * @param page A document: that of the page in a browser, or one for servers.
 * @param data What `newsArticle` returned.
 * @returns The element, to be removed when the page shows another article.
 */
export function appendScript(page: Document, data: object): HTMLScriptElement {
  const script = page.createElement('script');
  script.type = 'application/ld+json';
  const text = page.createTextNode('');
  script.append(text);
  page.head.append(script);
  // Trusted Types guard the text of a script, data or not, as it is set and as the element comes into the page. An empty one may come, and
  // what a Text in it holds may change: that runs nothing.
  text.data = toScript(data);
  return script;
}
