import type { Size } from './adapter.ts';

/** Slots from these widths take another list. The last that there is for the width holds. */
const TIERS = [
  ['large-sizes', 970],
  ['medium-sizes', 728],
  ['sizes', 0],
] as const;

/** The heights that the stylesheet knows: those of scripts/ad-sizes.mjs, which a test compares. */
export const HEIGHTS = [50, 90, 100, 250, 280, 480, 600, 1050];

export const same = ([w1, h1]: Size, [w2, h2]: Size): boolean => w1 === w2 && h1 === h2;

/** The sizes that may come in a slot of a width, the largest first. */
export function sizesAt(host: Element, width: number): Size[] {
  const list =
    TIERS.map(([name, from]) => (width >= from ? host.getAttribute(name) : null)).find(
      (value) => value !== null,
    ) ?? '';
  return [...list.matchAll(/(\d+)x(\d+)/g)]
    .map(([, w, h]): Size => [Number(w), Number(h)])
    .filter(([w]) => w <= Math.ceil(width))
    .sort(([w1, h1], [w2, h2]) => w2 * h2 - w1 * h1);
}

/** The height that the stylesheet reserves for a list of sizes: it finds heights in the attribute's text. */
export function heightOf(host: Element, name: string): number | undefined {
  const list = host.getAttribute(name) ?? '';
  const found = HEIGHTS.filter((height) => list.includes(`x${String(height)}`));
  return host.getAttribute('reserve') === 'min' ? found[0] : found.at(-1);
}
