import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { describeConduct, describeLayout } from '../../../scripts/test/fixture-conduct.ts';
import {
  assertHeard,
  dedent,
  find,
  itEmulates,
  media,
  open,
  rect,
  show,
  storiesOf,
  unseen,
} from '../../../scripts/test/fixture.ts';
import '../../section-label/src/define.ts';
import '../../timestamp/src/define.ts';
import * as stories from '../related-story-link.stories.ts';
import '../src/define.ts';

const SNOW = 'The valley that measures its snow by hand';
const HEADING = `heading 3: [${SNOW}]`;
const DEK =
  'paragraph: Every morning for forty years, someone has walked to the stake and written down a number.';
const TIME = '<19 November 2026>';
const COAST = 'heading 3: [We should let some of the coast go]\nparagraph: Ruth Camber';
const whole = [HEADING, DEK, TIME].join('\n');

const IMG = '<img src="/photos/alpine-landscape-320.jpg" width="320" height="213" alt="">';
const own = (content: string, attributes = '') =>
  `<galley-related-story-link ${attributes}>${content}</galley-related-story-link>`;
const CONTENT = `${IMG}<h3><a href="#thaw">${SNOW}</a></h3><p data-part="dek">Every morning.</p><time datetime="2026-11-19">19 November 2026</time>`;
const RELATED =
  '<ul role="list" data-part="related"><li><a href="#map">Map of the stakes</a></li><li><a href="#method">How it is measured</a></li></ul>';

describeConduct({
  name: 'related-story-link',
  stories,
  heard: {
    Inline: `
      complementary "Related story"
        ${HEADING}
        ${TIME}`,
    InlineWithImage: whole,
    InArticle: `
      paragraph: The stake stands where the cart track ends, and the snow has to be walked to. Nobody in the valley has found a better way of knowing how much of it there is.
      complementary "Related story"
        ${HEADING}
        ${TIME}
      paragraph: The notebook is the fourth. The three before it are kept in the school, in a drawer that does not lock.`,
    Compact: `
      region "Most read"
        heading 2: Most read
        list
          listitem: [${SNOW}]
          listitem: [What the last glacier guide does now]
          listitem: [A bus timetable that follows the avalanches]`,
    Card: whole,
    CardWithoutImage: whole,
    Thumbnail: whole,
    ThumbnailWithoutImage: `${HEADING}\n${DEK}`,
    Picture: HEADING,
    WithoutHeading: `[${SNOW}]`,
    Article: HEADING,
    Video: 'heading 3: [Video, 4 minutes A morning at the snow stake]',
    Audio: 'heading 3: [Listen, 22 minutes The sound of ice giving way]',
    Gallery: 'heading 3: [Gallery, 9 pictures Forty winters in one notebook]',
    Live: 'heading 3: [Live The thaw reaches the lower villages]',
    Opinion: `${COAST}\n${DEK}`,
    OpinionWithPortrait: COAST,
    OpinionInline: COAST,
    Premium: 'heading 3: [For subscribers The price of snow, farm by farm]',
    Sponsored: 'heading 3: [Paid for by the Ostrey Harbour Board How a sill keeps the sea out]',
    NewTab: 'heading 3: [The board’s own account of the flood (opens in new tab)]',
    Visited: `${HEADING}\n${DEK}`,
    List: `
      region "Mountains"
        heading 2: [Mountains]
        list
          listitem
            ${HEADING}
          listitem
            heading 3: [What the last glacier guide does now]
          listitem
            heading 3: [A bus timetable that follows the avalanches]`,
    WithRelated: `
      ${HEADING}
      ${DEK}
      list
        listitem: [Map of the stakes]
        listitem: [How it is measured]`,
    WithTimestamp: `${HEADING}\n<19 November 2026, 06:00 GMT>`,
    LongWords: 'heading 3: [Verkehrsinfrastrukturfinanzierungsgesellschaft verschiebt Grundsteinlegung]',
    LongHeadline: `heading 3: [After a winter of closed roads, three inquiries and a resignation, the council has agreed to measure the snow in the same place, at the same hour, with the same stake, as it did in 1986]\n${TIME}`,
    FailedImage: HEADING,
    FailedImageWithText: `(image: A stake with red bands, snow up to the third.)\n${HEADING}`,
    RightToLeft: `list\n${Array(3)
      .fill(
        '  listitem\n    heading 3: [فيديو، 4 دقائق الوادي الذي يقيس ثلجه بيديه]\n    paragraph: كل صباح منذ أربعين عامًا يمشي أحدهم إلى العمود ويدوّن رقمًا.',
      )
      .join('\n')}`,
    PrefetchOnHover: HEADING,
    PrefetchInView: HEADING,
  },
  content: CONTENT,
  attributes: [
    { name: 'layout', initial: 'inline', values: ['card', 'thumbnail'], seenWith: '' },
    {
      name: 'kind',
      initial: 'article',
      values: ['video', 'audio', 'gallery', 'live', 'opinion'],
      seenWith: '',
    },
    { name: 'prefetch', initial: 'none', values: ['hover', 'visible'] },
  ],
  mistakes: [
    [own('<a href="#a">A</a>', 'layout="list"'), /layout="list" is unknown.*inline, card, thumbnail/],
    [
      own('<a href="#a">A</a>', 'kind="film"'),
      /kind="film" is unknown.*article, video, audio, gallery, live, opinion/,
    ],
    [own('<a href="#a">A</a>', 'prefetch="always"'), /prefetch="always" is unknown.*none, hover, visible/],
    [
      own('<a href="https://example.org/a">A</a>', 'prefetch="hover"'),
      /leads to https:\/\/example\.org, and prefetch asks this site alone\. Name the other in <meta name="galley-prefetch" content="origins=https:\/\/example\.org">/,
    ],
    [own('<h3>A</h3>'), /no link\. Write one/],
    [own('<h3><a href="#a">A</a></h3><p><a href="#b">B</a></p>'), /two links\. Keep the one/],
    [own('<h3><a href="#a"> </a></h3>'), /link has no text\. Write the headline/],
    [own(`${IMG.replace(' alt=""', '')}<a href="#a">A</a>`), /image has no alt\. Write alt=""/],
    [own(`<a href="#a">${IMG}A</a>`), /image has a link of its own\. Put it before/],
    [own(`<a href="#a">A</a>${IMG}`), /image comes after the link\. Put it first/],
  ],
  bad: [
    own('<img src="/missing.jpg" alt=""><h3><a href="#a">A</a></h3>', 'layout="card"'),
    own('<h3>No link</h3><time datetime="yesterday">yesterday</time>', 'kind="live"'),
    own(`<a href="#a">One</a><a href="#b">Two</a>${RELATED}`),
  ],
});

describe('related story link', () => {
  for (const layout of ['inline', 'card', 'thumbnail']) {
    it(`${layout}: all of it leads to the story, and the further links are reached`, async () => {
      await show(`<div style="inline-size: 420px">${own(CONTENT + RELATED, `layout="${layout}"`)}</div>`);
      await find<HTMLImageElement>('img').decode();
      const { left, right, top, bottom, width, height } = rect('galley-related-story-link');
      const at = (x: number, y: number) => document.elementFromPoint(x, y)?.closest('a')?.hash;
      for (const [x, y] of [
        [left + 4, top + 2],
        [right - 2, top + 2],
        [left + width / 2, top + height / 2 - 20],
      ] as const) {
        assert.equal(at(x, y), '#thaw', `${String(x)} ${String(y)}`);
      }
      for (const part of ['img', '[data-part=dek]', 'time']) {
        const box = rect(part);
        assert.equal(at(box.left + 3, box.top + box.height / 2), '#thaw', part);
      }
      assert.isBelow(rect('[data-part=related]').bottom, bottom + 1);
      for (const hash of ['#map', '#method']) {
        const link = rect(`[href="${hash}"]`);
        assert.equal(at(link.left + 5, link.top + link.height / 2), hash);
      }
    });
  }

  it('a further link is a target of 24 px, and none lies in another', async () => {
    await show(own(CONTENT + RELATED));
    const [first, second] = [...document.querySelectorAll('li')].map((item) => item.getBoundingClientRect());
    assert.isAtLeast(first?.height ?? 0, 24);
    assert.isAtLeast(second?.top ?? 0, first?.bottom ?? 0);
  });

  it('the keyboard stops once at the story, then at each further link', async () => {
    await show(`<button>Before</button>${own(CONTENT + RELATED, 'layout="card"')}<button>After</button>`);
    find('button').focus();
    const stops: string[] = [];
    for (let i = 0; i < 4; i++) {
      await sendKeys({ press: 'Tab' });
      stops.push(document.activeElement?.textContent ?? '');
    }
    assert.deepEqual(stops, [SNOW, 'Map of the stakes', 'How it is measured', 'After']);
  });

  it('a thumbnail stands beside the text, never above or below it, at any width', async () => {
    for (const width of [320, 800]) {
      const { document } = await open(
        own(
          CONTENT.replace('Every morning.', 'Every morning for forty years. '.repeat(20)),
          'layout="thumbnail"',
        ),
        {
          styles: ['/packages/related-story-link/src/related-story-link.css'],
          width,
        },
      );
      const image = rect('img', document);
      assert.approximately(image.width / image.height, 1.5, 0.05);
      for (const part of ['h3', '[data-part=dek]', 'time']) {
        assert.isAtLeast(rect(part, document).left, image.right + 8, `${part} at ${String(width)}`);
      }
      assert.approximately(rect('h3', document).top, image.top, 8);
      assert.equal(document.documentElement.scrollWidth, width);
    }
  });

  it('a card has its picture on top, as wide as the card, and keeps its place before it loads', async () => {
    await show(
      own(CONTENT, 'layout="card"') +
        own(CONTENT.replace('alpine-landscape-320', 'missing'), 'layout="card"'),
    );
    for (const card of document.querySelectorAll('galley-related-story-link')) {
      const [image, box] = [rect('img', card), card.getBoundingClientRect()];
      assert.equal(image.width, box.width);
      assert.approximately(image.width / image.height, 1.5, 0.02);
      assert.isAtLeast(rect('h3', card).top, image.bottom);
      assert.equal(rect('h3', card).left, box.left);
    }
  });

  it('the inline layout has a rule at its start, and the others have none', async () => {
    await show(own(CONTENT) + own(CONTENT, 'layout="card"') + own(CONTENT, 'layout="thumbnail"'));
    const widths = [...document.querySelectorAll('galley-related-story-link')].map((each) => each.clientLeft);
    assert.isAtLeast(widths[0] ?? 0, 1);
    assert.deepEqual(widths.slice(1), [0, 0]);
  });

  it('without a picture the text takes its place', async () => {
    await show(own('<h3><a href="#a">A</a></h3>', 'layout="thumbnail"'));
    assert.equal(rect('h3').left, rect('galley-related-story-link').left);
  });

  it('mirrors from right to left', async () => {
    await show(
      `<div dir="rtl" lang="ar">${own(CONTENT, 'layout="thumbnail"')}${own('<h3><a href="#a">الثلج</a></h3>')}</div>`,
    );
    const { right } = rect('galley-related-story-link');
    assert.equal(rect('img').right, right);
    assert.isAtMost(rect('h3').right, rect('img').left - 8);
    assert.isAtMost(rect('galley-related-story-link:last-child a').right, right - 16);
  });

  it('an icon is drawn for each kind but an article, and is not heard', async () => {
    await show(
      ['article', 'video', 'audio', 'gallery', 'live', 'opinion']
        .map((kind) => own(`<h3><a href="#a">Story</a></h3>`, `kind="${kind}"`))
        .join(''),
    );
    await assertHeard(Array(6).fill('heading 3: [Story]').join('\n'));
    const marks = [...document.querySelectorAll('a')].map((link) => {
      const { content, clipPath } = getComputedStyle(link, '::before');
      return content === 'none' ? 'none' : `${content} ${clipPath}`;
    });
    assert.equal(marks[0], 'none');
    assert.lengthOf(new Set(marks), 6);
  });

  it('a link without a heading is set as a headline, bare or in a paragraph', async () => {
    await show(
      own('<h3><a href="#a">Story</a></h3>') +
        own('<a href="#a">Story</a>') +
        own('<p><a href="#a">Story</a></p><p data-part="dek">Words</p>'),
    );
    const faces = [...document.querySelectorAll('a')].map((link) => {
      const { fontSize, fontWeight, lineHeight, color } = getComputedStyle(link);
      return [fontSize, fontWeight, lineHeight, color].join(' ');
    });
    assert.lengthOf(new Set(faces), 1, faces.join());
    assert.isBelow(
      parseFloat(getComputedStyle(find('[data-part=dek]')).fontSize),
      parseFloat(faces[0] ?? ''),
    );
  });

  it('each column has the same quote mark, however many there are', async () => {
    await show(own('<h3><a href="#a">Story</a></h3>', 'layout="card" kind="opinion"').repeat(3));
    const [first, ...others] = [...document.querySelectorAll('a')].map((link) => {
      const words = document.createRange();
      words.selectNodeContents(link);
      return words.getBoundingClientRect().left - rect('h3').left;
    });
    assert.isAbove(first ?? 0, 3);
    assert.deepEqual(others, [first, first]);
  });

  it("a column's picture is a portrait, square in each layout", async () => {
    await show(
      ['inline', 'thumbnail', 'card']
        .map((layout) =>
          own('<img src="/ruth-camber.svg" alt=""><a href="#a">A</a>', `layout="${layout}" kind="opinion"`),
        )
        .join(''),
    );
    for (const { offsetWidth, offsetHeight } of document.querySelectorAll('img'))
      assert.approximately(offsetWidth, offsetHeight, 1);
  });

  it('a picture that does not load keeps its box, with and without a text, and one that is hidden has none', async () => {
    for (const layout of ['inline', 'thumbnail', 'card']) {
      await show(
        ['', 'Snow']
          .map((alt) =>
            own(`<img src="/missing.jpg" alt="${alt}"><h3><a href="#a">A</a></h3>`, `layout="${layout}"`),
          )
          .join(''),
      );
      for (const image of document.querySelectorAll('img')) {
        if (!image.complete)
          await new Promise((resolve) => {
            image.addEventListener('error', resolve);
          });
        const { width, height } = image.getBoundingClientRect();
        assert.approximately(width / height, 1.5, 0.05, `${layout} ${image.alt}`);
      }
      await show(
        own(`${IMG.replace('<img', '<img hidden')}<h3><a href="#a">A</a></h3>`, `layout="${layout}"`),
      );
      assert.isFalse(find('img').checkVisibility(), layout);
    }
  });

  it('further links are underlined, the story when a pointer is on it', async () => {
    await show(own(CONTENT + RELATED));
    const lines = [...document.querySelectorAll('a')].map(
      (link) => getComputedStyle(link).textDecorationLine,
    );
    assert.deepEqual(lines, ['none', 'underline', 'underline']);
  });

  it('what has been read is quiet', () => {
    // A browser tells no script what has been visited, so this reads the rule.
    const nested = ({ cssRules }: { cssRules?: CSSRuleList }): Partial<CSSStyleRule>[] =>
      [...(cssRules ?? [])].flatMap((rule) => [rule, ...nested(rule as CSSStyleRule)]);
    const rules = [...document.styleSheets].flatMap(nested);
    const visited = rules.filter(({ selectorText }) => selectorText?.includes(':visited'));
    assert.deepEqual(
      visited.map(({ selectorText, style }) => `${selectorText ?? ''} ${style?.color ?? ''}`),
      ['& a:where(:visited) var(--galley-quiet, inherit)'],
    );
  });

  it('a group has one stop for its title and one for each story', async () => {
    const group = storiesOf(stories).find(({ name }) => name === 'List');
    await show(`<button>Before</button>${group?.html ?? ''}<button>After</button>`);
    find('button').focus();
    const stops: string[] = [];
    for (let i = 0; i < 5; i++) {
      await sendKeys({ press: 'Tab' });
      stops.push(document.activeElement?.textContent ?? '');
    }
    assert.deepEqual(
      stops.map((words) => words.split(' ')[0]),
      ['Mountains', 'The', 'What', 'A', 'After'],
    );
  });

  itEmulates('on paper every word of every story is there', async () => {
    await media({ media: 'print' });
    try {
      for (const { name, html } of storiesOf(stories)) assert.deepEqual(unseen(await show(html)), [], name);
    } finally {
      await media({});
    }
  });

  itEmulates('in forced colours an icon has the colour of the link', async () => {
    await media({ 'forced-colors': 'active' });
    try {
      await show(
        ['video', 'audio', 'gallery', 'live', 'opinion']
          .map((kind) => own('<h3><a href="#a">Story</a></h3>', `kind="${kind}"`))
          .join(''),
      );
      for (const link of document.querySelectorAll('a'))
        assert.equal(getComputedStyle(link, '::before').borderTopColor, getComputedStyle(link).color);
    } finally {
      await media({});
    }
  });

  it('asks ahead from the head: the HTML of the author, and the focus, are as they were', async () => {
    const {
      document: page,
      load,
      window: view,
    } = await open(own('<h3><a href="/packages/">A</a></h3>', 'prefetch="hover"'));
    const before = page.body.innerHTML;
    await load('/packages/related-story-link/src/define.ts');
    await load('/packages/related-story-link/src/prefetch.ts');
    const added = () => page.head.querySelectorAll('link[rel=prefetch], script[type=speculationrules]');
    assert.lengthOf(added(), 0);
    find('a', page).dispatchEvent(new view.PointerEvent('pointerdown', { bubbles: true }));
    assert.lengthOf(added(), 1);
    assert.equal(page.body.innerHTML, before);
    assert.equal(page.activeElement, page.body);
    find('galley-related-story-link', page).remove();
    await Promise.resolve();
    assert.lengthOf(added(), 0);
  });

  it('does not reach into Galley elements that it holds', async () => {
    const label = '<galley-section-label><a href="#section">Coast</a></galley-section-label>';
    await show(own(`${label}<h3><a href="#a">A</a></h3>`, 'kind="video"'));
    assert.equal(getComputedStyle(find('[href="#section"]'), '::after').content, 'none');
    assert.equal(getComputedStyle(find('[href="#section"]'), '::before').content, 'none');
    const stamp = '<galley-timestamp><time datetime="2026-11-19">19 November 2026</time></galley-timestamp>';
    await show(
      own(
        `<div data-part="related">${label}</div><h3><a href="#a">A</a></h3>${stamp}`,
        'layout="card" kind="video"',
      ),
    );
    assert.equal(getComputedStyle(find('[href="#section"]'), '::after').content, 'none');
    assert.equal(getComputedStyle(find('[href="#section"]'), '::before').content, 'none');
    assert.equal(rect('time').left, rect('galley-timestamp').left);
    await assertHeard(
      dedent(`
        [Coast]
        heading 3: [A]
        <19 November 2026>`),
    );
  });
});

describeLayout(
  'related-story-link',
  `<div style="inline-size: 600px">${['inline', 'thumbnail', 'card'].map((layout) => own(CONTENT + RELATED, `layout="${layout}"`)).join('')}</div>`,
  (page) => {
    for (const layout of ['inline', 'thumbnail', 'card']) {
      const box = find(`[layout=${layout}]`, page);
      const [host, image, heading] = [box.getBoundingClientRect(), rect('img', box), rect('h3', box)];
      assert.equal(host.width, 600);
      if (layout === 'card') {
        assert.approximately(image.width, 600, 1);
        assert.isAtLeast(heading.top, image.bottom);
        assert.equal(heading.left, host.left);
      } else {
        assert.approximately(heading.top, image.top, 8, layout);
        for (const part of ['h3', '[data-part=dek]', 'time', '[data-part=related]'])
          assert.isAtLeast(rect(part, box).left, image.right + 8, part);
        assert.isAtLeast(image.width, 75);
      }
      const rows = ['h3', '[data-part=dek]', 'time', '[data-part=related]'].map((part) => rect(part, box));
      for (const [i, row] of rows.entries()) {
        const before = rows[i - 1];
        if (before) assert.isAtLeast(row.top, before.bottom, 'in order');
        if (before) assert.isAtMost(row.top - before.bottom, 12, 'close together');
      }
      box.scrollIntoView();
      const { right, top } = box.getBoundingClientRect();
      assert.equal(
        page.elementFromPoint(right - 2, top + 2)?.closest('a')?.hash,
        '#thaw',
        'all of it is clickable',
      );
      const map = rect('[href="#map"]', box);
      assert.equal(page.elementFromPoint(map.left + 5, map.top + map.height / 2)?.closest('a')?.hash, '#map');
      assert.isAtMost(
        rect('[data-part=related]', box).left - (layout === 'card' ? host.left : image.right),
        24,
        'a list has no indentation',
      );
    }
  },
);
