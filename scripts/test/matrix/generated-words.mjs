// No words in generated content: a stylesheet cannot be translated, and not every reader is given it (WCAG F87).
import { as } from './shared/page.mjs';

export async function check(page) {
  const findings = new Set();
  for (const media of ['screen', 'print']) {
    await as(page, { media });
    const found = await page.evaluate(() => {
      const { all, nameOf } = globalThis.matrix;
      return all().flatMap((element) =>
        ['::before', '::after', '::marker'].flatMap((pseudo) => {
          const { content, display } = getComputedStyle(element, pseudo);
          // Strings, and what counters and attributes give; quotation marks and drawn boxes are no words.
          const strings = [...content.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join('');
          const speaks = /[\p{L}\p{N}]/u.test(strings) || /attr\(|counter/.test(content);
          return speaks && display !== 'none' ? [`${nameOf(element)}${pseudo} says ${content}`] : [];
        }),
      );
    });
    for (const each of found) findings.add(each);
  }
  return [...findings];
}
