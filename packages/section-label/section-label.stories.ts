import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { element, type Args } from '../../.storybook/element.ts';

const label = (content: string) => (args: Args) => element('galley-section-label', args, content);

const meta: Meta<Args> = {
  title: 'Elements/Section label',
  component: 'galley-section-label',
  render: label('<a href="#world">World</a>'),
};
export default meta;

type Story = StoryObj<Args>;

/** The section, as a link to it. */
export const Link: Story = {};

/** Where the section has no page of its own, its name alone. */
export const Text: Story = { render: label('Corrections and clarifications') };

/** A section and the series in it, separated by a rule and not by words. */
export const Series: Story = {
  render: label('<a href="#world">World</a> <a data-part="series" href="#river">The river</a>'),
};

/** The title of a group of stories: the heading is the author's, and "see all" is its link. */
export const GroupHeading: Story = {
  args: { appearance: 'bar' },
  render: label('<h2><a href="#world">World</a></h2>'),
};

/** Under a bar across the column, in the accent. */
export const Bar: Story = { args: { appearance: 'bar' } };

/** On the accent's own ground. */
export const Pill: Story = { args: { appearance: 'pill' } };

/** A pill with a series. */
export const PillWithSeries: Story = {
  args: { appearance: 'pill' },
  render: label('<a href="#world">World</a> <a data-part="series" href="#river">The river</a>'),
};

/** Each pillar of the newspaper has its accent, in text, bar and pill. */
export const Pillars: Story = {
  argTypes: { pillar: { control: false } },
  render: (args) =>
    ['news', 'opinion', 'sport', 'culture', 'lifestyle', 'business']
      .flatMap((pillar) =>
        ['text', 'bar', 'pill'].map((appearance) =>
          label(`<a href="#${pillar}">${pillar.charAt(0).toUpperCase()}${pillar.slice(1)}</a>`)({
            ...args,
            pillar,
            appearance,
          }),
        ),
      )
      .join('\n'),
};

/** A story that goes on: the dot pulses for five seconds, and the word is the author's. */
export const Live: Story = { args: { live: true }, render: label('<a href="#live">Live: the flood</a>') };

/** A long name wraps, and the series begins a line of its own where it must. */
export const LongWords: Story = {
  render: label(
    '<a href="#a">Verkehrsinfrastrukturfinanzierung</a> <a data-part="series" href="#b">Bundesverwaltungsgerichtsentscheidungen</a>',
  ),
};

/** A section, a series and a part of it: each link but the first is a series. */
export const SeveralLevels: Story = {
  render: label(
    '<a href="#world">World</a> <a data-part="series" href="#river">The river</a> <a data-part="series" href="#ferry">The ferry</a>',
  ),
};

/** Who has paid stands there in words, in the same type as any label. */
export const Sponsored: Story = {
  args: { appearance: 'pill', pillar: 'business' },
  render: label('Paid for by the Port of Ostrey'),
};

/** Right to left: series and rule follow the text. */
export const Arabic: Story = {
  args: { lang: 'ar', dir: 'rtl' },
  render: label('<a href="#world">العالم</a> <a data-part="series" href="#river">النهر</a>'),
};

/** A title for screen readers alone, hidden by a class of the page's own. */
export const VisuallyHidden: Story = {
  args: { class: 'story-hidden' },
  render: label('<h2><a href="#world">World</a></h2>'),
};
