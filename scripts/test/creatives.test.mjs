// Advertisements that misbehave, from another host name: in a frame of their own address, and as HTML in a bid. Each runs, says so to its server,
// and gets nowhere: seen from the page and at the server.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { names } from '../../apps/newsroom/scripts/creatives.mjs';
import { AUCTION, framed, quietly, site, slot } from './ads/site.mjs';

const TIMEOUT = { timeout: 60_000 };
let here;
before(async () => {
  here = await site();
}, TIMEOUT);
after(() => here?.close());
beforeEach(() => {
  here.ads.requests.length = 0;
});

const FREE = 'consent="none"';
const ways = {
  'its own address': (name) =>
    slot(here.ads, {}, { attributes: `${FREE} src="${here.ads.origin}/creatives/${name}"` }).replace(
      '"prebid"',
      '"iframe"',
    ),
  'a bid': (name) => slot(here.ads, { does: 'bid', creative: name }, { attributes: FREE }),
};

/** The page around it: a reader writes in it, and notes what happens to it. */
const around = (html) =>
  `<p><label>A letter to the editor <input id="letter"></label></p>${html}<p>The article goes on.</p>`;

/** Notes the dialogs and windows that open, and where the focus goes. */
async function watch(page, context, seen) {
  page.on('dialog', (dialog) => {
    seen.push(dialog.type());
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) seen.navigations = (seen.navigations ?? 0) + 1;
  });
  context.on(
    'targetcreated',
    (target) => target.type() === 'page' && target.opener() && seen.push(`window ${target.url()}`),
  );
  await page.evaluateOnNewDocument(() => {
    globalThis.addEventListener('galley-ad-state-change', ({ to }) => {
      if (to === 'filled') globalThis.filled = performance.now();
    });
  });
}

/** Resolves when an advertisement is shown, or the slot has none. */
const settled = (page) =>
  quietly(page, async () => {
    await customElements.whenDefined('galley-advertisement-slot');
    return document.querySelector('#slot').settled;
  });

/** Lets what is to happen soon happen: the creatives act as they load. */
const afterwards = (page) => quietly(page, () => new Promise((resolve) => setTimeout(resolve, 300)));

/** Waits until the focus is back where the reader had it. */
const back = (page) =>
  quietly(page, async () => {
    while (document.activeElement?.id !== 'letter') await new Promise((resolve) => setTimeout(resolve, 10));
  });

/** Where to press on an advertisement, once its link is painted. */
async function middle(page) {
  const frame = page.frames().find((each) => each.url().startsWith(here.ads.origin));
  await frame.waitForSelector('a', { visible: true });
  await afterwards(page);
  return page.$eval('#slot', (host) => {
    const { x, y, width, height } = host.shadowRoot.querySelector('iframe').getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
}

const KINDS = names.filter((name) => name !== 'never-loading');

for (const [way, write] of Object.entries(ways)) {
  describe(`from ${way}`, () => {
    for (const name of KINDS) {
      test(`${name} is contained`, TIMEOUT, async () => {
        const seen = [];
        const report = await here.visit(
          // Who writes as the page loads has the focus before the advertisement is there.
          around(write(name)).replace('id="letter"', name === 'focus-stealing' ? '$& autofocus' : '$&'),
          async (page, context) => {
            const address = page.url();
            assert.equal(await settled(page), 'filled');
            await here.ads.until(`/runs/${name}`);
            if (name === 'focus-stealing') {
              // A letter that is on its way as the focus is taken is lost: the reader writes once it is back.
              await here.ads.until('/runs/focus-tried-3');
              await afterwards(page);
              await back(page);
              await page.keyboard.type('Dear editor');
            } else {
              await page.click('#letter');
              await page.keyboard.type('Dear ');
              await afterwards(page);
              await page.keyboard.type('editor');
            }
            const now = await quietly(page, () => {
              const box = document
                .querySelector('#slot')
                .shadowRoot.querySelector('iframe')
                .getBoundingClientRect();
              return {
                letter: document.querySelector('#letter').value,
                focus: document.activeElement.id,
                box: [box.width, box.height],
                scrolls: document.documentElement.scrollWidth > innerWidth,
                hacked: document.querySelectorAll('h1').length,
                stored: document.cookie + JSON.stringify({ ...localStorage }),
                state: document.querySelector('#slot').state,
              };
            });
            assert.deepEqual(now, {
              letter: 'Dear editor',
              focus: 'letter',
              box: [300, 250],
              scrolls: false,
              hacked: 0,
              stored: '{}',
              state: now.state === 'viewable' ? 'viewable' : 'filled',
            });
            assert.equal(page.url(), address);
            assert.equal((await context.pages()).length, 1, 'no window opened');
            assert.equal(framed(page, here.ads).length, 1);
          },
          { head: AUCTION, prepare: (page, context) => watch(page, context, seen) },
        );
        assert.deepEqual(seen, Object.assign([], { navigations: 1 }), 'no dialog, no window, one page');
        const paths = here.ads.paths();
        assert.deepEqual(
          paths.filter((path) => path.startsWith('/landed/')),
          [],
        );
        if (name === 'alert') await here.ads.until('/runs/alert-went-on');
        assert.deepEqual(report, []);
      });
    }

    test('a click opens the advertiser in a tab of its own', TIMEOUT, async () => {
      await here.visit(
        around(write('well-behaved')),
        async (page, context) => {
          await settled(page);
          await here.ads.until('/runs/well-behaved');
          const address = page.url();
          const { x, y } = await middle(page);
          await page.mouse.click(x, y);
          await here.ads.until('/landed/well-behaved');
          await context.waitForTarget((target) => target.url() === `${here.ads.origin}/landed/well-behaved`);
          assert.equal(page.url(), address);
        },
        { head: AUCTION },
      );
    });

    test('a click on a link to _top leaves the article where it is', TIMEOUT, async () => {
      await here.visit(
        around(write('top-links')),
        async (page, context) => {
          await settled(page);
          await here.ads.until('/runs/top-links');
          const { x, y } = await middle(page);
          const address = page.url();
          await page.mouse.click(x, y);
          await afterwards(page);
          assert.equal(page.url(), address);
          assert.equal((await context.pages()).length, 1);
          assert.deepEqual(
            here.ads.paths().filter((path) => path.startsWith('/landed/')),
            [],
          );
        },
        { head: AUCTION },
      );
    });
  });
}

describe('a screen reader, which presses no key of the page', () => {
  test('may go on from the stops of an advertisement into its frame', TIMEOUT, async () => {
    await here.visit(
      around(ways['its own address']('well-behaved')),
      async (page) => {
        await settled(page);
        await here.ads.until('/runs/well-behaved');
        const { client } = page.frames().find((each) => each.url().startsWith(here.ads.origin));
        await quietly(page, () => document.querySelector('#slot').shadowRoot.querySelector('a').focus());
        await client.send('Runtime.evaluate', { expression: "document.querySelector('a').focus()" });
        // Longer than what gives the focus back would take.
        await afterwards(page);
        const has = await quietly(page, () => [
          navigator.userActivation.isActive,
          document.querySelector('#slot').shadowRoot.activeElement?.localName,
        ]);
        assert.deepEqual(has, [false, 'iframe']);
      },
      { head: AUCTION },
    );
  });
});

describe('what never loads', () => {
  test(
    'a creative whose parts hang is shown, and one that hangs itself is an error with the fallback',
    TIMEOUT,
    async () => {
      const html =
        ways['a bid']('never-loading') +
        ways['its own address']('hanging').replace('id="slot"', 'id="hanging"');
      await here.visit(
        around(html),
        async (page) => {
          assert.equal(await settled(page), 'filled');
          assert.equal(await quietly(page, () => document.querySelector('#hanging').settled), 'error');
          assert.equal(
            await quietly(page, () =>
              document
                .querySelector('#hanging > [data-part=fallback]')
                .checkVisibility({ visibilityProperty: true, opacityProperty: true }),
            ),
            true,
          );
        },
        { head: AUCTION },
      );
    },
  );
});
