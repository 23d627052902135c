// Ad blockers. With the list that most of them use, from Debian's package of uBlock Origin where it is: what is blocked ends in `blocked`, with the
// fallback, and nothing of Galley's own is matched. The list is not fetched; without it, vendors are blocked by their address alone.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { FiltersEngine, Request } from '@ghostery/adblocker';
import { root } from './pages.mjs';
import { AUCTION, ENDS, showsFallback, site, slot, state } from './ads/site.mjs';

const TIMEOUT = { timeout: 60_000 };
const lists = [
  process.env.EASYLIST,
  join(
    root,
    '.cache/easylist/usr/share/chromium/extensions/ublock-origin/assets/thirdparties/easylist/easylist.txt',
  ),
  '/usr/share/chromium/extensions/ublock-origin/assets/thirdparties/easylist/easylist.txt',
];
const list = lists.find((path) => path && existsSync(path));

let here;
before(async () => {
  here = await site();
}, TIMEOUT);
after(() => here?.close());
beforeEach(() => {
  here.ads.requests.length = 0;
});

const FREE = 'consent="none"';
const OTHERS = `<galley-captioned-figure zoomable><figure><img src="/photos/nagasaki-boats-320.jpg" width="320" height="256" alt="Boats.">
  <figcaption>The harbour.</figcaption></figure></galley-captioned-figure>
  <galley-timestamp mode="relative"><time datetime="2026-11-20T06:00:00Z">20 November 2026</time></galley-timestamp>`;

/** Has the browser refuse what a blocker would, as it would. */
const block = (isBlocked) => async (page) => {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (isBlocked(request)) void request.abort('blockedbyclient');
    else void request.continue();
  });
};

/** What is left of a page whose vendor is blocked: an honest slot, and everything else as it was. */
async function stands(page) {
  assert.equal(await state(page, ...ENDS), 'blocked');
  assert.equal(await showsFallback(page), true);
  assert.deepEqual(here.ads.paths(), []);
  await page.waitForSelector('galley-captioned-figure >>> button', { visible: true });
  assert.match(await page.$eval('galley-timestamp', (each) => each.shadowRoot.textContent), /\d/);
}

describe('a provider that is blocked', () => {
  const providers = {
    prebid: slot({ origin: 'http://localhost:1' }, {}, { attributes: FREE }),
    gpt: slot({ origin: 'http://localhost:1' }, {}, { attributes: FREE }).replace('"prebid"', '"gpt"'),
  };
  for (const [name, html] of Object.entries(providers)) {
    test(`${name}: blocked, and the rest of the page does not notice`, TIMEOUT, async () => {
      const report = await here.visit(html + OTHERS, stands, {
        head: AUCTION + '<script async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js"></script>',
        prepare: block((request) => /auction\.js|gpt\.js/.test(request.url())),
      });
      assert.deepEqual(report, []);
    });
  }

  test('a creative whose address is blocked ends in its state, with the fallback', TIMEOUT, async () => {
    await here.visit(
      slot(here.ads, {}, { attributes: FREE }),
      async (page) => {
        assert.equal(await state(page, ...ENDS), 'error');
        assert.equal(await showsFallback(page), true);
      },
      { head: AUCTION, prepare: block((request) => request.url().endsWith('/render.html')) },
    );
  });
});

if (list) {
  describe('EasyList', () => {
    let engine;
    const matches = (url, type, source = 'https://courier.example/harbour.html') =>
      engine.match(Request.fromRawDetails({ url, type, sourceUrl: source })).match;
    before(() => {
      engine = FiltersEngine.parse(readFileSync(list, 'utf8'));
    });

    test('blocks what it is known to block', () => {
      assert.ok(matches('https://securepubads.g.doubleclick.net/tag/js/gpt.js', 'script'));
      assert.ok(matches('https://courier.example/js/prebid.js', 'script'));
      const { styles } = engine.getCosmeticsFilters({
        url: 'https://courier.example/',
        hostname: 'courier.example',
        domain: 'courier.example',
        classes: ['ad-label'],
        ids: ['ad-1'],
      });
      assert.match(styles, /ad-label/);
    });

    test('matches no file of ours, as it is built', () => {
      const files = globSync('packages/{advertisement-slot,elements}/dist/**/*.{js,css,html}', { cwd: root });
      assert.ok(files.length > 20);
      const hosts = ['https://courier.example/', 'https://cdn.example/npm/@galley/'];
      const found = hosts.flatMap((host) =>
        files.filter((file) => {
          const type = file.endsWith('.css') ? 'stylesheet' : file.endsWith('.html') ? 'sub_frame' : 'script';
          return matches(host + file.replace('packages/', ''), type);
        }),
      );
      assert.deepEqual(found, []);
    });

    test('hides neither the tag nor a part, a class or an id that we make', TIMEOUT, async () => {
      await here.visit(
        slot(here.ads, {}, { attributes: FREE }),
        async (page) => {
          assert.equal(await state(page, ...ENDS), 'filled');
          const names = await page.evaluate(() => {
            const all = [...document.body.querySelectorAll('*')].flatMap((each) => [
              each,
              ...(each.shadowRoot?.querySelectorAll('*') ?? []),
            ]);
            const of = (get) => [...new Set(all.flatMap(get))].filter(Boolean);
            return {
              classes: of((each) => [...each.classList]),
              ids: of((each) => [each.id]),
              hrefs: of((each) => [each.getAttribute('href')]),
            };
          });
          const { styles } = engine.getCosmeticsFilters({
            url: 'https://courier.example/',
            hostname: 'courier.example',
            domain: 'courier.example',
            ...names,
          });
          const hidden = await page.evaluate((css) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            const all = [...document.body.querySelectorAll('*')].flatMap((each) => [
              each,
              ...(each.shadowRoot?.querySelectorAll('*') ?? []),
            ]);
            return [...sheet.cssRules]
              .filter((rule) => all.some((each) => each.matches(rule.selectorText)))
              .map((rule) => rule.selectorText);
          }, styles);
          assert.deepEqual(hidden, []);
        },
        { head: AUCTION },
      );
    });

    test('its blocked script leaves a slot that is honest, and a page that works', TIMEOUT, async () => {
      await here.visit(slot({ origin: 'http://localhost:1' }, {}, { attributes: FREE }) + OTHERS, stands, {
        head: AUCTION.replace('auction.js', 'prebid.js'),
        prepare: block((request) =>
          matches(request.url().replace(here.origin, 'https://courier.example'), request.resourceType()),
        ),
      });
    });
  });
} else {
  test('EasyList: not run, as webext-ublock-origin-chromium is not here', (t) => {
    t.diagnostic('The list is read from Debian’s package, or from the file that EASYLIST names.');
  });
}
