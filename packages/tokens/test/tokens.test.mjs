// What the files promise of each other, and what they weigh.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { themes, tokens } from '../dist/tokens.js';

const read = (name) => readFileSync(join(import.meta.dirname, '..', 'dist', name), 'utf8');
const declared = (css) => new Set(css.matchAll(/^\s+(--[\w-]+):/gm).map(([, name]) => name));
const listed = new Set(tokens.map(({ property }) => property));

test('tokens.css and tokens.js name the same custom properties', () => {
  assert.deepEqual([...declared(read('tokens.css'))].sort(), [...listed].sort());
});

test('themes set only what tokens.css sets, and all of them the same', () => {
  const [first, ...others] = themes.slice(1).map((theme) => declared(read(`theme-${theme}.css`)));
  assert.deepEqual([...first.difference(listed)], []);
  for (const other of others) assert.deepEqual(other, first);
});

test('every token is described, and has a value in every theme, light and dark', () => {
  for (const { id, type, description, values } of tokens) {
    assert.ok(type && description, id);
    for (const theme of themes)
      for (const scheme of ['light', 'dark']) assert.equal(typeof values[theme][scheme], 'string', id);
  }
});

test('tokens.css sets custom properties and color-scheme, nothing else, and never outranks a page', () => {
  const css = read('tokens.css');
  for (const [, name] of css.matchAll(/^\s+([\w-]+): /gm)) assert.match(name, /^(--galley-.+|color-scheme)$/);
  for (const [, selector] of css.matchAll(/^\s*([^@\s}][^{;]*) \{$/gm))
    assert.match(selector, /^(:where\(.+\))+$/);
});

test('tokens.css is at most 1000 bytes, minified and compressed', () => {
  const { code } = transformSync(read('tokens.css'), { loader: 'css', minify: true });
  const { length } = brotliCompressSync(code);
  assert.ok(length <= 1000, `${length} bytes`);
});

test('fonts come from beside the stylesheet', () => {
  for (const theme of [...themes, 'arabic', 'hebrew']) {
    const urls = [...read(`fonts-${theme}.css`).matchAll(/url\(([^)]+)\)/g)];
    assert.ok(urls.length > 1);
    for (const [, url] of urls) {
      assert.match(url, /^\.\/fonts\/[\w-]+\.woff2$/);
      assert.equal(
        readFileSync(join(import.meta.dirname, '..', 'dist', url)).toString('latin1', 0, 4),
        'wOF2',
      );
    }
  }
});

test('every family a theme names first is in its fonts, with a stand-in named second', () => {
  for (const theme of themes) {
    const css = read(`fonts-${theme}.css`);
    for (const { id, type, values } of tokens) {
      if (type !== 'fontFamily') continue;
      const [family, standIn] = values[theme].light.split(', ');
      assert.ok(css.includes(`font-family: ${family.replaceAll('"', "'")}`), `${theme} ${id}: ${family}`);
      assert.ok(css.includes(`font-family: ${standIn}`), `${theme} ${id}: ${standIn}`);
    }
  }
});
