// Text at 200% by the browser's default font size (WCAG 1.4.4): every text becomes twice as large, is not cut off, and the page does not
// scroll sideways. Large text (24 px and more, as WCAG defines it) may follow the width of the page in part, and be less than twice as large at
// 200%; it must be at 300%, because the criterion asks that 200 percent can be reached.
import { as } from './shared/page.mjs';

export async function check(page) {
  await as(page);
  const sizes = () =>
    page.evaluate(() => {
      globalThis.measured ??= globalThis.matrix.texts();
      return globalThis.measured.map(({ text, element }) => ({
        name: `"${text}" (${globalThis.matrix.nameOf(element)})`,
        size: parseFloat(getComputedStyle(element).fontSize),
      }));
    });
  await page.evaluate(() => void delete globalThis.measured);
  const usual = await sizes();
  await as(page, { text: 32 });
  const twice = await sizes();
  const findings = await page.evaluate(() => [
    ...globalThis.matrix.unreadable(),
    ...globalThis.matrix.sideways(),
  ]);
  await as(page, { text: 48 });
  const thrice = await sizes();
  for (const [i, { name, size }] of usual.entries()) {
    const reached = size >= 24 ? thrice[i].size : twice[i].size;
    // A hundredth for what is rounded.
    if (reached < size * 1.98) findings.push(`${name} is ${size} px, and ${reached} px at most`);
  }
  return findings;
}
