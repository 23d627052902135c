import { assert } from 'chai';
import { find, show } from '../../../scripts/test/fixture.ts';
import '../src/define.ts';
import { adapterOf, creative, FALLBACK, filled, until } from './fill.ts';
import type { Adapter } from '../src/adapter.ts';
import type { GalleyAdvertisementSlot } from '../src/advertisement-slot.ts';

const html = (attributes: string, content = FALLBACK) =>
  `<galley-advertisement-slot provider="own" consent="none" sizes="300x250 320x50" ${attributes}>${content}</galley-advertisement-slot>`;

async function slotWith(adapter: Adapter | undefined, attributes = '', content = FALLBACK) {
  const stage = await show('<p>Before</p><div id="place"></div><p>After</p>');
  const place = find('#place');
  const template = document.createElement('template');
  template.innerHTML = html(attributes, content);
  const slot = document.importNode(template.content, true).firstElementChild as GalleyAdvertisementSlot;
  slot.adapter = adapter;
  place.append(slot);
  return { slot, stage };
}

describe('filling', () => {
  it('fills', async () => {
    const { slot } = await slotWith(adapterOf(filled()));
    assert.equal(await slot.settled, 'filled');
    console.log(slot.shadowRoot?.innerHTML, slot.getBoundingClientRect().height);
  });
  it('frames', async () => {
    const { slot } = await slotWith(undefined, `provider="iframe" src="${creative('well-behaved')}"`);
    slot.addEventListener('galley-ad-error', (e) => {
      console.log(e.reason);
    });
    slot.setAttribute('provider', 'iframe');
    await until(slot, 'filled');
    console.log(slot.shadowRoot?.innerHTML, slot.getBoundingClientRect().height);
    await until(slot, 'viewable');
  });
});
