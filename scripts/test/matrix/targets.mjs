// Targets are at least 24 by 24 px (WCAG 2.5.8), on a narrow and on a wide page. Its exception "Inline": a link in a line of other words may be
// as high as the line. Its exception "Spacing": nothing else answers in a circle of 24 px around its middle. Its exception "User agent control": what
// a video's own controls are is the browser's.
import { as } from './shared/page.mjs';

export async function check(page) {
  const findings = [];
  for (const width of [1000, 320]) {
    await as(page, { width });
    findings.push(...(await page.evaluate(look)).map((each) => `${width} px: ${each}`));
  }
  return findings;
}

function look() {
  const { stops, nameOf, isForTheEar, isWithin, hit, parentOf } = globalThis.matrix;
  const SIZE = 24;
  const findings = [];

  const isInline = (target) => {
    if (getComputedStyle(target).display !== 'inline') return false;
    let block = parentOf(target);
    while (block && getComputedStyle(block).display.startsWith('inline')) block = parentOf(block);
    // Words of the block that are of no target: the line that the link is in is theirs.
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode } = walker;
      if (/[\p{L}\p{N}]/u.test(currentNode.data) && !currentNode.parentElement.closest('a, button, summary'))
        return true;
    }
    return false;
  };

  /** Whether all that answers to a press in a circle around the middle is the target itself. */
  const isApart = (target, x, y) =>
    [0.25, 0.5, 0.75, 0.98].every((part) =>
      Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12).every((angle) => {
        const radius = (part * SIZE) / 2;
        const element = hit(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        return !element || isWithin(element, target) || !stops().some((other) => isWithin(element, other));
      }),
    );

  for (const target of stops()) {
    if (isForTheEar(target) || isInline(target) || target.matches('video, audio, iframe')) continue;
    const boxes = [...target.getClientRects()];
    if (boxes.some(({ width, height }) => width >= SIZE && height >= SIZE)) continue;
    const { left, top, width, height } = boxes[0] ?? { left: 0, top: 0, width: 0, height: 0 };
    // What may be pressed can be larger than the box, by an overlay of its own: a square that holds the box's middle is looked for.
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left: x, top: y } = target.getClientRects()[0] ?? { left: 0, top: 0 };
    const known = new Map();
    const answersAt = (atX, atY) => {
      const key = `${atX} ${atY}`;
      if (!known.has(key)) {
        const element = hit(atX, atY);
        known.set(key, Boolean(element && isWithin(element, target)));
      }
      return known.get(key);
    };
    const offsets = Array.from({ length: SIZE + 1 }, (_, i) => i - SIZE / 2);
    const ends = [0.25 - SIZE / 2, 0, SIZE / 2 - 0.25];
    const answers = offsets.some((down) =>
      offsets.some((across) =>
        ends.every((dx) =>
          ends.every((dy) => answersAt(x + width / 2 + across + dx, y + height / 2 + down + dy)),
        ),
      ),
    );
    if (!answers && !isApart(target, x + width / 2, y + height / 2))
      findings.push(
        `${nameOf(target)} "${(target.ariaLabel ?? target.textContent).trim().slice(0, 40)}" is ${width.toFixed(1)} by ${height.toFixed(1)} px at ${left.toFixed(0)}, ${(top + scrollY).toFixed(0)}`,
      );
  }
  scrollTo({ top: 0, behavior: 'instant' });
  return findings;
}
