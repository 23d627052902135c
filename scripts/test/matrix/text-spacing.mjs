// The reader's own spacing of lines, paragraphs, letters and words, as wide as WCAG 1.4.12 asks, in the document and in every shadow root:
// nothing is cut off, and no text lies on another.
import { as, settle } from './shared/page.mjs';

// The figures of the criterion. A paragraph is what is written as one.
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

export async function check(page) {
  const findings = [];
  for (const width of [1000, 320]) {
    await as(page, { width });
    const unspaced = await page.evaluate((css) => {
      globalThis.spacing = new CSSStyleSheet();
      globalThis.spacing.replaceSync(css);
      for (const root of globalThis.matrix.roots()) root.adoptedStyleSheets.push(globalThis.spacing);
      // An inline style of a root's own could still win, and nothing would be asked of its texts.
      return globalThis.matrix
        .texts()
        .filter(({ element }) => {
          const { letterSpacing, fontSize } = getComputedStyle(element);
          return Math.abs(parseFloat(letterSpacing) / parseFloat(fontSize) - 0.12) > 0.005;
        })
        .map(({ text }) => `"${text}" does not take the spacing`);
    }, SPACING);
    await settle(page);
    const found = await page.evaluate(() => [
      ...globalThis.matrix.unreadable(),
      ...globalThis.matrix.sideways(),
    ]);
    findings.push(...[...unspaced, ...found].map((each) => `${width} px: ${each}`));
    await page.evaluate(() => {
      for (const root of globalThis.matrix.roots())
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== globalThis.spacing);
    });
  }
  return findings;
}
