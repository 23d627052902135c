// 320 px wide: nothing scrolls sideways and no text is lost, in either direction (WCAG 1.4.10).
import { as, settle } from './shared/page.mjs';

export async function check(page) {
  await as(page, { width: 320, height: 640 });
  const findings = [];
  const written = await page.evaluate(() => document.documentElement.getAttribute('dir'));
  for (const direction of ['ltr', 'rtl']) {
    await page.evaluate((dir) => void (document.documentElement.dir = dir), direction);
    await settle(page);
    const found = await page.evaluate(() => [
      ...globalThis.matrix.sideways(),
      ...globalThis.matrix.unreadable(),
    ]);
    findings.push(...found.map((each) => `${direction}: ${each}`));
  }
  await page.evaluate((dir) => {
    if (dir === null) document.documentElement.removeAttribute('dir');
    else document.documentElement.dir = dir;
  }, written);
  return findings;
}
