// Reduced motion: nothing moves. No element or pseudo-element has an animation or a transition to run, and the page has the same pixels ten
// frames later, so that nothing is moved by script either.
import { as, session } from './shared/page.mjs';

export async function check(page) {
  await as(page, { motion: 'reduce' });
  const findings = await page.evaluate(() => {
    const { all, nameOf, isShown, roots } = globalThis.matrix;
    const found = new Set();
    for (const root of roots()) {
      for (const { effect } of root.getAnimations()) found.add(`${nameOf(effect.target)} is animated`);
    }
    const lasts = (times) => times.split(',').some((each) => parseFloat(each) > 0);
    for (const element of all()) {
      for (const pseudo of ['', '::before', '::after', '::backdrop', '::details-content']) {
        const style = getComputedStyle(element, pseudo || undefined);
        const moves =
          (style.animationName !== 'none' && lasts(style.animationDuration)) ||
          lasts(style.transitionDuration);
        if (moves && (pseudo || isShown(element))) found.add(`${nameOf(element)}${pseudo} has a duration`);
        if (!pseudo && style.scrollBehavior === 'smooth') found.add(`${nameOf(element)} scrolls smoothly`);
      }
      if (element.matches('marquee, video[autoplay]:not([controls])'))
        found.add(`${nameOf(element)} moves by itself`);
    }
    return [...found];
  });
  const client = await session(page);
  const picture = async () =>
    (await client.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true })).data;
  const first = await picture();
  await page.evaluate(async () => {
    for (let i = 0; i < 10; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  if ((await picture()) !== first) findings.push('the page has other pixels ten frames later');
  return findings;
}
