// Right to left: with every direction of the page turned round, the boxes of its blocks are mirrored. How far a box is from the left in one
// is how far it is from the right in the other, at the same height and of the same size. Boxes in a line of text are left out: where they
// stand is for the words around them to say.
import { as, settle } from './shared/page.mjs';

export async function check(page) {
  await as(page);
  const measured = await page.evaluate(measure);
  await page.evaluate(turn);
  await settle(page);
  const mirrored = await page.evaluate(measure);
  await page.evaluate(turn);
  await settle(page);
  const findings = [];
  for (const [i, { name, left, ...rest }] of measured.entries()) {
    const other = mirrored[i];
    const differs = (a, b) => Math.abs(a - b) > 1;
    if (differs(left, other.right))
      findings.push(`${name} is ${left} px from its side, and ${other.right} px when turned`);
    for (const key of ['top', 'width', 'height']) {
      if (differs(rest[key], other[key]))
        findings.push(`${name}: ${key} is ${rest[key]}, and ${other[key]} when turned`);
    }
  }
  return findings;
}

function measure() {
  const round = (value) => Math.round(value * 100) / 100;
  const page = document.documentElement.clientWidth;
  return globalThis.matrix
    .all('body *')
    .filter((element) => element.getRootNode() === document && element.getClientRects().length)
    .filter(
      (element) =>
        element.matches('img, video') || !/^(inline|contents)/.test(getComputedStyle(element).display),
    )
    .filter((element) =>
      globalThis.matrix
        .withAncestors(element)
        .every((each) => each === element || !/^inline-/.test(getComputedStyle(each).display)),
    )
    .map((element) => {
      const { left, right, top, width, height } = element.getBoundingClientRect();
      return {
        name: globalThis.matrix.nameOf(element),
        left: round(left), right: round(page - right), top: round(top + scrollY), width: round(width), height: round(height),
      }; // prettier-ignore
    });
}

/** Turns html and whatever has a direction of its own; a second time, back. */
function turn() {
  const { documentElement: html } = document;
  const own = globalThis.matrix.all('[dir=ltr], [dir=rtl]').filter((element) => element !== html);
  for (const element of own) element.dir = element.dir === 'rtl' ? 'ltr' : 'rtl';
  if (!html.hasAttribute('dir')) html.dataset.undirected = '';
  html.dir = html.dir === 'rtl' ? 'ltr' : 'rtl';
  if ('undirected' in html.dataset && html.dir === 'ltr') {
    html.removeAttribute('dir');
    delete html.dataset.undirected;
  }
}
