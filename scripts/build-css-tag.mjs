// What ReactiveElement and the elements use of Lit's css-tag.js, for the file for a CDN: without the ways of browsers that have no adopted
// stylesheets, all of which are older than those that the elements support.

export const unsafeCSS = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles;
};

export const getCompatibleStyle = (style) => style;

export const supportsAdoptingStyleSheets = true;

// Lit exports these two as well; no element uses them.
export { unsafeCSS as css, unsafeCSS as CSSResult };
