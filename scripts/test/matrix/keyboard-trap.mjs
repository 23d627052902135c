// Tab leads through the page and out of it, and back again the same way (WCAG 2.1.2).
import { as } from './shared/page.mjs';
import { walk } from './shared/walk.mjs';

export async function check(page) {
  await as(page);
  const findings = [];
  const names = () => page.evaluate(() => globalThis.matrix.visited.map(globalThis.matrix.nameOf));
  const forward = await walk(page);
  const there = await names();
  if (forward.trapped) findings.push(forward.trapped);
  const backward = await walk(page, undefined, { back: true });
  const back = (await names()).reverse();
  if (backward.trapped) findings.push(`backward: ${backward.trapped}`);
  else if (!forward.trapped && back.join('\n') !== there.join('\n'))
    findings.push(`back is another way: ${back.join(', ')} instead of ${there.join(', ')}`);
  await page.evaluate(() => globalThis.matrix.toStart());
  return findings;
}
