import { assert } from 'chai';
import type { Consent } from '../src/adapter.ts';
import { findConsent } from '../src/consent/find.ts';
import { gpp } from '../src/consent/gpp.ts';
import { promised } from '../src/consent/promise.ts';
import { SETTLE, tcf } from '../src/consent/tcf.ts';

// The IAB's own libraries are in scripts/test/consent.test.mjs. Here is what they cannot be made to do, and what is given back.

/** A platform: who listens, and what it tells them. */
class Platform {
  readonly listeners = new Map<number, (told: object | null, success: boolean) => void>();
  /** Told at once to who begins to listen. */
  first: object | null = null;
  #count = 0;

  add(listener: (told: object | null, success: boolean) => void): void {
    const id = ++this.#count;
    this.listeners.set(id, listener);
    if (this.first) listener({ ...this.first, listenerId: id }, true);
  }

  tell(told: object | null, success = true): void {
    for (const [listenerId, listener] of [...this.listeners]) {
      listener(told && { ...told, listenerId }, success);
    }
  }
}

let platform: Platform;
let page: AbortController;
beforeEach(() => {
  platform = new Platform();
  page = new AbortController();
  globalThis.__tcfapi = (command, version, callback, id) => {
    assert.equal(version, 2);
    if (command === 'addEventListener') platform.add(callback);
    else if (command === 'removeEventListener') platform.listeners.delete(id ?? 0);
    else assert.fail(command);
  };
});
afterEach(() => {
  page.abort();
  globalThis.__tcfapi = globalThis.__gpp = undefined;
});

/** Puts the platform at `__gpp` in the place of `__tcfapi`. */
function asGpp(): void {
  globalThis.__tcfapi = undefined;
  globalThis.__gpp = (command, callback, id, version) => {
    assert.equal(version, '1.1');
    if (command === 'addEventListener') platform.add(callback as Parameters<Platform['add']>[0]);
    else if (command === 'removeEventListener') platform.listeners.delete(id ?? 0);
    else assert.fail(command);
  };
}

const tcData = (consents: number[], more: object = {}) => ({
  gdprApplies: true,
  cmpStatus: 'loaded',
  eventStatus: 'useractioncomplete',
  tcString: consents.join(),
  purpose: {
    consents: Object.fromEntries(consents.map((each) => [each, true])),
    legitimateInterests: {},
  },
  ...more,
});

/** Whether a promise has settled once what is waiting has run. */
const isOpen = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => false,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, 0, true)),
  ]);

async function rejected(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return String(error);
  }
  return assert.fail('It resolved.');
}

describe('consent by TCF', () => {
  it('waits until the reader has chosen, and gives its listener back', async () => {
    const asked = tcf().ask(page.signal);
    for (const told of [
      tcData([], { eventStatus: 'cmpuishown' }),
      tcData([1, 2], { eventStatus: 'cmpuishown' }),
      tcData([1, 2], { cmpStatus: 'loading', eventStatus: 'tcloaded' }),
      { gdprApplies: false, cmpStatus: 'loading' },
    ]) {
      platform.tell(told);
    }
    platform.tell(null, false);
    assert.isTrue(await isOpen(asked));
    platform.tell(tcData([1, 2]));
    assert.deepEqual(await asked, { allowed: true, tcString: '1,2' });
    assert.equal(platform.listeners.size, 0);
  });

  it('takes what stands at once', async () => {
    platform.first = tcData([1], { eventStatus: 'tcloaded' });
    assert.deepEqual(await tcf().ask(page.signal), { allowed: false, tcString: '1' });
    assert.equal(platform.listeners.size, 0);
  });

  it('takes a legitimate interest where limited advertisements are enough', async () => {
    platform.first = tcData([], { purpose: { consents: {}, legitimateInterests: { 2: true } } });
    assert.isFalse((await tcf().ask(page.signal)).allowed);
    assert.isTrue((await tcf(true).ask(page.signal)).allowed);
  });

  it('believes that the GDPR does not apply once that has stood', async () => {
    const none = { gdprApplies: false, cmpStatus: 'loaded', eventStatus: 'tcloaded' };
    const asked = tcf().ask(page.signal);
    platform.tell(none);
    assert.isTrue(await isOpen(asked));
    platform.tell(tcData([], { eventStatus: 'cmpuishown' }));
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    assert.isTrue(await isOpen(asked), 'corrected');
    platform.tell(none);
    assert.isTrue((await asked).allowed);
  });

  it('stops as its signal says, also before the platform has come', async () => {
    const asked = tcf().ask(page.signal);
    page.abort(new Error('enough'));
    assert.include(await rejected(asked), 'enough');
    // A stub could not give the listener back. What it is told first, it leaves.
    platform.tell(tcData([1, 2]));
    assert.equal(platform.listeners.size, 0);
    assert.include(await rejected(tcf().ask(page.signal)), 'enough');
  });

  it('gives its listener back to the platform that took the place of the stub', async () => {
    const calls: unknown[] = [];
    const real = globalThis.__tcfapi;
    globalThis.__tcfapi = (...call) => void calls.push(call);
    const asked = tcf().ask(page.signal);
    globalThis.__tcfapi = real;
    platform.add((calls[0] as [string, 2, Parameters<Platform['add']>[0]])[2]);
    platform.tell(tcData([1, 2]));
    assert.isTrue((await asked).allowed);
    assert.equal(platform.listeners.size, 0);
  });

  it('tells each change after what was asked, until its signal', async () => {
    platform.first = tcData([1, 2]);
    const source = tcf();
    await source.ask(page.signal);
    const told: Consent[] = [];
    source.watch?.((consent) => told.push(consent), page.signal);
    assert.deepEqual(told, [], 'no change');
    // The dialog is open again: the choice stands.
    platform.tell(tcData([1, 2], { eventStatus: 'cmpuishown' }));
    assert.deepEqual(told, []);
    platform.tell(tcData([]));
    platform.tell(tcData([1, 2]));
    assert.deepEqual(
      told.map(({ allowed }) => allowed),
      [false, true],
    );
    page.abort();
    assert.equal(platform.listeners.size, 0);
    platform.tell(tcData([]));
    assert.lengthOf(told, 2);
  });

  it('tells a change that came before it was watched', async () => {
    platform.first = tcData([1, 2]);
    const source = tcf();
    await source.ask(page.signal);
    platform.first = tcData([]);
    const told: Consent[] = [];
    source.watch?.((consent) => told.push(consent), page.signal);
    assert.deepEqual(told, [{ allowed: false, tcString: '' }]);
  });
});

describe('consent by GPP', () => {
  beforeEach(asGpp);

  const ping = (applicableSections: number[], parsedSections: object, signalStatus = 'ready') => ({
    eventName: 'signalStatus',
    pingData: { signalStatus, applicableSections, parsedSections, gppString: 'DBAA' },
  });

  it('waits for ready, and gives its listener back', async () => {
    const asked = gpp().ask(page.signal);
    platform.tell(ping([7], { usnat: [{ SaleOptOut: 2 }] }, 'not ready'));
    assert.isTrue(await isOpen(asked));
    platform.tell(ping([7], { usnat: [{ SaleOptOut: 2 }] }));
    assert.deepEqual(await asked, { allowed: true, gppString: 'DBAA' });
    assert.equal(platform.listeners.size, 0);
  });

  const cases: [string, number[], object, boolean, boolean][] = [
    ['no section applies', [-1], {}, true, true],
    ['it does not know yet which one does', [0], {}, false, false],
    ['there is none', [], {}, false, false],
    ['an opt-out of sale', [8], { usca: [{ SaleOptOut: 1 }, { Gpc: false }] }, false, true],
    [
      'one of targeting, in a later segment',
      [7],
      { usnat: [{ Gpc: true }, { TargetedAdvertisingOptOut: 1 }] },
      false,
      true,
    ],
    ['a section that is no list', [9], { usva: { SaleOptOut: 2 } }, true, true],
    ['a section that is not told', [9], {}, false, false],
    ['a law that is not known here', [5], { tcfcav1: [{}] }, false, false],
    [
      'two, one of which refuses',
      [7, 8],
      { usnat: [{ SaleOptOut: 2 }], usca: [{ SaleOptOut: 1 }] },
      false,
      true,
    ],
    ['Europe, purposes 1 and 2', [2], { tcfeuv2: [{ PurposeConsents: [true, true] }] }, true, true],
    [
      'Europe, purpose 2 by interest',
      [2],
      { tcfeuv2: [{ PurposeConsents: [], PurposeLegitimateInterests: [false, true] }] },
      false,
      true,
    ],
  ];
  for (const [name, ids, sections, required, limited] of cases) {
    it(`${name}: ${required ? 'yes' : 'no'}, limited ${limited ? 'yes' : 'no'}`, async () => {
      platform.first = ping(ids, sections);
      assert.equal((await gpp().ask(page.signal)).allowed, required);
      assert.equal((await gpp(true).ask(page.signal)).allowed, limited);
    });
  }
});

describe('a source of consent', () => {
  it('is found when it is asked, GPP first', async () => {
    const source = findConsent('required');
    platform.first = tcData([1, 2]);
    assert.equal((await source.ask(page.signal)).tcString, '1,2');
    asGpp();
    platform.first = { pingData: { signalStatus: 'ready', applicableSections: [-1], gppString: 'DBAA' } };
    assert.equal((await findConsent('required').ask(page.signal)).gppString, 'DBAA');
  });

  it('rejects where there is nothing to ask, and asks nobody where no consent is needed', async () => {
    globalThis.__tcfapi = undefined;
    assert.include(await rejected(findConsent('required').ask(page.signal)), '__tcfapi');
    assert.deepEqual(await findConsent('none').ask(page.signal), { allowed: true });
  });

  it('can be a promise: yes, no, more than that, or broken', async () => {
    const ask = (promise: Promise<boolean | Consent>) => promised(promise).ask(page.signal);
    assert.deepEqual(await ask(Promise.resolve(true)), { allowed: true });
    assert.deepEqual(await ask(Promise.resolve(false)), { allowed: false });
    assert.deepEqual(await ask(Promise.resolve({ allowed: true, tcString: 'C' })), {
      allowed: true,
      tcString: 'C',
    });
    assert.deepEqual(await ask(Promise.reject(new Error('The banner did not load.'))), { allowed: false });
    const asked = ask(new Promise(() => undefined));
    page.abort(new Error('enough'));
    assert.include(await rejected(asked), 'enough');
  });
});
