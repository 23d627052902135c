// Each package's entries in bare Node, as a server renders with them, and what of development reaches production.
//   node --test scripts/test/node-imports.test.mjs, after a build
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..', '..');
const manifests = globSync('packages/*/package.json', { cwd: root }).map((file) => ({
  folder: dirname(join(root, file)),
  ...JSON.parse(readFileSync(join(root, file), 'utf8')),
}));
const scripts = manifests.flatMap(({ name, folder, exports = {} }) =>
  Object.entries(exports)
    .filter(([, target]) => /\.js$/.test(target.default ?? ''))
    .map(([entry, target]) => ({
      name: join(name, entry),
      folder,
      file: join(folder, target.default),
      entry,
    })),
);

test('there are packages, each with an entry for its classes', () => {
  assert.ok(scripts.filter(({ entry }) => entry === '.').length >= 8);
  assert.ok(scripts.filter(({ entry }) => entry === './define.js').length >= 7);
});

for (const conditions of [[], ['--conditions=development']]) {
  test(`entries import in bare Node and register nothing ${conditions}`, () => {
    // One process for all: a page's bundle holds them together. Lit brings a customElements of its own to Node.
    const program = `
      const names = ${JSON.stringify(scripts.map(({ name }) => name))};
      const tags = [];
      const report = [];
      process.on('warning', ({ message }) => report.push(message));
      console.warn = (...args) => report.push(args.join(' '));
      for (const name of names) {
        const module = await import(name);
        // The types of adapters alone.
        if (!Object.keys(module).length && !name.endsWith('/adapter.js')) report.push(name + ' exports nothing');
        if (globalThis.customElements && !customElements.watched) {
          const { define } = customElements;
          Object.assign(customElements, { watched: true, define(tag, ...rest) { tags.push(tag); return define.call(this, tag, ...rest); } });
        }
        for (const tag of ${JSON.stringify(manifests.map(({ name }) => name.replace('@galley/', 'galley-')))}) {
          if (globalThis.customElements?.get(tag)) tags.push(tag);
        }
      }
      process.stdout.write(JSON.stringify({ tags, report: report.filter((text) => !text.includes('Lit is in dev mode')), document: typeof document }));
    `;
    const output = execFileSync(process.execPath, [...conditions, '--input-type=module', '--eval', program], {
      cwd: join(root, 'packages/elements'),
      encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(output), { tags: [], report: [], document: 'undefined' });
  });
}

/** A module and all that it imports, at once or later, of this repository. */
function graph(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  assert.ok(existsSync(file), `${relative(root, file)} is missing: build first`);
  seen.add(file);
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(
    /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g,
  )) {
    if (specifier.startsWith('.')) graph(join(dirname(file), specifier), seen);
    else if (specifier.startsWith('@galley/')) graph(fileURLToPath(import.meta.resolve(specifier)), seen);
  }
  return seen;
}

for (const { name, file, entry } of scripts.filter(({ entry }) => entry === '.' || entry === './define.js')) {
  test(`${name} has nothing of development in production`, () => {
    const files = [...graph(file)];
    if (entry === './define.js' && name !== '@galley/core/define.js') {
      assert.ok(files.length >= 3, 'its class and core are found');
    }
    for (const each of files) {
      assert.doesNotMatch(readFileSync(each, 'utf8'), /console\.|npmjs\.com/, relative(root, each));
      assert.doesNotMatch(relative(root, each), /mistakes|development/);
    }
  });
}

test('the file for a CDN has nothing of development', () => {
  const files = globSync('packages/elements/dist/cdn/**/*.js', { cwd: root });
  assert.ok(files.length >= 1);
  for (const file of files)
    assert.doesNotMatch(readFileSync(join(root, file), 'utf8'), /console\.warn|npmjs\.com|lit\.dev/, file);
});

test('development is another entry, which says something', () => {
  for (const { name, folder, exports } of manifests) {
    const development = exports?.['./define.js']?.development;
    if (!development) continue;
    const texts = [...graph(join(folder, development))].map((file) => readFileSync(file, 'utf8'));
    assert.ok(
      texts.some((text) => text.includes('console.warn')),
      name,
    );
  }
});
