// An adapter as a publisher writes it, from the page "Advertisement slot" alone: advertisements that the newspaper sells itself. For the
// stories it answers by the slot's name.

/** @returns {import('@galley/advertisement-slot/adapter.js').Adapter} */
function createAdapter() {
  let requests = 0;
  return {
    name: 'press',

    async request({ slotId, sizes }) {
      requests += 1;
      if (slotId === 'slow' || (slotId === 'next-slow' && requests > 1)) await new Promise(() => undefined);
      if (slotId === 'broken') throw new Error('The desk did not answer.');
      if (slotId === 'blocked') throw Object.assign(new Error('The desk is not there.'), { name: 'blocked' });
      if (slotId === 'unsold') return { empty: true };
      const size = slotId === 'small' ? sizes.at(-1) : sizes[0];
      if (slotId !== 'explained') return { size };
      return {
        size,
        advertiserDomains: ['ferries.example'],
        disclosure: {
          behalf: 'Harbour Ferries',
          paid: 'Tide & Co.',
          transparency: [{ domain: 'ferries.example', dsaparams: [2, 3] }],
        },
      };
    },

    async render({ size: [width, height] }, host) {
      const link = document.createElement('a');
      link.href = '#ferries';
      link.textContent = 'Harbour Ferries: three crossings an hour';
      const { style } = link;
      style.display = 'grid';
      style.placeContent = 'center';
      style.textAlign = 'center';
      style.inlineSize = `${width}px`;
      style.blockSize = `${height}px`;
      style.background = '#0b3c5d';
      style.color = '#fff';
      host.append(link);
    },

    destroy() {},
  };
}

customElements
  .whenDefined('galley-advertisement-slot')
  .then(({ adapters }) => adapters.set('press', () => Promise.resolve({ createAdapter })));
