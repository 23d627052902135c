import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { element, type Args } from '../../.storybook/element.ts';

const link = (content: string) => (args: Args) => element('galley-related-story-link', args, content);

const IMG = '<img src="/photos/alpine-landscape-320.jpg" width="320" height="213" alt="">';
const HEADING = '<h3><a href="#thaw">The valley that measures its snow by hand</a></h3>';
const DEK =
  '<p data-part="dek">Every morning for forty years, someone has walked to the stake and written down a number.</p>';
const TIME = '<time datetime="2026-11-19T06:00:00Z">19 November 2026</time>';

const meta: Meta<Args> = {
  title: 'Elements/Related story link',
  component: 'galley-related-story-link',
  render: link(IMG + HEADING + DEK + TIME),
};
export default meta;

type Story = StoryObj<Args>;

/** In the flow of an article, in an aside with a name. */
export const Inline: Story = {
  render: (args) => element('aside', { 'aria-label': 'Related story' }, link(HEADING + TIME)(args)),
};

/** In the flow, with a small picture. */
export const InlineWithImage: Story = {};

/** Between the paragraphs of an article, where reading goes on. */
export const InArticle: Story = {
  render: (args) => `<div class="story-column">
  <p>The stake stands where the cart track ends, and the snow has to be walked to. Nobody in the valley has found a better way of knowing how much of it there is.</p>
  <aside aria-label="Related story">${link(HEADING + TIME)(args)}</aside>
  <p>The notebook is the fourth. The three before it are kept in the school, in a drawer that does not lock.</p>
</div>`,
};

/** The compact one: headlines alone, in the layout inline, as a list. */
export const Compact: Story = {
  render: (args) =>
    `<section aria-labelledby="read">
  <galley-section-label><h2 id="read">Most read</h2></galley-section-label>
  <ul role="list" class="story-list">${[
    'The valley that measures its snow by hand',
    'What the last glacier guide does now',
    'A bus timetable that follows the avalanches',
  ]
    .map((headline, i) => `<li>${link(`<a href="#story-${i}">${headline}</a>`)(args)}</li>`)
    .join('')}</ul>
</section>`,
};

/** A card with its picture on top. */
export const Card: Story = { args: { layout: 'card' } };

/** A card without a picture. */
export const CardWithoutImage: Story = { args: { layout: 'card' }, render: link(HEADING + DEK + TIME) };

/** The picture beside the text. */
export const Thumbnail: Story = { args: { layout: 'thumbnail' } };

/** The same without a picture: the text takes its place. */
export const ThumbnailWithoutImage: Story = { args: { layout: 'thumbnail' }, render: link(HEADING + DEK) };

/** A picture with sources. */
export const Picture: Story = {
  args: { layout: 'card' },
  render: link(`<picture>${IMG}</picture>${HEADING}`),
};

/** A link without a heading, in a list under one. */
export const WithoutHeading: Story = {
  render: link(`<a href="#thaw">The valley that measures its snow by hand</a>`),
};

const kind = (words: string, headline: string) =>
  link(`${IMG}<h3><a href="#thaw"><span data-part="kind">${words}</span> ${headline}</a></h3>`);

/** An article, the kind that needs no word. */
export const Article: Story = { args: { layout: 'thumbnail', kind: 'article' }, render: link(IMG + HEADING) };

/** A video, its length in the link. */
export const Video: Story = {
  args: { layout: 'thumbnail', kind: 'video' },
  render: kind('Video, 4 minutes', 'A morning at the snow stake'),
};

/** A recording. */
export const Audio: Story = {
  args: { layout: 'thumbnail', kind: 'audio' },
  render: kind('Listen, 22 minutes', 'The sound of ice giving way'),
};

/** A gallery of pictures. */
export const Gallery: Story = {
  args: { layout: 'thumbnail', kind: 'gallery' },
  render: kind('Gallery, 9 pictures', 'Forty winters in one notebook'),
};

/** A story that goes on. */
export const Live: Story = {
  args: { layout: 'thumbnail', kind: 'live' },
  render: kind('Live', 'The thaw reaches the lower villages'),
};

const OPINION = '<h3><a href="#coast">We should let some of the coast go</a></h3><p>Ruth Camber</p>';

/** A column: a decorative quote mark, and its author below. */
export const Opinion: Story = {
  args: { layout: 'card', kind: 'opinion' },
  render: link(OPINION + DEK),
};

const PORTRAIT = '<img src="/ruth-camber.svg" width="112" height="112" alt="">';

/** A column with its author's portrait, which is square. */
export const OpinionWithPortrait: Story = {
  args: { layout: 'thumbnail', kind: 'opinion' },
  render: link(PORTRAIT + OPINION),
};

/** A column in the flow of an article. */
export const OpinionInline: Story = {
  args: { kind: 'opinion' },
  render: link(PORTRAIT + OPINION),
};

/** For subscribers: in words, in the link. */
export const Premium: Story = {
  args: { layout: 'card' },
  render: kind('For subscribers', 'The price of snow, farm by farm'),
};

/** Paid for: in words, with who paid, in the link. */
export const Sponsored: Story = {
  args: { layout: 'card' },
  render: kind('Paid for by the Ostrey Harbour Board', 'How a sill keeps the sea out'),
};

/** A link that opens elsewhere says so in its text. */
export const NewTab: Story = {
  args: { layout: 'thumbnail' },
  render: link(
    `${IMG}<h3><a href="#board" target="_blank">The board’s own account of the flood (opens in new tab)</a></h3>`,
  ),
};

/** A story that the reader has read is quiet: this one leads to the page itself. */
export const Visited: Story = {
  args: { layout: 'thumbnail' },
  render: link(`${IMG}<h3><a href="">The valley that measures its snow by hand</a></h3>${DEK}`),
};

/** A group: the title leads to all of its stories, and is one stop for the keyboard, as each story is. */
export const List: Story = {
  args: { layout: 'card' },
  render: (args) =>
    `<section aria-labelledby="more">
  <galley-section-label appearance="bar"><h2 id="more"><a href="#mountains">Mountains</a></h2></galley-section-label>
  <ul role="list" class="story-list">${[
    'The valley that measures its snow by hand',
    'What the last glacier guide does now',
    'A bus timetable that follows the avalanches',
  ]
    .map((headline, i) => `<li>${link(`${IMG}<h3><a href="#story-${i}">${headline}</a></h3>`)(args)}</li>`)
    .join('')}</ul>
</section>`,
};

/** Further links stand above the clickable area. */
export const WithRelated: Story = {
  args: { layout: 'card' },
  render: link(
    `${HEADING}${DEK}<ul role="list" data-part="related"><li><a href="#map">Map of the stakes</a></li><li><a href="#method">How it is measured</a></li></ul>`,
  ),
};

/** With the time of a timestamp. */
export const WithTimestamp: Story = {
  args: { layout: 'thumbnail' },
  render: link(
    `${IMG}${HEADING}<galley-timestamp><time datetime="2026-11-19T06:00:00Z">19 November 2026, 06:00 GMT</time></galley-timestamp>`,
  ),
};

/** A long headline is set in full, beside the picture and not under it. */
export const LongHeadline: Story = {
  args: { layout: 'thumbnail' },
  render: link(
    `${IMG}<h3><a href="#inquiry">After a winter of closed roads, three inquiries and a resignation, the council has agreed to measure the snow in the same place, at the same hour, with the same stake, as it did in 1986</a></h3>${TIME}`,
  ),
};

/** Long words stay in the card. */
export const LongWords: Story = {
  args: { layout: 'thumbnail' },
  render: link(
    `${IMG}<h3 lang="de"><a href="#a">Verkehrsinfrastrukturfinanzierungsgesellschaft verschiebt Grundsteinlegung</a></h3>`,
  ),
};

/** A decorative picture that does not load keeps its place, a quiet ground. */
export const FailedImage: Story = {
  args: { layout: 'thumbnail' },
  render: link(`<img src="/missing.jpg" width="320" height="213" alt="">${HEADING}`),
};

/** One that adds something leaves its text there. */
export const FailedImageWithText: Story = {
  args: { layout: 'card' },
  render: link(
    `<img src="/missing.jpg" width="320" height="213" alt="A stake with red bands, snow up to the third.">${HEADING}`,
  ),
};

/** From right to left all of it is mirrored, in each layout. */
export const RightToLeft: Story = {
  render: (args) =>
    `<ul role="list" class="story-list" dir="rtl" lang="ar">${['inline', 'thumbnail', 'card']
      .map(
        (layout) =>
          `<li>${link(
            `${IMG}<h3><a href="#${layout}"><span data-part="kind">فيديو، 4 دقائق</span> الوادي الذي يقيس ثلجه بيديه</a></h3><p data-part="dek">كل صباح منذ أربعين عامًا يمشي أحدهم إلى العمود ويدوّن رقمًا.</p>`,
          )({ ...args, layout, kind: 'video' })}</li>`,
      )
      .join('')}</ul>`,
};

/** Fetches the story as the reader is about to follow the link: a pointer or the focus stays on it, or it is pressed. */
export const PrefetchOnHover: Story = {
  args: { layout: 'thumbnail', prefetch: 'hover' },
  render: link(IMG + HEADING),
};

/** Fetches the story when it has been in view for a moment. */
export const PrefetchInView: Story = {
  args: { layout: 'thumbnail', prefetch: 'visible' },
  render: link(IMG + HEADING),
};
