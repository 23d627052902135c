/** Slots with adapters that a test holds in its hand. */
import type { Adapter, Consent, ConsentSource, Fill, Size } from '../src/adapter.ts';
import { find, show } from '../../../scripts/test/fixture.ts';
import type { GalleyAdvertisementSlot } from '../src/advertisement-slot.ts';

/** The address of a creative, on another host name than the page's. */
export const creative = (name: string, query = ''): string =>
  `http://${location.hostname === 'localhost' ? '127.0.0.1' : 'localhost'}:${location.port}/packages/advertisement-slot/test/creatives/${name}.html${query}`;

export const FALLBACK =
  '<aside data-part="fallback" aria-label="A house"><p><a href="#s">Support</a></p></aside>';

export interface Told {
  readonly requests: Parameters<Adapter['request']>[0][];
  destroyed: number;
  rendered: number;
}

/** An adapter that paints a box, and counts what it is asked. */
export function adapterOf(
  answer: Fill | { empty: true } | Error | (() => Promise<Fill | { empty: true }>),
  needsLightDom = false,
): Adapter & Told {
  const told: Adapter & Told = {
    name: 'own',
    needsLightDom,
    requests: [],
    destroyed: 0,
    rendered: 0,
    request(context) {
      told.requests.push(context);
      if (answer instanceof Error) return Promise.reject(answer);
      return typeof answer === 'function' ? answer() : Promise.resolve(answer);
    },
    render(_fill, host) {
      told.rendered += 1;
      const box = document.createElement('a');
      box.href = '#bought';
      box.textContent = 'Buy';
      box.style.cssText =
        'display: block; background: navy; color: white; inline-size: 100%; block-size: 100%';
      host.append(box);
      return Promise.resolve();
    },
    destroy() {
      told.destroyed += 1;
    },
  };
  return told;
}

export const filled = (width = 300, height = 250): Fill => ({ size: [width, height] satisfies Size });

/** A source of consent that a test answers. */
export function consentOf(): ConsentSource & {
  answer: (consent: Consent) => void;
  change: (consent: Consent) => void;
} {
  const source = {
    answer: (() => undefined) as (consent: Consent) => void,
    change: (() => undefined) as (consent: Consent) => void,
    ask: () => new Promise<Consent>((resolve) => (source.answer = resolve)),
    watch(changed: (consent: Consent) => void) {
      source.change = changed;
    },
  };
  return source;
}

interface Making {
  readonly adapter?: Adapter | undefined;
  readonly content?: string;
  readonly sizes?: string;
}

/** Makes a slot. What `attributes` say comes first. */
export function make(
  attributes = '',
  { adapter, content = FALLBACK, sizes = '300x250 320x50' }: Making = {},
): GalleyAdvertisementSlot {
  const template = document.createElement('template');
  template.innerHTML = `<galley-advertisement-slot ${attributes} provider="own" consent="none" sizes="${sizes}">${content}</galley-advertisement-slot>`;
  const slot = document.importNode(template.content, true).firstElementChild as GalleyAdvertisementSlot;
  if (adapter) slot.adapter = adapter;
  return slot;
}

/** Puts a slot on the page, between other HTML. */
export async function slotWith(
  slot: GalleyAdvertisementSlot | undefined,
  before = '<p>Before</p>',
  after = '<p>After</p>',
): Promise<void> {
  const stage = await show(`${before}<div></div>${after}`);
  if (slot) find(':scope > div:empty:not([style])', stage).append(slot);
}

/** Resolves when a slot is in a state. */
export function until(slot: GalleyAdvertisementSlot, state: string): Promise<void> {
  return new Promise((resolve) => {
    if (slot.state === state || (state === 'filled' && slot.state === 'viewable')) resolve();
    slot.addEventListener('galley-ad-state-change', ({ to }) => {
      if (to === state) resolve();
    });
  });
}
