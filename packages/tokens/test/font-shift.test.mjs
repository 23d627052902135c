// Nothing on the page moves when a webfont arrives. Tinos and Arimo, served by URL, take the place of the local faces,
// so that the result does not depend on the fonts of the machine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromium } from '../../../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { substitute, substituteFile } from '../scripts/substitutes.mjs';
import { themes } from '../dist/tokens.js';

const dist = join(import.meta.dirname, '..', 'dist');
const article = readFileSync(join(import.meta.dirname, 'article.html'), 'utf8');
const read = (...path) => readFileSync(join(dist, ...path), 'utf8');

let browser, server, theme, display, release, fontsServed;

before(async () => {
  server = await serve(async (path) => {
    if (path === '/article.html') return article.replace('<html', `<html data-theme="${theme}"`);
    if (path === '/tokens.css') return read('tokens.css');
    if (path === '/theme.css') return theme === 'broadsheet' ? '' : read(`theme-${theme}.css`);
    if (path === '/fonts.css')
      return read(`fonts-${theme}.css`)
        .replaceAll(/src: local\("([^"]+)"\).*?;/g, (_, local) => `src: url(/stand-in/${substitute(local)});`)
        .replaceAll(/font-display: \w+/g, (shipped) => (display ? `font-display: ${display}` : shipped));
    if (path.startsWith('/stand-in/')) return readFileSync(substituteFile(basename(path)));
    if (path.startsWith('/fonts/')) {
      await release.promise;
      fontsServed++;
      return readFileSync(join(dist, path));
    }
    return undefined;
  });
  browser = await puppeteer.launch(await chromium());
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** The page's rectangles before and after the webfonts arrive, well after the first paint. */
async function layouts(options) {
  ({ theme, display } = options);
  release = Promise.withResolvers();
  fontsServed = 0;
  const page = await browser.newPage();
  await page.setViewport({ width: options.width, height: 900 });
  await page.setCacheEnabled(false);
  await page.goto(`${server.origin}/article.html`, { waitUntil: 'domcontentloaded' });
  // A parsed page need not have its sheets yet.
  await page.waitForFunction(() => [...document.querySelectorAll('link')].every(({ sheet }) => sheet));
  // The stand-ins come by URL here and must be there first, as a local face would be; 100 ms ends the block period.
  await page.evaluate(async () => {
    await Promise.all(
      [...document.fonts].filter(({ family }) => family.includes('Fallback')).map((face) => face.load()),
    );
    await new Promise((done) => setTimeout(done, 300));
  });
  const rectangles = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('body *'), (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const name = element.className || element.localName;
        return { name, line: element.classList.contains('line'), x, y, width, height };
      }),
    );
  const first = await rectangles();
  release.resolve();
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Also where the shipped rule leaves a late face unused, it must have come before the second look.
    await new Promise((done) => setTimeout(done, 300));
  });
  const second = await rectangles();
  await page.close();
  assert.ok(fontsServed >= 2, 'the webfonts were asked for and arrived');
  return { first, second };
}

const widths = [390, 1100];

for (const name of themes) {
  test(`${name}: no rectangle changes when the webfonts arrive late`, async () => {
    for (const width of widths) {
      const { first, second } = await layouts({ theme: name, width });
      assert.deepEqual(second, first, `at ${width} px`);
    }
  });

  test(`${name}: a single line is as high in the stand-in as in the webfont, and nearly as wide`, async () => {
    const { first, second } = await layouts({ theme: name, width: 1100, display: 'swap' });
    assert.notDeepEqual(second, first, 'the webfonts were shown');
    for (const [index, was] of first.entries()) {
      if (!was.line) continue;
      const is = second[index];
      assert.equal(is.height, was.height, `height of ${was.name}`);
      assert.ok(
        Math.abs(is.width / was.width - 1) < 0.06,
        `${was.name}: ${was.width} px, then ${is.width} px`,
      );
    }
  });
}
