import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { element, type Args } from '../../.storybook/element.ts';

const block = (content: string) => (args: Args) => element('galley-headline-block', args, content);

const HEADLINE = 'The harbour that learned to wait for the tide';
const DEK =
  'Three winters after the sea wall failed, a town of nine thousand is rebuilding more slowly than it planned, and on purpose.';
const BYLINE = `<p data-part="byline">By <a data-part="author" rel="author" href="#maren">Maren Holt</a> and <a data-part="author" rel="author" href="#idris">Idris Vane</a>, <span data-part="place">Port Ellery</span></p>`;
const TIMES = `<p>Published <time data-part="published" datetime="2026-11-20T06:00:00Z">20 November 2026, 06:00 GMT</time>. Updated <galley-timestamp data-part="updated"><time datetime="2026-11-21T09:30:00Z">21 November 2026, 09:30 GMT</time></galley-timestamp></p>`;

const meta: Meta<Args> = {
  title: 'Elements/Headline block',
  component: 'galley-headline-block',
  render: block(`<h1>${HEADLINE}</h1>`),
};
export default meta;

type Story = StoryObj<Args>;

/** Every part, in the order in which it is read. */
export const AllParts: Story = {
  render: block(`
  <galley-section-label><a href="#coast">Coast</a> <a data-part="series" href="#tide">After the flood</a></galley-section-label>
  <p data-part="kicker">Port Ellery</p>
  <h1>${HEADLINE}</h1>
  <p data-part="dek">${DEK}</p>
  <p data-part="byline">By <a data-part="author" rel="author" href="#maren">Maren Holt</a>, <span data-part="role">environment editor</span>, and <a data-part="author" rel="author" href="#idris">Idris Vane</a> in <span data-part="place">Port Ellery</span></p>
  <p>Published <time data-part="published" datetime="2026-11-20T06:00:00Z">20 November 2026, 06:00 GMT</time>. Updated <galley-timestamp data-part="updated"><time datetime="2026-11-21T09:30:00Z">21 November 2026, 09:30 GMT</time></galley-timestamp>. Corrected <time data-part="corrected" datetime="2026-11-21T17:10:00Z">21 November 2026, 17:10 GMT</time></p>
  <p data-part="correction">An earlier version gave the height of the wall as six metres. It is four.</p>
`),
};

/** A headline alone. */
export const HeadlineOnly: Story = {};

/** The largest size, for the head of an article. It scales with the page between 320 and 1280 px. */
export const Display: Story = {
  args: { size: 'display' },
  render: block(`<h1>${HEADLINE}</h1><p data-part="dek">${DEK}</p>${BYLINE}${TIMES}`),
};

/** For the lead of a front page. */
export const Large: Story = {
  args: { size: 'large' },
  render: block(`<h2>${HEADLINE}</h2><p data-part="dek">${DEK}</p>`),
};

/** For the stories below it. */
export const Medium: Story = {
  args: { size: 'medium' },
  render: block(`<h3>${HEADLINE}</h3><p data-part="dek">${DEK}</p>`),
};

/** For lists. */
export const Small: Story = { args: { size: 'small' }, render: block(`<h3>${HEADLINE}</h3>`) };

/** The level of the heading says nothing of its size. */
export const Levels: Story = {
  args: { size: 'medium' },
  render: (args) =>
    [1, 2, 3, 4, 5, 6]
      .map((level) => block(`<h${level}>A headline at level ${level}</h${level}>`)(args))
      .join('\n'),
};

/** Kicker and dek in an hgroup, the label and the byline around it in a header. */
export const Wrapped: Story = {
  render: block(`<header>
  <galley-section-label><a href="#coast">Coast</a></galley-section-label>
  <p data-part="kicker">Port Ellery</p>
  <h1>${HEADLINE}</h1>
  <p data-part="dek">${DEK}</p>
  ${BYLINE}
</header>`),
};

/** HTML's own wrapper for a heading and its paragraphs. */
export const InHgroup: Story = {
  render: block(
    `<hgroup><p data-part="kicker">Port Ellery</p><h1>${HEADLINE}</h1><p data-part="dek">${DEK}</p></hgroup>${BYLINE}`,
  ),
};

/** Both: a header may hold the hgroup and what an hgroup may not. */
export const HgroupInHeader: Story = {
  render: block(
    `<header><hgroup><h1>${HEADLINE}</h1><p data-part="dek">${DEK}</p></hgroup>${BYLINE}</header>`,
  ),
};

/** A column with several authors: a decorative quote mark, in the language's own shape, and a portrait. */
export const Opinion: Story = {
  args: { kind: 'opinion' },
  render: block(`
  <galley-section-label pillar="opinion"><a href="#opinion">Opinion</a></galley-section-label>
  <h1>We should let some of the coast go</h1>
  <p data-part="dek">Holding every line is a promise nobody can keep.</p>
  <p data-part="byline"><img data-part="portrait" src="/ruth-camber.svg" width="112" height="112" alt="">By <a data-part="author" rel="author" href="#ruth">Ruth Camber</a>, <a data-part="author" rel="author" href="#anders">Anders Weil</a> and <a data-part="author" rel="author" href="#nuria">Nuria Tal</a></p>
  ${TIMES}
`),
};

/** A story that goes on: the status changes what the headline means, so it stands in the heading. */
export const Live: Story = {
  args: { kind: 'live' },
  render: block(
    `<h1><span data-part="status">Live</span> River crests at four metres as wardens close the lower town</h1>${BYLINE}${TIMES}`,
  ),
};

/** A feature has a lighter headline. */
export const Feature: Story = {
  args: { kind: 'feature' },
  render: block(
    `<p data-part="kicker">The long read</p><h1>${HEADLINE}</h1><p data-part="dek">${DEK}</p>${BYLINE}`,
  ),
};

/** What was wrong, and when it was put right. */
export const Corrected: Story = {
  render: block(`<h1>${HEADLINE}</h1>${BYLINE}
  <p>Published <time data-part="published" datetime="2026-11-20T06:00:00Z">20 November 2026, 06:00 GMT</time>. Corrected <time data-part="corrected" datetime="2026-11-21T17:10:00Z">21 November 2026, 17:10 GMT</time></p>
  <p data-part="correction">An earlier version gave the height of the wall as six metres. It is four.</p>`),
};

/** Times as children of the block. */
export const TimesAlone: Story = {
  render: block(`<h1>${HEADLINE}</h1>
  <time data-part="published" datetime="2026-11-20T06:00:00Z">20 November 2026, 06:00 GMT</time>
  <galley-timestamp data-part="updated"><time datetime="2026-11-21T09:30:00Z">21 November 2026, 09:30 GMT</time></galley-timestamp>`),
};

/** German breaks its long words by its own rules; words of any length stay in the column. */
export const LongWords: Story = {
  render: (args) =>
    element(
      'div',
      { lang: 'de' },
      block(
        '<h1>Donaudampfschifffahrtsgesellschaft verweigert Verkehrsinfrastrukturfinanzierungsgesellschaft die Zusammenarbeit</h1><p data-part="dek">Das Bundesverwaltungsgericht verhandelt über die Rechtsschutzversicherungsgesellschaften.</p>',
      )(args),
    ),
};

/** Ten thousand characters are shown, and stay in the column. */
export const TenThousandCharacters: Story = {
  args: { size: 'small' },
  // For the tests: it would be most of the page of documentation.
  parameters: { docs: { disable: true } },
  render: block(`<h2>${'Sea wall '.repeat(600)}${'x'.repeat(4600)}</h2>`),
};

/** From right to left, in Arabic. */
export const Arabic: Story = {
  render: (args) =>
    element(
      'div',
      { lang: 'ar', dir: 'rtl' },
      block(
        '<p data-part="kicker">الميناء</p><h1>الميناء الذي تعلّم أن ينتظر المدّ</h1><p data-part="dek">بعد ثلاثة شتاءات من انهيار السور البحري، تعيد البلدة البناء على مهل.</p><p data-part="byline">بقلم <a data-part="author" rel="author" href="#salma">سلمى درويش</a></p>',
      )(args),
    ),
};
