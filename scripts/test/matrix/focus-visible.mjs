// The focus can be seen at every stop of Tab (WCAG 2.4.7), in light, dark and forced colours, and is not covered by anything (2.4.11).
//
// A stop is photographed with the focus and without. Pixels count whose contrast between the two is 3:1 or more, and they must be at least as many
// as a line of 1 px around the box has. WCAG 2.4.7 has no figure; 2.4.13, its stricter form, asks for a line of 2 px at 3:1. Half of that
// is asked here, because round corners, soft edges and a neighbour's box take some of it; a change of colour alone does not come near.
// The controls inside a video are the browser's, and smaller than its box: a line around the smallest target is asked of them.
import { PNG } from 'pngjs';
import { as, session, settle } from './shared/page.mjs';
import { walk } from './shared/walk.mjs';

const CONDITIONS = {
  light: {},
  dark: { scheme: 'dark' },
  'forced colours': { forced: 'active' },
};
const MARGIN = 8;
const CONTRAST = 3;

export async function check(page) {
  const client = await session(page);
  const findings = [];
  const picture = async (clip) => {
    const { data } = await client.send('Page.captureScreenshot', {
      format: 'png',
      optimizeForSpeed: true,
      clip,
    });
    return PNG.sync.read(Buffer.from(data, 'base64'));
  };
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    await as(page, condition);
    await walk(page, async () => {
      const stop = await page.evaluate(look, MARGIN);
      if (stop.problem) {
        findings.push(`${name}: ${stop.name} ${stop.problem}`);
        return;
      }
      const focused = await picture(stop.clip);
      await page.evaluate(() => {
        globalThis.left = globalThis.matrix.active();
        globalThis.left.blur();
      });
      const blurred = await picture(stop.clip);
      await page.evaluate(() => globalThis.left.focus({ preventScroll: true, focusVisible: true }));
      const changed = difference(focused, blurred);
      if (changed < stop.line)
        findings.push(
          `${name}: ${stop.name} "${stop.text}" changes by ${changed} px of ${Math.ceil(stop.line)}`,
        );
    });
  }
  await page.evaluate(() => globalThis.matrix.toStart());
  await settle(page);
  return findings;
}

/** The box of the focused element, how long a line around it is, and what lies over it. */
function look(margin) {
  const { active, hit, isWithin, nameOf } = globalThis.matrix;
  const element = active();
  const name = nameOf(element);
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width && height);
  const box = element.getBoundingClientRect();
  const inside = {
    left: Math.max(0, box.left), top: Math.max(0, box.top), right: Math.min(innerWidth, box.right), bottom: Math.min(innerHeight, box.bottom),
  }; // prettier-ignore
  if (!boxes.length || inside.right - inside.left < 1 || inside.bottom - inside.top < 1)
    return { name, problem: 'is outside of the window' };
  const isHigher = box.height > innerHeight || box.width > innerWidth;
  const isOutside =
    box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
  if (isOutside && !isHigher) return { name, problem: 'is partly outside of the window' };
  const isCovered = !boxes.some(({ left, top, width, height }) => {
    const over = hit(
      Math.min(Math.max(left + width / 2, inside.left), inside.right - 1),
      Math.min(Math.max(top + height / 2, inside.top), inside.bottom - 1),
    );
    return over && (isWithin(over, element) || element.contains(over));
  });
  if (isCovered) return { name, problem: 'is covered' };
  const [largest] = boxes.sort((a, b) => b.width * b.height - a.width * a.height);
  const left = Math.max(0, Math.floor(box.left - margin));
  const top = Math.max(0, Math.floor(box.top - margin));
  return {
    name,
    text: (element.ariaLabel ?? element.textContent).trim().slice(0, 30),
    clip: {
      // The browser's protocol counts from the top of the page.
      x: left + scrollX,
      y: top + scrollY,
      width: Math.min(innerWidth, Math.ceil(box.right + margin)) - left,
      height: Math.min(innerHeight, Math.ceil(box.bottom + margin)) - top,
      scale: 1,
    },
    line: element.matches('video, audio')
      ? 4 * 24
      : 2 * (largest.width + Math.min(largest.height, innerHeight)),
  };
}

const channel = Array.from({ length: 256 }, (_, value) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
);
const luminance = (data, i) =>
  0.2126 * channel[data[i]] + 0.7152 * channel[data[i + 1]] + 0.0722 * channel[data[i + 2]];

/** How many pixels have another colour, with a contrast of 3:1 to what they were. */
function difference({ data: a }, { data: b }) {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) {
    if (a.readUInt32LE(i) === b.readUInt32LE(i)) continue;
    const [x, y] = [luminance(a, i), luminance(b, i)];
    if ((Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05) >= CONTRAST) count++;
  }
  return count;
}
