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

const AUTHORS = [
  ['Maren Holt', 'environment editor'],
  ['Idris Vane', 'foreign correspondent'],
  ['Ruth Camber', 'columnist'],
  ['Anders Weil', 'data editor'],
  ['Nuria Tal', 'photographer'],
  ['Bartholomew Featherstonehaugh-Cholmondeley', 'chief political correspondent'],
] as const;
const PLACES = ['Port Ellery', 'Nagasaki', 'Llanfairpwllgwyngyll'];

const author = (name: string) =>
  `<a data-part="author" rel="author" href="#${name.toLowerCase().replaceAll(' ', '-')}">${name}</a>`;
const RUTH = '<img data-part="portrait" src="/ruth-camber.svg" width="112" height="112" alt="">';
const IDRIS = '<img data-part="portrait" src="/idris-vane.svg" width="112" height="112" alt="">';

/** A byline of several authors, each with a role, and of the places they wrote from. The words between them are the author's. */
const byline = (count: number) => {
  const names = AUTHORS.slice(0, count).map(
    ([name, role]) => `${author(name)}, <span data-part="role">${role}</span>`,
  );
  const last = names.pop() ?? '';
  const places = PLACES.slice(0, Math.ceil(count / 2))
    .map((place) => `<span data-part="place">${place}</span>`)
    .join(' and ');
  return `<p data-part="byline">By ${names.length ? `${names.join('; ')}; and ` : ''}${last}; in ${places}</p>`;
};

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

/** A column with several authors: a decorative quote mark, in the language's own shape, and a portrait. `pillar` gives both accents. */
export const Opinion: Story = {
  args: { kind: 'opinion', pillar: 'opinion' },
  render: block(`
  <galley-section-label><a href="#opinion">Opinion</a></galley-section-label>
  <h1>We should let some of the coast go</h1>
  <p data-part="dek">Holding every line is a promise nobody can keep.</p>
  <p data-part="byline">${RUTH}By <a data-part="author" rel="author" href="#ruth">Ruth Camber</a>, <a data-part="author" rel="author" href="#anders">Anders Weil</a> and <a data-part="author" rel="author" href="#nuria">Nuria Tal</a></p>
  ${TIMES}
`),
};

/** A column by two, with a portrait of each, and what was corrected in it. */
export const Portraits: Story = {
  args: { kind: 'opinion', pillar: 'opinion' },
  render: block(`
  <galley-section-label><a href="#opinion">Opinion</a></galley-section-label>
  <h1>We should let some of the coast go, and say so before the next winter, not after it</h1>
  <p data-part="dek">Holding every line is a promise nobody can keep.</p>
  <p data-part="byline">${RUTH}${IDRIS}By ${author('Ruth Camber')} and ${author('Idris Vane')}</p>
  <p>Published <time data-part="published" datetime="2026-11-20T06:00:00Z">20 November 2026, 06:00 GMT</time>. Corrected <time data-part="corrected" datetime="2026-11-21T17:10:00Z">21 November 2026, 17:10 GMT</time></p>
  <p data-part="correction">An earlier version said that the council had voted to hold the line at Port Ellery. It voted to study the question, and the vote on the line itself is in March.</p>
`),
};

/** One author to six, with roles and places. "And" is the author's word, in the language of the page. */
export const Bylines: Story = {
  args: { size: 'small' },
  render: (args) =>
    ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
      .map((word, i) => block(`<h2>${word} author${i ? 's' : ''}</h2>${byline(i + 1)}`)(args))
      .join('\n'),
};

/** A review: the rating is words in a paragraph of its own, or stars with a name. */
export const Rating: Story = {
  render: block(
    `<p data-part="kicker">Theatre</p><h1>The Tempest, and this time the storm is real</h1><p><span role="img" aria-label="Four stars out of five">★★★★☆</span></p>${BYLINE}`,
  ),
};

/** A story that goes on: the status changes what the headline means, so it stands in the heading. */
export const Live: Story = {
  args: { kind: 'live' },
  render: block(
    `<h1><span data-part="status">Live</span> River crests at four metres as wardens close the lower town</h1>${BYLINE}${TIMES}`,
  ),
};

/** News of the hour: the status is part of the headline's name, in any kind of story. */
export const Breaking: Story = {
  args: { size: 'large' },
  render: block(`<h2><span data-part="status">Breaking</span> Sea wall fails at Port Ellery</h2>${TIMES}`),
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

/** Long names and roles wrap where they must. */
export const GermanByline: Story = {
  render: (args) =>
    element(
      'div',
      { lang: 'de' },
      block(
        `<h1>Der Hafen, der auf die Flut zu warten lernte</h1><p data-part="byline">Von ${author('Friederike-Wilhelmine Schnitzelhuber-Oberstaufenbach')}, <span data-part="role">Hauptstadtkorrespondentin</span>, und ${author('Karl-Theodor von Hohenzollern-Sigmaringen')}, <span data-part="role">Wirtschaftsredakteur</span>, in <span data-part="place">Garmisch-Partenkirchen</span></p><p>Veröffentlicht: <time data-part="published" datetime="2026-11-20T06:00:00Z">20. November 2026, 7:00 Uhr</time></p>`,
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

/** From right to left, in Arabic: an opinion, with its portrait at the right and the quote mark of the language. */
export const Arabic: Story = {
  args: { kind: 'opinion' },
  render: (args) =>
    element(
      'div',
      { lang: 'ar', dir: 'rtl' },
      block(
        `<p data-part="kicker">الميناء</p><h1>الميناء الذي تعلّم أن ينتظر المدّ</h1><p data-part="dek">بعد ثلاثة شتاءات من انهيار السور البحري، تعيد البلدة البناء على مهل.</p><p data-part="byline">${RUTH}بقلم <a data-part="author" rel="author" href="#salma">سلمى درويش</a>، <span data-part="role">محررة الشؤون البيئية</span>، و<a data-part="author" rel="author" href="#karim">كريم منصور</a> في <span data-part="place">بورت إيليري</span></p><p>نُشر في <time data-part="published" datetime="2026-11-20T06:00:00Z">٢٠ نوفمبر ٢٠٢٦، ٦:٠٠ بتوقيت غرينتش</time></p>`,
      )(args),
    ),
};

/** In Persian, with the date in the calendar and the digits of the language. */
export const Persian: Story = {
  args: { kind: 'live' },
  render: (args) =>
    element(
      'div',
      { lang: 'fa', dir: 'rtl' },
      block(
        `<h1><span data-part="status">زنده</span> رودخانه به چهار متر رسید</h1><p data-part="dek">شهرداری بخش پایین شهر را بسته است.</p><p data-part="byline">نوشتهٔ <a data-part="author" rel="author" href="#sara">سارا رستمی</a> و <a data-part="author" rel="author" href="#amir">امیر کاویانی</a></p><p>انتشار: <time data-part="published" datetime="2026-11-21T09:30:00Z">شنبه ۳۰ آبان ۱۴۰۵، ساعت ۹:۳۰ به وقت گرینویچ</time></p>`,
      )(args),
    ),
};
