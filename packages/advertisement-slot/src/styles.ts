const sheets = new Map<string, CSSStyleSheet>();

/**
 * Adds styles to an element's shadow root, once. Without Lit's own way, so that what is loaded later has no module in common with what a
 * page loads first: bundlers would put it into a file of its own, which then is loaded first too.
 */
export function addStyles(host: Element, styles: string): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  let sheet = sheets.get(styles);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(styles, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return root;
}
