import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { element, type Args } from '../../.storybook/element.ts';

const figure = (content: string) => (args: Args) =>
  element('galley-captioned-figure', args, `<figure>${content}</figure>`);

const IMG = `<img src="/photos/nagasaki-boats-640.jpg" srcset="/photos/nagasaki-boats-320.jpg 320w, /photos/nagasaki-boats-640.jpg 640w, /photos/nagasaki-boats-1024.jpg 1024w" sizes="(max-width: 640px) 100vw, 640px" width="1024" height="819" alt="Wooden boats moored side by side in a harbour, hills behind them.">`;
const CREDIT = '<small data-part="credit">Photograph: public domain</small>';
const CAPTION = `<figcaption>Boats in the inner harbour, where the tide still sets the working day. ${CREDIT}</figcaption>`;
const TEXT =
  '<p>The harbour office keeps two clocks. One shows the hour; the other, painted on a tin disc, shows the height of the water, and it is the second that people look at first.</p>'.repeat(
    3,
  );

/** A column in a page, with text around the figure. */
const inText = (content: string) => (args: Args) =>
  element(
    'div',
    { class: 'story-page' },
    element('div', { class: 'story-column' }, figure(content)(args) + TEXT),
  );

const meta: Meta<Args> = {
  title: 'Elements/Captioned figure',
  component: 'galley-captioned-figure',
  render: figure(IMG + CAPTION),
};
export default meta;

type Story = StoryObj<Args>;

/** A picture, its caption and its credit, as wide as the column. */
export const Column: Story = {};

/** Wider than the text, up to `--galley-wide`; the caption keeps the column's edges. */
export const Wide: Story = { args: { layout: 'wide' }, render: inText(IMG + CAPTION) };

/** As wide as `--galley-page` says. */
export const Full: Story = { args: { layout: 'full' }, render: inText(IMG + CAPTION) };

/** At the start of the line, with the text beside it where there is room. */
export const Start: Story = { args: { layout: 'start' }, render: inText(IMG + CAPTION) };

/** At the end of the line. */
export const End: Story = { args: { layout: 'end' }, render: inText(IMG + CAPTION) };

/** Small, in the text. */
export const Thumbnail: Story = {
  args: { layout: 'thumbnail', ratio: '1:1' },
  render: inText(IMG + `<figcaption>${CREDIT}</figcaption>`),
};

/** One picture with its sources by format and width. */
export const Picture: Story = {
  render: figure(
    `<picture><source media="(max-width: 480px)" srcset="/photos/nagasaki-quay-340.jpg" width="340" height="425">${IMG}</picture>${CAPTION}`,
  ),
};

/** The picture is a link. */
export const Linked: Story = { render: figure(`<a href="#gallery">${IMG}</a>${CAPTION}`) };

/** A video keeps its own controls. */
export const Video: Story = {
  render: figure(
    `<video controls preload="none" poster="/photos/alpine-landscape-640.jpg" width="1024" height="683"><track kind="captions" src="/captions.vtt" srclang="en" label="English"></video><figcaption>The valley in the week before the thaw. ${CREDIT}</figcaption>`,
  ),
};

/** Cropped to 16:9, its place reserved. */
export const Ratio16To9: Story = { args: { ratio: '16:9' } };
/** Cropped to 4:3. */
export const Ratio4To3: Story = { args: { ratio: '4:3' } };
/** Cropped to 3:2. */
export const Ratio3To2: Story = { args: { ratio: '3:2' } };
/** Cropped to a square. */
export const Ratio1To1: Story = { args: { ratio: '1:1' } };
/** Cropped to a portrait. */
export const Ratio4To5: Story = { args: { ratio: '4:5' } };
/** Cropped to 9:16, as on a telephone. */
export const Ratio9To16: Story = { args: { ratio: '9:16', layout: 'start' }, render: inText(IMG + CAPTION) };

/** The credit over the picture's corner, first in the caption. */
export const CreditOver: Story = {
  args: { credit: 'over' },
  render: figure(
    `${IMG}<figcaption>${CREDIT} Boats in the inner harbour, where the tide still sets the working day.</figcaption>`,
  ),
};

/** The credit over a picture wider than the text. */
export const CreditOverWide: Story = {
  args: { credit: 'over', layout: 'wide' },
  render: inText(`${IMG}<figcaption>${CREDIT} Boats in the inner harbour.</figcaption>`),
};

/** A credit without a caption. */
export const CreditAlone: Story = { render: figure(`${IMG}<figcaption>${CREDIT}</figcaption>`) };

/** A caption without a credit. */
export const CaptionAlone: Story = {
  render: figure(`${IMG}<figcaption>Boats in the inner harbour.</figcaption>`),
};

/** The caption before the picture. */
export const CaptionFirst: Story = { render: figure(`${CAPTION}${IMG}`) };

/** A caption that a content management system has wrapped. */
export const WrappedCaption: Story = {
  render: figure(`${IMG}<figcaption><div><p>Boats in the inner harbour. ${CREDIT}</p></div></figcaption>`),
};

/** A wrapper around the caption itself, which is not the figure's own caption then, but stays below the picture with its credit. */
export const CaptionInWrapper: Story = {
  args: { credit: 'over' },
  render: figure(`${IMG}<div><figcaption>${CREDIT} Boats in the inner harbour.</figcaption></div>`),
};

/** Who made it, under which licence, and what a machine did to it. */
export const Rights: Story = {
  render: figure(
    `${IMG}<figcaption>Boats in the inner harbour. <small data-part="credit">Photograph: public domain</small> <a data-part="licence" rel="license" href="https://creativecommons.org/publicdomain/zero/1.0/">CC0</a> <small data-part="ai-disclosure">Sharpened by machine.</small></figcaption>`,
  ),
};

/** A long caption goes on in the browser's own disclosure, closed from first paint. */
export const LongCaption: Story = {
  render: figure(
    `${IMG}<figcaption>Boats in the inner harbour. ${CREDIT}<details data-part="more"><summary>More about this picture</summary>The plate was made from the quay steps in the first years of dry collodion, when an exposure of several seconds made still water of a running tide.</details></figcaption>`,
  ),
};

/** A sensitive picture is covered until the reader opens it; its place is the same, and nothing of it is in the accessibility tree. */
export const Covered: Story = {
  render: figure(
    `<details data-part="cover"><summary>Graphic image: a destroyed house</summary>${IMG}</details>${CAPTION}`,
  ),
};

/** A covered picture, wide. */
export const CoveredWide: Story = {
  args: { layout: 'wide', ratio: '16:9' },
  render: inText(
    `<details data-part="cover"><summary>Graphic image: a destroyed house</summary>${IMG}</details>${CAPTION}`,
  ),
};

/** A covered picture that the reader has opened. */
export const Uncovered: Story = {
  render: figure(
    `<details data-part="cover" open><summary>Graphic image: a destroyed house</summary>${IMG}</details>${CAPTION}`,
  ),
};

/** A picture that does not load keeps its place and shows its alternative text. */
export const FailedImage: Story = {
  render: figure(
    `<img src="/missing.jpg" width="1024" height="819" alt="Wooden boats moored side by side in a harbour, hills behind them.">${CAPTION}`,
  ),
};
