// The newsroom as its reader has it: built, under the strict policy with one origin for advertisements, its bar of two buttons, real auctions.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { serveAds } from '../../apps/newsroom/scripts/ads.mjs';
import { launch, newsroomPages, POLICY, root, serveAll } from './pages.mjs';

const TIMEOUT = { timeout: 60_000 };
let browser, ads, site;
before(async () => {
  [browser, ads] = await Promise.all([launch(), serveAds()]);
  const policy = `${POLICY.replace("connect-src 'self'", `connect-src 'self' ${ads.origin}`)}; frame-src ${ads.origin}`;
  site = await serveAll({
    headers: { 'content-security-policy': policy },
    // The server of the tests is on a port of its own.
    page: ({ pathname }) =>
      newsroomPages.includes(pathname.slice(1))
        ? readFileSync(join(root, 'apps/newsroom/dist', pathname), 'utf8').replaceAll(
            'http://localhost:4300',
            ads.origin,
          )
        : undefined,
  });
}, TIMEOUT);
after(() => Promise.all([browser?.close(), ads?.close(), site?.close()]));
beforeEach(() => {
  ads.requests.length = 0;
});

const button = (page, name) => page.locator(`.site-consent ::-p-aria(${name}[role="button"])`);
const bids = () => ads.bids().length;

/** Brings the slot near, and waits until it is in one of the states. */
async function slotIs(page, ...states) {
  await page.$eval('galley-advertisement-slot', (slot) =>
    slot.scrollIntoView({ block: 'center', behavior: 'instant' }),
  );
  await page.waitForFunction(
    (wanted) => wanted.includes(document.querySelector('galley-advertisement-slot').state),
    { polling: 50, timeout: 20_000 },
    states,
  );
}

async function visit(path, use) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const report = [];
  page.on('pageerror', (error) => report.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && report.push(message.text()));
  try {
    await page.goto(`${site.origin}${path}`);
    await use(page);
    return report;
  } finally {
    await context.close();
  }
}

const FILLED = ['filled', 'viewable'];

describe('the newsroom', () => {
  test(
    'asks the reader first; shows what an auction brings; remembers; and takes it back',
    TIMEOUT,
    async () => {
      const report = await visit('/river-war.html?ads', async (page) => {
        await slotIs(page, 'awaiting-consent');
        assert.deepEqual(ads.paths(), [], 'the server has heard nothing');
        assert.equal(
          site.requests.filter((path) => path.includes('/auction-')).length,
          0,
          "nor is the auction's script loaded",
        );
        await button(page, 'Allow').click();
        await slotIs(page, ...FILLED);
        assert.equal(bids(), 1);
        await page.waitForFunction(() =>
          /awaiting-consent to queued/.test(document.querySelector('.site-debug').textContent),
        );
        assert.match(
          await page.$eval('.site-debug', (panel) => panel.textContent),
          /river-war: filled \d+x\d+ ropewalk.example/,
        );
        await page.reload();
        await slotIs(page, ...FILLED);
        assert.equal(bids(), 2);
        await button(page, 'Refuse').click();
        await slotIs(page, 'denied');
        assert.equal(page.frames().filter((each) => each.url().startsWith(ads.origin)).length, 0);
        await page.reload();
        await slotIs(page, 'denied');
        assert.equal(bids(), 2);
      });
      assert.deepEqual(report, []);
    },
  );

  test('has a framed advertisement on its front page', TIMEOUT, async () => {
    const report = await visit('/index.html', async (page) => {
      await button(page, 'Allow').click();
      await slotIs(page, ...FILLED);
      await ads.until('/runs/well-behaved');
    });
    assert.deepEqual(report, []);
  });

  test('has its auction in each article', TIMEOUT, async () => {
    for (const name of ['harbour', 'opinion', 'verwaltung-de', 'water-ar']) {
      const report = await visit(`/${name}.html`, async (page) => {
        await page.locator('.site-consent button[value=accept]').click();
        await slotIs(page, ...FILLED);
        assert.equal(ads.bids().at(-1).imp[0].ext.data.page, name);
      });
      assert.deepEqual(report, [], name);
    }
  });

  test('the bar moves nothing as it is answered', TIMEOUT, async () => {
    await visit('/harbour.html', async (page) => {
      const rectangles = () =>
        page.$$eval('main *, footer *', (all) => all.map((each) => each.getBoundingClientRect().toJSON()));
      const before = await rectangles();
      // By the mouse: Puppeteer's own press would scroll first.
      const { x, y } = await page.$eval('.site-consent [value=reject]', (each) =>
        each.getBoundingClientRect().toJSON(),
      );
      await page.mouse.click(x + 10, y + 10);
      await page.waitForSelector('[data-advertising=reject]');
      assert.deepEqual(await rectangles(), before);
    });
  });
});
