// Real auctions: Prebid.js on a page, a server that speaks OpenRTB 2.6 on another host name, and what the slot makes of each answer.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { AUCTION, ENDS, framed, over, site, slot, state, TCF } from './ads/site.mjs';

const TIMEOUT = { timeout: 60_000 };
let here;
before(async () => {
  here = await site();
}, TIMEOUT);
after(() => here?.close());
beforeEach(() => {
  here.ads.requests.length = 0;
});

/** What reached the server as a bid request. */
const asked = () => here.ads.bids();
const FREE = 'consent="none"';

/** Notes what Prebid.js tells. */
const events = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.told = [];
    globalThis.pbjs = { que: [] };
    globalThis.pbjs.que.push(() => {
      for (const name of [
        'bidWon',
        'adRenderSucceeded',
        'adRenderFailed',
        'noBid',
        'bidderError',
        'bidTimeout',
      ]) {
        globalThis.pbjs.onEvent(name, () => globalThis.told.push(name));
      }
    });
  });
const told = (page) => page.evaluate(() => globalThis.told);

describe('an auction from plain HTML', () => {
  test('asks once, in the words of OpenRTB, and shows what wins in the render page', TIMEOUT, async () => {
    const report = await here.visit(
      slot(here.ads, {}, { attributes: FREE, options: { targeting: { section: 'harbour' } } }),
      async (page) => {
        assert.equal(await state(page, ...ENDS), 'filled');
        const [request, ...more] = asked();
        assert.deepEqual(more, []);
        const [imp] = request.imp;
        assert.deepEqual(imp.banner.format, [{ w: 300, h: 250 }]);
        assert.equal(imp.ext.gpid, '/courier/slot');
        assert.deepEqual(imp.ext.data.section, 'harbour');
        await here.ads.until('/runs/well-behaved');
        const frame = page.frames().find((each) => each.url() === `${here.ads.origin}/render.html`);
        assert.equal(await frame.evaluate(() => self.origin), 'null', 'it has no origin');
        assert.match(await frame.evaluate(() => document.body.innerText), /Ropewalk Chandlery/);
        assert.deepEqual(
          await page.$eval('#slot', ({ creative }) => [
            creative.size,
            creative.advertiserDomains,
            creative.disclosure.paid,
          ]),
          [[300, 250], ['ropewalk.example'], 'Ropewalk Chandlery'],
        );
        await page.waitForFunction(() => globalThis.told.length >= 2);
        assert.deepEqual(await told(page), ['bidWon', 'adRenderSucceeded']);
        await here.ads.until('/won/bid-1-0');
      },
      { prepare: events },
    );
    assert.deepEqual(report, []);
  });

  test(
    'each answer ends in its state: with the fallback, and no frame, where nothing is bought',
    TIMEOUT,
    async () => {
      const ends = {
        empty: 'empty',
        204: 'empty',
        zero: 'empty',
        // Prebid.js takes what it cannot read for no bid.
        malformed: 'empty',
        500: 'error',
        slow: 'error',
        oversized: 'error',
        bid: 'filled',
      };
      const slots = Object.keys(ends).map((does) =>
        slot(here.ads, { does }, { attributes: FREE, id: `does-${does}` }),
      );
      const report = await here.visit(slots.join(''), async (page) => {
        await over(page);
        const found = await page.$$eval('galley-advertisement-slot', (all) =>
          all.map((each) => [each.id.replace('does-', ''), each.state.replace('viewable', 'filled')]),
        );
        assert.deepEqual(Object.fromEntries(found), ends);
        assert.equal(asked().length, found.length);
        const fallbacks = await page.$$eval(':not(#does-bid) > [data-part=fallback]', (all) =>
          all.map((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })),
        );
        assert.deepEqual(
          fallbacks,
          found.slice(1).map(() => true),
        );
        assert.equal(framed(page, here.ads).length, 1);
        await here.ads.until('/runs/well-behaved');
        const effects = here.ads.paths().filter((path) => /^\/(runs|won)\//.test(path));
        assert.equal(new Set(effects).size, 2, String(effects));
      });
      assert.deepEqual(report, []);
    },
  );

  test('a server that refuses the connection: error', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads, {}, { attributes: FREE, options: { endpoint: 'http://localhost:9/openrtb2/auction' } }),
      async (page) => assert.equal(await state(page, ...ENDS), 'error'),
    );
  });

  test('one bidder of two that fails does not lose the other bid', TIMEOUT, async () => {
    const bidders = [
      { bidder: 'ostrey', params: { does: 'empty' } },
      { bidder: 'dalm', params: { does: 'bid' } },
    ];
    await here.visit(slot(here.ads, {}, { attributes: FREE, options: { bidders } }), async (page) =>
      assert.equal(await state(page, ...ENDS), 'filled'),
    );
  });

  test('a bidder that is asked twice, and fails: error', TIMEOUT, async () => {
    const bidder = { bidder: 'ostrey', params: { does: '500' } };
    const bidders = [bidder, bidder];
    await here.visit(slot(here.ads, {}, { attributes: FREE, options: { bidders } }), async (page) =>
      assert.equal(await state(page, ...ENDS), 'error'),
    );
  });

  test('two slots of one name ask apart, and each has an advertisement of its own', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads, {}, { attributes: FREE }) +
        slot(here.ads, {}, { attributes: FREE, id: 'second' }).replace('/courier/second', '/courier/slot'),
      async (page) => {
        await over(page);
        assert.equal(new Set(asked().flatMap(({ imp }) => imp.map(({ id }) => id))).size, 2);
        assert.equal(framed(page, here.ads).length, 2);
      },
    );
  });
});

describe('where the creative is shown', () => {
  test('without a render page, in srcdoc, where the page has no policy', TIMEOUT, async () => {
    const html = slot(here.ads, {}, { attributes: FREE }).replace(/render-page="[^"]*"/, '');
    await here.visit(html, async (page) => {
      assert.equal(await state(page, ...ENDS), 'filled');
      await here.ads.until('/runs/well-behaved');
      assert.equal(page.frames().filter((each) => each.url() === 'about:srcdoc').length, 1);
    });
  });

  test('not in srcdoc under a policy, and not in a page of the same host name', TIMEOUT, async () => {
    const policy = '<meta http-equiv="content-security-policy" content="object-src \'none\'">';
    const bare = slot(here.ads, {}, { attributes: FREE });
    const pages = [
      [bare.replace(/render-page="[^"]*"/, ''), policy],
      [bare.replace(/render-page="[^"]*"/, 'render-page="/render.html"'), ''],
      [bare.replace(/render-page="[^"]*"/, 'render-page="javascript:alert(1)"'), ''],
    ];
    for (const [html, head] of pages) {
      await here.visit(
        html,
        async (page) => {
          assert.equal(await state(page, ...ENDS), 'error');
          assert.deepEqual(
            here.ads.paths().filter((path) => path.startsWith('/runs/')),
            [],
          );
          await page.waitForFunction(() => globalThis.told.includes('adRenderFailed'));
        },
        { head: head + TCF + AUCTION, prepare: events },
      );
    }
  });

  test(
    'the render page shows nothing to a page that frames it without a sandbox, or opens it',
    TIMEOUT,
    async () => {
      await here.visit(
        `<iframe id="bare" title="Bare" src="${here.ads.origin}/render.html"></iframe>`,
        async (page) => {
          await page.$eval('#bare', (frame) => {
            frame.contentWindow.postMessage({ galleyMarkup: '<h1>Hacked</h1>' }, '*', [
              new MessageChannel().port2,
            ]);
          });
          const frame = page.frames().find((each) => each.url().endsWith('/render.html'));
          assert.equal(
            await frame.evaluate(
              () => new Promise((resolve) => setTimeout(() => resolve(document.body.innerText))),
            ),
            '',
          );
        },
      );
    },
  );
});

describe('the script of the vendor', () => {
  test('that does not come: blocked', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads, {}, { attributes: FREE }),
      async (page) => {
        assert.equal(await state(page, ...ENDS), 'blocked');
        assert.deepEqual(asked(), []);
      },
      { head: TCF + AUCTION.replace('auction', 'gone') },
    );
  });

  test('that comes late is waited for', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads, {}, { attributes: FREE }),
      async (page) => {
        assert.deepEqual(asked(), []);
        await page.addScriptTag({ url: '/vendors/auction.js' });
        assert.equal(await state(page, ...ENDS), 'filled');
      },
      { head: TCF },
    );
  });
});
