// Tab goes where the eye goes (WCAG 2.4.3), as written and turned round.
//
// Of two stops after each other, look at the two boxes that part them in their nearest common ancestor. The second is not wholly above the
// first; and where they stand beside each other it is not wholly before it on the line, which runs the other way from right to left. Boxes that
// lie over each other decide nothing: then the stops themselves are asked, line by line. A float stands beside the text that follows it, on
// either side, so it only may not stand below its follower. Words in a line run as their script does, so turning the page round says nothing of
// links in one line.
import { as, settle } from './shared/page.mjs';
import { walk } from './shared/walk.mjs';

export async function check(page) {
  const findings = [];
  const written = await page.evaluate(() => document.documentElement.getAttribute('dir'));
  for (const direction of written === 'rtl' ? ['rtl', 'ltr'] : ['ltr', 'rtl']) {
    await as(page);
    await page.evaluate((dir) => void (document.documentElement.dir = dir), direction);
    await settle(page);
    const expected = await page.evaluate(() => {
      globalThis.matrix.measured = [];
      return globalThis.matrix.stops().length;
    });
    const { count } = await walk(page, () => page.evaluate(compare, direction !== (written ?? 'ltr')));
    findings.push(
      ...(await page.evaluate(() => globalThis.matrix.measured)).map((each) => `${direction}: ${each}`),
    );
    if (count < expected) findings.push(`${direction}: Tab comes to ${count} of ${expected} stops`);
  }
  await page.evaluate((dir) => {
    if (dir === null) document.documentElement.removeAttribute('dir');
    else document.documentElement.dir = dir;
    globalThis.matrix.toStart();
  }, written);
  return findings;
}

/** Compares the stop that Tab has come to with the one before; the page may be turned round. */
function compare(isTurned) {
  const { visited, withAncestors, nameOf, measured } = globalThis.matrix;
  const [first, second] = visited.slice(-2);
  if (second && second.tabIndex > 0) measured.push(`${nameOf(second)} has a tabindex of its own`);
  if (!second) return;
  const [a, b] = [first, second].map(withAncestors);
  const common = a.find((each) => b.includes(each));
  const branches = [a, b].map((line) => line[line.indexOf(common) - 1] ?? line[0]);
  // A skip link is where it is only while it has the focus.
  if (
    branches.some(
      (each) => globalThis.matrix.isForTheEar(each) || getComputedStyle(each).position === 'fixed',
    )
  )
    return;
  const boxOf = (element) => (element.getClientRects()[0] ? element.getBoundingClientRect() : null);
  const isMirrored = getComputedStyle(common).direction === 'rtl';
  const isBefore = (x, y) => (isMirrored ? x.left >= y.right - 1 : x.right <= y.left + 1);
  const relation = (x, y) => {
    if (y.bottom <= x.top + 1) return 'above';
    if (y.top >= x.bottom - 1) return 'after';
    if (isBefore(y, x)) return 'before';
    return isBefore(x, y) ? 'after' : 'over';
  };
  const floats = branches.some((each) => getComputedStyle(each).float !== 'none');
  let boxes = branches.map(boxOf);
  if (!boxes.every(Boolean)) return;
  let result = relation(...boxes);
  if (result === 'over' && !floats) {
    boxes = [first, second].map((stop) => stop.getClientRects()[0]);
    // Links of one line of text are of one row, however high each is; the later line may begin further back.
    result = relation(...boxes);
  }
  const isText = isTurned && branches.every((each) => getComputedStyle(each).display === 'inline');
  if (result === 'above' || (result === 'before' && !floats && !isText)) {
    const at = boxes.map(({ left, top }) => `${left.toFixed(0)}, ${(top + scrollY).toFixed(0)}`);
    measured.push(
      `${nameOf(second)} (${at[1]}) comes after ${nameOf(first)} (${at[0]}), and stands ${result} it`,
    );
  }
}
