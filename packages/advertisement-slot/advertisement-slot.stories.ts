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

const OPTIONS =
  '<script type="application/json" data-part="options">{ "notice": "https://elections.example/notice" }</script>';
/** A slot that the paper sells itself, by an adapter of its own: .storybook/own-adapter.js. */
const press = (slotId: string, args: Args = {}): Args => ({
  provider: 'press',
  consent: 'none',
  'slot-id': slotId,
  sizes: '300x250 320x50',
  ...args,
});

/** The reader has been asked, and has not answered yet: nothing is asked of anybody, and the fallback is seen. Ten seconds of silence are a no. */
export const AwaitingConsent: Story = {
  args: press('sold', { consent: 'required', class: 'story-unanswered' }),
};

/** The reader has agreed, and has gone on meanwhile: it waits until it is near again. */
export const Queued: Story = { args: press('sold', { consent: 'required', class: 'story-left' }) };

/** An advertisement, from an adapter that a publisher has written. */
export const Filled: Story = { args: press('sold') };

/** An advertisement that is smaller than its place is in the middle of it. */
export const Smaller: Story = { args: press('small') };

/** The provider has been asked; the fallback is seen until an advertisement is painted. */
export const Requesting: Story = { args: press('slow') };

/** It has been in view for a second. */
export const Viewable: Story = { args: press('sold', { class: 'story-viewable' }) };

/** Another one has been asked for: the first is seen until that is painted. */
export const Refreshing: Story = { args: press('next-slow', { class: 'story-refreshing' }) };

/** It has been taken out of the page, and given back to the provider. */
export const Destroyed: Story = {
  args: press('sold', { class: 'story-gone' }),
  render: (args) => `<div><p>The slot that stood here has been taken out.</p>${slot(FALLBACK)(args)}</div>`,
};

/** There is none: the fallback stays. */
export const Empty: Story = { args: press('unsold', { 'when-empty': 'fallback' }) };

/** There is none, and the place is given up where it is below what is seen. */
export const Collapsed: Story = { args: press('unsold', { 'when-empty': 'collapse' }) };

/** There is none, and the place is kept. */
export const Kept: Story = { args: press('unsold', { 'when-empty': 'keep' }) };

/** The provider's script is not there, because of an ad blocker for one. */
export const Blocked: Story = { args: press('blocked') };

/** Something failed. */
export const Failed: Story = { args: press('broken') };

/** A page of another origin is not asked for before the reader has agreed. Here nobody can be asked. */
export const Denied: Story = {
  args: { provider: 'iframe', src: 'https://ads.example/page.html', sizes: '300x250', consent: 'required' },
};

/** Advertisements without personal data, from a bidder whose HTML is shown in a page of the publisher's. */
export const Limited: Story = {
  args: {
    provider: 'prebid',
    'render-page': 'https://render.example/render.html',
    sizes: '300x250',
    consent: 'limited',
  },
};

/** Asked for at once, however far it is. */
export const Eager: Story = { args: press('sold', { loading: 'eager' }) };

/** Asked for when it is nearer than by default. */
export const Lazy: Story = { args: press('sold', { loading: 'lazy', 'fetch-margin': '100px' }) };

/** Another one comes every minute, with a button that stops that; none where motion is reduced. */
export const Refreshed: Story = { args: press('sold', { 'refresh-interval': '60' }) };

/** Who pays, and why it is shown, as the provider says. */
export const Explained: Story = { args: press('explained', { kind: 'ad' }) };

/** Words of an advertiser that look like the paper's. */
export const Sponsored: Story = { args: press('sold', { kind: 'sponsored', advertiser: 'Harbour Ferries' }) };

/** A promotion of the paper itself, from a provider. */
export const OwnPromotion: Story = { args: press('sold', { kind: 'house', label: 'From the Post' }) };

/** A political advertisement says who pays, and leads to its notice. */
export const Political: Story = {
  args: press('sold', { kind: 'political', advertiser: 'Harbour Party' }),
  render: slot(FALLBACK + OPTIONS),
};

/** A political advertisement without sponsor and notice is not shown. */
export const PoliticalUndeclared: Story = { args: press('sold', { kind: 'political' }) };

/** A landmark, for a page with one or two. */
export const Landmark: Story = { args: press('sold', { landmark: true }) };

/** A button hides it. */
export const Dismissible: Story = { args: press('sold', { dismissible: true }) };

/** At the viewport's lower edge while its place is further down. */
export const Sticky: Story = { args: press('sold', { sizes: '320x50', sticky: true }) };

/** In Arabic. */
export const Arabic: Story = {
  args: press('sold', { dismissible: true }),
  render: (args) => element('div', { lang: 'ar', dir: 'rtl' }, slot(FALLBACK)(args)),
};
