// In a browser: articles whose elements are upgraded, and data that script puts into a page.
import { assert } from 'chai';
import { find, open, show } from '../../../scripts/test/fixture.ts';
import { appendScript, newsArticle, readArticle, toScript, type Article } from '../src/structured-data.ts';

const ELEMENTS = [
  'advertisement-slot',
  'captioned-figure',
  'headline-block',
  'related-story-link',
  'section-label',
  'timestamp',
];
const url = 'https://courier.example/2026/harbour.html';
const ago = new Date(Date.now() - 7_200_000).toISOString();

const STORY = `
  <article id="story">
    <galley-headline-block kind="live">
      <galley-section-label live><a href="/coast">Coast</a> <a data-part="series" href="/flood">After the flood</a></galley-section-label>
      <p data-part="kicker">Port Ellery</p>
      <h1><span data-part="status">Live</span> The harbour that learned to wait</h1>
      <p data-part="dek">Three winters after the wall failed.</p>
      <p data-part="byline">By <a data-part="author" rel="author" href="/maren">Maren Holt</a>, <span data-part="role">editor</span></p>
      <p>Published <time datetime="2026-11-20T06:00:00Z">20 November 2026, 06:00 GMT</time>. Updated
        <galley-timestamp data-part="updated" mode="relative"><time datetime="${ago}">Some day of this year, 09:30 GMT</time></galley-timestamp></p>
    </galley-headline-block>
    <galley-captioned-figure layout="wide" ratio="3:2" zoomable id="boats">
      <figure>
        <picture>
          <source type="image/jpeg" srcset="/photos/nagasaki-boats-1024.jpg 1024w">
          <img src="/photos/nagasaki-boats-640.jpg" srcset="/photos/nagasaki-boats-320.jpg 320w, /photos/nagasaki-boats-640.jpg 640w" width="1024" height="819" alt="Boats.">
        </picture>
        <figcaption>Boats. <small data-part="credit">© Maren Holt</small> <a data-part="licence" rel="license" href="/licence">Licence</a></figcaption>
      </figure>
    </galley-captioned-figure>
    <galley-captioned-figure ratio="3:2">
      <figure>
        <details data-part="cover"><summary>Graphic image: a house</summary><img src="/photos/dust-bowl-home-640.jpg" width="1024" height="788" alt="A house."></details>
        <figcaption>The street. <details data-part="more"><summary>More</summary>After the attack.</details></figcaption>
      </figure>
    </galley-captioned-figure>
    <galley-advertisement-slot provider="house" sizes="300x250"><aside data-part="fallback"><galley-related-story-link><a href="/buy">Buy</a></galley-related-story-link></aside></galley-advertisement-slot>
    <aside><galley-related-story-link kind="video" prefetch="visible"><a href="/thaw"><span data-part="kind">Video, 2 minutes</span> The thaw</a></galley-related-story-link></aside>
  </article>`;

const READ: Article = {
  language: 'en',
  section: { text: 'Coast', url: 'https://courier.example/coast' },
  series: { text: 'After the flood', url: 'https://courier.example/flood' },
  kicker: 'Port Ellery',
  headline: 'The harbour that learned to wait',
  status: 'Live',
  dek: 'Three winters after the wall failed.',
  authors: [{ name: 'Maren Holt', url: 'https://courier.example/maren', role: 'editor' }],
  published: '2026-11-20T06:00:00Z',
  updated: ago,
  figures: [
    {
      alt: 'Boats.',
      caption: 'Boats.',
      credit: '© Maren Holt',
      licence: 'https://courier.example/licence',
      covered: false,
      media: {
        type: 'image',
        src: 'https://courier.example/photos/nagasaki-boats-640.jpg',
        candidates: [
          { url: 'https://courier.example/photos/nagasaki-boats-320.jpg', width: 320 },
          { url: 'https://courier.example/photos/nagasaki-boats-640.jpg', width: 640 },
        ],
        sources: [
          {
            candidates: [{ url: 'https://courier.example/photos/nagasaki-boats-1024.jpg', width: 1024 }],
            type: 'image/jpeg',
          },
        ],
        width: 1024,
        height: 819,
      },
    },
    {
      alt: 'A house.',
      caption: 'The street. After the attack.',
      covered: true,
      media: {
        type: 'image',
        src: 'https://courier.example/photos/dust-bowl-home-640.jpg',
        candidates: [],
        sources: [],
        width: 1024,
        height: 788,
      },
    },
  ],
  related: [{ href: 'https://courier.example/thaw', headline: 'The thaw', kind: 'video' }],
};

const second = `
  <article id="second">
    <galley-headline-block><h2>Herring quota stays</h2></galley-headline-block>
    <galley-captioned-figure><figure><img src="/photos/nagasaki-quay-340.jpg" alt="A quay."></figure></galley-captioned-figure>
  </article>`;

/** Opens a page, and defines the elements on it. */
async function openUpgraded(html: string) {
  const page = await open(html);
  const before = readArticle(page.document, { url });
  await page.load(...ELEMENTS.map((name) => `/packages/${name}/src/define.ts`));
  const time = find('galley-timestamp', page.document);
  // A generated text comes with code of its own.
  for (let i = 0; i < 60 && !time.matches(':state(generated)'); i++) await page.painted();
  return { ...page, before, time };
}

describe('readArticle in a browser', () => {
  it('reads an upgraded page as it read the HTML, and changes neither', async () => {
    const { document, before, time, errors } = await openUpgraded(STORY);
    assert.deepEqual(before, READ);
    // What would be wrong to read is there.
    assert.deepEqual([...document.querySelectorAll(':not(:defined)')], []);
    assert.equal(time.shadowRoot?.querySelector('[part=text]')?.textContent, '2 hours ago');
    const html = document.documentElement.outerHTML;
    assert.deepEqual(readArticle(document, { url }), READ);
    assert.equal(document.documentElement.outerHTML, html);
    // A reader opens the picture and the caption.
    for (const summary of document.querySelectorAll('summary')) summary.click();
    assert.equal(document.querySelectorAll('details[open]').length, 2);
    assert.deepEqual(readArticle(document, { url }), READ);
    assert.deepEqual(errors, []);
  });

  it('reads the article that it is given, of two on an upgraded page', async () => {
    const { document } = await openUpgraded(STORY + second);
    const { headline, figures, related, ...rest } = readArticle(find('#second', document), { url });
    assert.equal(headline, 'Herring quota stays');
    assert.deepEqual(
      figures.map(({ alt }) => alt),
      ['A quay.'],
    );
    assert.deepEqual([related, rest], [[], { language: 'en', authors: [] }]);
    assert.deepEqual(readArticle(find('#story', document), { url }), READ);
    // Without one it is that with the h1, wherever it stands.
    const { document: turned } = await openUpgraded(second + STORY);
    assert.deepEqual(readArticle(turned, { url }), READ);
  });

  it('reads a shadow root', async () => {
    const host = document.createElement('div');
    (await show('')).append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.append(...document.createRange().createContextualFragment(STORY).children);
    const { language, ...rest } = READ;
    assert.equal(language, 'en');
    // The language of the page around it is not seen from within.
    assert.deepEqual(readArticle(root, { url }), rest);
  });
});

describe('appendScript', () => {
  const hostile = '</script><script>ran = true</script><!-- <script>';

  it('puts the data of an upgraded page into its head', async () => {
    const { document, errors } = await openUpgraded(STORY);
    const data = newsArticle(readArticle(document, { url }), { url });
    const script = appendScript(document, data);
    assert.equal(document.head.lastElementChild, script);
    assert.equal(script.type, 'application/ld+json');
    assert.equal(script.text, toScript(data));
    assert.deepEqual(JSON.parse(script.text), JSON.parse(JSON.stringify(data)));
    assert.deepEqual(errors, []);
    // It is not read as part of the article.
    assert.deepEqual(readArticle(document, { url }), READ);
  });

  it('holds what is hostile as data: nothing runs, now or where the page is read again', async () => {
    const title = Object.assign(document.createElement('b'), { textContent: hostile }).innerHTML;
    const { document: page, window } = await open(
      `<article><galley-headline-block><h1>${title}</h1><a data-part="author" href="javascript:ran = true">A</a></galley-headline-block></article>`,
    );
    const data = newsArticle(readArticle(page, { url }), { url });
    assert.equal(data.headline, hostile);
    assert.deepEqual(data.author, [{ '@type': 'Person', name: 'A' }]);
    const script = appendScript(page, data);
    assert.notProperty(window, 'ran');
    assert.equal(page.scripts.length, 1);
    const again = new DOMParser().parseFromString(page.documentElement.outerHTML, 'text/html');
    assert.equal(again.scripts.length, 1);
    assert.equal(again.scripts[0]?.text, script.text);
  });
});
