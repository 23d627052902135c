import { sendMouse } from '@web/test-runner-commands';
import { assert } from 'chai';
import { find, itEmulates, media, open, type Page } from '../../../scripts/test/fixture.ts';
import type { GalleyAdvertisementSlot } from '../src/advertisement-slot.ts';
import { adapterOf, filled, until } from './fill.ts';

interface Clocked extends Page {
  readonly slot: GalleyAdvertisementSlot;
  /** Lets time pass, in milliseconds, and what is due happen. */
  pass(ms: number): Promise<void>;
  /** Scrolls until this share of the advertisement is in view, at the page's upper edge. */
  see(share: number): Promise<void>;
  hide(isHidden: boolean): void;
}

/** A page with an advertisement, and a clock that stands still. */
async function clocked(width: number, height: number, attributes = ''): Promise<Clocked> {
  const page = await open(
    `<galley-advertisement-slot provider="own" consent="none" sizes="${String(width)}x${String(height)}" ${attributes}></galley-advertisement-slot><button>A</button><div style="block-size: 3000px"></div>`,
    {
      styles: ['/packages/advertisement-slot/src/advertisement-slot.css'],
      css: 'body { margin: 0 }',
      width: Math.max(400, width),
    },
  );
  const { window: view } = page;
  let now = 0;
  let id = 1_000_000;
  const due = new Map<number, { at: number; run: () => void }>();
  const { setTimeout: later, clearTimeout: never } = view;
  // Timers of a second and more are the slot's: shorter ones are of what the page waits for.
  view.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => {
    if (ms < 1000) return later(run, ms, ...rest);
    due.set(++id, { at: now + ms, run });
    return id;
  }) as unknown as typeof view.setTimeout;
  view.clearTimeout = ((timer: number) => {
    if (!due.delete(timer)) never(timer);
  }) as typeof view.clearTimeout;
  let isHidden = false;
  Object.defineProperty(page.document, 'hidden', { get: () => isHidden });
  const slot = find<GalleyAdvertisementSlot>('galley-advertisement-slot', page.document);
  return {
    ...page,
    slot,
    async pass(ms) {
      now += ms;
      for (const [timer, { at, run }] of due) {
        if (at > now) continue;
        due.delete(timer);
        run();
      }
      await page.nextTask();
    },
    async see(share) {
      const box = find('[part=frame]', slot.shadowRoot as ShadowRoot).getBoundingClientRect();
      view.scrollTo(0, view.scrollY + box.top + box.height * (1 - share));
      await page.painted();
      await page.painted();
    },
    hide(is) {
      isHidden = is;
      page.document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

async function shown(width: number, height: number, attributes = ''): Promise<Clocked> {
  const page = await clocked(width, height, attributes);
  page.slot.adapter = adapterOf(filled(width, height));
  await page.load('/packages/advertisement-slot/src/define.ts');
  await until(page.slot, 'filled');
  // Nothing of it is in view.
  page.window.scrollTo(0, 2000);
  await page.painted();
  return page;
}

describe('an advertisement is seen', () => {
  for (const [width, height, share, ms, isSeen] of [
    [300, 250, 0.5, 1000, true],
    [300, 250, 0.5, 900, false],
    [300, 250, 0.5, 950, false],
    [300, 250, 0.49, 5000, false],
    [300, 250, 1, 1000, true],
    [300, 1050, 0.3, 1000, true],
    [300, 1050, 0.3, 900, false],
    [300, 1050, 0.29, 5000, false],
    // 242,700 pixels are large, 242,400 are not.
    [300, 809, 0.3, 1000, true],
    [300, 808, 0.3, 5000, false],
  ] as const) {
    it(`${isSeen ? 'after' : 'not after'} ${String(ms)} ms of ${String(share * 100)}% of ${String(width)}x${String(height)}`, async () => {
      const page = await shown(width, height);
      await page.see(share);
      await page.pass(ms);
      assert.equal(page.slot.state, isSeen ? 'viewable' : 'filled');
    });
  }

  it('after a second on end, not in pieces', async () => {
    const page = await shown(300, 250);
    for (let i = 0; i < 3; i++) {
      await page.see(0.6);
      await page.pass(900);
      await page.see(0.4);
      await page.pass(900);
    }
    assert.equal(page.slot.state, 'filled');
    await page.see(0.6);
    await page.pass(1000);
    assert.equal(page.slot.state, 'viewable');
  });

  it('not while its page is not', async () => {
    const page = await shown(300, 250);
    await page.see(1);
    await page.pass(900);
    page.hide(true);
    await page.pass(5000);
    assert.equal(page.slot.state, 'filled');
    page.hide(false);
    await page.pass(900);
    assert.equal(page.slot.state, 'filled');
    await page.pass(100);
    assert.equal(page.slot.state, 'viewable');
  });
});

describe('another advertisement comes by itself', () => {
  const REFRESHED = 'refresh-interval="40"';

  /** How many have been asked for after some seconds. */
  async function after(page: Clocked, seconds: number): Promise<number> {
    for (let i = 0; i < seconds; i++) await page.pass(1000);
    await page.painted();
    return (page.slot.adapter as ReturnType<typeof adapterOf>).requests.length;
  }

  async function seen(attributes = REFRESHED): Promise<Clocked> {
    const page = await shown(300, 250, attributes);
    await page.see(1);
    await page.pass(1000);
    assert.equal(page.slot.state, 'viewable');
    return page;
  }

  it('after the interval, once it has been seen, and each time', async () => {
    const page = await seen();
    let refreshes = 0;
    page.slot.addEventListener('galley-ad-refresh', () => (refreshes += 1));
    assert.equal(await after(page, 39), 1);
    assert.equal(await after(page, 1), 2);
    await until(page.slot, 'filled');
    await page.painted();
    assert.equal(await after(page, 40), 2);
    assert.equal(await after(page, 1), 3);
    assert.equal(refreshes, 2);
  });

  it('no sooner than after 30 seconds', async () => {
    const page = await seen('refresh-interval="1"');
    assert.equal(await after(page, 29), 1);
    assert.equal(await after(page, 1), 2);
  });

  for (const attributes of ['', 'refresh-interval="0"', 'refresh-interval="soon"']) {
    it(`never where it is not asked for: ${attributes}`, async () => {
      const page = await seen(attributes);
      assert.equal(await after(page, 100), 1);
      assert.isNull((page.slot.shadowRoot as ShadowRoot).querySelector('[part=pause-button]'));
    });
  }

  it('not before it has been seen, in a hidden page, out of sight, or where the focus is', async () => {
    const page = await shown(300, 250, REFRESHED);
    assert.equal(await after(page, 100), 1);
    await page.see(1);
    await page.pass(1000);
    page.hide(true);
    assert.equal(await after(page, 100), 1);
    page.hide(false);
    page.window.scrollTo(0, 2000);
    await page.painted();
    assert.equal(await after(page, 10), 1);
    await page.see(1);
    find('a[href="#bought"]', page.slot.shadowRoot as ShadowRoot).focus({ preventScroll: true });
    assert.equal(await after(page, 10), 1);
    find('button', page.document).focus({ preventScroll: true });
    assert.equal(await after(page, 1), 2);
  });

  it('not while the pointer is on it', async () => {
    const page = await seen();
    const box = (page.window.frameElement as HTMLElement).getBoundingClientRect();
    const move = async (x: number, y: number) => {
      const over = new Promise((resolve) => {
        page.document.addEventListener('pointermove', resolve, { once: true });
      });
      await sendMouse({ type: 'move', position: [Math.round(box.left + x), Math.round(box.top + y)] });
      await over;
    };
    await move(40, 40);
    assert.equal(await after(page, 100), 1);
    await move(40, 400);
    assert.equal(await after(page, 1), 2);
  });

  it('not while it is paused', async () => {
    const page = await seen();
    const button = find('[part=pause-button]', page.slot.shadowRoot as ShadowRoot);
    assert.equal(button.ariaLabel, 'Stop changing advertisements');
    button.click();
    assert.equal(button.ariaPressed, 'true');
    assert.equal(await after(page, 100), 1);
    button.click();
    assert.equal(button.ariaPressed, 'false');
    assert.equal(await after(page, 2), 2);
  });

  itEmulates('never, and without a button to pause it, where motion is reduced', async () => {
    await media({ 'prefers-reduced-motion': 'reduce' });
    try {
      const page = await seen();
      assert.equal(await after(page, 100), 1);
      assert.isNull((page.slot.shadowRoot as ShadowRoot).querySelector('[part=pause-button]'));
    } finally {
      await media({});
    }
  });
});
