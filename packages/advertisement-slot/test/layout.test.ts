import { assert } from 'chai';
import { find, isChromium, open, type Page } from '../../../scripts/test/fixture.ts';
import type { Consent, Fill } from '../src/adapter.ts';
import type { GalleyAdvertisementSlot } from '../src/advertisement-slot.ts';
import { adapterOf, consentOf, FALLBACK, filled, until } from './fill.ts';

const STYLES = [
  '/packages/tokens/dist/tokens.css',
  '/packages/advertisement-slot/src/advertisement-slot.css',
];
/** With what gives up a place: what does not happen is seen not to happen once it is there. */
const MODULES = ['define', 'collapse'].map((name) => `/packages/advertisement-slot/src/${name}.ts`);
const TEXT =
  '<p>The harbour office keeps two clocks, one for the hour and the other for the height of the water.</p>';
const LANGUAGES = 'ar bn de en es fa fr he hi id it ja ko nl pl pt-BR ru tr uk ur zh'.split(' ');
const SIZES = 'sizes="300x250 320x50" medium-sizes="728x90" large-sizes="970x250 970x90"';
const article = (attributes: string, content = FALLBACK, before = TEXT) =>
  `<article>${before}<galley-advertisement-slot provider="own" ${SIZES} ${attributes}>${content}</galley-advertisement-slot>${TEXT.repeat(12)}</article>`;

/** Where the author's elements lie, and how much has moved since the page began, as the browser counts it. */
interface Still extends Page {
  readonly slot: GalleyAdvertisementSlot;
  places(): string[];
  shift(): number;
}

async function still(html: string, width: number, css = ''): Promise<Still> {
  const page = await open(html, { styles: STYLES, width, css: `body { margin: 0 } ${css}` });
  let shift = 0;
  if (isChromium) {
    const count = (list: PerformanceEntryList) => {
      for (const entry of list) shift += (entry as PerformanceEntry & { value: number }).value;
    };
    const observer = new page.window.PerformanceObserver((list) => {
      count(list.getEntries());
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  }
  return {
    ...page,
    slot: find<GalleyAdvertisementSlot>('galley-advertisement-slot', page.document),
    places: () =>
      [...page.document.querySelectorAll('p:not(aside p), galley-advertisement-slot')].map((each) => {
        const { x, y, width: w, height } = each.getBoundingClientRect();
        return [each.localName, x, y, w, height].join(' ');
      }),
    shift: () => shift,
  };
}

const sizesAt = (width: number): [number, number][] =>
  width >= 970 ? [[970, 250], [970, 90]] : width >= 728 ? [[728, 90]] : [[300, 250], [320, 50]]; // prettier-ignore

interface Course {
  readonly name: string;
  readonly attributes?: string;
  readonly answers: (fill: Fill, small: Fill) => readonly (Fill | { empty: true } | Error)[];
  /** Whether the reader refuses. */
  readonly isRefused?: boolean;
  /** What happens after the first answer. */
  readonly then?: (slot: GalleyAdvertisementSlot, consent: (consent: Consent) => void) => unknown;
  readonly ends: string;
}

const COURSES: readonly Course[] = [
  { name: 'a fill of the largest size', answers: (fill) => [fill], ends: 'filled' },
  { name: 'a fill of the smallest size', answers: (_, small) => [small], ends: 'filled' },
  { name: 'none', answers: () => [{ empty: true }], ends: 'empty' },
  { name: 'none, and a place that is to collapse', attributes: 'when-empty="collapse"', answers: () => [{ empty: true }], ends: 'empty' },
  { name: 'a provider that is not there', answers: () => [Object.assign(new Error('none'), { name: 'blocked' })], ends: 'blocked' },
  { name: 'an error', answers: () => [new Error('broken')], ends: 'error' },
  { name: 'a smaller one after it', answers: (fill, small) => [fill, small], then: (slot) => slot.refresh(), ends: 'filled' },
  { name: 'a larger one after it', answers: (fill, small) => [small, fill], then: (slot) => slot.refresh(), ends: 'filled' },
  { name: 'none after it', answers: (fill) => [fill, { empty: true }], then: (slot) => slot.refresh(), ends: 'empty' },
  { name: 'a refusal', answers: () => [], isRefused: true, ends: 'denied' },
  { name: 'a refusal, and a place that is to collapse', attributes: 'when-empty="collapse"', answers: () => [], isRefused: true, ends: 'denied' },
  { name: 'a refusal that is taken back', answers: (fill) => [fill], isRefused: true, then: (_, consent) => { consent({ allowed: true }); }, ends: 'filled' },
  { name: 'a withdrawal', answers: (fill) => [fill], then: (_, consent) => { consent({ allowed: false }); }, ends: 'denied' },
  { name: 'its end', answers: (fill) => [fill], then: (slot) => slot.clear(), ends: 'idle' },
]; // prettier-ignore

describe('nothing moves', () => {
  for (const width of [360, 768, 1280]) {
    const [large = [0, 0], small = large] = sizesAt(width);
    for (const { name, attributes = '', answers, isRefused = false, then, ends } of COURSES) {
      it(`at ${String(width)} px: ${name}`, async () => {
        const page = await still(article(`consent="required" ${attributes}`), width);
        const { slot } = page;
        const before = page.places();
        const given = [...answers(filled(...large), filled(...small))];
        const source = consentOf();
        slot.consentSource = source;
        slot.adapter = adapterOf(() => {
          const answer = given.shift();
          return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as Fill);
        });
        const seen: string[][] = [];
        slot.addEventListener('galley-ad-state-change', () => seen.push(page.places()));
        await page.load('/packages/advertisement-slot/src/define.ts');
        await until(slot, 'awaiting-consent');
        await page.nextTask();
        source.answer({ allowed: !isRefused });
        assert.notEqual(await slot.settled, 'idle');
        seen.push(page.places());
        await then?.(slot, source.change);
        await until(slot, ends);
        await page.painted();
        seen.push(page.places());
        for (const each of seen) assert.deepEqual(each, before);
        assert.equal(page.shift(), 0);
      });
    }
  }

  for (const css of [
    'galley-advertisement-slot { padding: 10px 8px; border-block: 1px solid }',
    'article { zoom: 1.25 }',
    'article { transform: scale(1.5); transform-origin: 0 0 }',
  ])
    it(`however often one comes: ${css}`, async () => {
      const page = await still(article('consent="none"'), 360, css);
      page.slot.adapter = adapterOf(() => Promise.resolve(filled(320, 50)));
      page.slot.setAttribute('sizes', '160x600 320x50 120x50');
      page.slot.adapter = adapterOf(() => Promise.resolve(filled(120, 50)));
      const before = page.places();
      await page.load('/packages/advertisement-slot/src/define.ts');
      for (let count = 0; count < 3; count++) {
        await until(page.slot, 'filled');
        await page.slot.refresh();
      }
      await page.slot.clear();
      assert.equal(await page.slot.load(), 'filled');
      assert.deepEqual(page.places(), before);
    });

  it('and none is wider than what is within the padding of its place', async () => {
    const page = await still(
      article('consent="none"'),
      360,
      'galley-advertisement-slot { box-sizing: border-box; padding-inline: 40px }',
    );
    const adapter = adapterOf(filled(120, 50));
    page.slot.adapter = adapter;
    page.slot.setAttribute('sizes', '300x250 120x50');
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    assert.deepEqual(adapter.requests[0]?.sizes, [[120, 50]]);
  });

  it('at the top of its place beside a taller column, which stretches it', async () => {
    const page = await still(
      `<div style="display: flex"><galley-advertisement-slot style="flex: 1" provider="own" consent="none" sizes="300x250"></galley-advertisement-slot><p style="block-size: 2000px">A</p></div>`,
      768,
    );
    page.slot.adapter = adapterOf(filled());
    const before = page.places();
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    const frame = find('[part=frame]', page.slot.shadowRoot as ShadowRoot).getBoundingClientRect();
    assert.isBelow(frame.top - page.slot.getBoundingClientRect().top, 250);
    assert.deepEqual(page.places(), before);
  });

  it('where the fallback is higher than what comes', async () => {
    const page = await still(
      article('consent="none"', '<aside data-part="fallback" style="block-size: 400px">A</aside>'),
      768,
    );
    page.slot.adapter = adapterOf(filled(728, 90));
    const before = page.places();
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    await page.painted();
    assert.deepEqual(page.places(), before);
    assert.equal(page.shift(), 0);
  });

  for (const reserve of ['max', 'min', 'none']) {
    it(`on upgrade, at every width: reserve="${reserve}"`, async () => {
      for (const width of [300, 360, 727, 728, 969, 970]) {
        for (const sizes of [
          SIZES,
          'sizes="300x250 320x50"',
          'sizes="580x400"',
          'medium-sizes="728x90" large-sizes="580x400"',
        ]) {
          const page = await still(
            `${TEXT}<galley-advertisement-slot provider="own" consent="required" reserve="${reserve}" ${sizes}></galley-advertisement-slot>${TEXT}`,
            width,
          );
          page.slot.consentSource = consentOf();
          const before = page.places();
          await page.load('/packages/advertisement-slot/src/define.ts');
          await until(page.slot, 'awaiting-consent');
          assert.deepEqual(page.places(), before, `${sizes} at ${String(width)}`);
          page.window.frameElement?.remove();
        }
      }
    });
  }
});

describe('a place that stays empty', () => {
  const far = '<div style="block-size: 2000px"></div>';

  for (const [attributes, content, height] of [
    ['', '', 0],
    ['when-empty="collapse"', '', 0],
    ['when-empty="collapse"', FALLBACK, 0],
    ['when-empty="keep"', '', 114],
    ['', FALLBACK, 114],
    ['when-empty="fallback"', FALLBACK, 114],
  ] as const) {
    it(`is ${String(height)} px high below what is seen: ${attributes} ${content && 'with a fallback'}`, async () => {
      const page = await still(article(`consent="none" ${attributes}`, content, far), 768);
      page.slot.adapter = adapterOf({ empty: true });
      await page.load(...MODULES);
      assert.equal(await page.slot.load(), 'empty');
      await page.painted();
      await page.painted();
      assert.equal(page.slot.getBoundingClientRect().height, height);
      assert.equal(page.shift(), 0);
    });
  }

  it('collapses as soon as it is below what is seen, not while it is in it, nor above', async () => {
    const page = await still(article('consent="none"', '', far) + far, 768);
    page.slot.adapter = adapterOf({ empty: true });
    const height = () => page.slot.getBoundingClientRect().height;
    page.window.scrollTo(0, 1900);
    await page.load(...MODULES);
    assert.equal(await page.slot.load(), 'empty');
    for (const y of [1900, 2300, 1900]) {
      page.window.scrollTo(0, y);
      await page.painted();
      await page.painted();
      assert.equal(height(), 114, String(y));
    }
    page.window.scrollTo(0, 0);
    while (height()) await page.painted();
    assert.equal(height(), 0);
    assert.equal(page.window.scrollY, 0);
  });

  it('collapses also where it goes from above to below what is seen in one jump', async () => {
    const page = await still(article('consent="none"', '', far) + far, 768);
    page.slot.adapter = adapterOf({ empty: true });
    page.window.scrollTo(0, 2300);
    await page.load(...MODULES);
    assert.equal(await page.slot.load(), 'empty');
    await page.painted();
    await page.painted();
    page.window.scrollTo(0, 0);
    while (page.slot.getBoundingClientRect().height) await page.painted();
  });
});

describe('a place that was given up', () => {
  const far = '<div style="block-size: 900px"></div>';
  const height = ({ slot }: Still) => slot.getBoundingClientRect().height;
  /** Waits for it; a test takes 20 seconds at most. */
  const painted = async (page: Still, is: () => boolean) => {
    while (!is()) await page.painted();
  };
  /** A slot below what is seen, whose reader was asked, agreed, and took it back. */
  const withdrawn = async () => {
    const page = await still(article('consent="required" loading="eager"', '', far), 768);
    const source = consentOf();
    page.slot.consentSource = source;
    page.slot.adapter = adapterOf(filled(728, 90));
    await page.load(...MODULES);
    await until(page.slot, 'awaiting-consent');
    await page.nextTask();
    source.answer({ allowed: true });
    await until(page.slot, 'filled');
    source.change({ allowed: false });
    await painted(page, () => !height(page));
    return { page, source };
  };

  it('is there again when the reader agrees after all', async () => {
    const { page, source } = await withdrawn();
    source.change({ allowed: true });
    await until(page.slot, 'filled');
    assert.equal(height(page), 114);
    assert.equal(page.shift(), 0);
  });

  it('is there again only once it is below what is seen', async () => {
    const { page, source } = await withdrawn();
    page.window.scrollTo(0, 700);
    const before = page.places();
    source.change({ allowed: true });
    await page.painted();
    await page.painted();
    assert.equal(page.slot.state, 'queued');
    assert.deepEqual(page.places(), before);
    page.window.scrollTo(0, 0);
    await until(page.slot, 'filled');
    assert.equal(height(page), 114);
  });

  it('is there again for another slot-id, as on another route of the page', async () => {
    const page = await still(article('consent="none" slot-id="a"', '', far), 768);
    const { slot } = page;
    const answers = [{ empty: true } as const, filled(728, 90)];
    slot.adapter = adapterOf(() => Promise.resolve(answers.shift() ?? filled(728, 90)));
    await page.load(...MODULES);
    assert.equal(await slot.load(), 'empty');
    await painted(page, () => !height(page));
    slot.setAttribute('slot-id', 'b');
    await until(slot, 'filled');
    assert.equal(height(page), 114);
  });

  it('is that of an advertisement which was hidden, too', async () => {
    const page = await still(article('consent="none" dismissible', '', far), 768);
    page.slot.adapter = adapterOf(filled(728, 90));
    await page.load(...MODULES);
    page.window.scrollTo(0, 500);
    await until(page.slot, 'filled');
    const before = page.places();
    const button = find('[part=hide-button]', page.slot.shadowRoot as ShadowRoot);
    button.focus();
    button.click();
    await page.painted();
    assert.deepEqual(page.places(), before, 'not while it is seen');
    page.window.scrollTo(0, 0);
    await page.painted();
    await page.painted();
    assert.equal(height(page), 114, 'nor while it has the focus');
    (page.slot.shadowRoot?.activeElement as HTMLElement).blur();
    await painted(page, () => !height(page));
    assert.equal(page.slot.state, 'idle');
  });

  it('is not that of a fallback with the focus', async () => {
    const page = await still(article('consent="none" when-empty="collapse"', FALLBACK, far), 768);
    page.slot.adapter = adapterOf({ empty: true });
    await page.load(...MODULES);
    const link = find('a', page.slot);
    link.focus({ preventScroll: true });
    assert.equal(await page.slot.load(), 'empty');
    await page.painted();
    await page.painted();
    assert.equal(page.document.activeElement, link);
    assert.equal(height(page), 114);
    link.blur();
    await painted(page, () => !height(page));
  });

  it('is that of a consent platform that stays silent', async () => {
    const page = await still(article('consent="required" loading="eager"', '', far), 768);
    const source = consentOf();
    page.slot.consentSource = source;
    page.slot.adapter = adapterOf(filled(728, 90));
    const view = page.window;
    const later = view.setTimeout;
    let silence: (() => void) | undefined;
    view.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => {
      if (ms < 10_000) return later(run, ms, ...rest);
      silence = run;
      return 0;
    }) as unknown as typeof view.setTimeout;
    await page.load(...MODULES);
    await until(page.slot, 'awaiting-consent');
    await page.nextTask();
    silence?.();
    assert.equal(page.slot.state, 'denied');
    await painted(page, () => !height(page));
    // Late is not never.
    source.answer({ allowed: true });
    await until(page.slot, 'filled');
    assert.equal(height(page), 114);
  });
});

describe('an advertisement in its place', () => {
  it('is in the middle where it is smaller, below its label', async () => {
    const page = await still(article('consent="none"'), 360);
    page.slot.adapter = adapterOf(filled(320, 50));
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    const place = page.slot.getBoundingClientRect();
    const box = find('[part=frame]', page.slot.shadowRoot as ShadowRoot).getBoundingClientRect();
    assert.deepEqual([box.width, box.height], [320, 50]);
    assert.equal(box.left - place.left, place.right - box.right);
    assert.equal(box.top - place.top - 24, place.bottom - box.bottom);
    const label = find('[part=label-text]', page.slot.shadowRoot as ShadowRoot).getBoundingClientRect();
    assert.isAtMost(label.bottom, place.top + 24);
  });

  it('keeps its label within 24 px where text is twice as large', async () => {
    const page = await still(article('consent="none" dismissible'), 360, 'html { font-size: 200% }');
    page.slot.adapter = adapterOf(filled(300, 250));
    const before = page.slot.getBoundingClientRect().height;
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    assert.equal(page.slot.getBoundingClientRect().height, before);
    const label = find('[part=label-text]', page.slot.shadowRoot as ShadowRoot);
    assert.isAtLeast(parseFloat(page.window.getComputedStyle(label).fontSize), 24);
  });

  it('does not leave its box, whatever it is', async () => {
    const page = await still(article('consent="none"'), 360);
    const adapter = adapterOf(filled(320, 50));
    adapter.render = (_, host) => {
      const box = document.createElement('div');
      box.style.cssText =
        'position: fixed; inset: 0; block-size: 5000px; inline-size: 5000px; background: red';
      host.append(box);
      return Promise.resolve();
    };
    page.slot.adapter = adapter;
    const before = page.places();
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    assert.deepEqual(page.places(), before);
    assert.equal(page.document.documentElement.scrollWidth, 360);
    assert.isTrue(page.document.elementFromPoint(10, 5) !== page.slot);
  });

  it('is no wider than the page, label and buttons with it, in any language, with text twice as large', async () => {
    const all = LANGUAGES.map(
      (lang) =>
        `<div lang="${lang}" dir="${/ar|fa|he|ur/.test(lang) ? 'rtl' : 'ltr'}"><galley-advertisement-slot provider="own" consent="none" loading="eager" sizes="300x250" kind="political" advertiser="The Association of Harbour Pilots and Boatmen of the Estuary" dismissible refresh-interval="60"><script type="application/json" data-part="options">{ "notice": "https://example.org/notice" }</script></galley-advertisement-slot></div>`,
    ).join('');
    const page = await still(`<article>${all}</article>`, 320, 'html { font-size: 200% }');
    const slots = [...page.document.querySelectorAll<GalleyAdvertisementSlot>('galley-advertisement-slot')];
    for (const slot of slots) slot.adapter = adapterOf(filled(300, 250));
    await page.load('/packages/advertisement-slot/src/define.ts');
    for (const slot of slots) {
      await until(slot, 'filled');
      const buttons = [...(slot.shadowRoot?.querySelectorAll('button') ?? [])];
      assert.isAtLeast(buttons.length, 3);
      for (const button of [...buttons, find('[part=label-text]', slot.shadowRoot as ShadowRoot)]) {
        const { left, right, width } = button.getBoundingClientRect();
        assert.isTrue(
          left >= 0 && right <= 320 && width >= 24,
          `${slot.parentElement?.lang ?? ''} ${button.className}`,
        );
      }
      assert.match(find('[part=label-text]', slot.shadowRoot as ShadowRoot).title, /Pilots and Boatmen/);
    }
    assert.equal(page.document.documentElement.scrollWidth, 320);
  });

  it('does not widen a place that has become narrower', async () => {
    const page = await still(article('consent="none"'), 768);
    page.slot.adapter = adapterOf(filled(728, 90));
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    (page.window.frameElement as HTMLElement).style.inlineSize = '360px';
    await page.painted();
    assert.equal(page.document.documentElement.scrollWidth, 360);
  });

  it('may grow where it gives up what it kept: in a place of another width', async () => {
    const page = await still(article('consent="none"'), 768);
    page.slot.adapter = adapterOf(filled(728, 90));
    await page.load('/packages/advertisement-slot/src/define.ts');
    await until(page.slot, 'filled');
    (page.window.frameElement as HTMLElement).style.inlineSize = '360px';
    for (let i = 0; i < 20 && page.slot.getBoundingClientRect().height !== 274; i++) await page.painted();
    assert.equal(page.slot.getBoundingClientRect().height, 274);
  });
});

describe('a sticky advertisement', () => {
  const far = '<div style="block-size: 2000px"></div>';
  const stuck = async (fill: Fill, sizes: string) => {
    const page = await still(
      `<article>${TEXT}${far}<button>A</button><galley-advertisement-slot provider="own" consent="none" sticky ${sizes}></galley-advertisement-slot></article>`,
      360,
    );
    page.slot.adapter = adapterOf(fill);
    await page.load('/packages/advertisement-slot/src/define.ts');
    await page.slot.load();
    await page.painted();
    return page;
  };

  it('stays at the lower edge, moves nothing, and is let go', async () => {
    const page = await stuck(filled(320, 50), 'sizes="320x50 320x100"');
    const { slot, window: view } = page;
    const p = () => find('p', page.document).getBoundingClientRect().top;
    assert.approximately(slot.getBoundingClientRect().bottom, view.innerHeight, 0.5);
    const y = p();
    const padding = () => view.getComputedStyle(page.document.documentElement).scrollPaddingBlockEnd;
    assert.equal(padding(), `${String(slot.getBoundingClientRect().height)}px`);
    // What has the focus is not under it.
    find('button', page.document).focus();
    await page.painted();
    assert.isAtMost(
      find('button', page.document).getBoundingClientRect().bottom,
      slot.getBoundingClientRect().top + 0.5,
    );
    view.scrollTo(0, 0);
    const close = find('[part=close-button]', slot.shadowRoot as ShadowRoot);
    assert.equal(close.ariaLabel, 'Release advertisement');
    close.click();
    for (let i = 0; i < 10 && slot.matches(':state(sticky)'); i++) await page.painted();
    await page.painted();
    assert.isAbove(slot.getBoundingClientRect().top, view.innerHeight);
    assert.equal(p(), y);
    assert.equal(padding(), 'auto');
    assert.isNull((slot.shadowRoot as ShadowRoot).querySelector('[part=close-button]'));
  });

  it('does not where it is higher than a fifth of what is seen', async () => {
    const page = await stuck(filled(300, 250), 'sizes="300x250 320x50"');
    assert.isFalse(page.slot.matches(':state(sticky)'));
    assert.equal(page.slot.state, 'filled');
    assert.isNull((page.slot.shadowRoot as ShadowRoot).querySelector('[part=close-button]'));
  });

  it('goes back to its place when the telephone is turned, and comes again', async () => {
    const page = await stuck(filled(320, 50), 'sizes="320x50"');
    const frame = page.window.frameElement as HTMLElement;
    const close = () => (page.slot.shadowRoot as ShadowRoot).querySelector('[part=close-button]');
    assert.exists(close());
    const high = frame.style.blockSize;
    for (const [height, isStuck] of [
      ['300px', false],
      [high, true],
    ] as const) {
      frame.style.blockSize = height;
      for (let i = 0; i < 20 && Boolean(close()) !== isStuck; i++) await page.painted();
      assert.equal(Boolean(close()), isStuck);
      assert.equal(page.slot.matches(':state(sticky)'), isStuck);
    }
  });

  it('leaves no trace in the page when it is removed', async () => {
    const page = await stuck(filled(320, 50), 'sizes="320x50"');
    assert.lengthOf(page.document.adoptedStyleSheets, 1);
    page.slot.remove();
    await page.nextTask();
    assert.lengthOf(page.document.adoptedStyleSheets, 0);
  });
});
