// A stand-in for Google Publisher Tag, held to `@types/google-publisher-tag` by the compiler. Nothing here runs against Google.
import { assert } from 'chai';
import type { RequestContext } from '../src/adapter.ts';
import { createAdapter } from '../src/google-publisher-tag.ts';
import type { Prebid } from '../src/header-bidding.ts';

type Tag = typeof googletag;

type RenderEnded = googletag.events.SlotRenderEndedEvent;
type Answer = Partial<Pick<RenderEnded, 'isEmpty' | 'size'>> | undefined;

/** What the tag was asked to do, in order. */
let calls: string[];
let slots: Map<googletag.Slot, string>;
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

/** The tag asks for an advertisement, puts a frame into the container, and says so. */
function fetch(slot: googletag.Slot): void {
  const id = slots.get(slot);
  assert.isDefined(id, 'a slot that is destroyed is not asked for');
  calls.push('fetch');
  const answer = answers.shift();
  if (!answer) return;
  queueMicrotask(() => {
    const container = (host.getRootNode() as Document | ShadowRoot).getElementById(id);
    if (!container) return;
    if (!answer.isEmpty) container.replaceChildren(document.createElement('iframe'));
    const event = { serviceName: 'publisher_ads', slot, isEmpty: false, size: [300, 250], ...answer };
    for (const listener of [...listeners]) listener(event as RenderEnded);
  });
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
    slots.set(slot, id ?? '');
    return slot;
  },
  getConfig: () => ({ disableInitialLoad: isInitialLoadDisabled }),
  enableServices: () => calls.push('enable'),
  display(div: string | Element | googletag.Slot) {
    calls.push('display');
    assert.isString(div);
    const slot = [...slots].find(([, id]) => id === div)?.[0];
    assert.isDefined(slot);
    if (!isInitialLoadDisabled) fetch(slot);
  },
  destroySlots(which?: googletag.Slot[]) {
    for (const slot of which ?? []) {
      assert.isNotNull(host.querySelector(`#${slots.get(slot) ?? 'none'}`), 'its container is still there');
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

  it('works in a shadow root', async () => {
    const root = host.attachShadow({ mode: 'open' });
    const box = document.createElement('div');
    root.append(box);
    const outer = host;
    host = box;
    assert.deepEqual(await createAdapter().request({ ...context, host: box }, page.signal), {
      size: [300, 250],
    });
    outer.remove();
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
      assert.equal(code, [...slots.values()][0]);
      calls.push('bids to Google');
    },
  });

  it('asks Google with the bids', async () => {
    vendor.pbjs = prebid((done) => {
      done();
    });
    const adapter = createAdapter('prebid-gpt');
    assert.isTrue(adapter.needsLightDom);
    assert.deepEqual(await adapter.request(context, page.signal), { size: [300, 250] });
    assert.deepEqual(calls.slice(2), ['auction', 'bids to Google', 'enable', 'display', 'fetch']);
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
