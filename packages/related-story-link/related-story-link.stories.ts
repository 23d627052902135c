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

/** A column: a decorative quote mark, and the author's name. */
export const Opinion: Story = {
  args: { layout: 'thumbnail', kind: 'opinion' },
  render: kind('Ruth Camber', 'We should let some of the coast go'),
};

/** Several make a list, which the author writes. */
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

/** Long words stay in the card. */
export const LongWords: Story = {
  args: { layout: 'thumbnail' },
  render: link(
    `${IMG}<h3 lang="de"><a href="#a">Verkehrsinfrastrukturfinanzierungsgesellschaft verschiebt Grundsteinlegung</a></h3>`,
  ),
};

/** A picture that does not load keeps its place. */
export const FailedImage: Story = {
  args: { layout: 'thumbnail' },
  render: link(`<img src="/missing.jpg" width="320" height="213" alt="">${HEADING}`),
};
