import { assert } from 'chai';
import { describeConduct, describeLayout } from '../../../scripts/test/fixture-conduct.ts';
import { find, open, rect, show } from '../../../scripts/test/fixture.ts';
import '../../section-label/src/define.ts';
import '../../timestamp/src/define.ts';
import * as stories from '../headline-block.stories.ts';
import '../src/define.ts';

const HEADLINE = 'The harbour that learned to wait for the tide';
const DEK =
  'Three winters after the sea wall failed, a town of nine thousand is rebuilding more slowly than it planned, and on purpose.';
const BYLINE = 'paragraph: By [Maren Holt] and [Idris Vane], Port Ellery';
const TIMES = 'paragraph: Published <20 November 2026, 06:00 GMT>. Updated <21 November 2026, 09:30 GMT>';
const CORRECTION = 'paragraph: An earlier version gave the height of the wall as six metres. It is four.';

describeConduct({
  name: 'headline-block',
  stories,
  heard: {
    AllParts: `
      [Coast] [After the flood]
      paragraph: Port Ellery
      heading 1: ${HEADLINE}
      paragraph: ${DEK}
      paragraph: By [Maren Holt], environment editor, and [Idris Vane] in Port Ellery
      ${TIMES}. Corrected <21 November 2026, 17:10 GMT>
      ${CORRECTION}`,
    HeadlineOnly: `heading 1: ${HEADLINE}`,
    Display: `
      heading 1: ${HEADLINE}
      paragraph: ${DEK}
      ${BYLINE}
      ${TIMES}`,
    Large: `
      heading 2: ${HEADLINE}
      paragraph: ${DEK}`,
    Medium: `
      heading 3: ${HEADLINE}
      paragraph: ${DEK}`,
    Small: `heading 3: ${HEADLINE}`,
    Levels: [1, 2, 3, 4, 5, 6]
      .map((level) => `heading ${String(level)}: A headline at level ${String(level)}`)
      .join('\n'),
    Wrapped: `
      sectionheader
        [Coast]
        paragraph: Port Ellery
        heading 1: ${HEADLINE}
        paragraph: ${DEK}
        ${BYLINE}`,
    InHgroup: `
      group
        paragraph: Port Ellery
        heading 1: ${HEADLINE}
        paragraph: ${DEK}
      ${BYLINE}`,
    HgroupInHeader: `
      sectionheader
        group
          heading 1: ${HEADLINE}
          paragraph: ${DEK}
        ${BYLINE}`,
    Opinion: `
      [Opinion]
      heading 1: We should let some of the coast go
      paragraph: Holding every line is a promise nobody can keep.
      paragraph: By [Ruth Camber], [Anders Weil] and [Nuria Tal]
      ${TIMES}`,
    Live: `
      heading 1: Live River crests at four metres as wardens close the lower town
      ${BYLINE}
      ${TIMES}`,
    Feature: `
      paragraph: The long read
      heading 1: ${HEADLINE}
      paragraph: ${DEK}
      ${BYLINE}`,
    Corrected: `
      heading 1: ${HEADLINE}
      ${BYLINE}
      paragraph: Published <20 November 2026, 06:00 GMT>. Corrected <21 November 2026, 17:10 GMT>
      ${CORRECTION}`,
    TimesAlone: `
      heading 1: ${HEADLINE}
      <20 November 2026, 06:00 GMT> <21 November 2026, 09:30 GMT>`,
    LongWords: `
      heading 1: Donaudampfschifffahrtsgesellschaft verweigert Verkehrsinfrastrukturfinanzierungsgesellschaft die Zusammenarbeit
      paragraph: Das Bundesverwaltungsgericht verhandelt über die Rechtsschutzversicherungsgesellschaften.`,
    TenThousandCharacters: `heading 2: ${'Sea wall '.repeat(600)}${'x'.repeat(4600)}`,
    Arabic: `
      paragraph: الميناء
      heading 1: الميناء الذي تعلّم أن ينتظر المدّ
      paragraph: بعد ثلاثة شتاءات من انهيار السور البحري، تعيد البلدة البناء على مهل.
      paragraph: بقلم [سلمى درويش]`,
  },
  content: `<h1>${HEADLINE}</h1><p data-part="dek">${DEK}</p><p data-part="byline">By <a data-part="author" rel="author" href="#m">Maren Holt</a></p>`,
  attributes: [
    { name: 'size', initial: 'display', values: ['large', 'medium', 'small'], seenWith: '' },
    { name: 'kind', initial: 'article', values: ['opinion', 'live', 'feature'], seenWith: '' },
  ],
  mistakes: [
    [
      '<galley-headline-block size="huge"><h1>A</h1></galley-headline-block>',
      /size="huge" is unknown.*display, large, medium, small/,
    ],
    [
      '<galley-headline-block kind="news"><h1>A</h1></galley-headline-block>',
      /kind="news" is unknown.*article, opinion, live, feature/,
    ],
    [
      '<galley-headline-block><h1>A</h1><h2 data-part="dek">B</h2></galley-headline-block>',
      /dek is a heading\. Make it a paragraph/,
    ],
    ['<galley-headline-block><p>A</p></galley-headline-block>', /no heading\. Write/],
    ['<galley-headline-block><h1>A</h1><h2>B</h2></galley-headline-block>', /two headings\. Keep one/],
    [
      '<galley-headline-block><h1><span data-part="kicker">A</span> B</h1></galley-headline-block>',
      /kicker is part of the heading's text\. Move it/,
    ],
    [
      '<galley-headline-block><hgroup><h1>A</h1><ul><li>B</li></ul></hgroup></galley-headline-block>',
      /hgroup holds more.*header/,
    ],
    [
      '<galley-headline-block><h1>A</h1><p><img data-part="portrait" src="/ruth-camber.svg" width="1" height="1" alt="Ruth">Ruth</p></galley-headline-block>',
      /portrait repeats the name.*alt=""/,
    ],
  ],
  bad: [
    '<galley-headline-block><h1></h1><p data-part="dek"></p></galley-headline-block>',
    '<galley-headline-block><p data-part="byline"><img data-part="portrait" src="/missing.jpg" alt="">By a name</p></galley-headline-block>',
    '<galley-headline-block><time data-part="published" datetime="yesterday">yesterday</time></galley-headline-block>',
  ],
});

const fontSize = (selector: string, root?: Document) =>
  parseFloat(getComputedStyle(find(selector, root)).fontSize);

describe('headline block', () => {
  it('sizes descend, whatever the level', async () => {
    const sizes = ['display', 'large', 'medium', 'small'];
    await show(
      sizes
        .flatMap((size) =>
          [1, 2, 3, 4, 5, 6].map(
            (level) =>
              `<galley-headline-block size="${size}"><h${level}>${HEADLINE}</h${level}></galley-headline-block>`,
          ),
        )
        .join(''),
    );
    const found = sizes.map((size) => {
      const headings = [...document.querySelectorAll(`[size=${size}] > *`)];
      const [own, ...others] = new Set(
        headings.map((heading) =>
          JSON.stringify([getComputedStyle(heading).font, heading.getBoundingClientRect().height]),
        ),
      );
      assert.lengthOf(headings, 6);
      assert.deepEqual(others, [], size);
      return own;
    });
    const pixels = sizes.map((size) => fontSize(`[size=${size}] > *`));
    assert.deepEqual(
      pixels,
      [...pixels].sort((a, b) => b - a),
    );
    assert.lengthOf(new Set(found), 4);
  });

  it('the largest size scales with the page between 320 and 1280 px', async () => {
    const sizes: number[] = [];
    for (const width of [320, 800, 1280]) {
      const { document } = await open(`<galley-headline-block><h1>${HEADLINE}</h1></galley-headline-block>`, {
        styles: ['/packages/headline-block/src/headline-block.css'],
        width,
      });
      sizes.push(fontSize('h1', document));
    }
    assert.isBelow(sizes[0] ?? 0, sizes[1] ?? 0);
    assert.isBelow(sizes[1] ?? 0, sizes[2] ?? 0);
  });

  it('a quote mark opens a column, in the shape of its language, and is not heard', async () => {
    const opinion = (lang: string) =>
      `<galley-headline-block kind="opinion" lang="${lang}"><h1>Let it go</h1></galley-headline-block>`;
    const width = async (html: string) => {
      const stage = await show(html);
      const range = document.createRange();
      range.selectNodeContents(find('h1', stage));
      find('h1').style.display = 'inline-block';
      return rect('h1').width - range.getBoundingClientRect().width;
    };
    const [english, french] = [await width(opinion('en')), await width(opinion('fr'))];
    assert.isAbove(english, 5);
    assert.notEqual(english, french);
    assert.approximately(await width(opinion('en').replace('opinion', 'article')), 0, 0.1);
  });

  it('a portrait is round or square, beside the name and no taller than two lines of a headline', async () => {
    await show(
      `<galley-headline-block><h1>A</h1><p data-part="byline"><img data-part="portrait" src="/photos/nagasaki-boats-320.jpg" width="320" height="256" alt="">By <a data-part="author" href="#a">Ruth Camber</a></p></galley-headline-block>`,
    );
    const portrait = rect('img');
    assert.equal(portrait.width, portrait.height);
    assert.isAbove(rect('a').left, portrait.right);
    assert.isAbove(rect('a').top, portrait.top);
    assert.isBelow(rect('a').bottom, portrait.bottom);
  });

  it('a live story has a rule above it, and its status stands in the line of the headline', async () => {
    await show(
      '<galley-headline-block kind="live"><h1><span data-part="status">Live</span> River crests</h1></galley-headline-block>',
    );
    assert.isAtLeast(find('galley-headline-block').clientTop, 2);
    // One line, whatever the font draws above and below it.
    const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;
    assert.approximately(middle(rect('[data-part=status]')), middle(rect('h1')), 6);
  });

  it('does not reach into Galley elements that it holds', async () => {
    const label = '<galley-section-label><h2 id="label"><a href="#a">Coast</a></h2></galley-section-label>';
    const stamp = '<galley-timestamp><time datetime="2026-11-20">20 November 2026</time></galley-timestamp>';
    await show(`${label}<galley-headline-block>${label.replace('"label"', '"inner"')}<h1>${HEADLINE}</h1>
      <galley-advertisement-slot><h3>A house</h3><p data-part="dek">B</p></galley-advertisement-slot></galley-headline-block>`);
    assert.equal(getComputedStyle(find('#inner')).font, getComputedStyle(find('#label')).font);
    assert.equal(getComputedStyle(find('#inner a')).fontSize, getComputedStyle(find('#label a')).fontSize);
    assert.notEqual(
      getComputedStyle(find('galley-advertisement-slot h3')).fontSize,
      getComputedStyle(find('h1')).fontSize,
    );
    assert.notEqual(getComputedStyle(find('galley-advertisement-slot p')).fontSize, '20px');
    await show(
      `<galley-headline-block kind="opinion">${label}<h1>A</h1><p>${stamp}</p></galley-headline-block>`,
    );
    assert.equal(getComputedStyle(find('#label'), '::before').content, 'none');
    assert.equal(find('galley-timestamp').offsetHeight, find('time').offsetHeight);
  });

  it('mirrors from right to left', async () => {
    await show(`<div dir="rtl" lang="ar"><galley-headline-block><h1>الميناء</h1><p data-part="dek">بعد ثلاثة شتاءات.</p>
      <p data-part="byline"><img data-part="portrait" src="/ruth-camber.svg" width="112" height="112" alt=""><a data-part="author" href="#a">سلمى درويش</a></p></galley-headline-block></div>`);
    const { right } = rect('galley-headline-block');
    assert.equal(rect('[data-part=dek]').right, right);
    assert.equal(rect('img').right, right);
    assert.isBelow(rect('a').right, rect('img').left);
  });
});

describeLayout(
  'headline-block',
  `<galley-headline-block><p data-part="kicker">Port Ellery</p><h1>${HEADLINE}</h1><p data-part="dek">${DEK}</p>
  <p data-part="byline">By <a data-part="author" rel="author" href="#m">Maren Holt</a></p><p>Published <time datetime="2026-11-20">20 November 2026</time></p></galley-headline-block>
  <galley-headline-block size="small"><hgroup><h2>${HEADLINE}</h2><p data-part="dek">${DEK}</p></hgroup></galley-headline-block>`,
  (page) => {
    const parts = [
      '[data-part=kicker]',
      'h1',
      '[data-part=dek]',
      '[data-part=byline]',
      'galley-headline-block > p:last-child',
    ].map((part) => rect(part, page));
    const { left } = rect('galley-headline-block', page);
    for (const [i, part] of parts.entries()) {
      assert.equal(part.left, left, 'one edge');
      const before = parts[i - 1];
      if (before) assert.isAtLeast(part.top, before.bottom, 'in order');
      if (before) assert.isAtMost(part.top - before.bottom, 24, 'close together');
    }
    assert.isAtLeast(fontSize('h1', page), 30);
    assert.approximately(fontSize('h2', page), 18, 2);
    assert.equal(rect('h2', page).left, rect('[size=small]', page).left);
    assert.isBelow(rect('[data-part=dek]', page).width, 800, 'a line that can be read');
  },
);
