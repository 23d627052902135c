// How many bytes a page loads, counted as a server that compresses well would send them (brotli): all elements until the page is idle, the
// stylesheet, each element alone, as a bundler builds it, and what opening a picture loads. Nothing of development and no lit-html is among them.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { readElements } from '../manifests.mjs';
import { launch, root, SCRIPT, serveAll, staticPage } from './pages.mjs';

const BUDGET = {
  page: 4500,
  pageInOtherLanguage: 5250,
  stylesheet: 3000,
  element: 3600,
  zoom: 7000,
  slot: 8000,
  adapter: 3000,
};
/** What only lit-html has: the list of its copies, and the marker of its templates. */
const LIT_HTML = /litHtmlVersions|lit\$/;

const packages = readElements().map((element) => element.package);
const ago = new Date(Date.now() - 7_200_000).toISOString();

/** Every element, a relative time and a figure to zoom: what a page has before its reader does anything. */
const HTML = `
<galley-section-label live><a href="#world">World</a></galley-section-label>
<galley-headline-block kind="live"><h1>The harbour that learned to wait for the tide</h1>
<p>Updated <galley-timestamp mode="relative"><time datetime="${ago}">Saturday 21 November 2026, 09:30 GMT</time></galley-timestamp></p></galley-headline-block>
<galley-captioned-figure zoomable id="boats"><figure><img src="/photos/nagasaki-boats-320.jpg" width="1024" height="819" alt="Boats">
<figcaption>Boats in the inner harbour.</figcaption></figure></galley-captioned-figure>
<aside aria-label="Related story"><galley-related-story-link kind="video"><h3><a href="#thaw">The valley</a></h3></galley-related-story-link></aside>
${'<p>The harbour office keeps two clocks, and the town goes by both.</p>'.repeat(100)}
<galley-advertisement-slot provider="iframe" consent="none" sizes="300x250" src="ADVERTISEMENT"><aside data-part="fallback"><p>Support the newsroom</p></aside></galley-advertisement-slot>`;

const brotli = (bytes) => brotliCompressSync(bytes).length;
const figures = [];

/** Texts of development: sentences that name a mistake, cut where a value stands in them. */
const mistakes = globSync('packages/*/src/{mistakes,development}.ts', { cwd: root }).flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?<=\s)(['`])((?:\\.|(?!\1)[^\\])*)\1/g)].flatMap(
    ([, , text]) =>
      text
        .replaceAll("\\'", "'")
        .split(/\$\{[^}]*\}/)
        .filter((part) => part.trim().split(' ').length > 3),
  ),
);

/** A bundle of some module, its chunks apart; what it loads at once comes first. */
async function bundle(contents, conditions = ['production']) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: join(root, 'packages/elements'), sourcefile: 'entry.js' },
    outdir: join(root, '.cache/bytes'),
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    conditions,
    logLevel: 'error',
    absWorkingDir: root,
  });
  const atOnce = new Set();
  const take = (path) => {
    if (atOnce.has(path)) return;
    atOnce.add(path);
    for (const { path: next, kind } of metafile.outputs[path].imports)
      if (kind === 'import-statement') take(next);
  };
  // A chunk that is imported later is an entry to esbuild, too.
  take(Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint?.endsWith('entry.js')));
  const texts = (paths) =>
    outputFiles
      .filter(({ path }) => paths.has(path.slice(root.length + 1)))
      .map(({ contents }) => Buffer.from(contents));
  return { atOnce: texts(atOnce), all: outputFiles.map(({ contents }) => Buffer.from(contents)) };
}

let browser, server;
before(async () => {
  browser = await launch();
  server = await serveAll({
    page: ({ pathname }) => {
      if (pathname === '/advertisement')
        return '<!doctype html><html lang="en"><title>An advertisement</title><p>Buy</p></html>';
      // Another host name of this machine is another origin.
      const address = server.origin.replace('127.0.0.1', 'localhost');
      const [, lang] = /^\/bytes\/(\w+)$/.exec(pathname) ?? [];
      return lang
        ? staticPage(HTML.replace('ADVERTISEMENT', `${address}/advertisement`), { head: SCRIPT, lang })
        : undefined;
    },
  });
});
after(async () => {
  await browser?.close();
  await server?.close();
  const width = Math.max(...figures.map(([name]) => name.length));
  console.log(
    [['brotli', 'bytes', 'at most'], ...figures]
      .map(
        ([name, bytes, most]) =>
          `${name.padEnd(width)}  ${String(bytes).padStart(6)}  ${String(most).padStart(7)}`,
      )
      .join('\n'),
  );
});

function within(name, bytes, most) {
  figures.push([name, bytes, most]);
  assert.ok(bytes <= most, `${name}: ${bytes} bytes, ${bytes - most} more than ${most}`);
}

/** Fails where development's words or lit-html are in a text. */
function assertLean(text, name) {
  assert.doesNotMatch(text, LIT_HTML, `${name} has lit-html in it`);
  // A minifier writes quotes as it likes.
  const plain = text.replaceAll('\\', '');
  assert.deepEqual(
    mistakes.filter((mistake) => plain.includes(mistake)),
    [],
    name,
  );
  assert.doesNotMatch(text, /console\.(warn|error|log)|npmjs\.com|lit\.dev/, name);
}

test('what is searched for is there to be found', { timeout: 60_000 }, async () => {
  assert.match(readFileSync(join(root, 'node_modules/lit-html/lit-html.js'), 'utf8'), LIT_HTML);
  const development = Buffer.concat(
    (await bundle(`import '@galley/elements/define.js'`, ['development'])).all,
  )
    .toString()
    .replaceAll('\\', '');
  const unknown = mistakes.filter((mistake) => !development.includes(mistake));
  assert.ok(
    mistakes.length > 30 && unknown.length < mistakes.length / 10,
    `${mistakes.length} sentences, not in the bundle:\n${unknown.join('\n')}`,
  );
  assert.throws(() => assertLean(development, 'development'));
});

/** Loads a page until it is idle, and gives each response's path, type and body. */
async function loadUntilIdle(page, path) {
  const responses = [];
  const listen = (response) => responses.push(response);
  page.on('response', listen);
  await page.goto(server.origin + path, { waitUntil: 'networkidle0' });
  // What an element loads after its first update counts too.
  await page.evaluate(async () => {
    for (const host of document.querySelectorAll('*')) await host.updateComplete;
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
  await page.waitForNetworkIdle({ idleTime: 1000 });
  page.off('response', listen);
  return Promise.all(
    responses.map(async (response) => [
      new URL(response.url()).pathname,
      response.headers()['content-type'],
      await response.buffer(),
    ]),
  );
}

describe('a page with every element, a relative time and a figure to zoom', () => {
  let page, scripts, sheet;
  before(
    async () => {
      page = await browser.newPage();
      const loaded = await loadUntilIdle(page, '/bytes/en');
      assert.equal(
        await page.$eval(
          'galley-timestamp',
          (host) => host.shadowRoot?.querySelector('[part=text]').textContent,
        ),
        '2 hours ago',
      );
      assert.equal(await page.$eval('html', (html) => html.querySelectorAll(':not(:defined)').length), 0);
      scripts = loaded.filter(([, type]) => type === 'text/javascript');
      sheet = loaded.find(([path]) => path === '/elements/galley.css');
    },
    { timeout: 60_000 },
  );

  test('all its scripts', { timeout: 60_000 }, () => {
    assert.ok(scripts.some(([path]) => path === '/elements/cdn/galley.js'));
    // Each file is compressed alone, as it is sent.
    const bytes = scripts.reduce((sum, [, , body]) => sum + brotli(body), 0);
    within(`page: ${scripts.length} script${scripts.length > 1 ? 's' : ''} until idle`, bytes, BUDGET.page);
  });

  test('its stylesheet', { timeout: 60_000 }, () =>
    within('galley.css', brotli(sheet[2]), BUDGET.stylesheet),
  );

  test('neither lit-html nor anything of development', { timeout: 60_000 }, () => {
    for (const [path, , body] of scripts) assertLean(body.toString(), path);
  });

  test('what opening the picture loads', { timeout: 60_000 }, async () => {
    const more = [];
    page.on('response', (response) => {
      if (!response.fromCache()) more.push(response);
    });
    // The pointer comes first, as a reader's does.
    const handle = await page.evaluateHandle(() =>
      document.querySelector('galley-captioned-figure').shadowRoot.querySelector('[part=zoom-button]'),
    );
    await handle.click();
    await page.waitForFunction(() => {
      const image = document
        .querySelector('galley-captioned-figure')
        .shadowRoot.querySelector('dialog[open] img:not([alt=""])');
      return image?.complete && image.naturalWidth;
    });
    await page.waitForNetworkIdle({ idleTime: 500 });
    const loaded = await Promise.all(
      more.map(async (response) => [new URL(response.url()).pathname, await response.buffer()]),
    );
    assert.ok(loaded.some(([path]) => path.includes('/zoom-dialog-')));
    for (const [path, body] of loaded) if (path.endsWith('.js')) assertLean(body.toString(), path);
    within(
      `zoom: ${loaded.length} files more`,
      loaded.reduce((sum, [, body]) => sum + brotli(body), 0),
      BUDGET.zoom,
    );
    await page.close();
  });

  test('what the first slot loads as it comes near', { timeout: 60_000 }, async () => {
    const more = [];
    page = await browser.newPage();
    await page.goto(`${server.origin}/bytes/en`, { waitUntil: 'networkidle0' });
    page.on('response', (response) => more.push(response));
    await page.evaluate(async () => {
      const slot = document.querySelector('galley-advertisement-slot');
      slot.scrollIntoView();
      await slot.settled;
    });
    await page.waitForNetworkIdle({ idleTime: 500 });
    assert.match(await page.$eval('galley-advertisement-slot', (slot) => slot.state), /filled|viewable/);
    const loaded = await Promise.all(
      more
        .filter((response) => response.url().endsWith('.js'))
        .map(async (response) => [new URL(response.url()).pathname, await response.buffer()]),
    );
    assert.ok(loaded.some(([path]) => path.includes('/placement-')));
    for (const [path, body] of loaded) assertLean(body.toString(), path);
    within(
      `slot: ${loaded.length} files more`,
      loaded.reduce((sum, [, body]) => sum + brotli(body), 0),
      BUDGET.slot,
    );
    await page.close();
  });
});

// All that is more is the name of the button, in 21 languages: docs/decisions/0021.
for (const [lang, name] of [
  ['de', 'Bild 1 vergrößern'],
  ['ar', 'تكبير الصورة 1'],
])
  test(`the same page in another language: ${lang}`, { timeout: 60_000 }, async () => {
    const page = await browser.newPage();
    const loaded = await loadUntilIdle(page, `/bytes/${lang}`);
    assert.equal(
      await page.$eval(
        'galley-captioned-figure',
        (host) => host.shadowRoot.querySelector('[part=zoom-button]').ariaLabel,
      ),
      name,
    );
    const scripts = loaded.filter(([, type]) => type === 'text/javascript');
    for (const [path, , body] of scripts) assertLean(body.toString(), path);
    within(
      `page in ${lang}: ${scripts.length} scripts until idle`,
      scripts.reduce((sum, [, , body]) => sum + brotli(body), 0),
      BUDGET.pageInOtherLanguage,
    );
    await page.close();
  });

/** The file of each provider's adapter. `prebid-gpt` is `gpt` with what that imports later: the auction. */
const ADAPTERS = {
  house: 'house',
  iframe: 'iframe',
  prebid: 'header-bidding',
  gpt: 'google-publisher-tag',
  'prebid-gpt': 'google-publisher-tag',
};

const cdn = join(root, 'packages/elements/dist/cdn');

/** A file for a CDN with all that it imports, and what it imports later; each is sent, and compressed, alone. */
function imported(file, later, files = new Map()) {
  if (files.has(file)) return files;
  const text = readFileSync(join(cdn, file), 'utf8');
  files.set(file, text);
  const imports = later ? /(?:from|import|import\()"\.\/([^"]+)"/g : /(?:from|import)"\.\/([^"]+)"/g;
  for (const [, next] of text.matchAll(imports)) imported(next, later, files);
  return files;
}

/** What is loaded with files that `galley.js` leads to, by the beginning of their names. The folder can hold others, of an earlier build. */
function loadedFrom(names, later = false) {
  const known = [...imported('galley.js', true).keys()];
  const files = new Map();
  for (const name of names) {
    const [file, ...more] = known.filter((each) => each === `${name}.js` || each.startsWith(`${name}-`));
    assert.ok(file && !more.length, `${name}: ${file} ${more}`);
    imported(file, later, files);
  }
  return files;
}

// Each adapter has a budget of its own.
test('what the first slot loads before its adapter: with a consent platform, in any language', () => {
  const before = loadedFrom(['galley']);
  const languages = globSync('*.ts', { cwd: join(root, 'packages/core/src/languages') })
    .map((file) => file.slice(0, -3))
    .filter((language) => language !== 'en');
  assert.equal(languages.length, 20);
  for (const platform of ['tcf', 'gpp']) {
    const bytes = languages.map((language) =>
      [...loadedFrom(['placement', platform, language])]
        .filter(([file]) => !before.has(file))
        .reduce((sum, [, text]) => sum + brotli(text), 0),
    );
    within(
      `slot: ${platform}, ${languages[bytes.indexOf(Math.max(...bytes))]}, no adapter`,
      Math.max(...bytes),
      BUDGET.slot,
    );
  }
});

for (const [provider, name] of Object.entries(ADAPTERS))
  test(`the adapter of ${provider}, with all that it loads`, () => {
    const before = loadedFrom(['galley', 'placement']);
    const loaded = [...loadedFrom([name], provider === 'prebid-gpt')].filter(([file]) => !before.has(file));
    const text = loaded.map(([, each]) => each).join('');
    assert.equal(text.includes('requestBids'), provider.startsWith('prebid'), 'it holds an auction');
    within(
      `adapter: ${provider}, ${loaded.length} files`,
      loaded.reduce((sum, [, each]) => sum + brotli(each), 0),
      BUDGET.adapter,
    );
  });

describe('an element alone, from its define.js', () => {
  for (const name of packages) {
    test(name, { timeout: 60_000 }, async () => {
      const { atOnce, all } = await bundle(`import '@galley/${name}/define.js'`);
      assert.ok(atOnce.join('').includes(`galley-${name}`), 'the bundle does not define it');
      for (const text of atOnce) assertLean(text.toString(), name);
      for (const text of all)
        assert.deepEqual(
          mistakes.filter((mistake) => text.toString().replaceAll('\\', '').includes(mistake)),
          [],
        );
      within(
        name,
        atOnce.reduce((sum, text) => sum + brotli(text), 0),
        BUDGET.element,
      );
    });
  }

  test('there are six at least', () => assert.ok(packages.length >= 6));
});

test('importing a class alone takes no other element with it', { timeout: 60_000 }, async () => {
  const { atOnce } = await bundle(
    `import { GalleyTimestamp } from '@galley/elements'; export default GalleyTimestamp.version`,
  );
  const text = atOnce.join('');
  assert.ok(text.includes('relative-until'));
  for (const tag of packages) assert.ok(!text.includes(`"galley-${tag}"`), `it registers galley-${tag}`);
  assert.ok(!text.includes('largeSizes'), 'the advertisement slot is in the bundle');
});
