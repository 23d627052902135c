import { assert } from 'chai';
import { describeConduct, describeLayout } from '../../../scripts/test/fixture-conduct.ts';
import { itEmulates, media, open, rect, show, unseen } from '../../../scripts/test/fixture.ts';
import * as stories from '../advertisement-slot.stories.ts';
import '../src/define.ts';
import { HEIGHTS } from '../src/sizes.ts';

const HOUSE = `
  complementary "From The Galley Post"
    paragraph: Reporting like this is paid for by its readers.
    paragraph: [Support the newsroom]`;
const FALLBACK = '<aside data-part="fallback" aria-label="A house"><p>A promotion of the house.</p></aside>';
const HIDDEN = () => ['Reporting like this is paid for by its readers.', 'Support the newsroom'];
const own = (attributes: string, content = FALLBACK) =>
  `<galley-advertisement-slot ${attributes}>${content}</galley-advertisement-slot>`;

describeConduct({
  name: 'advertisement-slot',
  stories,
  heard: {
    House: HOUSE,
    None: HOUSE,
    SizesByWidth: HOUSE,
    ReserveMin: HOUSE,
    ReserveMax: HOUSE,
    ReserveNone: HOUSE,
    OwnSize: HOUSE,
    Disabled: '',
    AdFree: '',
    Reserved: '',
    // No adapter is registered here: the fallback is what there is.
    Filled: HOUSE,
    AwaitingConsent: HOUSE,
    Queued: HOUSE,
    Viewable: HOUSE,
    Refreshing: HOUSE,
    Destroyed: `
      paragraph: The slot that stood here has been taken out.
${HOUSE.slice(1).replaceAll(/^/gm, '    ')}`,
    Smaller: HOUSE,
    Requesting: HOUSE,
    Empty: HOUSE,
    Collapsed: HOUSE,
    Kept: HOUSE,
    Blocked: HOUSE,
    Failed: HOUSE,
    Denied: HOUSE,
    Limited: HOUSE,
    Eager: HOUSE,
    Lazy: HOUSE,
    Refreshed: HOUSE,
    Explained: HOUSE,
    Sponsored: HOUSE,
    OwnPromotion: HOUSE,
    Political: HOUSE,
    PoliticalUndeclared: HOUSE,
    Landmark: HOUSE,
    Dismissible: HOUSE,
    Sticky: HOUSE,
    Arabic: HOUSE,
  },
  unseen: { Disabled: HIDDEN, AdFree: HIDDEN },
  content: FALLBACK,
  attributes: [
    { name: 'provider', initial: 'none', values: ['house', 'iframe'] },
    { name: 'sizes', initial: '', values: ['300x250', '320x100 320x50'], seenWith: 'provider="house"' },
    {
      name: 'medium-sizes',
      property: 'mediumSizes',
      initial: '',
      values: ['728x90'],
      seenWith: 'provider="house"',
    },
    {
      name: 'large-sizes',
      property: 'largeSizes',
      initial: '',
      values: ['970x250'],
      seenWith: 'provider="house" style="inline-size: 1000px"',
    },
    {
      name: 'reserve',
      initial: 'max',
      values: ['min', 'none'],
      seenWith: 'provider="house" sizes="300x250 320x50"',
    },
    { name: 'disabled', initial: false, values: [''], seenWith: '' },
  ],
  mistakes: [
    [own('reserve="most"'), /reserve="most" is unknown.*max, min, none/],
    [
      own('provider="house" sizes="300x250, 320x50"'),
      /sizes="300x250, 320x50" is not a list of sizes\. Write width by height/,
    ],
    [own('medium-sizes="wide"'), /medium-sizes="wide" is not a list/],
    [own('large-sizes="wide"'), /large-sizes="wide" is not a list/],
    [own('provider="house" sizes="580x400"'), /reserves nothing, so the page moves.*--galley-ad-block-size/],
    [
      own('provider="house" sizes="300x250 300x400"'),
      /nothing is reserved for a height of 400 px.*--galley-ad-block-size/,
    ],
    [
      own('provider="iframe" src="https://ads.example/" sizes="2000x250"'),
      /none of its sizes is as narrow as it is, \d+ px.*Write a narrower/,
    ],
    [own('provider="gpt" sizes="300x250" kind="house"'), /has no label.*label="/],
    [own('loading="soon"'), /loading="soon" is unknown.*lazy, eager/],
    [own('when-empty="hide"'), /when-empty="hide" is unknown/],
    [own('consent="maybe"'), /consent="maybe" is unknown/],
    [own('kind="native"'), /kind="native" is unknown/],
    [own('refresh-interval="5"'), /refresh-interval="5" is not 30 seconds/],
    [
      own('provider="iframe" sizes="300x250" src="/page.html"'),
      /src="\/page.html" is not a page of another origin/,
    ],
    [own('', '<script type="application/json" data-part="options">{ a }</script>'), /options are no JSON/],
    [own('kind="political"'), /political advertisement has no notice/],
    [own('', `<div>${FALLBACK}</div>`), /fallback is not a child of it\. Write/],
    [own('provider="house" sizes="300x250"', ''), /house has nothing to show\. Write/],
  ],
  wrongStories: ['Reserved', 'PoliticalUndeclared'],
  bad: [
    own('provider="house" sizes="x x x"'),
    own('provider="house" sizes="99999x99999 -1x-1"'),
    own('provider="house" sizes="300x250" reserve="☃"', `<p>Words.</p>${FALLBACK}`),
  ],
});

const STYLES = ['/packages/advertisement-slot/src/advertisement-slot.css'];

/** The table that the stylesheet is generated from. */
const [, table = ''] = /SIZES = \[([^\]]*)\]/.exec(await (await fetch('/scripts/ad-sizes.mjs')).text()) ?? [];
const SIZES = [...table.matchAll(/(\d+)x(\d+)/g)].map(([size, , height]) => ({
  size,
  height: Number(height),
}));

describe('advertisement slot', () => {
  it('knows the sizes of the IAB', () => {
    const sizes = SIZES.map(({ size }) => size);
    assert.sameMembers([...new Set(SIZES.map(({ height }) => height))], HEIGHTS);
    assert.includeMembers(sizes, ['300x250', '320x50', '728x90', '970x250', '160x600', '300x600']);
  });

  for (const reserve of ['max', 'min', 'none'] as const) {
    for (const width of [360, 800, 1000]) {
      it(`reserves the height of each size and 24 px of label, ${reserve}, in a place of ${String(width)} px`, async () => {
        const tiers = ['sizes', 'medium-sizes', 'large-sizes'];
        const active = width >= 970 ? 2 : width >= 728 ? 1 : 0;
        const cases = SIZES.flatMap(({ size, height }) =>
          tiers.map((tier, i) => ({
            attributes: i ? `sizes="320x50" ${tier}="${size}"` : `sizes="${size}"`,
            height: reserve === 'none' ? 0 : (i <= active ? height : 50) + 24,
          })),
        );
        const [first] = SIZES;
        for (const { size, height } of SIZES) {
          const pair = [first?.height ?? 0, height];
          cases.push({
            attributes: `sizes="${size} ${first?.size ?? ''}"`,
            height: reserve === 'none' ? 0 : Math[reserve](...pair) + 24,
          });
        }
        cases.push({
          attributes: 'sizes="320x50" medium-sizes="728x90" large-sizes="970x250"',
          height: reserve === 'none' ? 0 : ([50, 90, 250][active] ?? 0) + 24,
        });
        const { document } = await open(
          `<div style="inline-size: ${String(width)}px">${cases.map(({ attributes }) => own(`provider="iframe" reserve="${reserve}" ${attributes}`, '')).join('')}</div>`,
          { styles: STYLES },
        );
        const slots = [...document.querySelectorAll('galley-advertisement-slot')];
        const found = slots.map((slot, i) => ({
          attributes: cases[i]?.attributes,
          height: slot.getBoundingClientRect().height,
        }));
        assert.deepEqual(found, cases);
      });
    }
  }

  it('keeps what the page reserves for a size of its own', async () => {
    await show(own('provider="iframe" sizes="580x400" style="--galley-ad-block-size: 400px"', ''));
    assert.equal(rect('galley-advertisement-slot').height, 424);
  });

  it('shows the fallback in the reserved place, and grows with it', async () => {
    await show(
      own('provider="house" sizes="300x250"') +
        own('provider="house" sizes="320x50"', FALLBACK.replace('<p>', '<p style="block-size: 300px">')),
    );
    const [fits, grows] = [...document.querySelectorAll('galley-advertisement-slot')].map((slot) => ({
      slot: slot.getBoundingClientRect(),
      fallback: rect('aside', slot),
    }));
    assert.deepEqual([fits?.slot.height, fits?.fallback.top], [274, fits?.slot.top]);
    assert.isAtLeast(grows?.slot.height ?? 0, 300);
    assert.isAtLeast(grows?.slot.bottom ?? 0, grows?.fallback.bottom ?? NaN);
  });

  for (const attributes of [
    'sizes="300x250"',
    'provider="none" sizes="300x250"',
    'provider="" sizes="300x250"',
    'provider="none" large-sizes="970x250" reserve="max"',
  ]) {
    it(`takes no room without a provider: ${attributes}`, async () => {
      await show(`<p>Before</p>${own(attributes, '')}<p>After</p>`);
      const [before, after] = [...document.querySelectorAll('p')].map((each) => each.getBoundingClientRect());
      assert.equal(rect('galley-advertisement-slot').height, 0);
      const stage = await show('<p>Before</p><p>After</p>');
      const apart = rect('p:last-child').top - rect('p').bottom;
      assert.isAtMost((after?.top ?? 0) - (before?.bottom ?? 0), apart * 2);
      stage.innerHTML = own(attributes);
      assert.equal(rect('galley-advertisement-slot').height, rect('aside').height);
    });
  }

  it('is as wide as its smallest size where a container would be nothing: in a float, a flex row, an inline-block', async () => {
    const slot = own('provider="iframe" sizes="300x250 320x50"', '');
    await show(`<div style="float: left">${slot}</div><div style="display: flex"><p style="flex: 1">Text</p><div>${slot}</div></div><div style="display: inline-block">${slot}</div>
      <div style="display: flex">${slot}<p>Text</p></div>`);
    for (const each of document.querySelectorAll('galley-advertisement-slot'))
      assert.isAtLeast(each.getBoundingClientRect().width, 300, each.parentElement?.style.cssText);
  });

  for (const [attributes, width] of [
    ['medium-sizes="728x90"', 728],
    ['medium-sizes="728x90" large-sizes="970x250"', 728],
    ['large-sizes="970x250"', 970],
    ['sizes="300x250" medium-sizes="728x90"', 300],
  ] as const) {
    it(`is ${String(width)} px wide at least in a flex row: ${attributes}`, async () => {
      const { document } = await open(
        `<div style="display: flex"><p>Text</p><div>${own(`provider="iframe" ${attributes}`, '')}</div></div>`,
        { styles: STYLES, width: 1280 },
      );
      assert.equal(rect('galley-advertisement-slot', document).width, width);
    });
  }

  it('leaves a narrow page its gutters, and never scrolls it', async () => {
    for (const width of [320, 360]) {
      const { document } = await open(
        `<div style="padding: 0 16px">${own('provider="iframe" sizes="336x280 970x250"', '')}</div>`,
        { styles: STYLES, css: 'body { margin: 0 }', width },
      );
      assert.equal(document.documentElement.scrollWidth, width);
    }
  });

  it('is not there where it is disabled, the document has no advertisements, or on paper', async () => {
    const slot = own('provider="house" sizes="300x250"');
    const stage = await show(
      `${own('provider="house" sizes="300x250" disabled')}<div data-galley-ads="off">${slot}</div>${slot}`,
    );
    const heights = () =>
      [...stage.querySelectorAll('galley-advertisement-slot')].map(
        (each) => each.getBoundingClientRect().height,
      );
    assert.deepEqual(heights(), [0, 0, 274]);
    document.documentElement.dataset['galleyAds'] = 'off';
    try {
      assert.deepEqual(heights(), [0, 0, 0]);
    } finally {
      delete document.documentElement.dataset['galleyAds'];
    }
  });

  itEmulates('is not there on paper', async () => {
    const stage = await show(
      own('provider="house" sizes="300x250"') + own('provider="none" sizes="300x250"'),
    );
    await media({ media: 'print' });
    try {
      assert.deepEqual(
        [...stage.children].map((each) => each.getBoundingClientRect().height),
        [0, 0],
      );
      assert.lengthOf(unseen(stage), 2);
    } finally {
      await media({});
    }
  });

  it('has no empty box without script: the fallback alone', async () => {
    const { document } = await open(
      own('provider="iframe" sizes="300x250"', '') + own('provider="house" sizes="300x250"'),
      { styles: STYLES, script: false },
    );
    const [empty, house] = [...document.querySelectorAll('galley-advertisement-slot')].map(
      (each) => each.getBoundingClientRect().height,
    );
    assert.equal(empty, 0);
    assert.equal(house, rect('aside', document).height);
  });

  it('does not reach into Galley elements in its fallback', async () => {
    const link =
      '<galley-related-story-link layout="thumbnail"><h3><a href="#a">A</a></h3><p data-part="dek">B</p></galley-related-story-link>';
    await show(
      `<aside>${link}</aside>${own('provider="house" sizes="300x250"', `<aside data-part="fallback">${link}</aside>`)}`,
    );
    const [alone, within] = [...document.querySelectorAll('galley-related-story-link')].map((each) =>
      [...each.querySelectorAll('*')].map((part) => {
        const { display, margin, gridArea, fontSize, position } = getComputedStyle(part);
        return [
          part.localName,
          display,
          margin,
          gridArea,
          fontSize,
          position,
          part.getBoundingClientRect().height.toFixed(1),
        ].join(' ');
      }),
    );
    assert.lengthOf(alone ?? [], 3);
    assert.deepEqual(within, alone);
  });

  it('mirrors from right to left', async () => {
    await show(
      `<div dir="rtl" style="inline-size: 600px">${own('provider="house" sizes="300x250"', '<aside data-part="fallback" style="inline-size: 200px">A</aside>')}</div>`,
    );
    assert.equal(rect('aside').right, rect('galley-advertisement-slot').right);
    assert.equal(rect('galley-advertisement-slot').width, 600);
  });
});

describeLayout(
  'advertisement-slot',
  `<div style="inline-size: 600px"><div id="before">Before</div>${own('provider="house" sizes="300x250"', '<aside data-part="fallback"><p>A</p></aside>')}<div id="after">After</div>${own('sizes="300x250"', '')}</div>`,
  (page) => {
    const slot = rect('[provider]', page);
    assert.equal(slot.width, 600);
    assert.equal(slot.height, 274);
    assert.approximately(rect('aside', page).top, slot.top, 0.5);
    assert.equal(rect('aside', page).width, 600);
    assert.isAtLeast(slot.top - rect('#before', page).bottom, 16);
    assert.isAtLeast(rect('#after', page).top - slot.bottom, 16);
    assert.equal(rect('galley-advertisement-slot:not([provider])', page).height, 0);
  },
);
