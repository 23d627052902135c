// What is read of the HTML that the contract describes, the same in two DOMs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArticle } from '@galley/structured-data';
import { doms, page } from './doms.mjs';

const url = 'https://courier.example/2026/harbour.html';

/** Reads some HTML in both DOMs, which must agree and be left as they are. */
function read(body, { options = { url }, head, root = (document) => document } = {}) {
  const found = Object.entries(doms).map(([name, parse]) => {
    const document = parse(page(body, head));
    const before = document.documentElement.outerHTML;
    const article = readArticle(root(document), options);
    assert.equal(document.documentElement.outerHTML, before, `${name}: the document has changed`);
    // Plain data: nothing is lost as JSON.
    assert.deepEqual(JSON.parse(JSON.stringify(article)), article, name);
    return article;
  });
  assert.deepEqual(found[0], found[1], 'the DOMs disagree');
  return found[0];
}

const block = (content) => `<article><galley-headline-block>${content}</galley-headline-block></article>`;
const figure = (content, attributes = '') =>
  `<article><galley-headline-block><h1>H</h1></galley-headline-block><galley-captioned-figure ${attributes}><figure>${content}</figure></galley-captioned-figure></article>`;

test('every part of a headline block', () => {
  const article = read(
    block(`
      <galley-section-label pillar="news"><a href="/coast">Coast</a> <a data-part="series" href="../flood">After the flood</a></galley-section-label>
      <p data-part="kicker">Port Ellery</p>
      <h1><span data-part="status">Live</span> The harbour that
        learned to <em>wait</em></h1>
      <p data-part="dek">Three winters after the wall failed.</p>
      <p data-part="byline"><img data-part="portrait" src="/m.jpg" alt=""> By <a data-part="author" rel="author" href="/maren">Maren Holt</a>, <span data-part="role">environment editor</span>, and <span data-part="author">Idris Vane</span> in <span data-part="place">Port Ellery</span></p>
      <p>Published <time data-part="published" datetime="2026-11-20T06:00:00Z">20 November</time>. Updated <galley-timestamp data-part="updated"><time datetime="2026-11-21T09:30:00+01:00">21 November</time></galley-timestamp>. Corrected <galley-timestamp><time data-part="corrected" datetime="2026-11-21">21 November</time></galley-timestamp></p>
      <p data-part="correction">The wall is four metres high, not six.</p>`),
  );
  assert.deepEqual(article, {
    language: 'en',
    section: { text: 'Coast', url: 'https://courier.example/coast' },
    series: { text: 'After the flood', url: 'https://courier.example/flood' },
    kicker: 'Port Ellery',
    headline: 'The harbour that learned to wait',
    status: 'Live',
    dek: 'Three winters after the wall failed.',
    authors: [
      { name: 'Maren Holt', url: 'https://courier.example/maren', role: 'environment editor' },
      { name: 'Idris Vane' },
    ],
    place: 'Port Ellery',
    published: '2026-11-20T06:00:00Z',
    updated: '2026-11-21T09:30:00+01:00',
    corrected: '2026-11-21',
    correction: 'The wall is four metres high, not six.',
    figures: [],
    related: [],
  });
});

for (const wrapper of ['header', 'hgroup', 'div']) {
  test(`parts in a ${wrapper}`, () => {
    const article = read(
      block(
        `<${wrapper}><p data-part="kicker">K</p><h2>Headline</h2><p data-part="dek">Dek</p></${wrapper}><div><p data-part="byline">By <b><a href="/a"><span data-part="author">A</span></a></b></p></div>`,
      ),
    );
    assert.deepEqual([article.kicker, article.headline, article.dek], ['K', 'Headline', 'Dek']);
    assert.deepEqual(article.authors, [{ name: 'A', url: 'https://courier.example/a' }]);
  });
}

test('a section without a link, a series alone, a heading around a link', () => {
  const label = (content) => read(block(`<galley-section-label>${content}</galley-section-label><h1>H</h1>`));
  assert.deepEqual(label('Harbour').section, { text: 'Harbour' });
  const both = label('Harbour <a data-part="series" href="/s">Walls</a>');
  assert.deepEqual(
    [both.section, both.series],
    [{ text: 'Harbour' }, { text: 'Walls', url: 'https://courier.example/s' }],
  );
  const titled = label('<h2><a href="/w">World</a></h2>');
  assert.deepEqual(
    [titled.section, titled.headline],
    [{ text: 'World', url: 'https://courier.example/w' }, 'H'],
  );
});

test('roles: of the authors before them, or after where the byline begins with one', () => {
  const roles = (byline) =>
    read(block(`<h1>H</h1><p data-part="byline">${byline}</p>`)).authors.map(
      ({ name, role }) => `${name} ${role}`,
    );
  const [a, b, c] = ['A', 'B', 'C'].map((name) => `<a data-part="author" href="#">${name}</a>`);
  const role = (text) => `<span data-part="role">${text}</span>`;
  assert.deepEqual(roles(`${a} and ${b}, ${role('r')}`), ['A r', 'B r']);
  assert.deepEqual(roles(`${a}, ${role('r')}, ${b}, ${role('s')}, ${c}`), ['A r', 'B s', 'C undefined']);
  assert.deepEqual(roles(`${role('r')} ${a} and ${b}, ${role('s')} ${c}`), ['A r', 'B r', 'C s']);
  assert.deepEqual(roles(`${a}, ${role('r')}, ${role('s')}, ${b}`), ['A r', 'B undefined']);
});

test('the unmarked first time is that of publication; another unmarked one is nothing', () => {
  const times = (html) => {
    const { published, updated } = read(block(`<h1>H</h1>${html}`));
    return [published, updated];
  };
  const [first, second] = ['2026-11-20', '2026-11-21'].map((day) => `<time datetime="${day}">day</time>`);
  assert.deepEqual(times(first + second), ['2026-11-20', undefined]);
  assert.deepEqual(times(`<galley-timestamp>${first}</galley-timestamp>`), ['2026-11-20', undefined]);
  const updated = `<galley-timestamp data-part="updated">${second}</galley-timestamp>`;
  assert.deepEqual(times(updated + first), [undefined, '2026-11-21']);
  assert.deepEqual(times(first + updated), ['2026-11-20', '2026-11-21']);
});

test('moments: dates of the calendar, times with a zone', () => {
  const published = (datetime) =>
    read(block(`<h1>H</h1><time data-part="published" datetime="${datetime}">x</time>`)).published;
  for (const [datetime, expected] of [
    ['2026-11-20', '2026-11-20'],
    ['2028-02-29', '2028-02-29'],
    ['2026-11-20T06:00Z', '2026-11-20T06:00Z'],
    ['2026-11-20T06:00:00.5-03:30', '2026-11-20T06:00:00.5-03:30'],
    [' 2026-11-20 06:00:00+0100 ', '2026-11-20T06:00:00+01:00'],
  ])
    assert.equal(published(datetime), expected, datetime);
  for (const datetime of [
    '',
    'yesterday',
    '2026',
    '2026-11',
    '2026-11-20T06:00',
    '2026-11-20T06:00:00',
    '2026-11-20 06:00',
    '2026-02-29',
    '2026-02-30T06:00Z',
    '2026-13-01',
    '2026-11-20T24:00Z',
    '2026-11-20T06:60Z',
    '2026-11-20T06:00+24:00',
    '2026-11-20Z',
    'P7D',
    '20 November 2026, 06:00 GMT',
  ])
    assert.equal(published(datetime), undefined, datetime);
  // What is not valid is not replaced by another time.
  const article = read(
    block(
      '<h1>H</h1><time data-part="published" datetime="soon">x</time><time datetime="2026-11-20">y</time>',
    ),
  );
  assert.equal(article.published, undefined);
});

test('a picture with all that a figure can say', () => {
  const { figures } = read(
    figure(`
      <a href="/gallery"><picture>
        <source type="image/avif" media="(max-width: 480px)" srcset="q.avif 340w, /q,large.avif 680w" width="340" height="425">
        <source srcset="data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x">
        <img src="/b-640.jpg" srcset="/b-320.jpg 320w,/b-640.jpg 640w , https://cdn.example/b,1024.jpg  1024w" sizes="100vw" width="1024" height="819" alt=" Boats, moored. ">
      </picture></a>
      <figcaption><div><p>Boats in the <b>inner</b> har&shy;bour.</p><p>The tide sets the day. <small data-part="credit">Photograph: <i>Maren Holt</i></small></p></div>
        <a data-part="licence" rel="license" href="https://creativecommons.org/publicdomain/zero/1.0/">CC0</a>
        <small data-part="ai-disclosure">Sharpened by machine.</small>
        <details data-part="more"><summary>More about this picture</summary>The plate was made from the quay.</details></figcaption>`),
  );
  assert.deepEqual(figures, [
    {
      alt: ' Boats, moored. ',
      caption: 'Boats in the inner harbour. The tide sets the day. The plate was made from the quay.',
      credit: 'Photograph: Maren Holt',
      licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
      aiDisclosure: 'Sharpened by machine.',
      covered: false,
      media: {
        type: 'image',
        src: 'https://courier.example/b-640.jpg',
        candidates: [
          { url: 'https://courier.example/b-320.jpg', width: 320 },
          { url: 'https://courier.example/b-640.jpg', width: 640 },
          { url: 'https://cdn.example/b,1024.jpg', width: 1024 },
        ],
        sources: [
          {
            candidates: [
              { url: 'https://courier.example/2026/q.avif', width: 340 },
              { url: 'https://courier.example/q,large.avif', width: 680 },
            ],
            media: '(max-width: 480px)',
            type: 'image/avif',
            width: 340,
            height: 425,
          },
        ],
        width: 1024,
        height: 819,
      },
    },
  ]);
});

test('a video, its files and its poster', () => {
  const { figures } = read(
    figure(
      '<video controls poster="/p.jpg" width="1024" height="683"><source src="/v.webm" type="video/webm"><source src="/v.mp4"><track src="/c.vtt"></video><figcaption>The valley.</figcaption>',
    ),
  );
  assert.deepEqual(figures, [
    {
      caption: 'The valley.',
      covered: false,
      media: {
        type: 'video',
        sources: [
          { url: 'https://courier.example/v.webm', type: 'video/webm' },
          { url: 'https://courier.example/v.mp4' },
        ],
        poster: 'https://courier.example/p.jpg',
        width: 1024,
        height: 683,
      },
    },
  ]);
});

test('an image in a caption is not the picture', () => {
  const { figures } = read(
    figure('<figcaption><img src="/logo.svg" alt="Agency"> Boats.</figcaption><img src="/a.jpg" alt="A.">'),
  );
  assert.deepEqual(
    figures.map(({ alt, caption }) => [alt, caption]),
    [['A.', 'Boats.']],
  );
});

test('a cover, closed or opened', () => {
  for (const open of ['', ' open']) {
    const { figures } = read(
      figure(
        `<details data-part="cover"${open}><summary>Graphic image</summary><img src="/a.jpg" alt="A house."></details><figcaption>The street.</figcaption>`,
      ),
    );
    assert.deepEqual(
      figures.map(({ covered, caption, alt }) => [covered, caption, alt]),
      [[true, 'The street.', 'A house.']],
    );
  }
});

test('srcset, as HTML has it', () => {
  const candidates = (srcset) =>
    read(figure(`<img alt="" srcset="${srcset}">`)).figures[0].media.candidates.map(
      ({ url: address, width, density }) => [new URL(address).pathname, width ?? density],
    );
  assert.deepEqual(candidates('/a.jpg'), [['/a.jpg', undefined]]);
  assert.deepEqual(candidates('/a.jpg, /b.jpg 2x'), [
    ['/a.jpg', undefined],
    ['/b.jpg', 2],
  ]);
  assert.deepEqual(candidates('/a.jpg,,/b.jpg 1.5x,'), [['/a.jpg,,/b.jpg', 1.5]]);
  assert.deepEqual(candidates('/a.jpg 100w 50h,\n/b.jpg 0w, /c.jpg 3q, /d.jpg 200w'), [
    ['/a.jpg', 100],
    ['/d.jpg', 200],
  ]);
  assert.deepEqual(candidates(' , '), []);
});

test('related links of the article', () => {
  const { related } = read(`<article><galley-headline-block><h1>H</h1></galley-headline-block>
    <aside><galley-related-story-link><a href="/one"><span data-part="kind">Video, 2 minutes</span> One</a></galley-related-story-link></aside>
    <ul><li><galley-related-story-link kind="opinion"><img src="/i.jpg" alt=""><p><a href="/no">No</a></p><div><h3><a href="two">Two</a></h3></div><p data-part="dek">D</p><div data-part="related"><a href="/x">X</a></div></galley-related-story-link></li>
    <li><galley-related-story-link kind="nonsense"><div data-part="related"><a href="/x">X</a></div><a href="/three">Three</a></galley-related-story-link></li>
    <li><galley-related-story-link><a href="mailto:a@b.example">Mail</a></galley-related-story-link></li></ul></article>
    <galley-related-story-link><a href="/outside">Outside</a></galley-related-story-link>`);
  assert.deepEqual(related, [
    { href: 'https://courier.example/one', headline: 'One', kind: 'article' },
    { href: 'https://courier.example/2026/two', headline: 'Two', kind: 'opinion' },
    { href: 'https://courier.example/three', headline: 'Three', kind: 'article' },
  ]);
});

test('which article: the one with the h1, one given, none', () => {
  const brief = (id, level) =>
    `<article id="${id}"><galley-headline-block><h${level}>${id}</h${level}></galley-headline-block><galley-captioned-figure><figure><img src="/${id}.jpg" alt=""></figure></galley-captioned-figure></article>`;
  const summary = ({ headline, figures }) => [
    headline,
    ...figures.map(({ media }) => new URL(media.src).pathname),
  ];
  const three = brief('a', 2) + brief('b', 1) + brief('c', 2);
  assert.deepEqual(summary(read(three)), ['b', '/b.jpg']);
  assert.deepEqual(summary(read(brief('a', 2) + brief('c', 2))), ['a', '/a.jpg']);
  assert.deepEqual(summary(read(three, { root: (document) => document.querySelector('#c') })), [
    'c',
    '/c.jpg',
  ]);
  const own = (document) => document.querySelector('#c galley-headline-block');
  assert.deepEqual(summary(read(three, { root: own })), ['c']);
  assert.deepEqual(
    summary(read('<galley-captioned-figure><img src="/z.jpg" alt=""></galley-captioned-figure>')),
    [undefined, '/z.jpg'],
  );
  // A comment below it is an article of its own.
  const nested = `<article><galley-headline-block><h1>Outer</h1></galley-headline-block>${brief('inner', 2)}</article>`;
  assert.deepEqual(summary(read(nested)), ['Outer']);
});

test('nothing of an advertisement, a template, what is hidden, or another element', () => {
  const picture =
    '<galley-captioned-figure><figure><img src="/ad.jpg" alt=""></figure></galley-captioned-figure>';
  const head = '<galley-headline-block><h1>Buy</h1></galley-headline-block>';
  for (const around of [
    [
      '<galley-advertisement-slot provider="house"><aside data-part="fallback">',
      '</aside></galley-advertisement-slot>',
    ],
    ['<template>', '</template>'],
    ['<noscript>', '</noscript>'],
    ['<div hidden>', '</div>'],
  ]) {
    const article = read(
      `<article>${around.join(head)}<galley-headline-block><h1>Story</h1>${around.join('<p data-part="dek">Buy</p>')}</galley-headline-block>${around.join(picture + '<galley-related-story-link><a href="/buy">Buy</a></galley-related-story-link>')}</article>`,
    );
    assert.deepEqual(article, { language: 'en', headline: 'Story', authors: [], figures: [], related: [] });
  }
  const found = read(`<article><div hidden="until-found">${head}</div></article>`);
  assert.equal(found.headline, 'Buy');
  // A figure in the head of a story has parts of its own.
  const nested = read(
    block(
      '<h1>H</h1><galley-related-story-link><h2><a href="/o">Other</a></h2><p data-part="dek">Its dek</p><time datetime="2026-11-20">x</time></galley-related-story-link>',
    ),
  );
  assert.deepEqual([nested.headline, nested.dek, nested.published], ['H', undefined, undefined]);
});

test('the language, of the nearest lang that is one', () => {
  const language = (html) => read(html).language;
  assert.equal(language(block('<h1>H</h1>')), 'en');
  assert.equal(language(`<div lang="DE-at">${block('<h1>H</h1>')}</div>`), 'de-AT');
  assert.equal(language(block('<h1 lang="ar">H</h1>')), 'ar');
  assert.equal(language(block('<h1 lang="not a language">H</h1>')), undefined);
  assert.equal(language(block('<h1 lang="">H</h1>')), undefined);
});

test('a link around the story, or around the section, is not that of a name in it', () => {
  const article = read(
    '<article><a href="/story"><galley-headline-block><galley-section-label>Coast <b data-part="series">Walls</b></galley-section-label><h2>H</h2><span data-part="author">A</span></galley-headline-block></a></article>',
  );
  assert.deepEqual(
    [article.section, article.series, article.authors],
    [{ text: 'Coast' }, { text: 'Walls' }, [{ name: 'A' }]],
  );
});

test('a fragment is read, with the base of its document', () => {
  const root = (document) => {
    const fragment = document.createDocumentFragment();
    fragment.append(document.querySelector('article'));
    return fragment;
  };
  for (const parse of Object.values(doms)) {
    const html = block('<h1>H</h1><a data-part="author" href="a">A</a>');
    const article = readArticle(root(parse(page(html, '<base href="/base/">'))), { url });
    assert.deepEqual([article.headline, article.authors[0].url], ['H', 'https://courier.example/base/a']);
  }
});

test('addresses: resolved against the page or its base, of the web alone', () => {
  const html = block(
    '<galley-section-label><a href="s">S</a></galley-section-label><h1>H</h1><a data-part="author" href="//other.example/a">A</a>',
  );
  const found = (settings) => {
    const { section, authors } = read(html, settings);
    return [section.url, authors[0].url];
  };
  assert.deepEqual(found(), ['https://courier.example/2026/s', 'https://other.example/a']);
  assert.deepEqual(found({ head: '<base href="/base/">' }), [
    'https://courier.example/base/s',
    'https://other.example/a',
  ]);
  assert.deepEqual(found({ options: {} }), [undefined, undefined]);
  assert.deepEqual(found({ head: '<base href="javascript:alert(1)//">' }), [
    'https://courier.example/2026/s',
    'https://other.example/a',
  ]);
  assert.deepEqual(found({ options: {}, head: '<base href="http://b.example/x/">' }), [
    'http://b.example/x/s',
    'http://other.example/a',
  ]);
  assert.deepEqual(found({ options: { url: 'file:///srv/page.html' } }), [undefined, undefined]);
  assert.deepEqual(found({ options: { url: 'no address' } }), [undefined, undefined]);
});
