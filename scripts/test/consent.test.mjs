// The reader's choice, told by the IAB's own libraries, and what the ad server sees of it: nothing before there is consent, nothing without.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { AUCTION, ENDS, framed, over, showsFallback, site, slot, state, stub, TCF } from './ads/site.mjs';

const TIMEOUT = { timeout: 60_000 };
let here;
before(async () => {
  here = await site();
}, TIMEOUT);
after(() => here?.close());
beforeEach(() => {
  here.ads.requests.length = 0;
});

const GPP = `${stub('__gpp')}<script src="/vendors/platform.js"></script>${AUCTION}`;
const asked = () => here.ads.bids();

/** Nothing at all reached the server. */
const nothing = () => assert.deepEqual(here.ads.paths(), []);

/** The platform of TCF arrives, and tells each update: the purposes, '' while its dialog is open, null where the GDPR does not apply. */
const tell = (page, ...updates) =>
  page.evaluate((all) => {
    globalThis.cmp ??= globalThis.platform.tcf();
    for (const each of all) {
      const { consentString } = globalThis.platform;
      globalThis.cmp.update(Array.isArray(each) ? consentString(each) : each, each === '');
    }
  }, updates);

const withdrawn = async (page) => {
  assert.equal(await state(page, 'denied'), 'denied');
  assert.deepEqual(framed(page, here.ads), [], 'its frame is gone');
  assert.equal(await showsFallback(page), true);
};

describe('TCF', () => {
  test('accept: not before, and then with the string on the wire', TIMEOUT, async () => {
    await here.visit(slot(here.ads), async (page) => {
      await tell(page, '');
      assert.equal(await state(page, 'awaiting-consent'), 'awaiting-consent');
      await page.waitForFunction(() => globalThis.pbjs?.libLoaded);
      assert.equal(
        await page.$eval('#slot', (each) => each.state),
        'awaiting-consent',
        'an open dialog is no answer',
      );
      nothing();
      await tell(page, [1, 2]);
      assert.equal(await state(page, ...ENDS), 'filled');
      const [{ regs, user }, ...more] = asked();
      assert.deepEqual(more, []);
      assert.equal(regs.gdpr ?? regs.ext.gdpr, 1);
      assert.equal(
        user.consent ?? user.ext.consent,
        await page.evaluate(() => globalThis.platform.consentString([1, 2])),
      );
    });
  });

  test('accepted at an earlier visit', TIMEOUT, async () => {
    await here.visit(slot(here.ads), async (page) => {
      await tell(page, [1, 2]);
      assert.equal(await state(page, ...ENDS), 'filled');
    });
  });

  for (const purposes of [[], [1], [2]]) {
    test(
      `consent to ${purposes.length ? `purpose ${purposes} alone` : 'nothing'}: denied`,
      TIMEOUT,
      async () => {
        await here.visit(slot(here.ads), async (page) => {
          await tell(page, '', purposes);
          assert.equal(await state(page, ...ENDS), 'denied');
          assert.equal(await showsFallback(page), true);
          nothing();
        });
      },
    );
  }

  test('a slot that asks for no more than limited ones needs no storage', TIMEOUT, async () => {
    await here.visit(slot(here.ads, {}, { attributes: 'consent="limited"' }), async (page) => {
      await tell(page, '', [2]);
      assert.equal(await state(page, ...ENDS), 'filled');
    });
  });

  test('withdraw: the advertisement goes, the fallback is back, nothing more is asked', TIMEOUT, async () => {
    await here.visit(slot(here.ads), async (page) => {
      await tell(page, [1, 2]);
      assert.equal(await state(page, ...ENDS), 'filled');
      // The reader opens the dialog again, and has not chosen otherwise yet.
      await page.evaluate(() => globalThis.cmp.update(globalThis.platform.consentString([1, 2]), true));
      assert.match(await page.$eval('#slot', (each) => each.state), /filled|viewable/);
      await tell(page, []);
      await withdrawn(page);
      assert.equal(asked().length, 1);
    });
  });

  test('withdraw while the auction is on: its answer is dropped', TIMEOUT, async () => {
    const options = { timeout: 8000 };
    await here.visit(slot(here.ads, { does: 'slow' }, { options }), async (page) => {
      await tell(page, [1, 2]);
      await here.ads.until('/openrtb2/auction');
      await tell(page, []);
      await withdrawn(page);
    });
  });

  test('"the GDPR does not apply", corrected: nothing before the reader has chosen', TIMEOUT, async () => {
    await here.visit(slot(here.ads), async (page) => {
      await tell(page, null);
      await tell(page, '');
      assert.equal(await state(page, 'awaiting-consent'), 'awaiting-consent');
      nothing();
      await tell(page, [1, 2]);
      assert.equal(await state(page, ...ENDS), 'filled');
      assert.equal(asked().length, 1);
    });
  });

  test('the GDPR does not apply, and that stands', TIMEOUT, async () => {
    await here.visit(slot(here.ads), async (page) => {
      await tell(page, null);
      assert.equal(await state(page, ...ENDS), 'filled');
      const [{ regs }] = asked();
      assert.equal(regs?.gdpr ?? regs?.ext?.gdpr ?? 0, 0);
    });
  });

  test('corrected after an advertisement has come: it goes', TIMEOUT, async () => {
    await here.visit(slot(here.ads), async (page) => {
      await tell(page, null);
      assert.equal(await state(page, ...ENDS), 'filled');
      await tell(page, '');
      await withdrawn(page);
    });
  });

  test('silence is no, wherever it comes from; who agrees later is heard', TIMEOUT, async () => {
    const visit = (head, then = () => undefined) =>
      here.visit(
        slot(here.ads),
        async (page) => {
          assert.equal(await state(page, ...ENDS), 'denied');
          assert.equal(await showsFallback(page), true);
          nothing();
          await then(page);
        },
        { head },
      );
    // A page without a platform; a stub that nobody answers; a platform that says nothing until late.
    await visit(AUCTION);
    let release;
    const silent = new Promise((resolve) => (release = resolve));
    await Promise.all([
      visit(TCF.replace('platform.js', 'gone.js') + AUCTION).then(release),
      visit(`${TCF}<script>cmp = platform.tcf()</script>${AUCTION}`, async (page) => {
        await silent;
        await tell(page, [1, 2]);
        assert.equal(await state(page, 'filled', 'viewable', 'error'), 'filled');
      }),
    ]);
    assert.equal(asked().length, 1);
  });

  test('without need of consent, none is asked for', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads, {}, { attributes: 'consent="none"' }),
      async (page) => {
        assert.equal(await state(page, ...ENDS), 'filled');
      },
      { head: AUCTION },
    );
  });
});

describe('GPP', () => {
  /** The platform of GPP arrives, for the United States, with or without an opt-out of sale. */
  const choose = (page, saleOptOut, { ready = true } = {}) =>
    page.evaluate(
      (value, isReady) => {
        const gpp = (globalThis.cmp ??= globalThis.platform.gpp());
        for (const [name, v] of Object.entries({
          SaleOptOut: value,
          SharingOptOut: 2,
          TargetedAdvertisingOptOut: 2,
        })) {
          gpp.setFieldValue('usnat', name, v);
        }
        gpp.setApplicableSections([7]);
        gpp.fireSectionChange('usnat');
        if (isReady) gpp.setSignalStatus('ready');
      },
      saleOptOut,
      ready,
    );

  test('ready, without an opt-out: the string is on the wire, not before', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads),
      async (page) => {
        await choose(page, 2, { ready: false });
        assert.equal(await state(page, 'awaiting-consent'), 'awaiting-consent');
        await page.waitForFunction(() => globalThis.pbjs?.libLoaded);
        nothing();
        await choose(page, 2);
        assert.equal(await state(page, ...ENDS), 'filled');
        const [{ regs }] = asked();
        assert.equal(regs.gpp, await page.evaluate(() => globalThis.cmp.getGppString()));
        assert.deepEqual(regs.gpp_sid, [7]);
      },
      { head: GPP },
    );
  });

  test('an opt-out: denied; a slot for limited ones is filled', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads) + slot(here.ads, {}, { id: 'limited', attributes: 'consent="limited"' }),
      async (page) => {
        await choose(page, 1);
        await over(page);
        assert.equal(await state(page, ...ENDS), 'denied');
        assert.match(await page.$eval('#limited', (each) => each.state), /filled|viewable/);
        assert.equal(asked().length, 1);
      },
      { head: GPP },
    );
  });

  test('an opt-out later: the advertisement goes', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads),
      async (page) => {
        await choose(page, 2);
        assert.equal(await state(page, ...ENDS), 'filled');
        await choose(page, 1);
        await withdrawn(page);
      },
      { head: GPP },
    );
  });

  test("Europe's section is read as TCF is", TIMEOUT, async () => {
    await here.visit(
      slot(here.ads),
      async (page) => {
        await page.evaluate(() => {
          const gpp = globalThis.platform.gpp();
          gpp.setSectionString('tcfeuv2', globalThis.platform.consentString([1]));
          gpp.setApplicableSections([2]);
          gpp.setSignalStatus('ready');
        });
        assert.equal(await state(page, ...ENDS), 'denied');
        nothing();
      },
      { head: GPP },
    );
  });
});
