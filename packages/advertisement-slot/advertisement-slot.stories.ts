import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { element, type Args } from '../../.storybook/element.ts';

const FALLBACK = `<aside data-part="fallback" aria-label="From The Galley Post" class="story-house"><p>Reporting like this is paid for by its readers.</p><p><a href="#support">Support the newsroom</a></p></aside>`;

const slot = (content: string) => (args: Args) => element('galley-advertisement-slot', args, content);

const meta: Meta<Args> = {
  title: 'Elements/Advertisement slot',
  component: 'galley-advertisement-slot',
  render: slot(FALLBACK),
};
export default meta;

type Story = StoryObj<Args>;

/** The author's own promotion, in the place of an advertisement. */
export const House: Story = { args: { provider: 'house', sizes: '300x250 320x50' } };

/** Without a provider the slot reserves nothing and asks for nothing; the fallback stands as written. */
export const None: Story = { args: { sizes: '300x250' } };

/** Sizes for slots from 728 and from 970 px. */
export const SizesByWidth: Story = {
  args: {
    provider: 'house',
    sizes: '320x50 300x250',
    'medium-sizes': '728x90',
    'large-sizes': '970x250 970x90',
  },
};

/** The height of the lowest size. */
export const ReserveMin: Story = { args: { provider: 'house', sizes: '300x250 320x50', reserve: 'min' } };

/** The height of the highest size, which is the default. */
export const ReserveMax: Story = { args: { provider: 'house', sizes: '300x250 320x50', reserve: 'max' } };

/** No height. */
export const ReserveNone: Story = { args: { provider: 'house', sizes: '300x250', reserve: 'none' } };

/** A size that is not among the IAB's, through `--galley-ad-block-size`. */
export const OwnSize: Story = { args: { provider: 'house', sizes: '580x400', class: 'story-own-size' } };

/** Taken out of the page. */
export const Disabled: Story = { args: { provider: 'house', sizes: '300x250', disabled: true } };

/** For a reader without advertisements, the document turns all off. */
export const AdFree: Story = {
  args: { provider: 'house', sizes: '300x250' },
  render: (args) => element('div', { 'data-galley-ads': 'off' }, slot(FALLBACK)(args)),
};

/** No fallback: the place is kept. */
export const Reserved: Story = { args: { provider: 'house', sizes: '300x250' }, render: slot('') };
