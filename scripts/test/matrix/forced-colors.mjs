// Forced colours: every text has the reader's colours and can be read, and nothing that can be used is drawn by a ground alone, which
// forced colours take away.
import { contrast } from './shared/contrast.mjs';
import { as } from './shared/page.mjs';

export async function check(page) {
  await as(page, { forced: 'active' });
  const texts = (await contrast(page)).filter(({ isPainted }) => isPainted).map(({ finding }) => finding);
  const rest = await page.evaluate(() => {
    const { all, nameOf, isShown } = globalThis.matrix;
    const findings = [];
    for (const element of all()) {
      if (element instanceof SVGElement || !isShown(element)) continue;
      const style = getComputedStyle(element);
      if (style.forcedColorAdjust === 'none') findings.push(`${nameOf(element)} keeps its own colours`);
      if (!element.matches('button, [role=button], summary')) continue;
      const draws =
        element.innerText.trim() || element.querySelector('svg, img') || parseFloat(style.borderTopWidth);
      if (!draws) findings.push(`${nameOf(element)} has neither text, icon nor border`);
    }
    return findings;
  });
  return [...texts, ...rest];
}
