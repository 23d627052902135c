// Without script, on paper and on the narrowest screens. What the author wrote can be read, nothing is an empty box, covers open by the
// browser's own means and print as a line of text, and no page scrolls sideways at 320 px, in either direction, at twice the text size.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { readStories } from '../stories.mjs';
import { launch, newsroomPages, root, screenshot, SCRIPT, serveAll, staticPage } from './pages.mjs';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1000, height: 800 };

const stories = await readStories();
const withScript = (html) => staticPage(html, { head: SCRIPT });
const pages = [
  ...stories.map(({ id, html }) => ({ name: id, path: `/story/${id}`, html: withScript(html) })),
  ...newsroomPages.map((file) => ({
    name: `newsroom ${file}`,
    path: `/${file}`,
    html: readFileSync(join(root, 'apps/newsroom/dist', file), 'utf8'),
  })),
];

/** Places of an advertisement between two paragraphs, and the same paragraphs without one. */
const PROMOTION = '<aside data-part="fallback" class="story-house"><p>Support the newsroom</p></aside>';
const between = (slot) => withScript(`<div id="around"><p>Before</p>${slot}<p>After</p></div>`);
const slotOf = (attributes, content = '') =>
  `<galley-advertisement-slot ${attributes}>${content}</galley-advertisement-slot>`;
const OPTIONS =
  '<script type="application/json" data-part="options">{"targeting":{"section":"news"}}</script>';
const EMPTY = {
  empty: slotOf('provider="iframe" sizes="300x250" src="https://ads.example/1"'),
  'empty, eager, sized by width': slotOf(
    'provider="gpt" sizes="320x50" medium-sizes="728x90" large-sizes="970x250" reserve="min" loading="eager"',
  ),
  'empty but for its options': slotOf('provider="prebid" sizes="300x250"', OPTIONS),
};
const FILLED = {
  'with a fallback': slotOf('provider="house" sizes="300x250"', PROMOTION),
  'with a fallback in place of an ad': slotOf(
    'provider="iframe" sizes="300x250" medium-sizes="728x90"',
    OPTIONS + PROMOTION,
  ),
};
const served = new Map([
  ...pages.map(({ path, html }) => [path, html]),
  ...Object.entries({ ...EMPTY, ...FILLED }).map(([name, html]) => [
    `/slot/${encodeURIComponent(name)}`,
    between(html),
  ]),
  ['/slot/none', between('')],
  ['/slot/fallback', between(PROMOTION)],
]);

let browser, server, plain;
before(
  async () => {
    browser = await launch();
    server = await serveAll({ page: ({ pathname }) => served.get(pathname) });
    plain = await browser.newPage();
    // No frame is asked for from the page after this: it would never come.
    await plain.setJavaScriptEnabled(false);
  },
  { timeout: 60_000 },
);
after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path, { viewport = WIDE, media = 'screen' } = {}) {
  await plain.setViewport(viewport);
  await plain.emulateMediaType(media);
  await plain.goto(server.origin + path);
  assert.ok(
    await plain.evaluate(
      () =>
        matchMedia('(scripting: none)').matches && !document.querySelector('galley-timestamp')?.shadowRoot,
    ),
  );
  return plain;
}

/** Texts of the page that cannot be seen, though the author did not put them away; and boxes with nothing in them. */
const look = () => {
  const putAway =
    '[hidden], [disabled], [data-galley-ads=off] galley-advertisement-slot, script, style, noscript, details:not([open]) > :not(summary)';
  const unseen = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const host = node.parentElement;
    // The text of a video is for browsers without any.
    if (!node.data.trim() || host.closest(putAway) || host.closest('video')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width && height);
    const { color } = getComputedStyle(host);
    const visible = host.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: true,
    });
    if (boxes.length && visible && color !== 'rgba(0, 0, 0, 0)') seen++;
    else unseen.push(node.data.trim().slice(0, 80));
  }
  const empty = [...document.querySelectorAll('*')]
    .filter(({ localName }) => localName.startsWith('galley-'))
    .filter((host) => host.getClientRects().length && host.getBoundingClientRect().height)
    .filter((host) => !host.innerText.trim() && !host.querySelector('img, video, iframe'))
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
  return { unseen, seen, empty };
};

/** How wide the page is, written in a direction and at a text size, and what lies outside of 320 px. */
const overflow = (direction, size) => {
  const { documentElement: html, body } = document;
  if (direction) html.dir = direction;
  html.style.fontSize = size;
  const beyond = [...body.querySelectorAll('*')].flatMap((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width && (right > innerWidth + 1 || left < -1)
      ? [`${element.localName}.${element.className} from ${left} to ${right}`]
      : [];
  });
  // Where a page hides what it cannot hold, it does not scroll, and nobody can read it.
  const clips = [html, body].filter((each) => getComputedStyle(each).overflowX !== 'visible').length;
  return { widths: { innerWidth, scrollWidth: html.scrollWidth, clips }, beyond: beyond.slice(0, 5) };
};

describe('read without script', () => {
  for (const { name, path } of pages) {
    test(name, { timeout: 30_000 }, async () => {
      const page = await open(path);
      for (const viewport of [WIDE, NARROW]) {
        await page.setViewport(viewport);
        const { unseen, seen, empty } = await page.evaluate(look);
        assert.deepEqual(unseen, [], `unseen at ${viewport.width} px`);
        assert.deepEqual(empty, [], `empty boxes at ${viewport.width} px`);
        if (!/--(disabled|ad-free|reserved)$/.test(path)) assert.ok(seen, 'the page has no text');
      }
    });
  }
});

describe('at 320 px', () => {
  for (const { name, path } of pages) {
    test(name, { timeout: 30_000 }, async () => {
      const page = await open(path, { viewport: NARROW });
      for (const direction of ['', 'ltr', 'rtl']) {
        for (const size of ['', '200%']) {
          const { widths, beyond } = await page.evaluate(overflow, direction, size);
          assert.deepEqual(
            widths,
            { innerWidth: 320, scrollWidth: 320, clips: 0 },
            `${direction || 'as written'} ${size}: ${beyond.join('; ')}`,
          );
        }
      }
    });
  }
});

describe('a place of an advertisement', () => {
  const heights = async (name, width) => {
    const page = await open(`/slot/${encodeURIComponent(name)}`, { viewport: { width, height: 800 } });
    return page.evaluate(() => {
      const height = (selector) => document.querySelector(selector)?.getBoundingClientRect().height;
      return {
        around: height('#around'),
        slot: height('galley-advertisement-slot'),
        fallback: height('[data-part=fallback]'),
      };
    });
  };

  for (const name of Object.keys(EMPTY)) {
    test(`${name}: takes no height and leaves no gap`, { timeout: 30_000 }, async () => {
      for (const width of [320, 768, 1280]) {
        const { around, slot } = await heights(name, width);
        const { around: without } = await heights('none', width);
        assert.equal(slot, 0, `at ${width} px`);
        assert.equal(around, without, `a gap of ${around - without} px at ${width} px`);
      }
    });
  }

  for (const name of Object.keys(FILLED)) {
    test(`${name}: is as high as it`, { timeout: 30_000 }, async () => {
      for (const width of [320, 768, 1280]) {
        const { slot, fallback } = await heights(name, width);
        const alone = await heights('fallback', width);
        assert.ok(alone.fallback > 20);
        assert.deepEqual(
          { slot, fallback },
          { slot: alone.fallback, fallback: alone.fallback },
          `at ${width} px`,
        );
      }
    });
  }

  test('with script it is reserved', { timeout: 30_000 }, async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/slot/empty`);
    assert.equal(
      await page.$eval('galley-advertisement-slot', (slot) => slot.getBoundingClientRect().height),
      274,
    );
    await page.close();
  });
});

describe('a closed cover', () => {
  const covered = [
    '/story/captioned-figure--covered',
    '/story/captioned-figure--covered-wide',
    '/river-war.html',
  ];
  const state = () => {
    const cover = document.querySelector('[data-part=cover]');
    const [picture, summary] = [cover.querySelector('img'), cover.querySelector('summary')];
    const box = (element) => element.getBoundingClientRect();
    return {
      open: cover.open,
      visible: picture.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
      alt: picture.alt,
      cover: box(cover).toJSON(),
      summary: box(summary).toJSON(),
      line: parseFloat(getComputedStyle(summary).lineHeight),
      focused: document.activeElement === summary,
    };
  };
  /** Names of all in the accessibility tree. */
  const named = async (page) => {
    const names = [];
    const walk = ({ name, children = [] }) => {
      if (name) names.push(name);
      children.forEach(walk);
    };
    walk(await page.accessibility.snapshot({ interestingOnly: false }));
    return names;
  };
  for (const path of covered) {
    test(`${path} opens by a click, and closes by another`, { timeout: 30_000 }, async () => {
      const page = await open(path);
      const first = await page.evaluate(state);
      assert.deepEqual([first.open, first.visible], [false, false]);
      const click = async () => {
        const { x, y } = await page.evaluate(() => {
          const summary = document.querySelector('[data-part=cover] > summary');
          summary.scrollIntoView({ block: 'start' });
          const { left, top, width } = summary.getBoundingClientRect();
          return { x: left + width / 2, y: top + 8 };
        });
        await page.mouse.click(x, y);
      };
      await click();
      const opened = await page.evaluate(state);
      assert.deepEqual([opened.open, opened.visible], [true, true]);
      assert.deepEqual(
        [opened.cover.width, opened.cover.height],
        [first.cover.width, first.cover.height],
        'the open box has another size',
      );
      await click();
      assert.equal((await page.evaluate(state)).open, false);
    });

    test(`${path} opens by the keyboard, never by focus`, { timeout: 30_000 }, async () => {
      for (const key of ['Enter', 'Space']) {
        const page = await open(path);
        for (let i = 0; i < 60 && !(await page.evaluate(state)).focused; i++)
          await page.keyboard.press('Tab');
        const focused = await page.evaluate(state);
        assert.deepEqual([focused.focused, focused.open, focused.visible], [true, false, false]);
        await page.keyboard.press(key);
        const opened = await page.evaluate(state);
        assert.deepEqual([opened.open, opened.visible], [true, true], key);
      }
    });

    test(
      `${path}: neither picture nor alt is in the accessibility tree until it is open`,
      { timeout: 30_000 },
      async () => {
        const page = await open(path);
        const { alt } = await page.evaluate(state);
        const closed = await named(page);
        assert.ok(alt && closed.length > 3);
        assert.deepEqual(
          closed.filter((name) => name.includes(alt)),
          [],
        );
        await page.evaluate(() => void (document.querySelector('[data-part=cover]').open = true));
        assert.ok(
          (await named(page)).some((name) => name.includes(alt)),
          'it is not there when open',
        );
      },
    );

    test(`${path} prints as its words, without the picture`, { timeout: 60_000 }, async () => {
      const page = await open(path, { media: 'print' });
      const { cover, summary, line, visible } = await page.evaluate(state);
      assert.equal(visible, false);
      assert.equal(cover.height, summary.height, 'a blank box is printed under the words');
      const lines = summary.height / line;
      assert.ok(lines > 0.9 && lines < (path.startsWith('/story') ? 1.5 : 3.5), `${lines} lines`);
      const closed = await picturesInPrint(page);
      await page.evaluate(() => void (document.querySelector('[data-part=cover]').open = true));
      assert.equal(await picturesInPrint(page), closed + 1, 'an open one is printed');
      if (path.startsWith('/story')) assert.equal(closed, 0);
    });
  }

  /** Pictures in the PDF of a page, drawn once each. */
  const picturesInPrint = async (page) => {
    await page.evaluate(() => {
      for (const image of document.images) image.loading = 'eager';
      return Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    });
    const pdf = Buffer.from(await page.pdf()).toString('latin1');
    return pdf.match(/\/Subtype\s*\/Image/g)?.length ?? 0;
  };
});

describe('in print', () => {
  const slots = pages.filter(({ html }) => html.includes('<galley-advertisement-slot'));
  for (const { name, path } of slots) {
    test(`${name} has no advertisement`, { timeout: 30_000 }, async () => {
      const page = await open(path, { media: 'print' });
      const shown = await page.$$eval(
        'galley-advertisement-slot, galley-advertisement-slot *',
        (all) => all.filter((each) => each.getClientRects().length).length,
      );
      assert.equal(shown, 0);
    });
  }

  test('there are slots to hide', () => assert.ok(slots.length > 12));

  const times = [
    ...stories.filter(({ chrome }) => chrome.includes('galley-timestamp')).map(({ id }) => `/story/${id}`),
    '/harbour.html',
  ];
  for (const path of times) {
    test(`${path}: a generated time is printed as the author's date`, { timeout: 60_000 }, async () => {
      const page = await browser.newPage();
      await page.setViewport(WIDE);
      await page.goto(server.origin + path, { waitUntil: 'networkidle0' });
      const times = () =>
        page.$$eval('galley-timestamp', (hosts) =>
          hosts
            .filter((host) => host.shadowRoot?.querySelector('.over'))
            .map((host) => ({
              author: Number(getComputedStyle(host.querySelector('time')).opacity),
              generated: host.shadowRoot.querySelector('[part=text]').checkVisibility(),
            })),
        );
      const onScreen = await times();
      assert.ok(
        onScreen.length && onScreen.every(({ author, generated }) => author === 0 && generated),
        'none is generated',
      );
      await page.emulateMediaType('print');
      assert.deepEqual(
        await times(),
        onScreen.map(() => ({ author: 1, generated: false })),
      );
      // The very same ink as without script.
      const print = async (from) => {
        const clips = await from.$$eval('galley-timestamp', (hosts) =>
          hosts.map((host) => {
            const { x, y, width, height } = host.getBoundingClientRect();
            return {
              left: Math.floor(x + scrollX),
              top: Math.floor(y + scrollY),
              width: Math.ceil(width),
              height: Math.ceil(height),
            };
          }),
        );
        const picture = sharp(await screenshot(from));
        const pictures = clips
          .filter(({ width }) => width)
          .slice(0, 4)
          .map((clip) => picture.clone().extract(clip).png().toBuffer());
        assert.ok(pictures.length, 'no time is printed');
        return (await Promise.all(pictures)).map((buffer) => buffer.toString('base64'));
      };
      const upgraded = await print(page);
      await page.close();
      assert.deepEqual(upgraded, await print(await open(path, { media: 'print' })));
    });
  }
});
