// The strict policy of the published contract, sent as a header: every story and every page of the newsroom runs under it without a
// violation. So does a page with a second copy of Lit and Galley: the first definition of a tag wins, and all elements go on working.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { readElements } from '../manifests.mjs';
import { readStories } from '../stories.mjs';
import { launch, newsroomPages, POLICY, root, SCRIPT, serveAll, staticPage } from './pages.mjs';

const COPIES = join(root, '.cache/strict');
const ANOTHER = '9.9.9-another';
const TAGS = readElements().map(({ tagName }) => tagName);

const stories = await readStories();
const ALL = stories.map(({ html }) => html).join('\n');

const ago = (hours, id) => {
  const at = new Date(Date.now() - hours * 3_600_000).toISOString();
  return `<p>Updated <galley-timestamp id="${id}" mode="relative"><time datetime="${at}">Some day in the year ${at.slice(0, 4)}, 09:30 GMT</time></galley-timestamp></p>`;
};
const HERE = ago(2, 'here');
const EACH = TAGS.map((tag) => `<${tag}></${tag}>`).join('');

/** A module of its own for each order in which copies may come, and the copies beside it. */
const ORDERS = {
  'cdn-second': ['/elements/cdn/galley.js', '/copies/second.js'],
  'second-cdn': ['/copies/second.js', '/elements/cdn/galley.js'],
  'cdn-lit': ['/elements/cdn/galley.js', '/copies/lit.js'],
  'cdn-lit-second': ['/elements/cdn/galley.js', '/copies/lit.js', '/copies/second.js'],
  'cdn-another': ['/elements/cdn/galley.js', '/copies/another.js'],
  'second-another': ['/copies/second.js', '/copies/another.js'],
};

const bundle = (name, contents, options) =>
  build({
    stdin: { contents, resolveDir: join(root, 'packages/elements'), sourcefile: `${name}.js` },
    outfile: join(COPIES, `${name}.js`),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    conditions: ['production'],
    logLevel: 'error',
    ...options,
  });

/** Gives a bundle another version than the one here. */
const versioned = {
  name: 'versioned',
  setup({ onLoad }) {
    onLoad({ filter: /packages[\\/][\w-]+[\\/]dist[\\/][\w-]+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/(static version = )'[^']+'/, `$1'${ANOTHER}'`), loader: 'js' };
    });
  },
};

let browser, server, withoutDuplicates;
before(
  async () => {
    await rm(COPIES, { recursive: true, force: true });
    await mkdir(COPIES, { recursive: true });
    await Promise.all([
      // The page's own Lit, whole: ReactiveElement, lit-html and LitElement.
      bundle('lit', `export * from 'lit';`),
      bundle('second', `export * from 'lit'; export { GalleyTimestamp } from '@galley/timestamp/define.js';`),
      bundle('another', `export * from '@galley/elements/define.js';`, {
        conditions: ['development'],
        minify: false,
        plugins: [versioned],
      }),
      ...Object.entries(ORDERS).map(([name, modules]) =>
        bundle(
          `page-${name}`,
          `${modules.map((path, i) => `import * as copy${i} from '${path}';`).join('')}globalThis.copies = [${modules.map((_, i) => `copy${i}`)}];`,
          { external: modules },
        ),
      ),
    ]);
    browser = await launch();
    server = await strictServer(POLICY);
    withoutDuplicates = await strictServer(POLICY.replace(" 'allow-duplicates'", ''));
  },
  { timeout: 60_000 },
);
after(async () => {
  await browser?.close();
  await server?.close();
  await withoutDuplicates?.close();
  await rm(COPIES, { recursive: true, force: true });
});

const strictServer = (policy) =>
  serveAll({
    headers: { 'content-security-policy': policy },
    folders: { '/copies/': COPIES },
    page({ pathname }) {
      if (pathname === '/all') return staticPage(ALL + HERE, { head: SCRIPT });
      if (pathname === '/inline')
        return staticPage('<p style="color: red">Red</p>', {
          head: '<script>document.title = "ran"</script>',
        });
      const order = /^\/copies-of\/([\w-]+)$/.exec(pathname)?.[1];
      if (order)
        return staticPage(HERE + EACH, {
          head: `<script type="module" src="/copies/page-${order}.js"></script>`,
        });
      return undefined;
    },
  });

/** Visits a page and gives what it says: violations of the policy, errors, what is on the console. */
async function visit(path, use, { from = server, allow = [] } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const report = [];
  const warnings = [];
  try {
    page.on('pageerror', (error) => report.push(`uncaught: ${error}`));
    page.on('console', (message) => {
      const [type, text] = [message.type(), message.text()];
      // A picture that does not load is one of the stories; an icon the static pages have none.
      const isMissing =
        text.startsWith('Failed to load resource') &&
        /\/(missing\.jpg|favicon\.ico)$/.test(message.location().url);
      if (isMissing || !['error', 'warn'].includes(type)) return;
      if (type === 'warn') warnings.push(text);
      if (!allow.some((pattern) => pattern.test(text))) report.push(`${type}: ${text}`);
    });
    await page.evaluateOnNewDocument(() => {
      globalThis.violations = [];
      addEventListener(
        'securitypolicyviolation',
        ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) =>
          globalThis.violations.push(
            `violation: ${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`,
          ),
        true,
      );
    });
    const response = await page.goto(from.origin + path, { waitUntil: 'networkidle0' });
    assert.ok(response.headers()['content-security-policy'].includes('require-trusted-types-for'));
    await page.evaluate(async () => {
      const hosts = [...document.querySelectorAll(':not(:defined)')];
      const inTime = new Promise((resolve) => setTimeout(resolve, 5000));
      await Promise.race([
        inTime,
        Promise.all(hosts.map(({ localName }) => customElements.whenDefined(localName))),
      ]);
      for (const host of document.querySelectorAll(':defined')) await host.updateComplete;
      // Sizes and sights are observed in the frames to come.
      for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    const result = await use(page, warnings);
    report.push(...(await page.evaluate(() => globalThis.violations)));
    return { report, result, warnings };
  } finally {
    await context.close();
  }
}

/** The elements of a page that are not upgraded, and what its relative times show. */
const upgrade = () => {
  const generated = (host) => host.shadowRoot?.querySelector('[part=text]')?.textContent ?? '';
  return {
    elements: [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('galley-'))
      .length,
    inert: [...document.querySelectorAll(':not(:defined)')].map(({ localName }) => localName),
    relative: [...document.querySelectorAll('galley-timestamp[mode=relative]')]
      .filter((host) => /^\d{4}-/.test(host.querySelector('time')?.dateTime))
      // A language that no browser has: the author's text stays.
      .filter((host) => !host.closest('[lang=ang]'))
      .map((host) => ({
        text: generated(host),
        shown: host.shadowRoot?.querySelector('[part=text]').checkVisibility(),
      })),
    here: document.querySelector('#here') && generated(document.querySelector('#here')),
  };
};

test('the policy is in force, and a violation is seen', { timeout: 60_000 }, async () => {
  const { report, result } = await visit('/inline', (page) => page.title());
  assert.equal(result, 'A page');
  for (const expected of ['violation: script-src-elem inline', 'violation: style-src-attr inline', 'error: '])
    assert.ok(
      report.some((line) => line.startsWith(expected)),
      `${expected} in\n${report.join('\n')}`,
    );
});

test('every story at once', { timeout: 60_000 }, async () => {
  const { report, result } = await visit('/all', (page) => page.evaluate(upgrade));
  assert.deepEqual(report, []);
  assert.ok(result.elements >= stories.length);
  assert.deepEqual(result.inert, []);
  assert.equal(result.here, '2 hours ago');
  assert.ok(result.relative.length >= 4);
  assert.deepEqual(
    result.relative.filter(({ text, shown }) => !text || !shown),
    [],
  );
});

for (const file of newsroomPages) {
  test(`newsroom ${file}`, { timeout: 60_000 }, async () => {
    const { report, result } = await visit(`/${file}`, (page) => page.evaluate(upgrade));
    assert.deepEqual(report, []);
    assert.deepEqual(result.inert, []);
    assert.deepEqual(
      result.relative.filter(({ text, shown }) => !text || !shown),
      [],
    );
    if (file !== 'authors.html')
      assert.ok(
        result.elements > 3 && result.relative.length,
        `${result.elements} elements, ${result.relative.length} times`,
      );
  });
}

test('every cover, disclosure and story link of all stories, used', { timeout: 60_000 }, async () => {
  const { report, result } = await visit('/all', (page) =>
    page.evaluate(async () => {
      const used = [
        ...document.querySelectorAll(
          'summary, galley-captioned-figure button, galley-advertisement-slot button',
        ),
      ];
      for (const each of used) each.click();
      for (const host of document.querySelectorAll('*')) await host.updateComplete;
      await new Promise((resolve) => setTimeout(resolve, 500));
      return used.length;
    }),
  );
  assert.ok(result >= 3);
  assert.deepEqual(report, []);
});

describe('copies', () => {
  /** Which copy defined each tag, and whether elements of either kind work: the one in the HTML, and one that script makes. */
  const inspect = async () => {
    // A text comes in the frames after its cause; its code may still have to be loaded.
    const until = async (expected) => {
      for (let i = 0; i < 60 && ![here, made].every((host) => text(host) === expected); i++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      return [text(here), text(made)];
    };
    const text = (host) => host.shadowRoot?.querySelector('[part=text]')?.textContent;
    const here = document.querySelector('#here');
    const later = here.parentElement.cloneNode(true);
    document.body.append(later);
    const [made] = later.children;
    const before = await until('2 hours ago');
    for (const host of [here, made]) {
      host.querySelector('time').dateTime = new Date(Date.now() - 3 * 3_600_000).toISOString();
    }
    return {
      before,
      after: await until('3 hours ago'),
      // Which of the copies that bring the class the tag has: the file for a CDN brings none.
      classes: globalThis.copies.map(({ GalleyTimestamp }) =>
        GalleyTimestamp ? GalleyTimestamp === customElements.get('galley-timestamp') : null,
      ),
      inert: document.querySelectorAll(':not(:defined)').length,
      versions: globalThis.litHtmlVersions?.length,
    };
  };
  const works = { before: ['2 hours ago', '2 hours ago'], after: ['3 hours ago', '3 hours ago'], inert: 0 };

  for (const [order, classes] of Object.entries({
    'cdn-second': [null, false],
    'second-cdn': [true, null],
  })) {
    test(`${order}: the first definition wins and works`, { timeout: 60_000 }, async () => {
      const { report, result } = await visit(`/copies-of/${order}`, (page) => page.evaluate(inspect));
      assert.deepEqual(report, []);
      const { versions, ...rest } = result;
      assert.deepEqual(rest, { ...works, classes });
      assert.ok(versions >= 1, 'the page has no lit-html: the copy is no copy');
    });
  }

  test('three copies of Lit, two of them with lit-html', { timeout: 60_000 }, async () => {
    const { report, result } = await visit('/copies-of/cdn-lit-second', (page) => page.evaluate(inspect));
    assert.deepEqual(report, []);
    assert.deepEqual(result, { ...works, classes: [null, null, false], versions: 2 });
  });

  test(
    "one copy of lit-html works without 'allow-duplicates'; a second does not",
    { timeout: 60_000 },
    async () => {
      const from = withoutDuplicates;
      const one = await visit('/copies-of/cdn-lit', (page) => page.evaluate(inspect), { from });
      assert.deepEqual(one.report, []);
      assert.deepEqual(one.result, { ...works, classes: [null, null], versions: 1 });
      // Why the contract names it.
      const two = await visit('/copies-of/cdn-lit-second', () => undefined, { from });
      assert.match(two.report.join('\n'), /violation: trusted-types|Policy with name "lit-html"/);
    },
  );

  for (const [order, tags] of Object.entries({
    'cdn-another': TAGS,
    'second-another': ['galley-timestamp'],
  })) {
    test(`${order}: two versions are named once for each tag`, { timeout: 60_000 }, async () => {
      const { report, result, warnings } = await visit(
        `/copies-of/${order}`,
        (page) => page.evaluate(inspect),
        {
          // Lit's own, and mistakes in the empty elements of this page.
          allow: [
            /Lit is in dev mode/,
            /Multiple versions of Lit/,
            /^<galley-[\w-]+>: /,
            /is defined already, by version/,
          ],
        },
      );
      assert.deepEqual(report, []);
      assert.deepEqual(result.classes, [order.startsWith('cdn') ? null : true, false]);
      assert.deepEqual([result.before, result.after, result.inert], [works.before, works.after, 0]);
      const said = warnings.filter((text) => text.includes('is defined already'));
      assert.deepEqual(said.map((text) => /^<([\w-]+)>/.exec(text)?.[1]).sort(), tags);
      for (const text of said) {
        assert.ok(text.includes(`version ${ANOTHER} is not used`), text);
        assert.match(text, /by version \d+\.\d+\.\d+/);
      }
    });
  }

  test('the copies have what they are meant to have', { timeout: 60_000 }, () => {
    assert.equal(globSync('*.js', { cwd: COPIES }).length, 3 + Object.keys(ORDERS).length);
    assert.ok(TAGS.length >= 6);
  });
});
