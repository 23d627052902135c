// Nothing that Tab comes to is hidden from a screen reader. A frame counts: Tab enters it, and axe says nothing of it (WCAG 4.1.2).
import { as } from './shared/page.mjs';

export async function check(page) {
  await as(page);
  return page.evaluate(() => {
    const { stops, all, withAncestors, nameOf, isShown } = globalThis.matrix;
    const used = new Set([...stops(), ...all('iframe').filter(isShown)]);
    return [...used].flatMap((element) => {
      const hidden = withAncestors(element).find(
        (each) =>
          each.ariaHidden === 'true' ||
          /^(presentation|none)$/.test(each === element ? each.getAttribute('role') : ''),
      );
      return hidden ? [`${nameOf(element)} is hidden by ${nameOf(hidden)}`] : [];
    });
  });
}
