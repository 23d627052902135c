// Every article of the newsroom: what is read of it against what its source says, found there without a DOM; what the built page says; and
// the command.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { newsArticle, readArticle } from '@galley/structured-data';
import { JSDOM } from 'jsdom';
import { doms } from './doms.mjs';
import { ARTICLE, IMAGE, check } from './google.mjs';

const newsroom = join(import.meta.dirname, '../../../apps/newsroom');
const pages = globSync('*.html', { cwd: newsroom })
  .sort()
  .map((file) => ({ file, html: readFileSync(join(newsroom, file), 'utf8') }));
const articles = pages.filter(({ html }) => html.includes('<article class="story'));
const addressOf = (file) => `https://courier.example/${file}`;

const text = (html) =>
  html
    .replaceAll(/<[^>]*>|&shy;/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
const first = (html, pattern) => pattern.exec(html)?.[1];
const matches = (html, pattern) => [...html.matchAll(pattern)].map(([, found]) => found);

const builtPage = (file) => readFileSync(join(newsroom, 'dist', file), 'utf8');

/** The structured data in the head of a built page. */
function dataOf(file) {
  const { document } = new JSDOM(builtPage(file)).window;
  const scripts = document.querySelectorAll('script[type="application/ld+json"]');
  assert.equal(scripts.length, 1, `${file}: build the newsroom`);
  assert.equal(scripts[0].parentElement, document.head);
  return JSON.parse(scripts[0].textContent);
}

/** What an article's source says. Names and dek stand in the page's head too. */
function expected(html) {
  const story = first(html, /<article class="story[^>]*>([^]*?)<\/article>/);
  const head = first(story, /<galley-headline-block[^>]*>([^]*?)<\/galley-headline-block>/);
  const day = (mark) => first(head, new RegExp(`data-part="${mark}"[^]*?datetime="([^"]*)"`));
  return {
    language: first(html, /<html lang="([^"]*)"/),
    section: text(first(head, /<galley-section-label[^>]*>\s*<a[^>]*>([^]*?)<\/a/)),
    headline: text(first(head, /<h1>\s*(?:<span data-part="status">[^<]*<\/span>)?([^]*?)<\/h1>/)),
    title: text(first(html, /<title>([^]*?)<\/title>/)).replace(/ \| The Ostrey Courier$/, ''),
    dek: first(html, /<meta\s+name="description"\s+content="([^"]*)"/),
    authors: first(html, /<meta name="author" content="([^"]*)"/).split(', '),
    profiles: matches(head, /rel="author"\s+href="([^"]*)"/g).map((path) => `https://courier.example${path}`),
    published: day('published'),
    updated: day('corrected') || day('updated'),
    figures: matches(story, /<galley-captioned-figure[^>]*>([^]*?)<\/galley-captioned-figure>/g).map(
      (figure) => {
        const widths = [...figure.matchAll(/(\/photos\/\S+) +(\d+)w/g)];
        const [, largest = first(figure, /poster="([^"]*)"/), width] =
          widths.sort(([, , one], [, , other]) => other - one)[0] ?? [];
        return {
          alt: first(figure, /alt="([^"]*)"/),
          caption: text(
            first(figure, /<figcaption>([^]*?)<\/figcaption/).replaceAll(
              /<(small|summary)[^]*?<\/\1\s*>/g,
              '',
            ),
          ),
          credit: text(first(figure, /<small data-part="credit"\s*>([^]*?)<\/small/)),
          covered: figure.includes('data-part="cover"'),
          largest: largest && `https://courier.example${largest}`,
          width: width && `${width} px`,
        };
      },
    ),
    related: matches(story, /<galley-related-story-link[^>]*>[^]*?href="([^"]*)"/g).map(
      (path) => `https://courier.example${path}`,
    ),
  };
}

test('the newsroom has six articles', () => {
  assert.deepEqual(
    articles.map(({ file }) => basename(file, '.html')),
    ['harbour', 'opinion', 'river-war', 'tide-live', 'verwaltung-de', 'water-ar'],
  );
});

for (const { file, html } of pages) {
  test(`${file}: two DOMs read the same`, () => {
    const [one, other] = Object.values(doms).map((parse) =>
      readArticle(parse(html), { url: addressOf(file) }),
    );
    assert.deepEqual(one, other);
  });
}

for (const { file, html } of articles) {
  describe(file, () => {
    const source = expected(html);
    const article = readArticle(doms.linkedom(html), { url: addressOf(file) });
    const data = newsArticle(article, { url: addressOf(file), publisher: { name: 'The Ostrey Courier' } });

    test('headline, dek, section and language', () => {
      assert.ok(source.headline && source.dek && source.section);
      assert.equal(source.headline, source.title, 'the source agrees with its head');
      assert.equal(data.headline, source.headline);
      assert.equal(data.description, source.dek);
      assert.equal(data.articleSection, source.section);
      assert.equal(data.inLanguage, source.language);
    });

    test('authors and their pages', () => {
      assert.deepEqual(
        data.author.map(({ name }) => name),
        source.authors,
      );
      assert.deepEqual(
        data.author.map((author) => author.url),
        source.profiles,
      );
    });

    test('times', () => {
      assert.ok(source.published);
      assert.equal(data.datePublished, source.published);
      assert.equal(data.dateModified, source.updated);
    });

    test('figures, captions and credits', () => {
      assert.ok(source.figures.length);
      assert.deepEqual(
        article.figures.map(({ alt, caption, credit, covered }) => ({ alt, caption, credit, covered })),
        source.figures.map(({ alt, caption, credit, covered }) => ({ alt, caption, credit, covered })),
      );
      assert.deepEqual(
        data.image.map((image) => [image.url, image.width, image.creditText]),
        source.figures
          .filter(({ covered, largest }) => !covered && largest)
          .map(({ largest, width, credit }) => [largest, width, credit]),
      );
    });

    test('related links in the article', () => {
      assert.deepEqual(
        article.related.map(({ href }) => href),
        source.related,
      );
    });

    const unsaid = source.updated ? [] : ['dateModified'];
    test('all that Google recommends and the article says', () => {
      assert.deepEqual(check(data, ARTICLE), { wrong: [], missing: unsaid });
      for (const image of data.image)
        assert.deepEqual(check(image, IMAGE), { wrong: [], missing: ['acquireLicensePage'] });
    });

    test('the built page says the same in its head, with what the newsroom knows besides', () => {
      const built = dataOf(file);
      assert.deepEqual(check(built, ARTICLE), { wrong: [], missing: unsaid });
      for (const image of built.image) {
        // The photographs are in the public domain: nobody sells a licence.
        assert.deepEqual(check(image, IMAGE), { wrong: [], missing: ['acquireLicensePage'] });
        // Names are written as the credit has them; in Arabic the credit has them in its own letters.
        const { creator, creditText } = image;
        assert.ok(
          source.language === 'ar' || creditText.includes(creator.name),
          `${creditText}: ${creator.name}`,
        );
      }
      assert.deepEqual(built.publisher, {
        '@type': 'Organization',
        name: 'The Ostrey Courier',
        url: 'https://courier.example/',
        logo: { '@type': 'ImageObject', url: 'https://courier.example/icon.svg' },
      });
      const plain = built.image.map(({ creator, ...image }) => creator && image);
      assert.deepEqual({ ...built, image: plain, publisher: data.publisher }, data);
    });

    test('its addresses are those of pages and files of the built site', () => {
      const { image, author, publisher } = dataOf(file);
      for (const address of [
        ...image.map(({ contentUrl }) => contentUrl),
        ...author.map((each) => each.url),
        publisher.logo.url,
      ]) {
        const { pathname, hash } = new URL(address);
        const served = join(newsroom, 'dist', pathname);
        assert.ok(existsSync(served), `${address} is not in the built site`);
        if (hash) assert.ok(readFileSync(served, 'utf8').includes(`id="${hash.slice(1)}"`), address);
      }
    });
  });
}

test('a page that is not about one article has no structured data', () => {
  const others = pages.filter(({ file }) => !articles.some((article) => article.file === file));
  assert.deepEqual(
    others.map(({ file }) => file),
    ['authors.html', 'briefs.html', 'index.html'],
  );
  for (const { file } of others) assert.doesNotMatch(builtPage(file), /ld\+json/, file);
});

test('briefs, each read as an article of its own', () => {
  const { html } = pages.find(({ file }) => file === 'briefs.html');
  for (const [name, parse] of Object.entries(doms)) {
    const found = [...parse(html).querySelectorAll('article')].map((root) => readArticle(root));
    assert.deepEqual(
      found.map(({ headline, published, section }) => [headline, published, section.text]),
      matches(html, /<article class="brief"[^>]*>([^]*?)<\/article>/g).map((brief) => [
        text(first(brief, /<h2>([^]*?)<\/h2>/)),
        first(brief, /datetime="([^"]*)"/),
        text(first(brief, /<galley-section-label>([^]*?)</)),
      ]),
      name,
    );
    assert.equal(found.length, 5);
  }
});

describe('galley-jsonld', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-jsonld-'));
  after(() => rmSync(folder, { recursive: true }));
  const { bin } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  const cli = join(import.meta.dirname, '..', bin['galley-jsonld']);
  const run = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const save = (name, html) => {
    writeFileSync(join(folder, name), html);
    return name;
  };
  const dataIn = (stdout) =>
    JSON.parse(first(stdout, /^<script type="application\/ld\+json">([^<]*)<\/script>\n$/));

  for (const { file, html } of articles) {
    test(`prints the script element of ${file}`, () => {
      const url = addressOf(file);
      const { status, stdout, stderr } = run(
        join(newsroom, file),
        '--url',
        url,
        '--publisher',
        'The Ostrey Courier',
      );
      assert.deepEqual([status, stderr], [0, '']);
      const article = readArticle(doms.jsdom(html), { url });
      assert.deepEqual(
        dataIn(stdout),
        newsArticle(article, { url, publisher: { name: 'The Ostrey Courier' } }),
      );
    });
  }

  const story = (head) =>
    `<!doctype html><html lang="en"><head>${head}</head><body><galley-headline-block><h1>A &lt;/script&gt;</h1><a data-part="author" href="/a">A</a></galley-headline-block></body></html>`;

  test('a name given on the command line cannot end the script', () => {
    const hostile = '</script><script>alert(1)</script>';
    const { stdout } = run(save('p.html', story('')), '--publisher', hostile);
    assert.equal(dataIn(stdout).publisher.name, hostile);
  });

  test('without --url: the canonical address, else none and a line that says so', () => {
    const canonical = run(save('c.html', story('<link rel="canonical" href="https://courier.example/c">')));
    assert.deepEqual([canonical.status, canonical.stderr], [0, '']);
    assert.equal(dataIn(canonical.stdout).url, 'https://courier.example/c');
    assert.equal(dataIn(canonical.stdout).author[0].url, 'https://courier.example/a');
    const none = run(save('n.html', story('')));
    assert.equal(none.status, 0);
    assert.match(none.stderr, /^[^\n]*--url [^\n]*\n$/);
    assert.deepEqual(dataIn(none.stdout).author, [{ '@type': 'Person', name: 'A' }]);
  });

  test('the command has its first line, and --help says how', () => {
    assert.match(readFileSync(cli, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    assert.match(stdout, /^galley-jsonld page\.html \[--url URL\] \[--publisher NAME\]\n$/);
  });

  const headless = save('headless.html', '<!doctype html><p>No head</p>');
  for (const [name, args, next] of [
    ['no file named', [], /Name one page: galley-jsonld page\.html/],
    ['two files', ['a.html', 'b.html'], /Name one page/],
    ['a file that is not there', ['gone.html'], /gone\.html cannot be read \(ENOENT\)\. Check its path/],
    ['a folder', ['.'], /cannot be read \(EISDIR\)/],
    [
      'no headline',
      [headless],
      /headless\.html has no headline\. Write one heading in a galley-headline-block/,
    ],
    ['an empty file', [save('empty.html', '')], /empty\.html has no headline/],
    ['an unknown option', ['--uri', 'x'], /'--uri'.*Write: galley-jsonld/],
    ['an option without its value', ['a.html', '--url'], /--url.*Write: galley-jsonld/],
    [
      'an address that is none',
      [headless, '--url', 'courier'],
      /"courier" is no address of a page\. Write it whole/,
    ],
  ]) {
    test(`${name}: one line, the next step, and a code`, () => {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, next);
      assert.match(stderr, /^[^\n]+\n$/);
    });
  }
});
