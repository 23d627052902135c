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
    Portraits: `
      [Opinion]
      heading 1: We should let some of the coast go, and say so before the next winter, not after it
      paragraph: Holding every line is a promise nobody can keep.
      paragraph: By [Ruth Camber] and [Idris Vane]
      paragraph: Published <20 November 2026, 06:00 GMT>. Corrected <21 November 2026, 17:10 GMT>
      paragraph: An earlier version said that the council had voted to hold the line at Port Ellery. It voted to study the question, and the vote on the line itself is in March.`,
    Bylines: `
      heading 2: One author
      paragraph: By [Maren Holt], environment editor; in Port Ellery
      heading 2: Two authors
      paragraph: By [Maren Holt], environment editor; and [Idris Vane], foreign correspondent; in Port Ellery
      heading 2: Three authors
      paragraph: By [Maren Holt], environment editor; [Idris Vane], foreign correspondent; and [Ruth Camber], columnist; in Port Ellery and Nagasaki
      heading 2: Four authors
      paragraph: By [Maren Holt], environment editor; [Idris Vane], foreign correspondent; [Ruth Camber], columnist; and [Anders Weil], data editor; in Port Ellery and Nagasaki
      heading 2: Five authors
      paragraph: By [Maren Holt], environment editor; [Idris Vane], foreign correspondent; [Ruth Camber], columnist; [Anders Weil], data editor; and [Nuria Tal], photographer; in Port Ellery and Nagasaki and Llanfairpwllgwyngyll
      heading 2: Six authors
      paragraph: By [Maren Holt], environment editor; [Idris Vane], foreign correspondent; [Ruth Camber], columnist; [Anders Weil], data editor; [Nuria Tal], photographer; and [Bartholomew Featherstonehaugh-Cholmondeley], chief political correspondent; in Port Ellery and Nagasaki and Llanfairpwllgwyngyll`,
    Rating: `
      paragraph: Theatre
      heading 1: The Tempest, and this time the storm is real
      paragraph: (image: Four stars out of five)
      ${BYLINE}`,
    Breaking: `
      heading 2: Breaking Sea wall fails at Port Ellery
      ${TIMES}`,
    GermanByline: `
      heading 1: Der Hafen, der auf die Flut zu warten lernte
      paragraph: Von [Friederike-Wilhelmine Schnitzelhuber-Oberstaufenbach], Hauptstadtkorrespondentin, und [Karl-Theodor von Hohenzollern-Sigmaringen], Wirtschaftsredakteur, in Garmisch-Partenkirchen
      paragraph: Veröffentlicht: <20. November 2026, 7:00 Uhr>`,
    Persian: `
      heading 1: زنده رودخانه به چهار متر رسید
      paragraph: شهرداری بخش پایین شهر را بسته است.
      paragraph: نوشتهٔ [سارا رستمی] و [امیر کاویانی]
      paragraph: انتشار: <شنبه ۳۰ آبان ۱۴۰۵، ساعت ۹:۳۰ به وقت گرینویچ>`,
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
      paragraph: بقلم [سلمى درويش]، محررة الشؤون البيئية، و[كريم منصور] في بورت إيليري
      paragraph: نُشر في <٢٠ نوفمبر ٢٠٢٦، ٦:٠٠ بتوقيت غرينتش>`,
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
      '<galley-headline-block><p data-part="status">Live</p><h1>A</h1></galley-headline-block>',
      /status is outside the heading.*Move it into/,
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

type Rgb = [red: number, green: number, blue: number];

/** A colour as the browser writes it, such as `rgb(143, 29, 21)`. */
const rgb = (colour: string): Rgb => (colour.match(/[\d.]+/g) ?? []).map(Number) as Rgb;

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(...colours: [Rgb, Rgb]): number {
  const [light = 0, dark = 0] = colours
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) =>
        value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    })
    .sort((a, b) => b - a);
  return light / dark;
}

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
          JSON.stringify([getComputedStyle(heading).font, heading.getBoundingClientRect().height.toFixed(1)]),
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

  const THEMES = {
    'no theme': [],
    ...Object.fromEntries(
      ['broadsheet', 'tabloid', 'magazine'].map((theme) => [
        theme,
        [
          '/packages/tokens/dist/tokens.css',
          ...(theme === 'broadsheet' ? [] : [`/packages/tokens/dist/theme-${theme}.css`]),
        ],
      ]),
    ),
  } as Record<string, string[]>;

  for (const [theme, styles] of Object.entries(THEMES)) {
    it(`sizes scale with the page between 320 and 1280 px, and never jump: ${theme}`, async () => {
      const sizes = ['display', 'large', 'medium', 'small'];
      const { document, window } = await open(
        sizes
          .map((size) => `<galley-headline-block size="${size}"><h1>A</h1></galley-headline-block>`)
          .join(''),
        {
          styles: [...styles, '/packages/headline-block/src/headline-block.css'],
          attributes: `data-theme="${theme}"`,
          width: 320,
        },
      );
      const measure = (width: number) => {
        (window.frameElement as HTMLElement).style.inlineSize = `${String(width)}px`;
        assert.equal(window.innerWidth, width);
        return sizes.map((size) => fontSize(`[size=${size}] h1`, document));
      };
      const STEP = 8;
      const least = measure(320);
      let before = least;
      for (let width = 320 + STEP; width <= 1280; width += STEP) {
        const now = measure(width);
        for (const [i, size] of sizes.entries()) {
          const growth = (now[i] ?? 0) - (before[i] ?? 0);
          assert.isAtLeast(growth, 0, `${size} at ${String(width)} px`);
          assert.isBelow(growth, STEP / 20, `${size} at ${String(width)} px`);
        }
        before = now;
      }
      // All of it is used: no narrower page has a smaller headline, and no wider one a larger.
      measure(240).forEach((size, i) => {
        assert.approximately(size, least[i] ?? 0, 0.1);
      });
      measure(1280).forEach((size, i) => {
        assert.approximately(size, before[i] ?? 0, 0.1);
      });
      measure(1600).forEach((size, i) => {
        assert.approximately(size, before[i] ?? 0, 0.1);
      });
      assert.isAbove((before[0] ?? 0) / (least[0] ?? 0), 1.4, 'display grows');
      assert.isAbove((before[1] ?? 0) / (least[1] ?? 0), 1.2, 'large grows');
      assert.deepEqual(before.slice(2), least.slice(2), 'the others do not');
      for (const widest of [least, before])
        assert.deepEqual(
          widest,
          [...widest].sort((a, b) => b - a),
        );
    });

    it(`status and quote mark can be read in light and dark: ${theme}`, async () => {
      const { document } = await open(
        ['light', 'dark']
          .map(
            (scheme) => `<div data-theme="${theme}" data-color-scheme="${scheme}">
              <galley-headline-block kind="opinion"><h1><span data-part="status">Live</span> A</h1></galley-headline-block></div>`,
          )
          .join(''),
        {
          styles: [...styles, '/packages/headline-block/src/headline-block.css'],
          css: 'div { background: var(--galley-paper, white); color: var(--galley-ink, black) }',
        },
      );
      for (const box of document.querySelectorAll('div')) {
        const ground = rgb(getComputedStyle(box).backgroundColor);
        const { color: ink } = getComputedStyle(find('h1', box));
        const { color: accent } = getComputedStyle(find('[data-part=status]', box));
        assert.isAtLeast(contrast(rgb(accent), ground), 4.5, box.dataset['colorScheme']);
        assert.equal(getComputedStyle(find('h1', box), '::before').color, accent);
        assert.equal(accent === ink, theme === 'no theme');
      }
    });
  }

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

  it('each column on a page has the same mark, and a quotation in the headline its own', async () => {
    const column = '<galley-headline-block kind="opinion"><h2>Let it go</h2></galley-headline-block>';
    const { document } = await open(`${column.repeat(3)}<p><q>A</q></p>`, {
      styles: ['/packages/headline-block/src/headline-block.css'],
      css: 'h2 { display: inline-block } q { quotes: "<" ">" "a mark that is wide" ">" }',
    });
    const widths = [...document.querySelectorAll('h2')].map((h2) => h2.getBoundingClientRect().width);
    assert.lengthOf(new Set(widths), 1);
    assert.isBelow(rect('q', document).width, 50, 'nor does the mark change quotations that follow');
  });

  it('what follows a portrait keeps its edge, to the last line of each paragraph', async () => {
    for (const dir of ['ltr', 'rtl']) {
      for (const width of [320, 800]) {
        const { document } = await open(
          `<galley-headline-block><h1>A</h1><p data-part="byline"><img data-part="portrait" src="/ruth-camber.svg" width="112" height="112" alt="">By Ruth</p>
          <p id="times">Published <time>20 November 2026, 06:00 GMT</time>. Corrected <time>21 November 2026, 17:10 GMT</time></p>
          <p id="note" data-part="correction">${DEK.repeat(3)}</p><p hidden>No</p></galley-headline-block>`,
          { styles: ['/packages/headline-block/src/headline-block.css'], attributes: `dir="${dir}"`, width },
        );
        for (const id of ['#times', '#note']) {
          const range = document.createRange();
          range.selectNodeContents(find(id, document));
          const starts = new Map<number, number>();
          for (const { top, left, right } of range.getClientRects()) {
            const start = dir === 'ltr' ? left : -right;
            starts.set(Math.round(top), Math.min(start, starts.get(Math.round(top)) ?? start));
          }
          assert.isAbove(starts.size, width < 400 ? 1 : 0);
          const edges = [...starts.values()];
          assert.approximately(Math.max(...edges), Math.min(...edges), 0.5, `${id} ${dir} ${String(width)}`);
        }
        assert.isFalse(find('[hidden]', document).checkVisibility());
      }
    }
  });

  it('a correction stands apart from the times, with a rule', async () => {
    await show(
      '<galley-headline-block><h1>A</h1><p>Published today</p><p data-part="correction">It is four.</p></galley-headline-block>',
    );
    assert.equal(find('[data-part=correction]').clientTop, 1);
    assert.isAbove(parseFloat(getComputedStyle(find('[data-part=correction]')).paddingTop), 2);
  });

  it('a byline of six wraps in a narrow page, right to left too, and each name is a link of its own', async () => {
    const six = stories.Bylines;
    for (const attributes of ['', 'dir="rtl" lang="ar"']) {
      const { document } = await open((six.render as (args: object) => string)(six.args ?? {}), {
        styles: ['/packages/headline-block/src/headline-block.css'],
        attributes,
        width: 320,
      });
      const blocks = [...document.querySelectorAll('galley-headline-block')];
      assert.deepEqual(
        blocks.map((each) => each.querySelectorAll('a[rel=author]').length),
        [1, 2, 3, 4, 5, 6],
      );
      assert.equal(document.documentElement.scrollWidth, 320);
    }
  });

  it('stays whole on paper and in columns, and a list of heads fills the columns', async () => {
    const head = `<galley-headline-block size="small"><h2>${HEADLINE}</h2><p data-part="dek">${DEK}</p></galley-headline-block>`;
    const { document } = await open(head.repeat(9), {
      styles: ['/packages/headline-block/src/headline-block.css'],
      css: 'body { columns: 3 }',
    });
    const blocks = [...document.querySelectorAll('galley-headline-block')];
    assert.lengthOf(new Set(blocks.map((each) => Math.round(each.getBoundingClientRect().left))), 3);
    for (const each of blocks) assert.lengthOf(each.getClientRects(), 1, 'in one column');
    const { breakAfter, breakInside } = getComputedStyle(find('galley-headline-block', document));
    assert.equal(breakInside, 'avoid');
    // Firefox does not know it: there a head may be the last of a page.
    if (CSS.supports('break-after', 'avoid-page')) assert.equal(breakAfter, 'avoid-page');
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
