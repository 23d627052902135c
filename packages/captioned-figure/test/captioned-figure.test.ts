import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { describeConduct, describeLayout } from '../../../scripts/test/fixture-conduct.ts';
import {
  assertHeard,
  isChromium,
  itEmulates,
  dedent,
  find,
  media,
  open,
  outline,
  painted,
  places,
  rect,
  show,
} from '../../../scripts/test/fixture.ts';
import '../../timestamp/src/define.ts';
import * as stories from '../captioned-figure.stories.ts';
import '../src/define.ts';

const IMAGE = '(image: Wooden boats moored side by side in a harbour, hills behind them.)';
const CAPTION =
  'figcaption: Boats in the inner harbour, where the tide still sets the working day. Photograph: public domain';
const TEXT =
  'paragraph: The harbour office keeps two clocks. One shows the hour; the other, painted on a tin disc, shows the height of the water, and it is the second that people look at first.';
const figure = (...parts: string[]) => ['figure', ...parts.map((part) => `  ${part}`)].join('\n');
const inText = (...parts: string[]) => [figure(...parts), TEXT, TEXT, TEXT].join('\n');
const COVER = 'Graphic image: a destroyed house';

const IMG = '<img src="/photos/nagasaki-boats-640.jpg" width="1024" height="819" alt="Boats">';
const CREDIT = '<small data-part="credit">A photographer</small>';
const plain = figure(IMAGE, CAPTION);
const own = (content: string, attributes = '') =>
  `<galley-captioned-figure ${attributes}><figure>${content}</figure></galley-captioned-figure>`;
const covered = `<details data-part="cover"><summary>${COVER}</summary>${IMG}</details><figcaption>A caption. ${CREDIT}</figcaption>`;

describeConduct({
  name: 'captioned-figure',
  stories,
  heard: {
    Column: plain,
    Wide: inText(IMAGE, CAPTION),
    Full: inText(IMAGE, CAPTION),
    Start: inText(IMAGE, CAPTION),
    End: inText(IMAGE, CAPTION),
    Thumbnail: inText(IMAGE, 'figcaption: Photograph: public domain'),
    Picture: plain,
    Linked: figure(`[${IMAGE}]`, CAPTION),
    Video: figure('(video)', 'figcaption: The valley in the week before the thaw. Photograph: public domain'),
    Ratio16To9: plain,
    Ratio4To3: plain,
    Ratio3To2: plain,
    Ratio1To1: plain,
    Ratio4To5: plain,
    Ratio9To16: inText(IMAGE, CAPTION),
    CreditOver: figure(
      IMAGE,
      'figcaption: Photograph: public domain Boats in the inner harbour, where the tide still sets the working day.',
    ),
    CreditOverWide: inText(IMAGE, 'figcaption: Photograph: public domain Boats in the inner harbour.'),
    CreditAlone: figure(IMAGE, 'figcaption: Photograph: public domain'),
    CaptionAlone: figure(IMAGE, 'figcaption: Boats in the inner harbour.'),
    CaptionFirst: figure(CAPTION, IMAGE),
    CaptionInWrapper: figure(IMAGE, 'figcaption: Photograph: public domain Boats in the inner harbour.'),
    WrappedCaption: figure(
      IMAGE,
      'figcaption',
      '  paragraph: Boats in the inner harbour. Photograph: public domain',
    ),
    Rights: figure(
      IMAGE,
      'figcaption: Boats in the inner harbour. Photograph: public domain [CC0] Sharpened by machine.',
    ),
    LongCaption: figure(
      IMAGE,
      'figcaption',
      '  Boats in the inner harbour. Photograph: public domain',
      '  group',
      '    summary, closed: More about this picture',
    ),
    Covered: figure('group', `  summary, closed: ${COVER}`, CAPTION),
    CoveredWide: inText('group', `  summary, closed: ${COVER}`, CAPTION),
    Uncovered: figure('group', `  summary, open: ${COVER}`, `  ${IMAGE}`, CAPTION),
    FailedImage: [plain, 'status', 'button: Try again'].join('\n'),
    Zoomable: ['button "Enlarge picture 1": +', plain].join('\n'),
    ZoomableWide: ['button "Enlarge picture 1": +', inText(IMAGE, CAPTION)].join('\n'),
    ZoomableCaptionFirst: ['button "Enlarge picture 1": +', figure(CAPTION, IMAGE)].join('\n'),
    ZoomableArabic: [
      'button "تكبير الصورة 1": +',
      figure(
        '(image: قوارب خشبية راسية جنبا إلى جنب في ميناء.)',
        'figcaption: قوارب في الميناء الداخلي. تصوير: ملكية عامة',
      ),
    ].join('\n'),
    ZoomSeries: dedent(`
      article
        button "Enlarge picture 1": +
        figure
          ${IMAGE}
          ${CAPTION}
        figure
          group
            summary, closed: ${COVER}
          ${CAPTION}
        button "Enlarge picture 3": +
        figure
          (image: A valley of firs below a snow field.)
          figcaption: The valley in the week before the thaw. Photograph: public domain`),
    CoveredSeries: dedent(`
      article
        button: Show all 2 covered pictures
        figure
          group
            summary, closed: ${COVER}
          figcaption: The street after the attack. Photograph: public domain
        button: Show all 2 covered pictures
        figure
          group
            summary, closed: ${COVER}
          figcaption: The street after the attack. Photograph: public domain`),
    Placeholder: plain,
    LongDescription: figure(
      IMAGE,
      'figcaption',
      '  Boats in the inner harbour. Photograph: public domain',
      '  group',
      '    summary, closed: Description of this picture',
    ),
    Audio: figure(
      'audio',
      '  button "play"',
      '  slider "audio time scrubber"',
      '  button "mute"',
      '  button "show more media controls"',
      'figcaption: The bells of the harbour chapel. Recording: public domain',
    ),
  },
  unseen: {
    LongDescription: () => [
      'Four boats lie side by side, their bows to the quay. Behind them a row of low ho',
    ],
    LongCaption: () => ['The plate was made from the quay steps in the first years of dry collodion, when'],
  },
  content: `<figure>${IMG}<figcaption>${CREDIT} A caption of some words.</figcaption></figure>`,
  attributes: [
    {
      name: 'layout',
      initial: 'column',
      values: ['wide', 'full', 'start', 'end', 'thumbnail'],
      seenWith: 'style="--galley-page: 100vw; --galley-wide: 780px; max-inline-size: 600px"',
    },
    { name: 'ratio', initial: 'none', values: ['16:9', '4:3', '3:2', '1:1', '4:5', '9:16'], seenWith: '' },
    { name: 'credit', initial: 'below', values: ['over'], seenWith: '' },
    { name: 'zoomable', initial: false, values: [''] },
  ],
  mistakes: [
    [own(IMG, 'layout="huge"'), /layout="huge" is unknown.*column, wide, full, start, end, thumbnail/],
    [own(IMG, 'ratio="2:1"'), /ratio="2:1" is unknown.*none, 16:9, 4:3, 3:2, 1:1, 4:5, 9:16/],
    [own(IMG, 'credit="under"'), /credit="under" is unknown.*below, over/],
    [`<galley-captioned-figure>${IMG}</galley-captioned-figure>`, /no figure\. Write <figure>/],
    [own('<figcaption>A caption</figcaption>'), /no picture\. Write/],
    [own(`${IMG}<figcaption>A</figcaption><figcaption>B</figcaption>`), /two captions\. Keep one/],
    [
      `<galley-captioned-figure><figure>${IMG}</figure><figcaption>A</figcaption></galley-captioned-figure>`,
      /caption is outside the figure\. Move/,
    ],
    [own(IMG.replace(' alt="Boats"', '')), /no alt\. Describe/],
    [own(`${IMG.replace('Boats', '')}<figcaption>A</figcaption>`), /a caption has alt=""\. Describe/],
    [
      own('<video width="16" height="9"></video>', 'zoomable'),
      /zoomable without a picture to enlarge\. Take/,
    ],
    [own(IMG.replace('width="1024"', '')), /no width and height.*Write both, or a ratio/],
    [own('<video width="640"></video>'), /a video has no width and height.*Write both, or a ratio/],
    [
      own('<video poster="/photos/alpine-landscape-640.jpg" width="1024" height="683"></video>'),
      /another shape than its width and height when its poster comes.*size of the poster, or a ratio/,
    ],
    [own(`${IMG}${CREDIT}`), /credit is outside the caption\. Move/],
    [own(covered.replace(/<summary>.*<\/summary>/, '')), /cover has no summary\. Say/],
  ],
  bad: [
    own('<img src="/missing.jpg" alt="Words for a picture that is not there"><figcaption>A</figcaption>'),
    own('<img src="/missing.jpg" alt="">', 'ratio="16:9"'),
    own(`<img src="/missing.jpg" width="640" height="0" alt="A">`, 'layout="wide"'),
    own('<details data-part="cover"><summary></summary></details>'),
    own('<video></video><figcaption></figcaption>', 'credit="over"'),
    '<galley-captioned-figure credit="over"><figcaption><small data-part="credit">No picture</small></figcaption></galley-captioned-figure>',
  ],
});

/** A page with a column of 640 px, which may grow narrower. */
const column = (html: string, width: number, css = '', attributes = '') =>
  open(`<div id="page"><div id="column">${html}<p>${'Text beside and below. '.repeat(40)}</p></div></div>`, {
    styles: ['/packages/captioned-figure/src/captioned-figure.css'],
    css: `body { margin: 0 } #page { container-type: inline-size } #column { --galley-page: 100cqi; max-inline-size: 640px; margin: auto; padding: 0 20px; display: flow-root } p { margin: 0 } ${css}`,
    width,
    attributes,
  });

const CAPTIONED = `${IMG}<figcaption>A caption. ${CREDIT}</figcaption>`;

describe('captioned figure', () => {
  for (const [width, wide] of [
    [1280, 960],
    [360, 360],
  ] as const) {
    it(`at ${String(width)} px: the picture is as wide as its layout says, the caption as the column, and nothing scrolls`, async () => {
      const { document } = await column(
        ['column', 'wide', 'full'].map((layout) => own(CAPTIONED, `layout="${layout}"`)).join(''),
        width,
      );
      const text = rect('p', document);
      for (const [layout, expected] of [
        ['column', text.width],
        ['wide', wide],
        ['full', width],
      ] as const) {
        const image = rect(`[layout=${layout}] img`, document);
        assert.approximately(image.width, expected, 0.5, layout);
        assert.approximately(
          image.left + image.right,
          text.left + text.right,
          1,
          `${layout} is centred on the column`,
        );
        assert.approximately(image.height, (image.width * 819) / 1024, 0.5, `${layout} keeps its shape`);
        const caption = rect(`[layout=${layout}] figcaption`, document);
        assert.deepEqual(
          [caption.left, caption.right],
          [text.left, text.right],
          `${layout}: the caption's edges`,
        );
        assert.approximately(caption.top, image.bottom, 1);
      }
      assert.equal(document.documentElement.scrollWidth, width);
    });

    it(`at ${String(width)} px: beside the text where there is room, else in the column`, async () => {
      for (const layout of ['start', 'end', 'thumbnail']) {
        const { document } = await column(own(CAPTIONED, `layout="${layout}"`), width);
        const text = rect('p', document);
        const image = rect('img', document);
        if (width < 600 && layout !== 'thumbnail') {
          assert.approximately(image.width, text.width, 0.5, layout);
          continue;
        }
        assert.isBelow(image.width, text.width / 2 + 1, layout);
        assert.equal(
          layout === 'end' ? image.right : image.left,
          layout === 'end' ? text.right : text.left,
          layout,
        );
        const lines = document.createRange();
        lines.selectNodeContents(find('p', document));
        const beside = [...lines.getClientRects()].filter((line) => line.top < image.bottom);
        assert.isNotEmpty(beside, layout);
        for (const line of beside) {
          if (layout === 'end') assert.isAtMost(line.right, image.left - 16);
          else assert.isAtLeast(line.left, image.right + 16);
        }
        assert.equal(document.documentElement.scrollWidth, width);
      }
    });
  }

  it('without a page around it, wide and full are as wide as the column', async () => {
    const { document } = await column(
      own(CAPTIONED, 'layout="wide"') + own(CAPTIONED, 'layout="full"'),
      1280,
      '#column { --galley-page: initial }',
    );
    for (const layout of ['wide', 'full'])
      assert.equal(rect(`[layout=${layout}] img`, document).width, rect('p', document).width);
  });

  it('start and end change sides from right to left', async () => {
    for (const layout of ['start', 'end']) {
      const { document } = await column(
        own(CAPTIONED, `layout="${layout}" credit="over"`),
        1280,
        '',
        'dir="rtl"',
      );
      const [image, text, credit] = [
        rect('img', document),
        rect('p', document),
        rect('[data-part=credit]', document),
      ];
      assert.equal(layout === 'end' ? image.left : image.right, layout === 'end' ? text.left : text.right);
      assert.approximately(credit.left, image.left, 0.5, 'the credit is in the end corner');
    }
  });

  for (const [ratio, value] of [
    ['16:9', 16 / 9],
    ['4:3', 4 / 3],
    ['3:2', 3 / 2],
    ['1:1', 1],
    ['4:5', 4 / 5],
    ['9:16', 9 / 16],
  ] as const) {
    it(`${ratio} crops the picture, and keeps its place before it loads`, async () => {
      await show(
        own(IMG, `ratio="${ratio}"`) +
          own('<img src="/missing.jpg" alt="">', `ratio="${ratio}"`) +
          own(`<a href="#a"><picture>${IMG}</picture></a>`, `ratio="${ratio}"`),
      );
      for (const image of document.querySelectorAll('img')) {
        const { width, height } = image.getBoundingClientRect();
        assert.isAtLeast(width, 500);
        assert.approximately(width / height, value, 0.01);
        assert.equal(getComputedStyle(image).objectFit, 'cover');
      }
    });
  }

  it('keeps the focal point of a crop', async () => {
    await show(own(IMG, 'ratio="9:16" style="--galley-focus: 10% 90%"'));
    assert.equal(getComputedStyle(find('img')).objectPosition, '10% 90%');
  });

  it('lays a credit over the lower end corner of the picture, on an opaque ground', async () => {
    const over = `${IMG}<figcaption>${CREDIT} A caption.</figcaption>`;
    const { document, window } = await column(
      ['column', 'wide', 'full', 'start']
        .map((layout) => own(over, `credit="over" layout="${layout}"`))
        .join(''),
      1280,
    );
    for (const layout of ['column', 'wide', 'full', 'start']) {
      const [image, credit] = [
        rect(`[layout=${layout}] img`, document),
        rect(`[layout=${layout}] [data-part]`, document),
      ];
      assert.approximately(credit.right, image.right, 0.5, layout);
      assert.approximately(credit.bottom, image.bottom, 1, layout);
      assert.isAbove(credit.left, image.left);
      find(`[layout=${layout}] [data-part]`, document).scrollIntoView({ block: 'center' });
      // At its start: at the end a browser's own scrollbar may be over it.
      const { left, bottom } = rect(`[layout=${layout}] [data-part]`, document);
      const hit = document.elementFromPoint(left + 3, bottom - 3);
      assert.equal(hit?.localName, 'small', layout);
      assert.match(
        window.getComputedStyle(find(`[layout=${layout}] [data-part]`, document)).backgroundColor,
        /^rgb\(/,
      );
    }
  });

  it('moves nothing when the poster of a video comes, where its size or a ratio is written; captions stay', async () => {
    const video = (size: string, attributes = '') =>
      own(
        `<video controls preload="none" ${size}><track kind="captions" src="/captions.vtt" srclang="en" label="English"></video><figcaption>A caption.</figcaption>`,
        attributes,
      );
    await show(
      video('width="640" height="303"') +
        video('width="1024" height="683"', 'ratio="16:9"') +
        video('', 'ratio="4:3"') +
        // A browser gives this one the shape of its poster.
        video('width="1024" height="683"', 'id="other"'),
    );
    const videos = [...document.querySelectorAll('video')];
    const boxes = () =>
      videos.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return [x, y, width, height];
      });
    const before = boxes();
    assert.approximately(rect('#other video').height, (rect('#other video').width * 683) / 1024, 1);
    // Held back until now.
    for (const each of videos) each.poster = '/photos/alpine-landscape-640.jpg';
    const end = Date.now() + 5000;
    while (String(boxes().at(-1)) === String(before.at(-1)) && Date.now() < end) await painted();
    assert.deepEqual(boxes().slice(0, 3), before.slice(0, 3));
    assert.approximately(rect('#other video').height, (rect('#other video').width * 303) / 640, 1, 'it came');
    for (const each of videos) {
      assert.isTrue(each.controls);
      const [track] = each.textTracks;
      assert.deepEqual([track?.kind, track?.language, track?.label], ['captions', 'en', 'English']);
    }
  });

  it('does not lay a credit over the controls of a video', async () => {
    await show(
      own(
        `<video controls width="640" height="360"></video><figcaption>${CREDIT} A caption.</figcaption>`,
        'credit="over"',
      ),
    );
    assert.isAtLeast(rect('[data-part]').top, rect('video').bottom);
  });

  describe('cover', () => {
    const page = async (attributes = '') => {
      await show(`${own(covered, attributes)}<p>The text that follows.</p>`);
      await find<HTMLImageElement>('img').decode();
    };

    for (const attributes of [
      '',
      'ratio="16:9"',
      'ratio="9:16" layout="start"',
      'style="--galley-page: 760px" layout="wide"',
    ]) {
      it(`takes the same place closed and open: ${attributes || 'column'}`, async () => {
        await page(attributes);
        const before = {
          box: JSON.stringify(rect('details')),
          after: JSON.stringify(rect('p')),
          places: places(document).filter((place) => !place.startsWith('summary')),
        };
        assert.isAtLeast(rect('details').height, 200);
        find('summary').focus({ preventScroll: true });
        await sendKeys({ press: 'Enter' });
        assert.isTrue(find<HTMLDetailsElement>('details').open);
        assert.deepEqual(
          {
            box: JSON.stringify(rect('details')),
            after: JSON.stringify(rect('p')),
            places: places(document).filter((place) => !place.startsWith('summary')),
          },
          before,
        );
        assert.deepEqual(
          JSON.stringify(rect('img')),
          JSON.stringify(rect('details')),
          'the picture fills it',
        );
      });
    }

    it('hides the picture from everyone until the reader opens it, and closes again', async () => {
      await page();
      const closed = dedent(`
        figure
          group
            summary, closed: ${COVER}
          figcaption: A caption. A photographer
        paragraph: The text that follows.`);
      await assertHeard(closed);
      assert.isFalse(find('img').checkVisibility({ visibilityProperty: true }));
      const { x, y, width, height } = rect('details');
      for (const part of [0.1, 0.5, 0.9])
        assert.equal(document.elementFromPoint(x + width * part, y + height * part)?.localName, 'summary');

      find('summary').click();
      if (isChromium) assert.include(await outline(), '(image: Boats)');
      assert.isTrue(find('img').checkVisibility({ visibilityProperty: true }));
      assert.equal(document.elementFromPoint(x + width / 2, y + height * 0.9)?.localName, 'img');
      assert.equal(
        document.elementFromPoint(rect('summary').x + 10, rect('summary').y + 10)?.localName,
        'summary',
        'the summary stays on top',
      );

      find('summary').click();
      await assertHeard(closed);
    });

    itEmulates('is one line of text on paper', async () => {
      await page();
      await media({ media: 'print' });
      try {
        assert.isBelow(rect('details').height, 40);
        assert.isAtLeast(rect('summary').height, 10);
        assert.isFalse(find('img').checkVisibility());
        assert.isAtMost(rect('figcaption').top - rect('details').bottom, 1);
      } finally {
        await media({});
      }
    });
  });

  itEmulates('prints a picture with its caption', async () => {
    await show(own(CAPTIONED));
    await media({ media: 'print' });
    try {
      assert.isAtLeast(rect('img').height, 100);
      assert.isAtLeast(rect('figcaption').height, 10);
      assert.equal(getComputedStyle(find('galley-captioned-figure')).breakInside, 'avoid');
    } finally {
      await media({});
    }
  });

  for (const order of [
    ['captioned-figure', 'related-story-link'],
    ['related-story-link', 'captioned-figure'],
  ]) {
    it(`does not reach into Galley elements that it holds, with the stylesheets in the order ${order.join(', ')}`, async () => {
      const inner = `<galley-related-story-link layout="thumbnail"><img src="/photos/alpine-landscape-320.jpg" width="320" height="213" alt=""><h3><a href="#a">Thaw</a></h3></galley-related-story-link>`;
      const { document, window } = await open(
        inner + own(`${IMG}<figcaption>${inner}</figcaption>`, 'ratio="1:1" layout="full"'),
        {
          styles: order.map((name) => `/packages/${name}/src/${name}.css`),
        },
      );
      const [alone, within] = [...document.querySelectorAll('galley-related-story-link')].map((link) =>
        ['img', 'a'].map((part) => {
          const style = window.getComputedStyle(find(part, link));
          return [
            style.width,
            style.aspectRatio,
            style.marginLeft,
            style.display,
            style.float,
            style.textDecorationLine,
          ].join(' ');
        }),
      );
      assert.deepEqual(within, alone);
    });
  }

  it('holds a timestamp in its caption, in one line of it', async () => {
    await show(
      own(
        `${IMG}<figcaption>Taken on <galley-timestamp><time datetime="2026-11-20">20 November 2026</time></galley-timestamp>.</figcaption>`,
      ),
    );
    await assertHeard(
      dedent(`
      figure
        (image: Boats)
        figcaption: Taken on <20 November 2026>.`),
    );
    assert.isBelow(rect('figcaption').height, 40);
  });
});

describeLayout(
  'captioned-figure',
  `<div style="inline-size: 640px; margin: 0 auto; display: flow-root; --galley-page: 900px">
    ${own(CAPTIONED, 'id="column"')}${own(CAPTIONED, 'layout="wide"')}
    ${own(`${IMG}<figcaption>${CREDIT} A caption.</figcaption>`, 'credit="over" id="over"')}
    ${own(covered, 'id="cover"')}
    ${own(`${IMG}<figcaption><p>A caption</p></figcaption>`, 'layout="start" ratio="1:1"')}<p id="text">${'Text beside. '.repeat(90)}</p>
  </div>`,
  (page) => {
    const box = rect('#column', page);
    const image = (selector: string) => rect(`${selector} img`, page);
    assert.equal(box.width, 640);
    assert.approximately(image('#column').width, 640, 0.5);
    assert.approximately(image('#column').left, box.left, 0.5);
    assert.equal(rect('#column figcaption', page).left, box.left);
    assert.approximately(image('[layout=wide]').width, 900, 0.5);
    assert.approximately(image('[layout=wide]').left, box.left - 130, 0.5);
    assert.approximately(rect('#over [data-part]', page).right, image('#over').right, 4);
    assert.approximately(rect('#over [data-part]', page).bottom, image('#over').bottom, 4);
    assert.approximately(rect('#cover details', page).height, image('#cover').height, 1);
    assert.approximately(rect('#cover summary', page).height, image('#cover').height, 1);
    const start = image('[layout=start]');
    assert.approximately(start.width, start.height, 1);
    assert.approximately(start.width, 288, 1);
    assert.isAtMost(
      rect('[layout=start] figcaption', page).height,
      40,
      'a paragraph in the caption has no margin',
    );
    assert.isBelow(rect('#text', page).top, start.bottom, 'the text runs beside it');
    assert.equal(page.documentElement.scrollWidth, 1280);
  },
);
