// Themes, light and dark, pillars and languages, on any ancestor and inside one another, in a real browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { chromium } from '../../../scripts/browser.mjs';
import { schemes, themes, tokens } from '../dist/tokens.js';

// The scripts before the themes: in any order, they win.
const sheets = ['tokens', 'fonts-arabic', 'fonts-hebrew', 'theme-tabloid', 'theme-magazine'].map((name) =>
  readFileSync(join(import.meta.dirname, '..', 'dist', `${name}.css`), 'utf8'),
);

let browser, page;
before(async () => {
  browser = await puppeteer.launch(await chromium());
  page = await browser.newPage();
});
after(() => browser?.close());

const token = (id, theme, scheme) => tokens.find((entry) => entry.id === id).values[theme][scheme];

/** What a custom property comes to, used as a colour or as named, on the innermost element. */
async function used(html, property, as = 'color') {
  await page.setContent(
    `<!doctype html><style>${sheets.join('')} i { ${as}: var(${property}) }</style>${html}`,
  );
  return page.$eval('i', (element, name) => getComputedStyle(element).getPropertyValue(name), as);
}

const rgb = (hex) => {
  const digits = hex.length === 4 ? hex.replaceAll(/\w/g, '$&$&') : hex;
  return `rgb(${[1, 3, 5].map((at) => parseInt(digits.slice(at, at + 2), 16)).join(', ')})`;
};

test('light and dark follow the reader, and are forced on any element, one inside the other', async () => {
  const ink = (scheme) => rgb(token('color.ink', 'broadsheet', scheme));
  for (const [scheme, other] of [schemes, schemes.toReversed()]) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    assert.equal(await used('<i>', '--galley-ink'), ink(scheme));
    const forced = `<div data-color-scheme="${other}"><i>`;
    assert.equal(await used(forced, '--galley-ink'), ink(other));
    const nested = `<div data-color-scheme="${other}"><p data-color-scheme="${scheme}"><i>`;
    assert.equal(await used(nested, '--galley-ink'), ink(scheme));
  }
});

test('a dark part of a page prints on white paper', async () => {
  await page.emulateMediaType('print');
  assert.equal(
    await used('<p data-color-scheme="dark"><i>', '--galley-ink'),
    rgb(token('color.ink', 'broadsheet', 'light')),
  );
  await page.emulateMediaType();
});

test('a theme holds for its part of the page, the default inside another too', async () => {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  const html = '<div data-theme="tabloid"><p data-theme="broadsheet"><i>';
  for (const property of ['paper', 'news']) {
    const id = `color.${property}`;
    assert.equal(
      await used('<div data-theme="tabloid"><i>', `--galley-${property}`),
      rgb(token(id, 'tabloid', 'light')),
    );
    assert.equal(await used(html, `--galley-${property}`), rgb(token(id, 'broadsheet', 'light')));
  }
  assert.equal(await used(html, '--galley-accent'), rgb(token('color.news', 'broadsheet', 'light')));
});

test('a pillar sets the accent, beside a theme and inside another pillar', async () => {
  const sport = rgb(token('color.pillar.sport', 'tabloid', 'light'));
  const news = rgb(token('color.news', 'tabloid', 'light'));
  assert.equal(await used('<p data-theme="tabloid" pillar="sport"><i>', '--galley-accent'), sport);
  assert.equal(
    await used('<p data-theme="tabloid" pillar="sport"><b pillar="news"><i>', '--galley-accent'),
    news,
  );
});

test('Arabic keeps its faces and leading in every theme, wherever the language is said', async () => {
  const cases = [
    '<p lang="fa"><i>',
    '<p lang="ar-EG" data-theme="tabloid"><i>',
    '<p lang="ur"><b data-theme="magazine"><i>',
  ];
  for (const html of [...cases, '<p data-theme="tabloid"><b lang="ar"><i>']) {
    assert.match(
      await used(html, '--galley-font-text', 'font-family'),
      /^"Noto Naskh Arabic Variable"/,
      html,
    );
    assert.equal(await used(html, '--galley-headline-tracking', 'letter-spacing'), 'normal', html);
  }
  assert.match(
    await used('<p lang="he"><i>', '--galley-font-text', 'font-family'),
    /^"Noto Serif Hebrew Variable"/,
  );
});

test("a page's own value wins over every rule", async () => {
  const own = '<style>:root { --galley-ink: rgb(1, 2, 3) }</style>';
  assert.equal(await used(`${own}<i>`, '--galley-ink'), 'rgb(1, 2, 3)');
});

test('display and large headlines grow between 320 and 1280 px, and zoom to twice their size', async () => {
  for (const theme of themes) {
    for (const name of ['display', 'large']) {
      const size = async (width, root = '100%') => {
        await page.setViewport({ width, height: 800 });
        const html = `<style>:root { font-size: ${root} }</style><p data-theme="${theme}"><i>`;
        return parseFloat(await used(html, `--galley-headline-${name}`, 'font-size'));
      };
      const [least, most] = [await size(320), await size(1280)];
      // Slopes are rounded.
      assert.ok(Math.abs((await size(300)) - least) < 0.05);
      assert.ok(Math.abs((await size(1600)) - most) < 0.05);
      assert.ok(least < (await size(800)) && (await size(800)) < most);
      // WCAG 1.4.4. A page zoomed to 500% at 1280 px is 256 px wide.
      assert.ok(5 * (await size(256)) >= 2 * most, `${theme} ${name}`);
      assert.ok((await size(1280, '200%')) >= 1.35 * most, `${theme} ${name} with text at 200%`);
    }
  }
});
