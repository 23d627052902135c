// Nothing takes the focus: not the page when it loads or is scrolled, and not from the stop that the reader is at (WCAG 3.2.1, 2.4.3).
import { as, settle } from './shared/page.mjs';

export async function check(page) {
  await as(page);
  const findings = [];
  const focused = (where) =>
    page
      .evaluate(() => {
        const element = globalThis.matrix.active();
        return element && element !== document.body && element !== document.documentElement
          ? globalThis.matrix.nameOf(element)
          : '';
      })
      .then((name) => void (name && findings.push(`${name} has the focus ${where}`)));
  await focused('after the page has loaded');
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  await settle(page);
  await focused('after the page was scrolled');
  const stays = await page.evaluate(async () => {
    const { active, nameOf, stops, toStart } = globalThis.matrix;
    toStart();
    const [first = document.body] = stops();
    if (first !== document.body) first.focus();
    for (let i = 0; i < 10; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return active() === first ? '' : `${nameOf(active())} took the focus from ${nameOf(first)}`;
  });
  if (stays) findings.push(stays);
  for (const each of await page.evaluate(() =>
    globalThis.matrix.all('[autofocus]:not(dialog *)').map(globalThis.matrix.nameOf),
  ))
    findings.push(`${each} has autofocus`);
  await page.evaluate(() => globalThis.matrix.toStart());
  return findings;
}
