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

/** A video keeps its own controls and captions. A browser gives it the shape of its poster, so its width and height are the poster's, or it has a ratio. */
export const Video: Story = {
  render: figure(
    `<video controls preload="none" poster="/photos/alpine-landscape-640.jpg" width="640" height="303"><track kind="captions" src="/captions.vtt" srclang="en" label="English"></video><figcaption>The valley in the week before the thaw. ${CREDIT}</figcaption>`,
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

/** A picture that does not load keeps its place, shows its alternative text, and can be asked for again. */
export const FailedImage: Story = {
  parameters: { chrome: ['galley-captioned-figure >>> [part=try-again-button]'] },
  render: figure(
    `<img src="/missing.jpg" width="1024" height="819" alt="Wooden boats moored side by side in a harbour, hills behind them.">${CAPTION}`,
  ),
};

const VALLEY = `<img src="/photos/alpine-landscape-640.jpg" srcset="/photos/alpine-landscape-320.jpg 320w, /photos/alpine-landscape-640.jpg 640w, /photos/alpine-landscape-1024.jpg 1024w" sizes="(max-width: 640px) 100vw, 640px" width="1024" height="485" alt="A valley of firs below a snow field.">`;
const ZOOM = { chrome: ['galley-captioned-figure >>> [part=zoom-button]'] };

/** A button opens the picture enlarged: a dialog with its caption, to magnify, and to walk through all such pictures of the article. */
export const Zoomable: Story = { args: { zoomable: true }, parameters: ZOOM };

/** The button stays in the picture's corner where that is wider than the text. */
export const ZoomableWide: Story = {
  args: { zoomable: true, layout: 'wide' },
  parameters: ZOOM,
  render: inText(IMG + CAPTION),
};

/** The button stays on the picture where the caption comes first. */
export const ZoomableCaptionFirst: Story = {
  args: { zoomable: true },
  parameters: ZOOM,
  render: figure(CAPTION + IMG),
};

/** The button speaks the language around it. */
export const ZoomableArabic: Story = {
  args: { zoomable: true, lang: 'ar', dir: 'rtl' },
  parameters: ZOOM,
  render: figure(
    `<img src="/photos/nagasaki-boats-640.jpg" width="1024" height="819" alt="قوارب خشبية راسية جنبا إلى جنب في ميناء."><figcaption>قوارب في الميناء الداخلي. <small data-part="credit">تصوير: ملكية عامة</small></figcaption>`,
  ),
};

/** Pictures of one article are one series in the dialog. A covered one is not among them until the reader opens it. */
export const ZoomSeries: Story = {
  parameters: ZOOM,
  render: () =>
    element(
      'article',
      {},
      [
        IMG + CAPTION,
        `<details data-part="cover"><summary>Graphic image: a destroyed house</summary>${IMG}</details>${CAPTION}`,
        `${VALLEY}<figcaption>The valley in the week before the thaw. ${CREDIT}</figcaption>`,
      ]
        .map((content) => figure(content)({ zoomable: true }))
        .join(''),
    ),
};

/** Several covered pictures of an article can be opened at once. */
export const CoveredSeries: Story = {
  parameters: { chrome: ['galley-captioned-figure >>> [part=show-all-button]'] },
  render: () =>
    element(
      'article',
      {},
      [IMG, VALLEY]
        .map((image) =>
          figure(
            `<details data-part="cover"><summary>Graphic image: a destroyed house</summary>${image}</details><figcaption>The street after the attack. ${CREDIT}</figcaption>`,
          )({}),
        )
        .join(''),
    ),
};

/** A blur of the picture, from its `data-thumbhash`, lies in its place until it loads. */
export const Placeholder: Story = {
  render: figure(IMG.replace('<img ', '<img data-thumbhash="3OcRJYB4d3h/iIeHeEh3eIhw+j3A" ') + CAPTION),
};

/** A long description stands in the page, for everyone; `aria-details` leads to it. */
export const LongDescription: Story = {
  render: () =>
    figure(
      `${IMG.replace('<img ', '<img aria-details="boats-described" ')}<figcaption>Boats in the inner harbour. ${CREDIT}<details data-part="more" id="boats-described"><summary>Description of this picture</summary>Four boats lie side by side, their bows to the quay. Behind them a row of low houses, then hills with terraces up to the ridge.</details></figcaption>`,
    )({}),
};

/** A recording with the browser's own controls. */
export const Audio: Story = {
  render: figure(
    `<audio controls preload="none" src="/bells.mp3"></audio><figcaption>The bells of the harbour chapel. <small data-part="credit">Recording: public domain</small></figcaption>`,
  ),
};
