// Writes the tables of the packages' READMEs, between <!-- api --> and <!-- /api -->, from the built manifests.
//   node scripts/readme.mjs           writes them
//   node scripts/readme.mjs --check   fails where one differs, or has no place for its table
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { readElements, valuesOf } from './manifests.mjs';

const packages = join(import.meta.dirname, '..', 'packages');
const code = (text) => `\`${text}\``;

const table = (heading, rows) => {
  if (!rows.length) return '';
  const lines = [heading, heading.map(() => '---'), ...rows];
  return lines
    .map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`,
    )
    .join('\n');
};

/** The values of an attribute, the default first and, where it is a word or number, in the text. */
function values({ type, default: initial = '' }) {
  const word = initial.replaceAll("'", '');
  const union = valuesOf(type.text);
  if (union) return [word, ...union.filter((value) => value !== word)].map(code).join(', ');
  if (type.text === 'boolean') return 'boolean';
  return word && word !== 'undefined' ? `text, ${code(word)} without it` : 'text';
}

function api({
  attributes = [],
  lightParts = [],
  events = [],
  cssProperties = [],
  cssParts = [],
  cssStates = [],
}) {
  const described = (items, write) => items.map(({ name, description }) => [code(write(name)), description]);
  return [
    table(
      ['Attribute', 'Values, the default first', ''],
      attributes.map((attribute) => [code(attribute.name), values(attribute), attribute.description]),
    ),
    table(
      ['Part of your HTML', ''],
      described(lightParts, (name) => `data-part="${name}"`),
    ),
    table(
      ['Event', ''],
      described(events, (name) => name),
    ),
    table(
      ['Custom property', ''],
      described(cssProperties, (name) => name),
    ),
    table(
      ['Style hook', ''],
      [
        ...described(cssParts, (name) => `::part(${name})`),
        ...described(cssStates, (name) => `:state(${name})`),
      ],
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

const elements = readElements();
const list = table(
  ['Element', '', 'Package'],
  elements.map((element) => [
    code(`<${element.tagName}>`),
    element.summary,
    code(`@galley/${element.package}`),
  ]),
);
const contents = [...elements.map((element) => [element.package, api(element)]), ['elements', list]];

for (const [name, content] of contents) {
  const path = join(packages, name, 'README.md');
  const before = readFileSync(path, 'utf8');
  const [start, , end] = before.split(/(?<=<!-- api -->)([^]*)(?=<!-- \/api -->)/);
  if (end === undefined) {
    console.error(`packages/${name}/README.md has no <!-- api --> and <!-- /api -->.`);
    process.exitCode = 1;
    continue;
  }
  const options = { ...(await prettier.resolveConfig(path)), parser: 'markdown' };
  const after = await prettier.format(`${start}\n\n${content}\n\n${end}`, options);
  if (after === before) continue;
  if (process.argv.includes('--check')) {
    console.error(`packages/${name}/README.md differs from the manifest: run npx node scripts/readme.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, after);
  }
}
