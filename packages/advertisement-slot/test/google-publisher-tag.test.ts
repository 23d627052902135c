// A stand-in for Google Publisher Tag, held to `@types/google-publisher-tag` by the compiler. Nothing here runs against Google.
import { assert } from 'chai';
import { find, painted } from '../../../scripts/test/fixture.ts';
import type { RequestContext } from '../src/adapter.ts';
import type { GalleyAdvertisementSlot } from '../src/advertisement-slot.ts';
import type { Prebid } from '../src/auction.ts';
import '../src/define.ts';
import { createAdapter } from '../src/google-publisher-tag.ts';
import { make, slotWith, until } from './fill.ts';

type Tag = typeof googletag;

type RenderEnded = googletag.events.SlotRenderEndedEvent;
type Answer = Partial<Pick<RenderEnded, 'isEmpty' | 'size'>> | undefined;

/** What the tag was asked to do, in order. */
let calls: string[];
let slots: Map<googletag.Slot, { readonly id: string; box?: Element | null }>;
let answers: Answer[];
let isInitialLoadDisabled: boolean;
let listeners: Set<(event: RenderEnded) => void>;
let host: HTMLElement;
let page: AbortController;
let context: RequestContext;

const ads = {
  addEventListener: (type: string, listener: (event: RenderEnded) => void) => {
    assert.equal(type, 'slotRenderEnded');
    listeners.add(listener);
  },
  removeEventListener: (_type: string, listener: (event: RenderEnded) => void) => {
    listeners.delete(listener);
  },
  refresh: (asked?: googletag.Slot[] | null) => {
    for (const slot of asked ?? []) fetch(slot);
  },
} satisfies Partial<Record<keyof googletag.PubAdsService, unknown>>;
const service = ads as unknown as googletag.PubAdsService;

/** The tag asks for an advertisement. */
function fetch(slot: googletag.Slot): void {
  assert.isTrue(slots.has(slot), 'a slot that is destroyed is not asked for');
  calls.push('fetch');
  const answer = answers.shift();
  if (answer)
    queueMicrotask(() => {
      paint(slot, answer);
    });
}

/** It writes what has come into a frame in the container, and says so: not where it was displayed in nothing that it found. */
function paint(slot: googletag.Slot, answer: Answer): void {
  const box = slots.get(slot)?.box;
  if (!box) return;
  box.replaceChildren();
  if (!answer?.isEmpty) {
    const frame = document.createElement('iframe');
    box.append(frame);
    frame.contentDocument?.body.append('Advertisement of Google');
  }
  const event = { serviceName: 'publisher_ads', slot, isEmpty: false, size: [300, 250], ...answer };
  for (const listener of [...listeners]) listener(event as RenderEnded);
}

const tag = {
  apiReady: true,
  cmd: { push: (run: () => void) => (run(), 1) },
  pubads: () => service,
  defineSlot(path: string, sizes: googletag.GeneralSize, id?: string) {
    calls.push(`define ${path} ${JSON.stringify(sizes)}`);
    if (!path.startsWith('/')) return null;
    const slot = {
      addService: () => slot,
      setConfig: (config: googletag.config.SlotSettingsConfig) => {
        calls.push(`targeting ${JSON.stringify(config.targeting)}`);
        return slot;
      },
    } as Pick<googletag.Slot, 'addService' | 'setConfig'> as googletag.Slot;
    slots.set(slot, { id: id ?? '' });
    return slot;
  },
  getConfig: () => ({ disableInitialLoad: isInitialLoadDisabled }),
  enableServices: () => calls.push('enable'),
  display(div: string | Element | googletag.Slot) {
    calls.push('display');
    const name = typeof div === 'string' ? div : 'id' in div ? div.id : slots.get(div)?.id;
    const found = [...slots].find(([, { id }]) => id === name);
    assert.isDefined(found, 'what is displayed has the id of a slot');
    const [slot, of] = found;
    // An id is looked up in the document alone. In a shadow root the tag needs the element.
    of.box = div instanceof Element ? div : document.getElementById(of.id);
    if (!isInitialLoadDisabled) fetch(slot);
  },
  destroySlots(which?: googletag.Slot[]) {
    for (const slot of which ?? []) {
      assert.isNotNull(slots.get(slot)?.box?.parentNode, 'its container is still in its place');
      slots.delete(slot);
      calls.push('destroy');
    }
    return true;
  },
};
// The compiler refuses a stand-in whose functions are not the tag's. The queue alone is wider: it runs what it is given.
const stand: Pick<Tag, Exclude<keyof typeof tag, 'cmd'>> = tag;

const vendor = globalThis as { googletag?: unknown; pbjs?: unknown };

beforeEach(() => {
  calls = [];
  slots = new Map();
  answers = [{}];
  listeners = new Set();
  isInitialLoadDisabled = false;
  page = new AbortController();
  vendor.googletag = { ...stand, cmd: tag.cmd };
  host = document.createElement('div');
  document.body.append(host);
  context = {
    slotId: '/1234/news/article',
    sizes: [
      [300, 250],
      [320, 50],
    ],
    targeting: { section: ['harbour', 'news'] },
    options: { targeting: { series: 'river', section: 'none' } },
    src: '',
    consent: { allowed: true },
    slot: host,
    host,
  };
});
afterEach(() => {
  page.abort();
  host.remove();
  vendor.googletag = vendor.pbjs = undefined;
});

/** What is used of Prebid.js. */
const prebid = (request: (done: () => void) => void): Prebid => ({
  que: { push: (run) => (run(), 1) },
  getConfig: () => undefined,
  setConfig: () => undefined,
  onEvent: () => undefined,
  offEvent: () => undefined,
  requestBids: ({ adUnits, bidsBackHandler }) => {
    const [{ code }] = adUnits as [{ code: string }];
    assert.isNotNull(document.getElementById(code), 'it is found in the document');
    calls.push('auction');
    request(bidsBackHandler as () => void);
  },
  getHighestCpmBids: () => [],
  setTargetingForGPTAsync: ([code]) => {
    assert.equal(code, [...slots.values()][0]?.id, 'the slot is there');
    calls.push('bids to Google');
  },
});

async function rejected(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  return assert.fail('It resolved.');
}

describe('Google Publisher Tag, contract-tested', () => {
  it('is asked once, with path, sizes and targeting, and paints into the host', async () => {
    const adapter = createAdapter();
    assert.isNotOk(adapter.needsLightDom);
    assert.deepEqual(await adapter.request(context, page.signal), { size: [300, 250] });
    assert.deepEqual(calls, [
      'define /1234/news/article [[300,250],[320,50]]',
      'targeting {"series":"river","section":["harbour","news"]}',
      'enable',
      'display',
      'fetch',
    ]);
    await adapter.render({ size: [300, 250] }, host, page.signal);
    assert.isNotNull(host.querySelector('iframe'));
    assert.equal(listeners.size, 0);
  });

  it('paints in a shadow root', async () => {
    const box = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(box);
    assert.deepEqual(await createAdapter().request({ ...context, host: box }, page.signal), {
      size: [300, 250],
    });
    assert.isNotNull(box.querySelector('iframe'));
  });

  it('is asked by refresh where the page has switched the first load off', async () => {
    isInitialLoadDisabled = true;
    await createAdapter().request(context, page.signal);
    assert.equal(calls.filter((each) => each === 'fetch').length, 1);
  });

  it('keeps its slot for a further request, and asks once', async () => {
    answers = [{}, { size: [320, 50] }];
    const adapter = createAdapter();
    await adapter.request(context, page.signal);
    calls.length = 0;
    assert.deepEqual(await adapter.request(context, page.signal), { size: [320, 50] });
    assert.deepEqual(
      calls.filter((each) => !each.startsWith('targeting')),
      ['enable', 'fetch'],
    );
  });

  it('gives its slot back before its container goes, and is asked anew in another host', async () => {
    answers = [{}, {}];
    const adapter = createAdapter();
    await adapter.request(context, page.signal);
    adapter.destroy();
    assert.equal(slots.size, 0);
    assert.equal(host.childElementCount, 0);
    adapter.destroy();
    await adapter.request(context, page.signal);
    assert.equal(slots.size, 1);
    assert.equal(calls.filter((each) => each === 'destroy').length, 1);
  });

  it('says empty', async () => {
    answers = [{ isEmpty: true, size: null }];
    assert.deepEqual(await createAdapter().request(context, page.signal), { empty: true });
  });

  for (const size of [[970, 250], 'fluid', null]) {
    it(`refuses what is no size of the slot's: ${String(size)}`, async () => {
      answers = [{ size }];
      const error = await rejected(createAdapter().request(context, page.signal));
      assert.include(error.message, 'not of the slot');
      assert.equal(slots.size, 0);
    });
  }

  it('refuses a path that is none of Google’s', async () => {
    assert.include(
      (await rejected(createAdapter().request({ ...context, slotId: 'x' }, page.signal))).message,
      '"x"',
    );
  });

  it('gives all back when it is called off', async () => {
    answers = [undefined];
    const asked = createAdapter().request(context, page.signal);
    await Promise.resolve();
    page.abort(new Error('enough'));
    assert.equal((await rejected(asked)).message, 'enough');
    assert.equal(slots.size, 0);
    assert.equal(listeners.size, 0);
  });

  it('is blocked where the shim of a blocker stands in its place', async () => {
    vendor.googletag = { cmd: { push: (run: () => void) => (run(), 1) } };
    assert.equal((await rejected(createAdapter().request(context, page.signal))).name, 'blocked');
  });

  it('is blocked where its script does not come', async () => {
    vendor.googletag = undefined;
    assert.equal((await rejected(createAdapter().request(context, page.signal))).name, 'blocked');
  });
});

describe('Google Publisher Tag after an auction', () => {
  it('asks Google with the bids', async () => {
    vendor.pbjs = prebid((done) => {
      done();
    });
    const adapter = createAdapter('prebid-gpt');
    assert.isTrue(adapter.needsLightDom);
    assert.deepEqual(await adapter.request(context, page.signal), { size: [300, 250] });
    // The slot comes after the auction: a single request of all that there are would take it along without its bids.
    assert.deepEqual(
      calls.map((each) => each.replace(/^(define|targeting) .*/, '$1')),
      ['auction', 'define', 'targeting', 'bids to Google', 'enable', 'display', 'fetch'],
    );
  });

  it('asks Google all the same where the auction fails', async () => {
    vendor.pbjs = prebid(() => {
      throw new Error('no');
    });
    assert.deepEqual(await createAdapter('prebid-gpt').request(context, page.signal), { size: [300, 250] });
    assert.notInclude(calls, 'bids to Google');
  });

  it('asks nobody after it is called off in the auction', async () => {
    vendor.pbjs = prebid(() => {
      page.abort(new Error('enough'));
    });
    const error = await rejected(createAdapter('prebid-gpt').request(context, page.signal));
    assert.equal(error.message, 'enough');
    assert.notInclude(calls, 'fetch');
  });
});

for (const provider of ['gpt', 'prebid-gpt'] as const) {
  describe(`a slot with provider="${provider}"`, () => {
    let slot: GalleyAdvertisementSlot;
    const frame = () =>
      (provider === 'gpt' ? slot.shadowRoot : slot)?.querySelector<HTMLIFrameElement>('iframe') ?? undefined;
    /** What Google has written into its frame: nothing where that has been emptied. */
    const words = () => frame()?.contentDocument?.body.textContent;
    const count = (call: string) => calls.filter((each) => each.startsWith(call)).length;
    const isFallbackSeen = () => find('aside', slot).checkVisibility();
    /** Moves it as a page does that knows no `moveBefore`. */
    const move = () => {
      const place = document.createElement('div');
      find('#stage', document).append(place);
      place.append(slot);
    };
    /** Waits until something is so. */
    const seen = async (what: () => boolean) => {
      for (let i = 0; i < 60 && !what(); i++) await painted();
      assert.isTrue(what(), String(what));
    };

    beforeEach(() => {
      vendor.pbjs = prebid((done) => {
        done();
      });
      slot = make(`provider="${provider}" slot-id="/1234/news/article"`);
    });

    const fill = async () => {
      await slotWith(slot);
      assert.equal(await slot.settled, 'filled');
    };

    it('is filled by Google, framed and named', async () => {
      await fill();
      assert.equal(words(), 'Advertisement of Google');
      assert.isTrue(frame()?.checkVisibility());
      assert.match(frame()?.title ?? '', /^Advertisement \d+$/);
      assert.isFalse(isFallbackSeen());
      assert.equal(count('fetch'), 1);
    });

    it('asks for another by the same slot of Google’s', async () => {
      answers.push({ size: [320, 50] });
      await fill();
      assert.equal(await slot.refresh(), 'filled');
      assert.deepEqual(slot.creative?.size, [320, 50]);
      assert.equal(words(), 'Advertisement of Google');
      assert.deepEqual([count('define'), count('display'), count('fetch')], [1, 1, 2]);
    });

    it('gives the slot of Google’s back as it is removed, and asks anew where it comes back', async () => {
      answers.push({});
      await fill();
      const { parentElement } = slot;
      slot.remove();
      await until(slot, 'destroyed');
      assert.equal(calls.at(-1), 'destroy');
      assert.equal(slots.size, 0);
      assert.isUndefined(frame());
      parentElement?.append(slot);
      await until(slot, 'filled');
      assert.equal(words(), 'Advertisement of Google');
      assert.deepEqual([count('define'), count('fetch')], [2, 2]);
    });

    it('shows the fallback where Google has none', async () => {
      answers = [{ isEmpty: true, size: null }];
      await slotWith(slot);
      assert.equal(await slot.settled, 'empty');
      assert.isTrue(isFallbackSeen());
      assert.equal(slots.size, 0);
    });

    it('is painted again by Google where it is moved, for one request', async () => {
      answers.push({}, {});
      await fill();
      const title = frame()?.title;
      // Twice within a task is one move.
      move();
      move();
      assert.equal(words(), '', 'a move empties the frame');
      await seen(() => words() === 'Advertisement of Google' && frame()?.title === title);
      assert.include(['filled', 'viewable'], slot.state);
      assert.isFalse(isFallbackSeen());
      assert.deepEqual([count('define'), count('display'), count('fetch'), count('auction')], [1, 1, 2, Number(provider !== 'gpt')]); // prettier-ignore
      move();
      await seen(() => words() === 'Advertisement of Google');
      assert.equal(count('fetch'), 3);
    });

    it('is empty where it is moved and Google has none any more', async () => {
      answers.push({ isEmpty: true, size: null });
      await fill();
      move();
      await seen(() => slot.state === 'empty');
      assert.isTrue(isFallbackSeen());
      assert.equal(slots.size, 0);
    });

    it('takes the size of what comes after a move', async () => {
      answers.push({ size: [320, 50] });
      await fill();
      const asked: (readonly number[])[] = [];
      slot.addEventListener('galley-ad-resize-request', ({ size }) => asked.push(size));
      const { height } = slot.getBoundingClientRect();
      move();
      await seen(() => asked.length > 0);
      await painted();
      assert.deepEqual(asked, [[320, 50]]);
      const box = find('[part=frame]', slot.shadowRoot as ShadowRoot);
      assert.deepEqual([box.clientWidth, box.clientHeight], [320, 50]);
      assert.equal(slot.getBoundingClientRect().height, height);
    });

    it('asks once where it is moved while another one is asked for', async () => {
      await fill();
      const refreshed = slot.refresh();
      await seen(() => count('fetch') === 2);
      move();
      for (const each of slots.keys()) paint(each, {});
      assert.equal(await refreshed, 'filled');
      assert.equal(words(), 'Advertisement of Google');
      assert.equal(count('fetch'), 2);
    });
  });
}
