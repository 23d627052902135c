// What a reader mode keeps. Mozilla's Readability, the one in Firefox, reads the newsroom's articles as the browser has them, without
// script and upgraded: the headline, the text and the pictures with their captions stay; advertisements and other stories go.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, root, serveAll } from './pages.mjs';

const ARTICLES = ['harbour', 'opinion', 'river-war', 'tide-live', 'verwaltung-de', 'water-ar'];

const library = (name) => readFileSync(join(root, 'node_modules/@mozilla/readability', name), 'utf8');

/** What Readability makes of the document, and what the author wrote in it. Spaces and soft hyphens do not count. */
const READ = `(() => {
  ${library('Readability.js')}
  ${library('Readability-readerable.js')}
  const textOf = ({ textContent }) => textContent.replaceAll('\\u00ad', '').replace(/\\s+/g, ' ').trim();
  const texts = (scope, selector) => [...scope.querySelectorAll(selector)].map(textOf);
  const figures = (scope) => [...scope.querySelectorAll('figure')].map((figure) => ({
    pictures: [...figure.querySelectorAll('img')].map(({ src, alt }) => ({ src, alt })),
    recordings: [...figure.querySelectorAll('audio, video')].map(({ src }) => src),
    caption: texts(figure, 'figcaption').join(),
    credit: texts(figure, '[data-part=credit]').join(),
    cover: [...figure.querySelectorAll('details')].map((details) => ({
      open: details.open,
      summary: texts(details, 'summary').join(),
      pictures: details.querySelectorAll('img').length,
    })),
  }));
  const probable = isProbablyReaderable(document);
  const { title, byline, lang, dir, content } = new Readability(document.cloneNode(true)).parse();
  const kept = new DOMParser().parseFromString(content, 'text/html').body;
  return {
    upgraded: document.querySelectorAll(':defined').length && customElements.get('galley-headline-block') !== undefined,
    author: {
      // The status of a live report is not in its title.
      headline: texts(document, 'article h1').join().slice(texts(document, 'article h1 [data-part=status]').join().length).trim(),
      body: texts(document, 'article > p, article > h2'),
      dek: texts(document, 'article [data-part=dek]')[0],
      authors: texts(document, 'article [rel=author]'),
      byline: texts(document, 'article [data-part=byline]').join(),
      figures: figures(document.querySelector('article')),
      others: [
        ...texts(document, 'galley-advertisement-slot *'),
        ...texts(document, 'galley-related-story-link *'),
        ...texts(document, 'body > :not(main) *'),
        ...texts(document, 'main > :not(article) *'),
      ].filter((text) => text.length > 12),
      language: [document.documentElement.lang, document.documentElement.dir || null],
    },
    reader: {
      probable, title, byline, lang, dir, content,
      text: textOf(kept),
      body: texts(kept, 'p, h2'),
      figures: figures(kept),
      links: kept.querySelectorAll('galley-related-story-link').length,
    },
  };
})()`;

let browser, server;
before(async () => {
  browser = await launch();
  server = await serveAll({ page: withAuthors });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** An article whose head names its authors, as publishers' do: at /authors-in-head/NAME. */
function withAuthors({ pathname }) {
  const [, name] = /^\/authors-in-head\/([\w-]+)$/.exec(pathname) ?? [];
  if (!name) return undefined;
  const html = readFileSync(join(root, 'apps/newsroom/dist', `${name}.html`), 'utf8');
  return (
    html
      .replace(/<meta\s+name="author"[^>]*>/, '')
      // Readability asks the structured data first.
      .replace(/<script type="application\/ld\+json">[^]*?<\/script>/, '')
      .replace('<title>', '<meta name="author" content="The authors"><title>')
  );
}

async function read(path, scripted) {
  const page = await browser.newPage();
  try {
    await page.setJavaScriptEnabled(scripted);
    await page.goto(server.origin + path, { waitUntil: scripted ? 'networkidle0' : 'load' });
    return await page.evaluate(READ);
  } finally {
    await page.close();
  }
}

for (const name of ARTICLES) {
  describe(name, () => {
    const readings = {};
    before(
      async () => {
        for (const scripted of [false, true]) readings[scripted] = await read(`/${name}.html`, scripted);
      },
      { timeout: 60_000 },
    );
    for (const scripted of [false, true]) {
      const state = scripted ? 'upgraded' : 'without script';

      test(`the headline, the text and its language are kept, ${state}`, { timeout: 60_000 }, () => {
        const { author, reader, upgraded } = readings[scripted];
        assert.equal(upgraded, scripted);
        assert.ok(reader.probable, 'no reader mode is offered');
        assert.ok(
          author.headline && reader.title.replaceAll('\u00ad', '').includes(author.headline),
          reader.title,
        );
        assert.ok(author.body.length >= 8, 'the page has no article');
        // All of it, in its order.
        assert.deepEqual(
          reader.body.filter((text) => author.body.includes(text)),
          author.body,
        );
        assert.ok(author.dek && reader.text.includes(author.dek), 'the dek is gone');
        for (const person of author.authors) {
          assert.ok(`${reader.byline} ${reader.text}`.includes(person), `${person} is gone`);
        }
        assert.deepEqual([reader.lang, reader.dir], author.language);
      });

      test(`every figure has its picture, caption and credit, ${state}`, { timeout: 60_000 }, () => {
        const { author, reader } = readings[scripted];
        assert.ok(author.figures.length);
        for (const { pictures, recordings, caption, credit } of author.figures) {
          assert.equal(pictures.length + recordings.length, 1);
          assert.ok(pictures.every(({ alt }) => alt) && caption && credit);
        }
        // A covered picture stays in its closed details, with the words of the cover: a reader mode covers it too.
        assert.deepEqual(reader.figures, author.figures);
      });

      test(`advertisements and other stories are gone, ${state}`, { timeout: 60_000 }, () => {
        const { author, reader } = readings[scripted];
        assert.ok(author.others.length > 10);
        assert.deepEqual(
          author.others.filter((text) => reader.text.includes(text) && !isInArticle(text, author)),
          [],
        );
        assert.equal(reader.links, 0, 'a link to another story is left');
      });
    }

    test('an upgrade changes nothing of it', { timeout: 60_000 }, () => {
      assert.equal(
        withoutDefaults(readings[true].reader.content),
        withoutDefaults(readings[false].reader.content),
      );
    });

    // Without one, Readability takes the first author's link out of the line for its own byline, and leaves "By and …".
    test('with the authors in a meta, the byline stays whole', { timeout: 60_000 }, async () => {
      const { author, reader } = await read(`/authors-in-head/${name}`, false);
      assert.ok(author.byline && reader.text.includes(author.byline), reader.text.slice(0, 400));
      assert.equal(reader.byline, 'The authors');
    });
  });
}

/** Some words of the page around an article are the article's too: its headline, its section. */
const isInArticle = (text, { headline, dek, body, byline }) =>
  [headline, dek, byline, ...body].some((part) => part.includes(text));

/** An upgrade may reflect the default of an attribute. */
const withoutDefaults = (content) =>
  content.replaceAll(/(<galley-[\w-]+)[^>]*>/g, '$1>').replace(/\s+/g, ' ');

test('the cover of a picture is kept closed, with its words', { timeout: 60_000 }, async () => {
  const { author, reader } = await read('/river-war.html', true);
  const covers = author.figures.flatMap(({ cover }) => cover);
  assert.deepEqual(
    covers.map(({ open, pictures }) => ({ open, pictures })),
    Array(2).fill({ open: false, pictures: 1 }),
  );
  for (const { summary } of covers) assert.match(summary, /^Sensitive image: /);
  assert.deepEqual(
    reader.figures.flatMap(({ cover }) => cover),
    covers,
  );
});
