import { assert } from 'chai';
import { describeConduct, describeLayout } from '../../../scripts/test/fixture-conduct.ts';
import { find, itEmulates, media, rect, show } from '../../../scripts/test/fixture.ts';
import * as stories from '../section-label.stories.ts';
import '../src/define.ts';

const PILLARS = ['News', 'Opinion', 'Sport', 'Culture', 'Lifestyle', 'Business'];

describeConduct({
  name: 'section-label',
  stories,
  heard: {
    Link: '[World]',
    Text: 'Corrections and clarifications',
    Series: '[World] [The river]',
    GroupHeading: 'heading 2: [World]',
    Bar: '[World]',
    Pill: '[World]',
    PillWithSeries: '[World] [The river]',
    Pillars: PILLARS.map((pillar) => `[${pillar}] [${pillar}] [${pillar}]`).join(' '),
    Live: '[Live: the flood]',
    LongWords: '[Verkehrsinfrastrukturfinanzierung] [Bundesverwaltungsgerichtsentscheidungen]',
    SeveralLevels: '[World] [The river] [The ferry]',
    Sponsored: 'Paid for by the Port of Ostrey',
    Arabic: '[العالم] [النهر]',
    VisuallyHidden: 'heading 2: [World]',
  },
  content: '<a href="#world">World</a> <a data-part="series" href="#river">The river</a>',
  attributes: [
    { name: 'appearance', initial: 'text', values: ['bar', 'pill'], seenWith: '' },
    { name: 'pillar', initial: '', values: ['opinion', 'sport'], seenWith: '' },
    { name: 'live', initial: false, values: [''], seenWith: '' },
  ],
  mistakes: [
    [
      '<galley-section-label appearance="box"><a href="#a">World</a></galley-section-label>',
      /appearance="box" is unknown.*text, bar, pill/,
    ],
    ['<galley-section-label> </galley-section-label>', /it is empty\. Write/],
    [
      '<galley-section-label><a href="#a">World</a> <a href="#b">River</a></galley-section-label>',
      /two links\. Mark/,
    ],
    ['<galley-section-label><h2>World</h2><h3>River</h3></galley-section-label>', /two headings\./],
  ],
  bad: ['<galley-section-label><a>No address</a></galley-section-label>'],
});

describe('section label', () => {
  for (const [what, html] of [
    ['text', '<galley-section-label><a href="#world">World</a></galley-section-label>'],
    ['a bar', '<galley-section-label appearance="bar"><a href="#world">World</a></galley-section-label>'],
    ['a pill', '<galley-section-label appearance="pill"><a href="#world">World</a></galley-section-label>'],
    ['a heading', '<galley-section-label><h2><a href="#world">World</a></h2></galley-section-label>'],
    [
      'a series',
      '<galley-section-label><a data-part="series" href="#world">World</a></galley-section-label>',
    ],
  ] as const) {
    it(`its link is a target of 24 px, as ${what}`, async () => {
      await show(html);
      const { top, bottom, left } = rect('a');
      assert.isAtLeast(bottom - top, 24);
      for (const y of [top + 0.5, bottom - 0.5])
        assert.isTrue(document.elementFromPoint(left + 10, y) === find('a'));
    });
  }

  it('is as large with a heading of any level as without', async () => {
    await show(
      ['span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']
        .map((part) => `<galley-section-label><${part}>World</${part}></galley-section-label>`)
        .join(''),
    );
    const labels = [...document.querySelectorAll('galley-section-label')];
    assert.lengthOf(new Set(labels.map((label) => label.getBoundingClientRect().height)), 1);
    assert.lengthOf(
      new Set(labels.map((label) => getComputedStyle(label.firstElementChild as Element).font)),
      1,
    );
  });

  it('a bar spans the column, above the text; a pill holds the text alone, on a ground', async () => {
    await show(`<galley-section-label appearance="bar"><a href="#a">World</a></galley-section-label>
      <galley-section-label appearance="pill"><a href="#a">World</a></galley-section-label>`);
    const bar = find('[appearance=bar]');
    assert.equal(bar.offsetWidth, find('#stage', document).offsetWidth);
    assert.isAtLeast(bar.clientTop, 2);
    assert.isAtLeast(rect('[appearance=bar] a').top, rect('[appearance=bar]').top + 2);
    const pill = rect('[appearance=pill]');
    const text = rect('[appearance=pill] a');
    assert.isAbove(text.left - pill.left, 4);
    assert.approximately(pill.right - text.right, text.left - pill.left, 0.5);
    assert.notEqual(getComputedStyle(find('[appearance=pill]')).backgroundColor, 'rgba(0, 0, 0, 0)');
  });

  it('a series that wraps begins its line with its text', async () => {
    await show(`<div style="inline-size: 12rem"><galley-section-label><a href="#a">Environment</a>
      <a data-part="series" href="#b">Living with the river</a></galley-section-label></div>`);
    const series = find('[data-part=series]');
    const text = document.createRange();
    text.selectNodeContents(series);
    assert.isAbove(series.offsetTop, find('a').offsetTop, 'it wraps');
    assert.approximately(text.getBoundingClientRect().left, rect('a').left, 6);
    assert.equal(getComputedStyle(series, '::before').content, 'none');
  });

  itEmulates('a pill has an edge in forced colours', async () => {
    await show('<galley-section-label appearance="pill"><a href="#a">World</a></galley-section-label>');
    await media({ 'forced-colors': 'active' });
    try {
      assert.isAtLeast(find('galley-section-label').clientTop, 1);
      assert.notEqual(getComputedStyle(find('galley-section-label')).borderTopColor, 'rgba(0, 0, 0, 0)');
    } finally {
      await media({});
    }
  });

  itEmulates('a live dot moves for five seconds at most, and not at all under reduced motion', async () => {
    await show('<galley-section-label live><a href="#a">Live: the flood</a></galley-section-label>');
    const dot = () => getComputedStyle(find('galley-section-label'), '::before');
    assert.isAtLeast(parseFloat(dot().width), 0);
    assert.notEqual(dot().content, 'none');
    await media({ 'prefers-reduced-motion': 'no-preference' });
    try {
      assert.notEqual(dot().animationName, 'none');
      assert.isAtMost(parseFloat(dot().animationDuration) * Number(dot().animationIterationCount), 5);
      await media({ 'prefers-reduced-motion': 'reduce' });
      assert.equal(dot().animationName, 'none');
    } finally {
      await media({});
    }
  });

  it('mirrors from right to left', async () => {
    const html =
      '<galley-section-label appearance="pill"><a href="#a">World</a> <a data-part="series" href="#b">River</a></galley-section-label>';
    await show(`<div dir="rtl" lang="ar">${html.replace('World', 'العالم').replace('River', 'النهر')}</div>`);
    assert.isBelow(rect('[data-part=series]').right, rect('a').left);
    assert.approximately(rect('galley-section-label').right, rect('#stage', document).right, 0.1);
    assert.notEqual(getComputedStyle(find('a'), '::after').borderLeftWidth, '0px');
  });
});

describeLayout(
  'section-label',
  `<galley-section-label id="plain"><a href="#a">World</a> <a data-part="series" href="#b">The river</a></galley-section-label>
  <galley-section-label id="bar" appearance="bar"><h2><a href="#a">World</a></h2></galley-section-label>
  <galley-section-label id="pill" appearance="pill"><a href="#a">World</a></galley-section-label>`,
  (page) => {
    const series = rect('#plain [data-part]', page);
    assert.isAtLeast(series.left - rect('#plain a', page).right, 4);
    assert.isAtLeast(rect('#plain a', page).height, 24);
    assert.isAtMost(rect('#plain', page).height, 32, 'one line');
    assert.isAtMost(rect('#bar', page).height, 40, 'the heading has no margin of its own');
    assert.equal(rect('#bar a', page).left, rect('#bar', page).left);
    assert.isBelow(rect('#pill', page).width, 120);
    assert.isAbove(rect('#pill a', page).left, rect('#pill', page).left + 4);
  },
);
