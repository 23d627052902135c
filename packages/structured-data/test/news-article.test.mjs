// What is written of an article, against what Google documents, and how hostile HTML comes through.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { appendScript, newsArticle, readArticle, toScript } from '@galley/structured-data';
import { doms, page } from './doms.mjs';
import { ARTICLE, IMAGE, check } from './google.mjs';

const url = 'https://courier.example/harbour.html';
const article = (head, body = '') =>
  page(`<article><galley-headline-block>${head}</galley-headline-block>${body}</article>`);
const figure = (content) => `<galley-captioned-figure><figure>${content}</figure></galley-captioned-figure>`;
const written = (html, settings = { url }, parse = doms.linkedom) =>
  newsArticle(readArticle(parse(html), { url }), settings);

const WHOLE = article(
  `<galley-section-label><a href="/coast">Coast</a></galley-section-label>
   <h1>Boats return</h1><p data-part="dek">Eleven of them.</p>
   <p data-part="byline">By <a data-part="author" href="/maren">Maren Holt</a>, <span data-part="role">editor</span></p>
   <time data-part="published" datetime="2026-11-20T06:00:00Z">x</time>
   <time data-part="updated" datetime="2026-11-21T00:30:00+02:00">x</time>
   <time data-part="corrected" datetime="2026-11-20T23:00:00Z">x</time>
   <p data-part="correction">Eleven, not twelve.</p>`,
  figure(
    '<img src="/b-640.jpg" srcset="/b-1200.jpg 1200w, /b-640.jpg 640w" width="640" height="480" alt="Boats."><figcaption>Boats. <small data-part="credit">© Maren Holt</small> <a data-part="licence" rel="license" href="/licence">Licence</a></figcaption>',
  ),
);

test('a whole article', () => {
  const data = written(WHOLE, {
    url,
    publisher: {
      name: 'The Ostrey Courier',
      url: 'https://courier.example/',
      logo: 'https://courier.example/l.png',
    },
    rights: () => ({
      creator: { type: 'Person', name: 'Maren Holt' },
      acquireLicensePage: 'https://courier.example/pictures',
    }),
  });
  assert.deepEqual(data, {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    headline: 'Boats return',
    description: 'Eleven of them.',
    image: [
      {
        '@type': 'ImageObject',
        url: 'https://courier.example/b-1200.jpg',
        contentUrl: 'https://courier.example/b-1200.jpg',
        width: '1200 px',
        height: '900 px',
        caption: 'Boats.',
        creditText: '© Maren Holt',
        creator: { '@type': 'Person', name: 'Maren Holt' },
        copyrightNotice: '© Maren Holt',
        license: 'https://courier.example/licence',
        acquireLicensePage: 'https://courier.example/pictures',
      },
    ],
    datePublished: '2026-11-20T06:00:00Z',
    // Written later, and earlier: half past midnight in the east was before eleven at night in Greenwich.
    dateModified: '2026-11-20T23:00:00Z',
    author: [
      { '@type': 'Person', name: 'Maren Holt', url: 'https://courier.example/maren', jobTitle: 'editor' },
    ],
    articleSection: 'Coast',
    inLanguage: 'en',
    correction: 'Eleven, not twelve.',
    publisher: {
      '@type': 'Organization',
      name: 'The Ostrey Courier',
      url: 'https://courier.example/',
      logo: { '@type': 'ImageObject', url: 'https://courier.example/l.png' },
    },
  });
  assert.deepEqual(check(data, ARTICLE), { wrong: [], missing: [] });
  assert.deepEqual(check(data.image[0], IMAGE), { wrong: [], missing: [] });
});

test('what is required or recommended, and missing or wrong, is found', () => {
  const empty = newsArticle({ authors: [], figures: [], related: [] });
  assert.deepEqual(empty, { '@context': 'https://schema.org', '@type': 'NewsArticle' });
  assert.deepEqual(
    check(empty, ARTICLE).missing,
    ARTICLE.filter(([, rank]) => rank === 'recommended').map(([name]) => name),
  );
  const wrong = { author: [{ '@type': 'Person', name: ' A' }], dateModified: '2026-11-20T06:00', image: [] };
  assert.deepEqual(check(wrong, ARTICLE), {
    wrong: ['author', 'author.name', 'dateModified', 'image'],
    missing: ['author.url', 'datePublished', 'headline'],
  });
  assert.deepEqual(check({ contentUrl: '/a.jpg' }, IMAGE), {
    wrong: ['contentUrl'],
    missing: ['acquireLicensePage', 'creator or creditText or copyrightNotice or license'],
  });
});

test('which file of a picture, and its size', () => {
  const file = (image) => {
    const [found] = written(article('<h1>H</h1>', figure(image))).image ?? [];
    return found && [new URL(found.url).pathname, found.width, found.height];
  };
  assert.deepEqual(file('<img src="/a.jpg" width="640" height="480" alt="">'), [
    '/a.jpg',
    '640 px',
    '480 px',
  ]);
  assert.deepEqual(file('<img src="/a.jpg" width="640" alt="">'), ['/a.jpg', undefined, undefined]);
  assert.deepEqual(file('<img src="/a.jpg" srcset="/b.jpg 900w" alt="">'), ['/b.jpg', '900 px', undefined]);
  assert.deepEqual(file('<img src="/a.jpg" srcset="/b.jpg 2x" alt="">'), ['/b.jpg', undefined, undefined]);
  assert.deepEqual(file('<img srcset="/b.jpg, /c.jpg 2x" alt="">'), ['/c.jpg', undefined, undefined]);
  assert.deepEqual(file('<img src="/a.jpg" srcset="/b.jpg 1.5x" width="333" height="222" alt="">'), [
    '/b.jpg',
    '500 px',
    '333 px',
  ]);
  // Files with a width are told apart by it, whatever src and the attributes say.
  assert.deepEqual(
    file('<img src="/a.jpg" srcset="/b.jpg 320w, /c.jpg 640w" width="1024" height="512" alt="">'),
    ['/c.jpg', '640 px', '320 px'],
  );
  assert.deepEqual(file('<video poster="/p.jpg" width="640" height="480"></video>'), [
    '/p.jpg',
    undefined,
    undefined,
  ]);
  assert.equal(file('<img alt="">'), undefined);
  assert.equal(file('<video src="/v.mp4"></video>'), undefined);
});

test('the sources of a picture: the largest file of a type that is read, and no crop', () => {
  const file = (sources, image = '<img src="/a.jpg" width="800" height="600" alt="">') => {
    const [found] = written(article('<h1>H</h1>', figure(`<picture>${sources}${image}</picture>`))).image;
    return [new URL(found.url).pathname, found.width, found.height].join(' ');
  };
  assert.equal(
    file('<source type="image/webp" srcset="/b.webp 400w, /c.webp 1600w">'),
    '/c.webp 1600 px 1200 px',
  );
  assert.equal(file('<source srcset="/b.jpg 1600w" width="160" height="90">'), '/b.jpg 1600 px 900 px');
  assert.equal(file('<source type="image/avif" srcset="/b.avif, /c.avif 2x">'), '/c.avif 1600 px 1200 px');
  // As large as the image's own, which every reader can show.
  assert.equal(file('<source type="image/avif" srcset="/b.avif 800w">'), '/a.jpg 800 px 600 px');
  assert.equal(file('<source type="image/jxl" srcset="/b.jxl 1600w">'), '/a.jpg 800 px 600 px');
  assert.equal(file('<source media="(width < 40rem)" srcset="/crop.jpg 1600w">'), '/a.jpg 800 px 600 px');
  assert.equal(
    file('<source srcset="/b.jpg 900w">', '<img src="/a.jpg" srcset="/c.jpg 1200w" alt="">'),
    '/c.jpg 1200 px ',
  );
});

test('what a machine made is said in the caption, and named where the page knows it', () => {
  const images = (caption, rights) =>
    written(article('<h1>H</h1>', figure(`<img src="/a.jpg" alt=""><figcaption>${caption}</figcaption>`)), {
      url,
      rights,
    }).image;
  const disclosure = '<small data-part="ai-disclosure">Made with a generator.</small>';
  const [image] = images(`Boats. ${disclosure}`);
  assert.equal(image.caption, 'Boats. Made with a generator.');
  assert.equal('digitalSourceType' in image, false);
  assert.equal(images(disclosure)[0].caption, 'Made with a generator.');
  const digitalSourceType = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';
  const [named] = images(disclosure, ({ aiDisclosure }) => aiDisclosure && { digitalSourceType });
  assert.equal(named.digitalSourceType, digitalSourceType);
});

test('a covered picture is not shown to search engines; one picture is listed once', () => {
  const image = '<img src="/a.jpg" alt="A.">';
  const cover = figure(`<details data-part="cover" open><summary>Graphic</summary>${image}</details>`);
  assert.equal(written(article('<h1>H</h1>', cover)).image, undefined);
  const [first, second] = ['First.', 'Second.'].map((text) =>
    figure(`${image}<figcaption>${text}</figcaption>`),
  );
  const images = written(article('<h1>H</h1>', first + second)).image;
  assert.deepEqual(
    images.map(({ caption }) => caption),
    ['First.'],
  );
});

test('the role of several is no job title of one', () => {
  const data = written(
    article(
      '<h1>H</h1><a data-part="author" href="/a">A</a> <a data-part="author" href="/b">B</a> <span data-part="role">correspondents</span> <a data-part="author" href="/c">C</a> <span data-part="role">editor</span>',
    ),
  );
  assert.deepEqual(
    data.author.map(({ jobTitle }) => jobTitle),
    [undefined, undefined, 'editor'],
  );
});

test('addresses of the page that are none of the web are left out', () => {
  const data = written(article('<h1>H</h1>', figure('<img src="/a.jpg" alt="">')), {
    url: 'javascript:alert(1)',
    publisher: { name: 'P', url: '/', logo: 'data:image/png,x' },
    rights: () => ({ acquireLicensePage: 'ftp://a.example/' }),
  });
  assert.equal('url' in data || 'mainEntityOfPage' in data || 'acquireLicensePage' in data.image[0], false);
  assert.deepEqual(data.publisher, { '@type': 'Organization', name: 'P' });
});

test('a script can be neither ended nor opened in JSON', () => {
  const data = { text: '</script><!--<script> &amp; ]]>\u2028\u2029"\\\ud800 é' };
  const text = toScript(data);
  assert.doesNotMatch(text, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(text), data);
  // A parser finds one script, and in it what was written.
  for (const [name, parse] of Object.entries(doms)) {
    const document = parse(page('', `<script type="application/ld+json">${text}</script>`));
    assert.equal(document.querySelectorAll('script').length, 1, name);
    assert.deepEqual(JSON.parse(document.querySelector('script').textContent), data, name);
  }
});

test('the element is put in the head, and can be written out', () => {
  const data = { text: '</script><script>alert(1)</script><!-- \u2028 é' };
  for (const [name, parse] of Object.entries(doms)) {
    const document = parse(page('<p>Text</p>', '<meta name="last">'));
    const script = appendScript(document, data);
    assert.ok(document.head.lastElementChild === script, name);
    const again = parse(document.documentElement.outerHTML);
    assert.equal(again.querySelectorAll('script').length, 1, name);
    const found = again.querySelector('head > meta + script[type="application/ld+json"]');
    assert.deepEqual(JSON.parse(found.textContent), data, name);
  }
});

const LONG = 'Sea wall '.repeat(1200);
const HOSTILE = {
  'a script in a caption and in a headline': [
    article(
      '<h1>Safe<script>alert(1)</script><style>x</style></h1>',
      figure(
        '<img src="/a.jpg" alt=""><figcaption>Boats<script>alert(2)</script>.<template>t</template></figcaption>',
      ),
    ),
    (data) => {
      assert.equal(data.headline, 'Safe');
      assert.equal(data.image[0].caption, 'Boats.');
    },
  ],
  'the end of a script in text and attributes': [
    article(
      '<h1>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</h1><a data-part="author" href="/&lt;/script&gt;">A&lt;!--</a>',
      figure(
        '<img src="/a.jpg?&lt;/script&gt;" alt="&lt;/script&gt;"><figcaption>&lt;!--&lt;script&gt;</figcaption>',
      ),
    ),
    (data) => {
      assert.equal(data.headline, '</script><script>alert(1)</script>');
      assert.equal(data.image[0].caption, '<!--<script>');
      assert.equal(data.author[0].name, 'A<!--');
    },
  ],
  'addresses that run or hold data': [
    article(
      '<galley-section-label><a href="javascript:alert(1)">S</a></galley-section-label><h1>H</h1><a data-part="author" href=" JavaScript:alert(1)">A</a> <a data-part="author" href="java&#10;script:alert(1)">B</a> <a data-part="author" href="data:text/html,x">C</a> <a data-part="author" href="http://[">D</a> <a data-part="author" href="blob:https://courier.example/x">E</a>',
      figure(
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" srcset="javascript:alert(1) 9000w, vbscript:x 8000w, /real.jpg 640w" alt=""><figcaption><a data-part="licence" href="javascript:alert(1)">L</a></figcaption>',
      ) +
        figure('<img src="file:///etc/passwd" alt="">') +
        '<galley-related-story-link><a href="javascript:alert(1)">R</a></galley-related-story-link>',
    ),
    (data, read) => {
      assert.deepEqual(read.section, { text: 'S' });
      assert.deepEqual(
        data.author.map((author) => author.url),
        [undefined, undefined, undefined, undefined, undefined],
      );
      assert.deepEqual(
        data.image.map((image) => image.url),
        ['https://courier.example/real.jpg'],
      );
      assert.equal(data.image[0].license, undefined);
      assert.deepEqual(read.related, []);
    },
  ],
  'ten thousand characters': [
    article(
      `<h1>${LONG}</h1><p data-part="dek">${LONG}</p>`,
      figure(
        `<img src="/${'a'.repeat(10_000)}" srcset="${','.repeat(10_000)} ${'/b.jpg 1w,'.repeat(2000)}" alt="${LONG}">`,
      ),
    ),
    (data) => {
      assert.equal(data.headline, LONG.trim());
      assert.equal(data.description, LONG.trim());
      assert.equal(data.image[0].url, 'https://courier.example/b.jpg');
    },
  ],
  'long rows of one character': [
    article(
      '<h1>H</h1>',
      [',', '1', ' ', 'a,', ', ', '/a.jpg 1']
        .map((each) => each + each.slice(-1).repeat(4000))
        .map((row) => figure(`<img src="/b.jpg" srcset="${row}" width="${row}" alt="">`))
        .join(''),
    ),
    (data) => assert.equal(data.image[0].url, 'https://courier.example/b.jpg'),
  ],
  'a page nested deeply': [
    article(
      '<h1>H</h1>',
      figure(
        `<img src="/a.jpg" alt=""><figcaption>${'<i>'.repeat(400)}Deep${'</i>'.repeat(400)}</figcaption>`,
      ),
    ),
    (data) => assert.equal(data.image[0].caption, 'Deep'),
  ],
  'empty parts': [
    article(
      '<galley-section-label></galley-section-label><p data-part="kicker"> </p><h1> <span data-part="status"></span>&shy;</h1><p data-part="dek"></p><a data-part="author"></a><time></time><time data-part="updated" datetime></time>',
      figure('<img><figcaption></figcaption>') +
        '<galley-captioned-figure></galley-captioned-figure><galley-related-story-link></galley-related-story-link>',
    ),
    (data) => assert.deepEqual(data, { ...NOTHING, inLanguage: 'en' }),
  ],
  'an empty page': [
    '<!doctype html><html><head></head><body></body></html>',
    (data) => assert.deepEqual(data, NOTHING),
  ],
  'names of objects': [
    article('<h1>__proto__</h1><a data-part="author" href="/constructor">toString</a>'),
    (data) => assert.deepEqual([data.headline, data.author[0].name], ['__proto__', 'toString']),
  ],
};
const NOTHING = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  url,
  mainEntityOfPage: { '@type': 'WebPage', '@id': url },
};

for (const [name, [html, expect]] of Object.entries(HOSTILE)) {
  test(`hostile: ${name}`, { timeout: 10_000 }, () => {
    const documents = Object.values(doms).map((parse) => parse(html));
    const begun = performance.now();
    const found = documents.map((document) => readArticle(document, { url }));
    assert.ok(performance.now() - begun < 2000, 'it takes too long');
    assert.deepEqual(found[0], found[1], 'the DOMs disagree');
    const data = newsArticle(found[0], { url });
    expect(data, found[0]);
    const text = toScript(data);
    assert.doesNotMatch(text, /[<>&]|javascript:|data:|vbscript:|file:/i);
    assert.deepEqual(JSON.parse(text), data);
  });
}

test('the command alone brings a DOM and Node: a page may import the rest', () => {
  const cwd = join(import.meta.dirname, '../src');
  const files = globSync('*.ts', { cwd }).filter((file) => file !== 'cli.ts');
  assert.ok(files.includes('structured-data.ts') && files.length > 5);
  for (const file of files) {
    const source = readFileSync(join(cwd, file), 'utf8');
    // Types leave nothing behind.
    for (const [, what, from] of source.matchAll(/^(?:import|export) ([^;]*?) from '([^']*)';/gm))
      assert.ok(what.startsWith('type ') || from.startsWith('./'), `${file} imports ${from}`);
    assert.doesNotMatch(source, /\b(window|document|globalThis|process)\.\w/, file);
  }
});
