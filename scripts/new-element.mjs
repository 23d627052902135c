// Makes the package of a new element from the templates in new-element/, and adds it to packages/elements.
//   npm run new -- pull-quote "A sentence from the story, set apart."
//   --root DIR   the repository that gets it, where it is not this one
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';

const templates = join(import.meta.dirname, 'new-element');
const example = 'npm run new -- pull-quote "A sentence from the story, set apart."';

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** The command line, or the end with a line that says what to write. */
function read() {
  const options = { root: { type: 'string', default: join(import.meta.dirname, '..') } };
  const { positionals, values } = parseArgs({ options, allowPositionals: true, strict: false });
  const [name, description, ...rest] = positionals;
  const { root } = values;
  if (!name) fail(`No name. Write one, and what it is: ${example}`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    fail(
      `"${name}" is no name for an element. Write lower-case words with hyphens, without galley-: ${example}`,
    );
  }
  if (name.startsWith('galley-')) fail(`The tag gets galley- by itself. Write ${name.slice(7)}.`);
  if (existsSync(join(root, 'packages', name))) fail(`packages/${name} exists already. Choose another name.`);
  if (!description || rest.length) fail(`Say in one sentence, in quotes, what it is: ${example}`);
  // It stands in JSON, Markdown and comments, where these mean something.
  if (/["\\`*_<>{}[\]\n]/.test(description)) fail(`Write the description as plain words: ${example}`);
  return { name, description, root };
}

const { name, description, root } = read();
const title = name.replaceAll('-', ' ');
const { version } = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8'));
const words = {
  name,
  Class: name.replaceAll(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase()),
  title,
  Title: title.charAt(0).toUpperCase() + title.slice(1),
  description,
  version,
};

/** Puts the words in. In running Markdown, Prettier writes a placeholder of the templates as **name**. */
const fill = (text) =>
  text.replaceAll(/(__|\*\*)(\w+?)\1/g, (placeholder, _, word) => words[word] ?? placeholder);

/** Writes a file as the formatter would: how lines break depends on the length of the name. */
async function write(path, text) {
  const formatted = await prettier.format(text, { ...(await prettier.resolveConfig(path)), filepath: path });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatted);
}

for (const entry of readdirSync(templates, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const template = join(entry.parentPath, entry.name);
  const path = join(root, 'packages', name, fill(relative(templates, template)));
  await write(path, fill(readFileSync(template, 'utf8')));
}

copyFileSync(join(root, 'LICENSE'), join(root, 'packages', name, 'LICENSE'));

const elements = join(root, 'packages/elements');
const manifest = JSON.parse(readFileSync(join(elements, 'package.json'), 'utf8'));
const dependencies = Object.entries({ ...manifest.dependencies, [`@galley/${name}`]: version });
manifest.dependencies = Object.fromEntries(dependencies.sort(([a], [b]) => (a < b ? -1 : 1)));
await write(join(elements, 'package.json'), JSON.stringify(manifest, null, 2));

for (const [file, entry] of [
  ['elements.ts', ''],
  ['define.ts', '/define.js'],
]) {
  const path = join(elements, 'src', file);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const isExport = (line) => line.startsWith('export ');
  const exports = [
    ...lines.filter(isExport),
    `export { Galley${words.Class} } from '@galley/${name}${entry}';`,
  ];
  await write(path, [...lines.filter((line) => !isExport(line)), ...exports.sort()].join('\n'));
}

console.log(`packages/${name} is made, and packages/elements exports it. Next:
  npm install                   links it
  npm run build
  npx node scripts/readme.mjs   writes the tables of the READMEs
  npm test                      where a budget is over, save bytes or raise it, with a decision
  npx changeset add             says it in the changelog`);
