// Builds @galley/elements, in its folder, from the built packages: the stylesheets, the files for a CDN, the merged manifest.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/** The order in which the stylesheets compress best, 1% better than by name; none overrides another's. Others come after. */
const ORDER = [
  'timestamp',
  'advertisement-slot',
  'section-label',
  'related-story-link',
  'captioned-figure',
  'headline-block',
];
const rank = (name) => ORDER.indexOf(name.replace('@galley/', ''));
const packages = Object.keys(dependencies)
  .filter((name) => name !== '@galley/core')
  .sort((a, b) => rank(b) - rank(a));
const require = createRequire(`${process.cwd()}/package.json`);
const read = (path) => readFileSync(require.resolve(path), 'utf8').trim();

// esbuild leaves spaces in custom properties, around slashes and products and in lists, and quotes around names of fonts that need none.
const tight = (css) =>
  css
    .replaceAll(/(--[\w-]+:) /g, '$1')
    .replaceAll(/(?<=[,(/]|\) \*) | (?=[/)]|\* \d)|\n/g, '')
    .replaceAll(/"([A-Z][a-z]+(?: [A-Z][a-z]+)*)"/g, '$1');

// elements.css stands without a theme: it has the neutral fallbacks.
const elements = packages.map((name) => read(`${name}/${name.replace('@galley/', '')}.css`)).join('');
writeFileSync('dist/elements.css', `${tight(elements)}\n`);

// galley.css brings the tokens, so a fallback of one that they define would never be used: it goes.
const tokens = (
  await transform(read('@galley/tokens/tokens.css'), { loader: 'css', minify: true })
).code.trim();
const defined = new Set([...tokens.matchAll(/(--galley-[\w-]+):/g)].map(([, name]) => name));
writeFileSync('dist/galley.css', tight(tokens + withoutFallbacks(elements)));
writeFileSync('dist/css.d.ts', 'export {};\n');

/** Takes the fallback out of each `var()` of a defined token; fallbacks may hold parentheses of their own. */
function withoutFallbacks(css) {
  let out = '';
  let rest = css;
  for (let match; (match = /var\((--[\w-]+),/.exec(rest));) {
    const [start, name] = match;
    const end = match.index + start.length;
    if (!defined.has(name)) {
      out += rest.slice(0, end);
      rest = rest.slice(end);
      continue;
    }
    let close = end;
    for (let depth = 1; depth; close++) depth += { '(': 1, ')': -1 }[rest[close]] ?? 0;
    out += `${rest.slice(0, match.index)}var(${name})`;
    rest = rest.slice(close);
  }
  return out + rest;
}

// One module for a page without a bundler; what is loaded later lies in chunks beside it.
const cssTag = {
  name: 'css-tag',
  setup: (bundle) =>
    bundle.onResolve({ filter: /^\.\/css-tag\.js$/ }, () => ({
      path: join(import.meta.dirname, 'build-css-tag.mjs'),
    })),
};
/** Takes Lit's door for a polyfill of shadow roots out: every browser that the elements support has them. */
const withoutPolyfill = {
  name: 'without-polyfill',
  setup: (bundle) =>
    bundle.onLoad({ filter: /@lit[\\/]reactive-element[\\/]reactive-element\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/\w+=\w+\.reactiveElementPolyfillSupport,/, '')
        .replace(/\w+\?\.\(\{ReactiveElement:\w+\}\),/, ''),
    })),
};
/** Takes line breaks and indentation out of the styles of shadow roots. */
const tightStyles = {
  name: 'tight-styles',
  setup: (bundle) =>
    bundle.onLoad({ filter: /packages[\\/][\w-]+[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/(?<=styles = )`[^`$]*`/g, (styles) =>
        styles.replaceAll(/\n\s*/g, '').replaceAll(/(?<=[:,>]) | (?=[{>])|;(?=\})/g, ''),
      ),
    })),
};
rmSync('dist/cdn', { recursive: true, force: true });
await build({
  // Without the classes' names, which a page without a bundler gets from customElements.
  stdin: {
    contents:
      ORDER.map((name) => `import '@galley/${name}/define.js';`).join('') +
      `import './dist/define.js'; export { setMessages } from '@galley/core/set-messages.js';`,
    resolveDir: '.',
    sourcefile: 'galley.js',
  },
  entryNames: 'galley',
  outdir: 'dist/cdn',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  // A module is read as UTF-8, whatever its page is in; letters outside ASCII are twice as long without.
  charset: 'utf8',
  // Beside the files, not named in them: the name alone is 21 bytes of the budget.
  sourcemap: 'external',
  // Lit's licence asks for its notice wherever it goes: in galley.js.LEGAL.txt.
  legalComments: 'external',
  conditions: ['production'],
  plugins: [cssTag, withoutPolyfill, tightStyles],
  logLevel: 'warning',
});

const manifests = packages.map((name) => ({ name, ...JSON.parse(read(`${name}/custom-elements.json`)) }));
const modules = manifests.flatMap(({ name, modules }) =>
  // A module's path is that of the package it is imported from.
  JSON.parse(JSON.stringify(modules).replaceAll('"dist/', `"${name}/dist/`)),
);
writeFileSync('custom-elements.json', `${JSON.stringify({ schemaVersion: '1.0.0', modules }, null, 2)}\n`);
