// What the plugin finds: nothing in the newsroom and the stories, each mistake that is planted there, and what the manifest says.
//   node --test "packages/html-validate/test/*.test.mjs", after a build
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import plugin from '@galley/html-validate';
import { DynamicValue, esmResolver, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { generate } from '../../../scripts/build-html-validate.mjs';
import { readStories } from '../../../scripts/stories.mjs';
import { parseMoment } from '../../timestamp/dist/moment.js';
import { createPlugin } from '../dist/plugin.js';
import { planted } from './planted.mjs';

const root = join(import.meta.dirname, '..', '..', '..');
const newsroom = join(root, 'apps/newsroom');
const manifest = () => JSON.parse(readFileSync(join(root, 'packages/elements/custom-elements.json'), 'utf8'));

/** As in a page's .htmlvalidate.json. */
const config = {
  root: true,
  plugins: ['@galley/html-validate'],
  extends: ['html-validate:recommended', 'html-validate:prettier', '@galley/html-validate:recommended'],
  // With the newspaper's name, the headlines are longer.
  rules: { 'long-title': 'off' },
};
const validator = (changes) =>
  new HtmlValidate(new StaticConfigLoader([esmResolver()], { ...config, ...changes }));
const pages = validator();
/** Without html-validate's own recommendations. */
const alone = validator({ extends: ['@galley/html-validate:recommended'] });
/** A part of a page may begin with any heading. */
const parts = validator({ rules: { 'heading-level': ['error', { minInitialRank: 'any' }] } });

async function find(html, by = parts) {
  const { results } = await by.validateString(html);
  return results.flatMap(({ messages }) => messages);
}
const brief = ({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`;
const rules = (messages) => messages.map(({ ruleId }) => ruleId);

describe('what is right is clean', () => {
  const files = globSync('{,dist/}*.html', { cwd: newsroom }).sort();
  test('the pages are there', () => assert.ok(files.length >= 16, 'build first'));

  for (const file of files) {
    test(`newsroom/${file}`, async () => {
      const html = readFileSync(join(newsroom, file), 'utf8');
      assert.deepEqual((await find(html, pages)).map(brief), []);
    });
  }

  /** Wrong on purpose. */
  const wrong = {
    'captioned-figure--caption-alone': ['galley/credit'],
    'timestamp--invalid-datetime': ['galley/datetime'],
  };
  test('the stories, but for those that are wrong on purpose', async () => {
    const found = {};
    const stories = await readStories();
    assert.ok(stories.length > 90);
    for (const { id, html } of stories) {
      const messages = await find(html);
      if (messages.length) found[id] = rules(messages);
    }
    assert.deepEqual(found, wrong);
  });
});

describe('what is planted in the newsroom is found, and nothing else', () => {
  test('there are thirty at least, and each rule has one', () => {
    assert.ok(planted.length >= 30);
    const without = Object.keys(plugin.rules).filter((name) => !planted.some(({ rule }) => rule === name));
    assert.deepEqual(without, []);
  });

  for (const { name, page, replace, rule, says, at, also } of planted) {
    test(name, async () => {
      const clean = readFileSync(join(newsroom, `${page}.html`), 'utf8');
      const html = clean.replace(...replace);
      assert.notEqual(html, clean, 'nothing is planted');
      const messages = await find(html, pages);
      const [found, ...others] = messages.filter(({ ruleId }) => ruleId === rule);
      assert.ok(found, messages.map(brief).join('\n'));
      assert.deepEqual(others, []);
      assert.deepEqual(messages.filter(({ ruleId }) => ruleId !== rule && ruleId !== also).map(brief), []);
      const strictly = rules(await find(html, alone));
      assert.ok(
        strictly.includes(rule) && strictly.every((each) => each === rule || each === also),
        strictly.join(),
      );
      assert.match(found.message, says);
      assert.equal(found.line, lineOf(html, at));
    });
  }

  /** The line of a text: the first, or the nearest before or after another. */
  function lineOf(html, at) {
    const { text = at, before, after } = at;
    const index = before
      ? html.lastIndexOf(text, html.indexOf(before))
      : html.indexOf(text, html.indexOf(after));
    assert.ok(index > 0);
    return html.slice(0, index).split('\n').length;
  }
});

describe('the manifest', () => {
  const figure = (attributes) =>
    `<galley-captioned-figure ${attributes}><figure><img src="a.jpg" alt="A boat." width="2" height="1"><figcaption>Boats. <small data-part="credit">A. Photographer</small></figcaption></figure></galley-captioned-figure>`;
  const elements = (of) =>
    of.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  const withManifest = (of) => {
    const galley = createPlugin(generate(of));
    return new HtmlValidate({
      root: true,
      plugins: [galley],
      extends: ['html-validate:recommended', '@galley/html-validate:recommended'],
    });
  };

  test('every value of every attribute is allowed, in the text of the manifest, and no other', async () => {
    let unions = 0;
    for (const { tagName, attributes } of elements(manifest())) {
      for (const { name, type } of attributes) {
        const written = [...type.text.matchAll(/'([^']*)'/g)].map(([, value]) => value);
        const wrong = written.length ? 'nonsense' : type.text === 'boolean' ? 'false' : undefined;
        const check = async (value) => {
          const messages = await find(`<${tagName} ${name}="${value}"></${tagName}>`);
          return messages.some(({ ruleId }) => ruleId === 'attribute-allowed-values');
        };
        for (const value of written) assert.equal(await check(value), false, `${tagName} ${name}=${value}`);
        if (wrong) assert.equal(await check(wrong), true, `${tagName} ${name}=${wrong}`);
        if (written.length) unions++;
      }
    }
    assert.ok(unions >= 10);
  });

  test('a value that is added to it is allowed, and one that is taken away is not', async () => {
    const changed = manifest();
    const { attributes } = elements(changed).find(({ tagName }) => tagName === 'galley-captioned-figure');
    const layout = attributes.find(({ name }) => name === 'layout');
    assert.deepEqual(rules(await find(figure('layout="poster"'))), ['attribute-allowed-values']);
    layout.type.text = layout.type.text.replace("'wide'", "'poster'");
    const by = withManifest(changed);
    assert.deepEqual(await find(figure('layout="poster"'), by), []);
    assert.deepEqual(rules(await find(figure('layout="wide"'), by)), ['attribute-allowed-values']);
  });

  test('a part that is added to it is known', async () => {
    const html = figure('').replace('Boats.', '<span data-part="place">Ostrey.</span>');
    assert.deepEqual(rules(await find(html)), ['galley/known-part']);
    const changed = manifest();
    elements(changed)
      .find(({ tagName }) => tagName === 'galley-captioned-figure')
      .lightParts.push({ name: 'place' });
    assert.deepEqual(await find(html, withManifest(changed)), []);
  });

  test('what is built is what it says now', async () => {
    const { metadata, parts } = await import('../dist/elements.js');
    assert.deepEqual({ metadata, parts }, generate(manifest()));
  });
});

describe('a rule and its borders', () => {
  const clean = async (html) => assert.deepEqual((await find(html)).map(brief), []);

  test('a date is one where galley-timestamp takes it for one', async () => {
    for (const datetime of [
      '2026-11-22',
      '2026-11-22T09:30Z',
      '2026-11-22 09:30Z',
      '2026-11-22T09:30:00.5+01:00',
      '2026-11-22T09:30:00-0100',
      '2024-02-29',
      '2026-02-29',
      '2026-13-01',
      '2026-11-22Z',
      '2026-11-22T09:30',
      '2026-11-22T25:30Z',
      '2026-11-22T09:61Z',
      '2026-11-22Tnoon',
      '2026-11-22TnoonZ',
      '22 November 2026',
      '2026',
      'yesterday',
    ]) {
      const messages = await find(
        `<galley-timestamp><time datetime="${datetime}">22 November 2026</time></galley-timestamp>`,
      );
      assert.deepEqual(rules(messages), isNaN(parseMoment(datetime)[0]) ? ['galley/datetime'] : [], datetime);
    }
  });

  test('an empty datetime is none', async () => {
    const [found] = await find(
      '<galley-timestamp><time datetime="">22 November 2026</time></galley-timestamp>',
    );
    assert.match(found.message, /has no datetime/);
  });

  test('further links of a story stand in related', () =>
    clean(
      '<galley-related-story-link><h3><a href="/a">A</a></h3><ul data-part="related"><li><a href="/b">B</a></li></ul></galley-related-story-link>',
    ));

  test('a ratio reserves the place, and none does not', async () => {
    const figure = (ratio) =>
      `<galley-captioned-figure ratio="${ratio}"><figure><img src="a.jpg" alt="A boat."></figure></galley-captioned-figure>`;
    await clean(figure('3:2'));
    assert.deepEqual(rules(await find(figure('none'))), ['galley/picture-size']);
  });

  test('a picture that decorates, without caption, has an empty alt', () =>
    clean(
      '<galley-captioned-figure><figure><img src="a.jpg" alt="" width="2" height="1"></figure></galley-captioned-figure>',
    ));

  test('the label of a headline block may be a heading', () =>
    clean(
      '<galley-headline-block><galley-section-label><h2>Coast</h2></galley-section-label><h2>Boats return</h2></galley-headline-block>',
    ));

  test('a refresh every thirty seconds', () =>
    clean('<galley-advertisement-slot refresh-interval="30"></galley-advertisement-slot>'));

  test('a part of something else is nobody’s', () => clean('<p data-part="anything">A</p>'));

  test('a part in an element inside another is known where either knows it', () =>
    clean(
      '<galley-headline-block><h1>A</h1><galley-timestamp><time data-part="updated" datetime="2026-11-22">22 November 2026</time></galley-timestamp></galley-headline-block>',
    ));

  test('one element is excused by a comment', () =>
    clean(`<!-- [html-validate-disable-next galley/one-time -- lost in the archive] -->
<galley-timestamp>Once</galley-timestamp>
<galley-headline-block><h1>A</h1></galley-headline-block>`));

  test('what a template fills in is not judged', async () => {
    const data =
      '<galley-advertisement-slot :sizes="all" :refresh-interval="often"></galley-advertisement-slot><galley-timestamp :mode="how"><time :datetime="then">22 November 2026</time></galley-timestamp><galley-captioned-figure :ratio="shape"><figure><img src="a.jpg" :alt="words"></figure></galley-captioned-figure>';
    const source = { data, filename: 'page.html', line: 1, column: 1, offset: 0 };
    const hooks = {
      *processAttribute({ key, value, ...rest }) {
        if (key.startsWith(':'))
          yield { ...rest, key: key.slice(1), value: new DynamicValue(value), originalAttribute: key };
        else yield { ...rest, key, value };
      },
    };
    const { results } = await parts.validateSource({ ...source, hooks });
    assert.deepEqual(results.flatMap(({ messages }) => messages).map(brief), []);
  });

  test('plain HTML is as strict as it was', async () => {
    const messages = await find(
      '<figure><img src="a.jpg" alt="A"><div><figcaption>A</figcaption></div></figure><aside>A</aside><aside>B</aside><nav role="navigation" aria-label="A"></nav>',
    );
    assert.deepEqual(rules(messages).sort(), [
      'element-permitted-content',
      'no-redundant-role',
      'unique-landmark',
      'unique-landmark',
    ]);
  });

  test('what stands in a paragraph holds no block', async () => {
    const messages = await find('<p><galley-headline-block><h1>A</h1></galley-headline-block></p>', parts);
    assert.ok(messages.length > 0);
  });
});

test('every rule says what it asks for', async () => {
  for (const rule of Object.keys(plugin.rules)) {
    const { description } = await parts.getContextualDocumentation({ ruleId: rule });
    assert.match(description, /^[A-Z].*\.$/, rule);
  }
});

test('the command finds a mistake, with the configuration of the README', { timeout: 60_000 }, () => {
  const readme = readFileSync(join(root, 'packages/html-validate/README.md'), 'utf8');
  const [, json] = /```json\n([^]*?)```/.exec(readme);
  const folder = mkdtempSync(join(tmpdir(), 'galley-'));
  const require = createRequire(import.meta.url);
  const command = join(dirname(require.resolve('html-validate/package.json')), 'bin/html-validate.mjs');
  const run = (html) => {
    writeFileSync(join(folder, 'page.html'), html);
    return spawnSync(process.execPath, [command, 'page.html'], { cwd: folder, encoding: 'utf8' });
  };
  try {
    writeFileSync(join(folder, '.htmlvalidate.json'), json);
    const link = '<galley-related-story-link><a href="/a">A</a></galley-related-story-link>\n';
    const right = run(link);
    assert.equal(right.status, 0, right.stdout + right.stderr);
    const wrong = run(link.replace('<a', '<a href="/b">B</a> <a'));
    assert.equal(wrong.status, 1);
    assert.match(wrong.stdout, /The story has two links.*galley\/one-link/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
