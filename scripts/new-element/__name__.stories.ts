import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { element, type Args } from '../../.storybook/element.ts';

const example = (content: string) => (args: Args) => element('galley-__name__', args, content);

const meta: Meta<Args> = {
  title: 'Elements/__Title__',
  component: 'galley-__name__',
  render: example('<p>The sea came in over the wall.</p>'),
};
export default meta;

type Story = StoryObj<Args>;

/** As text alone. */
export const Text: Story = {};

/** In a box. */
export const Box: Story = { args: { appearance: 'box' } };

/** With a note after the text. */
export const Note: Story = {
  render: example(
    '<p>The sea came in over the wall.</p><p data-part="note">The harbour master, on Sunday</p>',
  ),
};

/** Words longer than the column are broken. */
export const LongWords: Story = {
  args: { appearance: 'box' },
  render: example('<p>Verkehrsinfrastrukturfinanzierungsgesellschaft</p>'),
};
