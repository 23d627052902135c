// No reordering by CSS (WCAG 1.3.2): what is seen stands in the order of the HTML. No `order`, no `*-reverse`, no dense grid; and of two
// siblings in the flow the second is never wholly above the first, on a narrow and on a wide page.
import { as } from './shared/page.mjs';

export async function check(page) {
  const findings = new Set();
  for (const width of [1000, 320]) {
    await as(page, { width });
    for (const each of await page.evaluate(look)) findings.add(each);
  }
  return [...findings];
}

function look() {
  const { all, nameOf, isShown, isForTheEar } = globalThis.matrix;
  const findings = [];
  for (const element of all()) {
    const style = getComputedStyle(element);
    // What is not drawn at all, such as a track, has no style.
    if (!style.display) continue;
    if (style.order !== '0') findings.push(`${nameOf(element)} has an order of ${style.order}`);
    if (/flex/.test(style.display) && /reverse/.test(style.flexDirection + style.flexWrap))
      findings.push(`${nameOf(element)} is a reversed row`);
    if (/grid/.test(style.display) && /dense/.test(style.gridAutoFlow))
      findings.push(`${nameOf(element)} is a dense grid`);
    if (style.unicodeBidi === 'bidi-override' && element.localName !== 'bdo')
      findings.push(`${nameOf(element)} overrides the direction`);

    const isMirrored = style.direction === 'rtl';
    const inFlow = [...element.children].filter((child) => {
      const { position, float, display } = getComputedStyle(child);
      const isBlock = !/^(inline|contents)/.test(display) || /flex|grid/.test(style.display);
      return (
        isBlock &&
        float === 'none' &&
        /static|relative|sticky/.test(position) &&
        isShown(child) &&
        !isForTheEar(child)
      );
    });
    const boxes = inFlow
      .map((child) => ({ child, box: child.getBoundingClientRect() }))
      .filter(({ box: { width, height } }) => width > 0 && height > 0);
    for (const [i, { child, box }] of boxes.entries()) {
      const before = boxes[i - 1]?.box;
      if (!before) continue;
      const isBeside = box.top < before.bottom - 1 && box.bottom > before.top + 1;
      const isBefore = isMirrored ? box.left >= before.right - 1 : box.right <= before.left + 1;
      const isAbove = box.bottom <= before.top + 1;
      // Columns of text are filled from the top again.
      if (style.columnCount !== 'auto' || style.columnWidth !== 'auto') continue;
      if (isAbove || (isBeside && isBefore))
        findings.push(`${nameOf(child)} stands before ${nameOf(boxes[i - 1].child)}, which it follows`);
    }
  }
  return findings;
}
