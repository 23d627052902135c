// A new element from the generator is held to what the others are: it builds, it is documented, it passes its own tests in the browser
// and the checks of the repository. In a copy of the repository in .cache/, which is removed again.
//   node --test scripts/test/new-element.test.mjs, after a build
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const copy = join(root, '.cache', 'new-element');
const own = join(copy, 'packages', 'pull-quote');
const DESCRIPTION = "A sentence from the story, set apart for the reader's eye.";

const read = (...path) => readFileSync(join(...path), 'utf8');
const json = (...path) => JSON.parse(read(...path));
const exportsOf = (...path) => read(...path).match(/^export .*$/gm);

const env = { ...process.env };
// With it, a test that this one starts would report to the runner and not to people.
delete env.NODE_TEST_CONTEXT;
env.PATH = [join(root, 'node_modules', '.bin'), env.PATH].join(delimiter);
// Its own count, not the one of the run that this test belongs to.
env.GALLEY_COUNT = join(copy, 'count.json');

/** Runs a command in the copy; what it says is the message where it fails. */
const attempt = (command, args, cwd = copy) =>
  new Promise((resolve) => {
    execFile(command, args, { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, stdout, stderr });
    });
  });
async function run(command, args, cwd) {
  const { code, stdout, stderr } = await attempt(command, args, cwd);
  assert.equal(code, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}
const generate = (...args) =>
  attempt(process.execPath, [join(root, 'scripts/new-element.mjs'), '--root', copy, ...args]);

/** house.test.mjs puts a file into a package for a moment, at the same time. */
const filter = (path) => !path.endsWith('house-test.txt');

/** The repository without its apps, with the packages of node_modules and, among them, its own. */
function copyRepository() {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isFile() || ['.storybook', 'packages', 'scripts'].includes(entry.name))
      cpSync(join(root, entry.name), join(copy, entry.name), { recursive: true, filter });
  }
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@galley'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@galley') symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  // The browser, where the tests have fetched one.
  mkdirSync(join(copy, '.cache'));
  if (existsSync(join(root, '.cache/chromium')))
    symlinkSync(join(root, '.cache/chromium'), join(copy, '.cache/chromium'), 'junction');
}

/** As npm install does. */
function linkPackages() {
  for (const name of readdirSync(join(copy, 'packages')))
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules/@galley', name), 'junction');
}

let made;
before(async () => {
  copyRepository();
  made = await generate('pull-quote', DESCRIPTION);
  assert.equal(made.code, 0, made.stderr);
  linkPackages();
});
after(() => rmSync(copy, { recursive: true, force: true }));

test('it says what comes next', () => {
  assert.equal(made.stderr, '');
  for (const step of ['npm install', 'npm run build', 'npx node scripts/readme.mjs', 'npm test'])
    assert.match(made.stdout, new RegExp(`^  ${step}\\b`, 'm'));
});

test('no placeholder is left', () => {
  const files = readdirSync(own, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    assert.doesNotMatch(path + read(path), /__[a-z]+__|\*\*[a-z]+\*\*/i, path);
  }
});

test('all elements have its shape', () => {
  // As text: the order counts too.
  const ofEach = new Set(['description', 'keywords', 'dependencies']);
  const shape = (manifest) =>
    JSON.stringify(manifest, (key, value) => (ofEach.has(key) ? undefined : value), 2);
  const generated = new Set(['custom-elements.json', 'CHANGELOG.md']);
  const kinds = (folder) =>
    readdirSync(folder).filter(
      (name) => /\.(json|md|mdx|stories\.ts)$|^LICENSE$/.test(name) && !generated.has(name),
    );
  const names = globSync('packages/*/src/mistakes.ts', { cwd: root }).map((path) => path.split(/[\\/]/)[1]);
  assert.ok(names.length >= 6);
  for (const name of names) {
    const folder = join(root, 'packages', name);
    const [, Class] = /Galley(\w+)/.exec(read(folder, 'src/define.ts'));
    const renamed = (text) => text.replaceAll('pull-quote', name).replaceAll('PullQuote', Class);
    for (const file of ['src/define.ts', 'src/define.development.ts', 'tsconfig.json'])
      assert.equal(read(folder, file), renamed(read(own, file)), `${name}/${file}`);
    const [actual, expected] = [json(folder, 'package.json'), JSON.parse(renamed(read(own, 'package.json')))];
    // An element may publish more: providers, for one.
    const published = Object.entries(actual.exports).filter(([path]) => path in expected.exports);
    assert.equal(shape({ ...actual, exports: Object.fromEntries(published) }), shape(expected));
    for (const [dependency, version] of Object.entries(expected.dependencies))
      assert.equal(actual.dependencies[dependency], version, `${name}: ${dependency}`);
    assert.deepEqual(kinds(folder).sort(), kinds(own).map(renamed).sort(), name);
    assert.equal(read(folder, 'LICENSE'), read(own, 'LICENSE'));
    assert.ok(existsSync(join(folder, 'test', `${name}.test.ts`)));
  }
});

test('it has the version of the other packages', () => {
  const { version } = json(root, 'packages/core/package.json');
  const { version: its, dependencies, description } = json(own, 'package.json');
  assert.deepEqual([its, dependencies['@galley/core'], description], [version, version, DESCRIPTION]);
  assert.ok(read(own, 'src/pull-quote.ts').includes(`static readonly version: string = '${version}';`));
});

test('packages/elements has it, in order', () => {
  const elements = ['packages', 'elements'];
  for (const [file, entry] of [
    ['elements.ts', ''],
    ['define.ts', '/define.js'],
  ]) {
    const line = `export { GalleyPullQuote } from '@galley/pull-quote${entry}';`;
    const [previous, now] = [root, copy].map((from) => exportsOf(from, ...elements, 'src', file));
    assert.deepEqual(now, [...previous, line].sort());
    assert.equal(
      read(copy, ...elements, 'src', file).replace(`${line}\n`, ''),
      read(root, ...elements, 'src', file),
    );
  }
  const { dependencies } = json(copy, ...elements, 'package.json');
  const { dependencies: previous } = json(root, ...elements, 'package.json');
  assert.deepEqual(Object.keys(dependencies), [...Object.keys(previous), '@galley/pull-quote'].sort());
  assert.equal(dependencies['@galley/pull-quote'], json(own, 'package.json').version);
});

for (const [what, args, says] of [
  ['no name', [], /^No name\. Write .*npm run new/],
  ['capitals', ['PullQuote', DESCRIPTION], /^"PullQuote" is no name.* lower-case/],
  ['a path', ['../pull', DESCRIPTION], /is no name/],
  ['a hyphen at the end', ['pull-', DESCRIPTION], /is no name/],
  ['the prefix', ['galley-aside', DESCRIPTION], /^The tag gets galley- by itself\. Write aside\./],
  ['a name that is taken', ['timestamp', DESCRIPTION], /^packages\/timestamp exists already\. Choose/],
  ['its own name again', ['pull-quote', DESCRIPTION], /^packages\/pull-quote exists already/],
  ['no description', ['pull-box'], /^Say in one sentence/],
  ['a description without quotes', ['pull-box', 'A', 'box'], /^Say in one sentence/],
  ['a description with markup', ['pull-box', 'A <b>box</b>'], /^Write the description as plain words/],
]) {
  test(`${what}: one line says what to do, and nothing is written`, async () => {
    const previous = readdirSync(join(copy, 'packages'));
    const { code, stdout, stderr } = await generate(...args);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, says);
    assert.match(stderr, /^[^\n]+\n$/);
    assert.deepEqual(readdirSync(join(copy, 'packages')), previous);
  });
}

test('it builds, alone and in packages/elements', async () => {
  await run('npm', ['run', 'build'], own);
  const built = readdirSync(join(own, 'dist'));
  for (const file of [
    'pull-quote.js',
    'pull-quote.d.ts',
    'pull-quote.css',
    'css.d.ts',
    'define.js',
    'define.d.ts',
    'define.development.js',
  ])
    assert.ok(built.includes(file), file);
  await run('npm', ['run', 'build'], join(copy, 'packages/elements'));
  const dist = join(copy, 'packages/elements/dist');
  for (const file of ['galley.css', 'elements.css', 'cdn/galley.js'])
    assert.match(read(dist, file), /galley-pull-quote/);
  assert.match(read(copy, 'packages/elements/custom-elements.json'), /"galley-pull-quote"/);
});

test('it is documented, all that is public', async () => {
  const [element] = json(own, 'custom-elements.json').modules.flatMap(({ declarations }) => declarations);
  assert.equal(element.tagName, 'galley-pull-quote');
  assert.equal(element.summary, DESCRIPTION);
  assert.deepEqual(
    element.attributes.map(({ name }) => name),
    ['appearance'],
  );
  assert.deepEqual(
    element.lightParts.map(({ name }) => name),
    ['note'],
  );
  for (const each of [
    element,
    ...element.members,
    ...element.attributes,
    ...element.lightParts,
    ...element.cssProperties,
  ])
    assert.ok(each.description, `${each.name} has no description`);

  await run(process.execPath, ['scripts/readme.mjs']);
  const readme = read(own, 'README.md');
  assert.match(readme, /^\| `appearance` +\| `text`, `box` +\| .+\|$/m);
  assert.match(readme, /^\| `data-part="note"` +\| .+\|$/m);
  assert.match(
    read(copy, 'packages/elements/README.md'),
    /^\| `<galley-pull-quote>` +\| A sentence .+ `@galley\/pull-quote` +\|$/m,
  );
  for (const text of [readme, read(own, 'pull-quote.mdx')]) assert.ok(text.includes(DESCRIPTION));
});

describe('it passes', { concurrency: 2 }, () => {
  test('its tests, in the browser', async () => {
    await run('wtr', ['--files', 'packages/pull-quote/test/*.test.ts']);
    const { passed, failed } = json(env.GALLEY_COUNT);
    assert.ok(passed > 0);
    assert.equal(failed, 0);
  });

  test('the tests of all states and of imports in Node', async () => {
    for (const name of ['states', 'node-imports'])
      await run(process.execPath, [`scripts/test/${name}.test.mjs`]);
  });

  const files = ['packages/pull-quote', 'packages/elements/src'];
  for (const [command, ...args] of [
    ['eslint', ...files],
    ['stylelint', 'packages/pull-quote/src/*.css'],
    ['prettier', '--check', ...files, 'packages/elements/README.md', 'packages/elements/package.json'],
    ['tsc', '-p', '.'],
  ])
    test(command, () => run(command, args));
});
