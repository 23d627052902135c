// Builds @galley/html-validate, in its folder: what the elements' manifest says of attributes and parts, as html-validate reads it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { valuesOf } from './manifests.mjs';

/** An attribute of the manifest as metadata. The browser tells "Wide" from "wide", and a list of words in html-validate does not: each is a pattern. */
function attribute({ type }) {
  if (type.text === 'boolean') return { boolean: true };
  const values = valuesOf(type.text);
  return values ? { enum: values.map((value) => ({ name: `"${value}"`, pattern: `/${value}/` })) } : {};
}

const fromEntries = (items, of) => Object.fromEntries(items.map((item) => [item.name, of(item)]));

/** @returns The metadata of every element of a manifest, and the names of the parts that each knows. */
export function generate({ modules }) {
  const elements = modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .map((element) => ({ ...element, name: element.tagName }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    // What HTML says of every element with a hyphen: it stands wherever text does, and holds what its parent may hold.
    metadata: fromEntries(elements, ({ attributes = [] }) => ({
      flow: true,
      phrasing: true,
      transparent: true,
      attributes: fromEntries(attributes, attribute),
    })),
    parts: fromEntries(elements, ({ lightParts = [] }) => lightParts.map(({ name }) => name)),
  };
}

if (import.meta.main) {
  const require = createRequire(`${process.cwd()}/package.json`);
  const manifest = readFileSync(require.resolve('@galley/elements/custom-elements.json'), 'utf8');
  const constants = Object.entries(generate(JSON.parse(manifest))).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)};\n`,
  );
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/elements.js', constants.join('\n'));
}
