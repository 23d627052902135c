import { assert } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import { assertHeard, find, isChromium, painted, show, violations } from '../../../scripts/test/fixture.ts';
import '../src/define.ts';
import type { Adapter, Consent, Fill } from '../src/adapter.ts';
import type { GalleyAdvertisementSlot } from '../src/advertisement-slot.ts';
import { adapterOf, consentOf, creative, filled, make, slotWith, until } from './fill.ts';

const inner = (slot: HTMLElement, part: string): HTMLElement =>
  find(`[part=${part}]`, slot.shadowRoot as ShadowRoot);
const parts = (slot: HTMLElement): string[] =>
  [...(slot.shadowRoot?.querySelectorAll<HTMLElement>('[part]') ?? [])]
    .filter((each) => each.checkVisibility())
    .map((each) => each.part.value);
const fallbackIsSeen = (slot: HTMLElement): boolean => find('aside', slot).checkVisibility();
/** Waits until all that is due has been done. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** The names of all events of a slot, in order. */
function listen(slot: HTMLElement): string[] {
  const names: string[] = [];
  const types =
    'state-change request filled empty blocked denied error viewable refresh resize-request'.split(' ');
  for (const type of types)
    document.addEventListener(`galley-ad-${type}`, (event) => {
      if (event.target !== slot) return;
      const { from, to } = event as Event & { from?: string; to?: string };
      names.push(to ? `${String(from)} > ${to}` : type);
    });
  return names;
}

describe('filling a slot', () => {
  it('goes from state to state, and tells of each', async () => {
    const slot = make('', { adapter: adapterOf(filled()) });
    assert.equal(slot.state, 'idle');
    const events = listen(slot);
    await slotWith(slot);
    assert.equal(await slot.settled, 'filled');
    await until(slot, 'viewable');
    assert.deepEqual(events, [
      'idle > awaiting-consent',
      'awaiting-consent > queued',
      'queued > requesting',
      'request',
      'requesting > filled',
      'filled',
      'filled > viewable',
      'viewable',
    ]);
    assert.isTrue(slot.matches(':state(viewable):not(:state(filled), :state(idle))'));
  });

  it('says what it shows', async () => {
    const fill: Fill = { size: [320, 50], advertiserDomains: ['example.com'] };
    const slot = make('', { adapter: adapterOf(fill) });
    let told: Fill | undefined;
    slot.addEventListener('galley-ad-filled', ({ creative: shown }) => (told = shown));
    await slotWith(slot);
    await slot.settled;
    assert.equal(slot.creative, fill);
    assert.equal(told, fill);
    assert.throws(() => {
      (slot as { state: string }).state = 'viewable';
    });
    await slot.clear();
    assert.equal(slot.state, 'idle');
    assert.isUndefined(slot.creative);
  });

  it('tells the provider of its slot, its sizes, targeting and options', async () => {
    const adapter = adapterOf(filled());
    const slot = make('slot-id="news" src="/a"', {
      adapter,
      content: '<script type="application/json" data-part="options">{ "bidders": [1] }</script>',
    });
    slot.targeting = { section: 'world' };
    await slotWith(slot);
    await slot.settled;
    const [context] = adapter.requests;
    assert.deepEqual(
      [context?.slotId, context?.sizes, context?.targeting, context?.options, context?.src],
      [
        'news',
        [
          [300, 250],
          [320, 50],
        ],
        { section: 'world' },
        { bidders: [1] },
        `${location.origin}/a`,
      ],
    );
    assert.isTrue(context?.slot === slot);
    assert.deepEqual(context?.consent, { allowed: true });
  });

  for (const [answer, state, event] of [
    [{ empty: true }, 'empty', 'empty'],
    [Object.assign(new Error('none'), { name: 'blocked' }), 'blocked', 'blocked'],
    [new Error('broken'), 'error', 'error'],
    [{ size: [970, 250] }, 'error', 'error'],
  ] as const) {
    it(`ends in ${state}, with the fallback and without a label: ${JSON.stringify(answer)}`, async () => {
      const adapter = adapterOf(answer);
      const slot = make('', { adapter });
      const events = listen(slot);
      await slotWith(slot);
      assert.equal(await slot.settled, state);
      assert.equal(events.at(-1), event);
      assert.isTrue(fallbackIsSeen(slot));
      assert.deepEqual(parts(slot), []);
      assert.equal(adapter.destroyed, 1);
      assert.equal(slot.getBoundingClientRect().height, 274);
      await assertHeard(
        'paragraph: Before\ncomplementary "A house"\n  paragraph: [Support]\nparagraph: After',
      );
    });
  }

  it('is empty, and asks for nothing, where no size is as narrow as the slot', async () => {
    const adapter = adapterOf(filled());
    const slot = make('', { adapter });
    slot.setAttribute('sizes', '2000x250');
    const events = listen(slot);
    await slotWith(slot);
    assert.equal(await slot.settled, 'empty');
    assert.lengthOf(adapter.requests, 0);
    assert.notInclude(events, 'request');
  });

  it('names the reason of an error', async () => {
    const slot = make('', { adapter: adapterOf({ size: [970, 250] }) });
    let reason = '';
    slot.addEventListener('galley-ad-error', (event) => ({ reason } = event));
    await slotWith(slot);
    await slot.settled;
    assert.equal(reason, 'size');
  });

  it('has a provider of the page by its name, and an error where there is none', async () => {
    const { GalleyAdvertisementSlot } = await import('../src/advertisement-slot.ts');
    const adapter = adapterOf(filled());
    GalleyAdvertisementSlot.adapters.set('mine', () => Promise.resolve({ createAdapter: () => adapter }));
    const slot = make('provider="mine"');
    await slotWith(slot);
    assert.equal(await slot.settled, 'filled');
    const other = make('provider="toString"');
    await slotWith(other);
    assert.equal(await other.settled, 'error');
  });

  it('asks for nothing without a provider, disabled, or where the document has none', async () => {
    const adapter = adapterOf(filled());
    for (const attributes of ['provider="none"', 'provider=""', 'disabled', 'disabled loading="eager"']) {
      const slot = make(attributes, { adapter });
      await slotWith(slot);
      await painted();
      assert.equal(slot.state, 'idle', attributes);
    }
    const slot = make('loading="eager"', { adapter });
    document.documentElement.dataset['galleyAds'] = 'off';
    try {
      await slotWith(slot);
      await painted();
      assert.lengthOf(adapter.requests, 0);
    } finally {
      delete document.documentElement.dataset['galleyAds'];
    }
    // It is there again.
    await until(slot, 'filled');
    assert.lengthOf(adapter.requests, 1);
  });

  it('gives back what there is when the document turns all off, and asks again when it turns them on', async () => {
    const adapter = adapterOf(filled());
    const slot = make('', { adapter });
    await slotWith(slot);
    await until(slot, 'filled');
    document.documentElement.dataset['galleyAds'] = 'off';
    try {
      await until(slot, 'idle');
      assert.equal(adapter.destroyed, 1);
      assert.isUndefined(slot.creative);
    } finally {
      delete document.documentElement.dataset['galleyAds'];
    }
    await until(slot, 'filled');
    assert.lengthOf(adapter.requests, 2);
  });

  it('asks for nothing in a shadow root of a document that has none', async () => {
    const adapter = adapterOf(filled());
    const slot = make('loading="eager"', { adapter });
    document.documentElement.dataset['galleyAds'] = 'off';
    try {
      await slotWith(undefined);
      const outer = document.createElement('div');
      outer.attachShadow({ mode: 'open' }).append(slot);
      find('#stage', document).append(outer);
      assert.equal(await slot.load(), 'idle');
      assert.lengthOf(adapter.requests, 0);
    } finally {
      delete document.documentElement.dataset['galleyAds'];
    }
    await until(slot, 'filled');
    assert.lengthOf(adapter.requests, 1);
  });

  it('gives back what there is where it is moved into a part that has none, and asks again out of it', async () => {
    const adapter = adapterOf(filled());
    const slot = make('', { adapter });
    await slotWith(slot, '<section data-galley-ads="off"></section>');
    await until(slot, 'filled');
    const place = slot.parentElement;
    find('[data-galley-ads]').append(slot);
    assert.equal(slot.state, 'idle');
    assert.equal(adapter.destroyed, 1);
    place?.append(slot);
    await until(slot, 'filled');
    assert.lengthOf(adapter.requests, 2);
  });

  it('says at once that nothing is asked for where it is told to load though it is off', async () => {
    const slot = make('disabled', { adapter: adapterOf(filled()) });
    await slotWith(slot);
    assert.equal(await slot.load(), 'idle');
  });

  it('waits until it is shown, eager too', async () => {
    const adapter = adapterOf(filled());
    const slot = make('loading="eager" hidden', { adapter });
    await slotWith(slot);
    await until(slot, 'queued');
    await settle();
    assert.equal(slot.state, 'queued');
    slot.hidden = false;
    await until(slot, 'filled');
  });

  it('asks the provider that it has by now, though the module of another comes later', async () => {
    const [late, own] = [adapterOf(filled()), adapterOf(filled())];
    const { adapters } = customElements.get('galley-advertisement-slot') as typeof GalleyAdvertisementSlot;
    let come!: () => void;
    const coming = new Promise<void>((resolve) => (come = resolve));
    adapters.set('late', () => coming.then(() => ({ createAdapter: () => late })));
    adapters.set('now', () => Promise.resolve({ createAdapter: () => own }));
    const slot = make('loading="eager"');
    slot.setAttribute('provider', 'late');
    await slotWith(slot);
    await until(slot, 'requesting');
    slot.setAttribute('provider', 'now');
    await until(slot, 'filled');
    come();
    await coming;
    await settle();
    await slot.refresh();
    assert.lengthOf(late.requests, 0);
    assert.lengthOf(own.requests, 2);
  });

  it('waits until it is near, and does not when it is told to load', async () => {
    const adapter = adapterOf(filled());
    const slot = make('fetch-margin="100px"', { adapter });
    await slotWith(slot, '<div style="block-size: 3000px"></div>');
    await painted();
    assert.equal(slot.state, 'idle');
    const eager = make('loading="eager"', { adapter });
    find('#stage', document).append(eager);
    await until(eager, 'filled');
    assert.equal(slot.state, 'idle');
    assert.equal(await slot.load(), 'filled');
    assert.lengthOf(adapter.requests, 2);
  });

  it('shows the house its fallback, and asks nobody', async () => {
    const slot = make('provider="house" consent="required"');
    await slotWith(slot);
    assert.equal(await slot.settled, 'filled');
    await until(slot, 'viewable');
    assert.isTrue(fallbackIsSeen(slot));
    assert.deepEqual(parts(slot), []);
  });

  it('keeps the fallback while it has the focus', async () => {
    let answer: (fill: Fill) => void = () => undefined;
    const slot = make('', { adapter: adapterOf(() => new Promise((resolve) => (answer = resolve))) });
    await slotWith(slot);
    await until(slot, 'requesting');
    await settle();
    const link = find('a', slot);
    link.focus();
    answer(filled());
    for (let i = 0; i < 5; i++) await painted();
    assert.isTrue(document.activeElement === link);
    assert.isTrue(fallbackIsSeen(slot));
    link.blur();
    await until(slot, 'filled');
    assert.isFalse(fallbackIsSeen(slot));
  });

  it('leaves the fallback where what fills it never comes', async () => {
    const { open } = await import('../../../scripts/test/fixture.ts');
    const page = await open(
      `<script type="importmap">{ "imports": { "/packages/advertisement-slot/src/placement.ts": "data:text/javascript,throw 1" } }</script>
      <galley-advertisement-slot provider="iframe" sizes="300x250"><aside data-part="fallback">A</aside></galley-advertisement-slot>`,
      { styles: ['/packages/advertisement-slot/src/advertisement-slot.css'] },
    );
    await page.load('/packages/advertisement-slot/src/define.ts');
    await page.painted();
    const slot = find('galley-advertisement-slot', page.document);
    assert.isTrue(find('aside', slot).checkVisibility());
    assert.equal(slot.getBoundingClientRect().height, 274);
    assert.equal(await (slot as unknown as { load(): Promise<string> }).load(), 'idle');
    assert.deepEqual(
      page.errors.filter((error) => !error.includes('1')),
      [],
    );
  });
});

describe('consent', () => {
  it('is asked first: before it nobody is', async () => {
    const adapter = adapterOf(filled());
    const source = consentOf();
    const slot = make('consent="required"', { adapter });
    slot.consentSource = source;
    await slotWith(slot);
    await until(slot, 'awaiting-consent');
    await painted();
    assert.lengthOf(adapter.requests, 0);
    source.answer({ allowed: true, tcString: 'T' });
    await until(slot, 'filled');
    assert.deepEqual(adapter.requests[0]?.consent, { allowed: true, tcString: 'T' });
  });

  it('may be refused, and given later', async () => {
    const adapter = adapterOf(filled());
    const source = consentOf();
    const slot = make('consent="required"', { adapter });
    slot.consentSource = {
      ...source,
      ask: () => Promise.resolve({ allowed: false }),
      watch: (changed) => (source.change = changed),
    };
    const events = listen(slot);
    await slotWith(slot);
    assert.equal(await slot.settled, 'denied');
    assert.equal(events.at(-1), 'denied');
    assert.lengthOf(adapter.requests, 0);
    source.change({ allowed: true });
    await until(slot, 'filled');
  });

  it('may be withdrawn: the advertisement goes, and nothing is asked any more', async () => {
    const adapter = adapterOf(filled());
    const source = consentOf();
    const slot = make('consent="limited"', { adapter });
    slot.consentSource = source;
    await slotWith(slot);
    await until(slot, 'awaiting-consent');
    await settle();
    source.answer({ allowed: true });
    await until(slot, 'filled');
    source.change({ allowed: false });
    assert.equal(slot.state, 'denied');
    assert.equal(adapter.destroyed, 1);
    assert.isTrue(fallbackIsSeen(slot));
    assert.isUndefined(slot.creative);
    assert.equal(slot.getBoundingClientRect().height, 274);
  });

  it('is refused where nobody can be asked', async () => {
    const adapter = adapterOf(filled());
    const slot = make('consent="required"', { adapter });
    slot.consentSource = { ask: () => Promise.reject(new Error('none')) };
    await slotWith(slot);
    assert.equal(await slot.settled, 'denied');
    assert.lengthOf(adapter.requests, 0);
  });
});

describe('answers that come late', () => {
  /** An adapter whose answers a test gives, in any order. */
  const held = () => {
    const answers: ((fill: Fill) => void)[] = [];
    const adapter = adapterOf(() => new Promise<Fill>((resolve) => answers.push(resolve)));
    return { adapter, answers };
  };

  for (const [what, after, state] of [
    ['it is cleared', (slot: ReturnType<typeof make>) => slot.clear(), 'idle'],
    [
      'it is removed',
      async (slot: ReturnType<typeof make>) => {
        slot.remove();
        await until(slot, 'destroyed');
      },
      'destroyed',
    ],
    [
      'it is disabled',
      async (slot: ReturnType<typeof make>) => {
        slot.disabled = true;
        await until(slot, 'idle');
      },
      'idle',
    ],
  ] as const) {
    it(`are dropped once ${what}`, async () => {
      const { adapter, answers } = held();
      const slot = make('', { adapter });
      await slotWith(slot);
      await until(slot, 'requesting');
      await settle();
      await after(slot);
      answers[0]?.(filled());
      await settle();
      assert.equal(slot.state, state);
      assert.equal(adapter.rendered, 0);
      assert.equal(adapter.destroyed, 1);
    });
  }

  it('are dropped where another slot is meant by now', async () => {
    const { adapter, answers } = held();
    const slot = make('slot-id="one"', { adapter });
    await slotWith(slot);
    await until(slot, 'requesting');
    await settle();
    slot.setAttribute('slot-id', 'two');
    await until(slot, 'idle');
    await until(slot, 'requesting');
    await settle();
    answers[0]?.(filled(320, 50));
    answers[1]?.(filled(300, 250));
    await until(slot, 'filled');
    assert.deepEqual(slot.creative?.size, [300, 250]);
    assert.deepEqual(
      adapter.requests.map(({ slotId }) => slotId),
      ['one', 'two'],
    );
  });
});

describe('the frame', () => {
  const framed = (name: string, query = '', attributes = '') =>
    make(`provider="iframe" src="${creative(name, query)}" ${attributes}`);
  const frameOf = (slot: HTMLElement) => find<HTMLIFrameElement>('iframe', slot.shadowRoot as ShadowRoot);

  it('may run scripts and open tabs, and nothing else', async () => {
    const slot = framed('well-behaved');
    await slotWith(slot);
    assert.equal(await slot.settled, 'filled');
    const frame = frameOf(slot);
    assert.equal(frame.getAttribute('sandbox'), 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    for (const feature of ['sync-xhr', 'unload', 'browsing-topics', 'private-state-token-issuance'])
      assert.include(frame.allow, `${feature} 'none'`);
    assert.isNull(frame.contentDocument);
    assert.equal(frame.title, inner(slot, 'frame').parentElement?.ariaLabel);
    const { width, height } = frame.getBoundingClientRect();
    assert.deepEqual([width, height], [300, 250]);
  });

  it('has more where the page says so', async () => {
    const slot = framed('well-behaved');
    slot.innerHTML =
      '<script type="application/json" data-part="options">{ "frame": { "sameOrigin": true, "topNavigation": true } }</script>';
    await slotWith(slot);
    await until(slot, 'filled');
    assert.sameMembers([...frameOf(slot).sandbox], [
      'allow-scripts', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-same-origin', 'allow-top-navigation-by-user-activation',
    ]); // prettier-ignore
  });

  for (const src of [
    '/packages/advertisement-slot/test/creatives/well-behaved.html',
    'javascript:alert(1)',
    'data:text/html,a',
    '',
  ]) {
    it(`is not made for an address that is not another's: "${src}"`, async () => {
      const slot = make(`provider="iframe" src="${src}"`);
      await slotWith(slot);
      assert.equal(await slot.settled, 'error');
      assert.isNull(slot.shadowRoot?.querySelector('iframe') ?? null);
    });
  }

  it('may say that it has nothing', async () => {
    const slot = framed('asking', `?${encodeURIComponent('{"empty":true}')}`);
    await slotWith(slot);
    await until(slot, 'empty');
    assert.isTrue(fallbackIsSeen(slot));
  });

  for (const [asked, granted] of [
    [[320, 50], '320x50'],
    [[9999, 9999], '300x250'],
    [[310, 60], '320x50'],
    [[310, 260], '300x250'],
    [[1, 1], '320x50'],
    [['a', null], '320x50'],
  ] as const) {
    it(`may ask for another of the sizes: ${JSON.stringify(asked)} is ${granted}`, async () => {
      const slot = framed('asking', `?${encodeURIComponent(JSON.stringify({ size: asked }))}`);
      const sizes: string[] = [];
      slot.addEventListener('galley-ad-resize-request', ({ size }) => sizes.push(size.join('x')));
      await slotWith(slot);
      await until(slot, 'filled');
      const frame = frameOf(slot);
      for (let i = 0; i < 20 && !sizes.length; i++) await painted();
      assert.deepEqual(sizes, [granted]);
      const box = inner(slot, 'frame').getBoundingClientRect();
      assert.equal(`${String(box.width)}x${String(box.height)}`, granted);
      assert.equal(`${frame.width}x${frame.height}`, granted);
      assert.equal(slot.getBoundingClientRect().height, 274);
    });
  }

  it('is not heard any more once another one is asked for, nor while it comes', async () => {
    const slot = framed('asking', `?${encodeURIComponent('{"size":[320,50]}')}&later`);
    let asked = 0;
    const ask = (frame: HTMLIFrameElement) => frame.contentWindow?.postMessage('ask', '*');
    await slotWith(slot);
    await until(slot, 'filled');
    const next = slot.refresh();
    await until(slot, 'refreshing');
    ask(frameOf(slot));
    // As an adapter tells of it, at once: the frame's own words come as they come.
    const event = new CustomEvent('galley-ask', { detail: { size: [320, 50] }, bubbles: true });
    frameOf(slot).dispatchEvent(event);
    assert.equal(await next, 'filled');
    const resized = new Promise((resolve) => {
      slot.addEventListener('galley-ad-resize-request', (told) => {
        asked += 1;
        resolve(told);
      });
    });
    await painted();
    assert.equal(inner(slot, 'frame').getBoundingClientRect().height, 250);
    ask(frameOf(slot));
    await resized;
    assert.equal(asked, 1);
    assert.equal(inner(slot, 'frame').getBoundingClientRect().height, 50);
  });

  it('gets no other size where the page refuses', async () => {
    const slot = framed('asking', `?${encodeURIComponent('{"size":[320,50]}')}`);
    const asked = new Promise<void>((resolve) => {
      slot.addEventListener('galley-ad-resize-request', (event) => {
        event.preventDefault();
        resolve();
      });
    });
    await slotWith(slot);
    await asked;
    await until(slot, 'filled');
    assert.equal(inner(slot, 'frame').getBoundingClientRect().height, 250);
  });

  it('is not heard but by the channel that it was given', async () => {
    const slot = framed('well-behaved');
    slot.addEventListener('galley-ad-resize-request', () => {
      throw new Error('It was heard.');
    });
    await slotWith(slot);
    await until(slot, 'filled');
    // Firefox takes no window of another origin here.
    const source = isChromium ? frameOf(slot).contentWindow : null;
    for (const data of [{ size: [320, 50] }, { empty: true }, { galley: 'advertisement', size: [1, 1] }])
      window.dispatchEvent(new MessageEvent('message', { data, source }));
    await settle();
    assert.notEqual(slot.state, 'empty');
  });
});

describe('its name and controls', () => {
  it('are a group with a label, a skip link first, and an end', async () => {
    const slot = make('', { adapter: adapterOf(filled()) });
    await slotWith(slot);
    await until(slot, 'filled');
    await assertHeard(`paragraph: Before
group "Advertisement 1": [Skip advertisement]Advertisement[Buy]
paragraph: End of advertisement
paragraph: After`);
    assert.deepEqual(await violations(), []);
  });

  it('lead past it, from the first stop on', async () => {
    const slot = make('dismissible', { adapter: adapterOf(filled()) });
    await slotWith(slot, '<button id="before">A</button>', '<button id="after">B</button>');
    await until(slot, 'filled');
    find('#before').focus();
    await sendKeys({ press: 'Tab' });
    const skip = inner(slot, 'skip-link');
    assert.isTrue(slot.shadowRoot?.activeElement === skip);
    const { width, height } = skip.getBoundingClientRect();
    assert.isAbove(Math.min(width, height), 20);
    await sendKeys({ press: 'Enter' });
    assert.isTrue(slot.shadowRoot?.activeElement === inner(slot, 'end'));
    assert.isAbove(inner(slot, 'end').getBoundingClientRect().width, 20);
    await sendKeys({ press: 'Tab' });
    assert.isTrue(document.activeElement === find('#after'));
  });

  it('have names that no two share', async () => {
    const slots = [0, 1, 2].map(() => make('', { adapter: adapterOf(filled(320, 50)), sizes: '320x50' }));
    await slotWith(slots[0]);
    find('#stage', document).append(...slots.slice(1));
    await Promise.all(slots.map((slot) => until(slot, 'filled')));
    const names = slots.map((slot) => slot.shadowRoot?.querySelector('.ad')?.ariaLabel);
    assert.sameMembers(names, ['Advertisement 1', 'Advertisement 2', 'Advertisement 3']);
  });

  for (const [lang, attributes, label, name] of [
    ['de', '', 'Anzeige', 'Anzeige 1'],
    // Engines differ in the digits of Arabic.
    ['ar', 'kind="sponsored"', 'محتوى برعاية', `محتوى برعاية ${new Intl.NumberFormat('ar').format(1)}`],
    ['en', 'advertiser="Acme"', 'Advertisement: Acme', 'Advertisement 1'],
    ['en', 'label="Partner"', 'Partner', 'Partner 1'],
    ['fa', '', 'آگهی', 'آگهی ۱'],
  ] as const) {
    it(`are in the language around it: ${lang} ${attributes}`, async () => {
      const slot = make(attributes, { adapter: adapterOf(filled()) });
      const stage = await show(`<div lang="${lang}"></div>`);
      find('div', stage).append(slot);
      await until(slot, 'filled');
      assert.equal(inner(slot, 'label-text').textContent, label);
      assert.equal(slot.shadowRoot?.querySelector('.ad')?.ariaLabel, name);
    });
  }

  it('are a landmark where it is asked for, and follow what the page changes', async () => {
    const slot = make('landmark', { adapter: adapterOf(filled()) });
    await slotWith(slot);
    await until(slot, 'filled');
    const group = slot.shadowRoot?.querySelector('.ad');
    assert.equal(group?.role, 'complementary');
    slot.removeAttribute('landmark');
    slot.setAttribute('advertiser', 'Acme');
    for (let i = 0; i < 5; i++) await painted();
    assert.equal(group?.role, 'group');
    assert.equal(inner(slot, 'label-text').textContent, 'Advertisement: Acme');
  });

  it('follow the language of the page', async () => {
    const slot = make('', { adapter: adapterOf(filled()) });
    const around = find('div', await show('<div lang="en"></div>'));
    around.append(slot);
    await until(slot, 'filled');
    const label = inner(slot, 'label-text');
    const change = new Promise((resolve) => {
      new MutationObserver(resolve).observe(slot.shadowRoot as ShadowRoot, {
        childList: true,
        subtree: true,
      });
    });
    around.lang = 'de';
    await change;
    assert.isFalse(label.isConnected);
    assert.equal(inner(slot, 'label-text').textContent, 'Anzeige');
  });

  it('hide it: the fallback is back, and it stays so', async () => {
    const adapter = adapterOf(filled());
    const slot = make('dismissible', { adapter });
    await slotWith(slot, '', '<button id="after">B</button>');
    await until(slot, 'filled');
    const button = inner(slot, 'hide-button');
    assert.equal(button.ariaLabel, 'Hide advertisement');
    button.focus();
    await sendKeys({ press: 'Enter' });
    assert.equal(slot.state, 'idle');
    assert.isTrue(fallbackIsSeen(slot));
    assert.equal(adapter.destroyed, 1);
    // Where the reader was, not at the top of the page.
    await sendKeys({ press: 'Tab' });
    assert.isTrue(document.activeElement === find('a', slot));
    await painted();
    assert.lengthOf(adapter.requests, 1);
    assert.equal(slot.getBoundingClientRect().height, 274);
  });

  for (const [what, act] of [
    [
      'consent is withdrawn',
      (_, change) => {
        change({ allowed: false });
      },
    ],
    ['another comes', (slot) => slot.refresh()],
    ['it is cleared', (slot) => slot.clear()],
  ] as [string, (slot: GalleyAdvertisementSlot, change: (consent: Consent) => void) => unknown][])
    // prettier-ignore
    it(`leave the focus where the advertisement ended: ${what}`, async () => {
      const source = consentOf();
      const slot = make('consent="required"', { adapter: adapterOf(filled()), content: '' });
      slot.consentSource = source;
      await slotWith(slot, '', '<button id="after">B</button>');
      await until(slot, 'awaiting-consent');
      await settle();
      source.answer({ allowed: true });
      await until(slot, 'filled');
      find('.frame a', slot.shadowRoot as ShadowRoot).focus();
      await act(slot, source.change);
      await painted();
      assert.equal(slot.shadowRoot?.activeElement, inner(slot, 'end'));
    });

  it('say who pays, and why it is shown', async () => {
    const fill: Fill = {
      ...filled(),
      advertiserDomains: ['acme.example'],
      disclosure: { behalf: 'Acme', paid: 'Agency', transparency: [{ domain: 'a', dsaparams: [1, 3, 99] }] },
    };
    const slot = make('', { adapter: adapterOf(fill) });
    await slotWith(slot);
    await until(slot, 'filled');
    const button = inner(slot, 'disclosure-button');
    assert.equal(button.ariaLabel, 'Why this advertisement?');
    button.focus();
    await sendKeys({ press: 'Enter' });
    for (let i = 0; i < 50 && !slot.shadowRoot?.querySelector('dialog[open]'); i++) await painted();
    const lines = [...inner(slot, 'disclosure-panel').querySelectorAll('p')].map((p) => p.textContent);
    assert.deepEqual(lines, [
      'Advertiser: Acme',
      'Paid for by Agency',
      'Chosen by a profile of you',
      'Chosen by where you are',
    ]);
    assert.deepEqual(await violations(), []);
    await sendKeys({ press: 'Escape' });
    assert.isTrue(slot.shadowRoot?.activeElement === button);
    assert.isNull(slot.shadowRoot?.querySelector('dialog') ?? null);
  });

  for (const [attributes, options, state] of [
    ['kind="political"', '{}', 'error'],
    ['kind="political" advertiser="A party"', '{}', 'error'],
    ['kind="political"', '{ "notice": "https://example.com/notice" }', 'error'],
    ['kind="political" advertiser="A party"', '{ "notice": "javascript:alert(1)" }', 'error'],
    ['kind="political" advertiser="A party"', '{ "notice": "https://example.com/notice" }', 'filled'],
  ] as const) {
    it(`are shown for a political one only with sponsor and notice: ${attributes} ${options}`, async () => {
      const slot = make(attributes, {
        adapter: adapterOf(filled()),
        content: `<script type="application/json" data-part="options">${options}</script>`,
      });
      await slotWith(slot);
      assert.equal(await slot.settled, state);
      if (state === 'filled')
        assert.equal(inner(slot, 'label-text').textContent, 'Political advertisement: A party');
    });
  }
});

describe('a life in the page', () => {
  it('ends with its removal, and begins again', async () => {
    const adapter = adapterOf(filled());
    const slot = make('', { adapter });
    await slotWith(slot);
    await until(slot, 'filled');
    const { parentElement } = slot;
    slot.remove();
    await until(slot, 'destroyed');
    assert.equal(adapter.destroyed, 1);
    parentElement?.append(slot);
    await until(slot, 'filled');
    assert.lengthOf(adapter.requests, 2);
  });

  it('goes on where it is moved within a task, without another request', async () => {
    const adapter = adapterOf(filled());
    const slot = make('', { adapter });
    await slotWith(slot);
    await until(slot, 'filled');
    find('#stage', document).prepend(slot);
    for (let i = 0; i < 5; i++) await painted();
    assert.include(['filled', 'viewable'], slot.state);
    assert.lengthOf(adapter.requests, 1);
    assert.equal(adapter.destroyed, 0);
    assert.lengthOf(inner(slot, 'frame').children, 1);
  });

  // Firefox 153 loads a frame in a shadow root again.
  if (isChromium && 'moveBefore' in Element.prototype) {
    it('goes on with its frame where it is moved with moveBefore', async () => {
      const slot = make(`provider="iframe" src="${creative('well-behaved')}"`);
      await slotWith(slot);
      await until(slot, 'filled');
      const frame = find<HTMLIFrameElement>('iframe', slot.shadowRoot as ShadowRoot);
      let loads = 0;
      frame.addEventListener('load', () => (loads += 1));
      (
        find('#stage', document) as unknown as { moveBefore(node: Node, before: Node | null): void }
      ).moveBefore(slot, null);
      for (let i = 0; i < 10; i++) await painted();
      assert.equal(loads, 0);
      assert.isTrue(slot.shadowRoot?.querySelector('iframe') === frame);
    });
  }

  it('gives a provider that looks in the document a place there, and takes it back', async () => {
    const slot = make('', { adapter: adapterOf(filled(), true) });
    await slotWith(slot);
    await until(slot, 'filled');
    const link = find('a[href="#bought"]', slot);
    assert.isTrue(link.checkVisibility());
    const box = link.getBoundingClientRect();
    assert.deepEqual([box.width, box.height], [300, 250]);
    await slot.clear();
    assert.lengthOf(slot.children, 1);
  });
});

describe('another advertisement', () => {
  it('comes in the place of the first, which stays until it is painted', async () => {
    let answer: (fill: Fill) => void = () => undefined;
    const answers = [Promise.resolve(filled()), new Promise<Fill>((resolve) => (answer = resolve))];
    const adapter = adapterOf(() => answers.shift() as Promise<Fill>);
    const slot = make('', { adapter });
    await slotWith(slot);
    await until(slot, 'filled');
    const [first] = inner(slot, 'frame').children;
    const events = listen(slot);
    const settled = slot.refresh();
    await until(slot, 'refreshing');
    await settle();
    assert.isTrue(first?.isConnected);
    assert.isTrue(inner(slot, 'label-text').checkVisibility());
    answer(filled(320, 50));
    assert.equal(await settled, 'filled');
    assert.isFalse(first.isConnected);
    assert.lengthOf(inner(slot, 'frame').children, 1);
    assert.equal(slot.getBoundingClientRect().height, 274);
    assert.deepEqual(events.slice(0, 2), ['refresh', 'filled > refreshing']);
    assert.deepEqual(slot.creative?.size, [320, 50]);
    assert.equal(adapter.destroyed, 0);
  });

  it('may be none', async () => {
    const answers: (Fill | { empty: true })[] = [filled(), { empty: true }];
    const adapter: Adapter = adapterOf(() => Promise.resolve(answers.shift() as Fill));
    const slot = make('', { adapter });
    await slotWith(slot);
    await until(slot, 'filled');
    assert.equal(await slot.refresh(), 'empty');
    assert.isTrue(fallbackIsSeen(slot));
    assert.equal(slot.getBoundingClientRect().height, 274);
  });
});
