// Contrast of texts by axe-core, rule color-contrast alone (WCAG 1.4.3).
import axe from 'axe-core';

// axe's own options (4.14), which are replaced as a whole, but for `ignorePseudo`: the overlay that makes a card clickable is a transparent
// pseudo-element over its text, and without the option axe gives up there.
const OPTIONS = {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: true, boldValue: 700, boldTextPt: 14, largeTextPt: 18,
  contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
  pseudoSizeThreshold: 0.25, shadowOutlineEmMax: 0.2, textStrokeEmMin: 0.03,
}; // prettier-ignore

/** The texts that contrast too little with their ground, in the condition that the page is in. */
export async function contrast(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    globalThis.axe.configure({ checks: [{ id: 'color-contrast', options }] });
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['color-contrast'],
      resultTypes: ['violations'],
      preload: false,
      // A frame is another page; axe would wait for an answer of it.
      iframes: false,
    });
    const elementOf = (target) =>
      [target].flat().reduce((root, selector) => (root.shadowRoot ?? root).querySelector(selector), document);
    return violations.flatMap(({ nodes }) =>
      nodes.map(({ target, any }) => {
        const { fgColor, bgColor, contrastRatio, expectedContrastRatio } = any[0].data;
        const element = elementOf(target[0]);
        return {
          finding: `${globalThis.matrix.nameOf(element)}: ${fgColor} on ${bgColor} is ${contrastRatio}, not ${expectedContrastRatio}`,
          // In forced colours axe reads `-webkit-text-fill-color`, which Chromium reports as the author's although it paints the reader's.
          isPainted:
            globalThis.matrix.rgba(getComputedStyle(element).color).join() ===
            globalThis.matrix.rgba(fgColor).join(),
        };
      }),
    );
  }, OPTIONS);
}

/** The colours of the page itself. */
export const ground = (page) =>
  page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    const { rgba, luminance, contrast } = globalThis.matrix;
    const [paper, ink] = [backgroundColor, color].map(rgba);
    return { paper: luminance(paper), ink: luminance(ink), contrast: contrast(paper, ink) };
  });
