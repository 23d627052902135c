// Nothing moves. For every story and every page of the newsroom, at three widths, all the author's elements have the same rectangles, and the
// page the same pixels: before the script runs (the module takes a second and more), after the upgrade, and with script off. Pixels may
// differ only inside the boxes of generated chrome that a story names, and must differ there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { readStories } from '../stories.mjs';
import { launch, newsroomPages, root, screenshot, SCRIPT, serveAll, staticPage } from './pages.mjs';

const LOSSLESS = join(root, '.cache/lossless');
const WIDTHS = [360, 768, 1280];
const HEIGHT = 800;
const SECOND = 1000;

// A browser keeps a larger picture that it has already: one file for each, so that every state has the same.
const onePicture = (html) => html.replaceAll(/\ssrcset="[^"]*"/g, '');

/** The page's module, with an address of its own, so that it can be held back for this page. */
const withOwnScript = (html, name) => html.replace(/(<script type="module"[^>]*\.js)(?=")/, `$1?${name}`);

const stories = await readStories();
const pages = [
  ...stories.map(({ id, html, chrome }) => ({
    name: id,
    path: `/story/${id}`,
    html: withOwnScript(onePicture(staticPage(html, { head: SCRIPT })), id),
    chrome,
  })),
  ...newsroomPages.map((file) => ({
    name: `newsroom ${file}`,
    path: `/${file}`,
    html: withOwnScript(onePicture(readFileSync(join(root, 'apps/newsroom/dist', file), 'utf8')), file),
    chrome: ['galley-timestamp[mode=relative]', 'galley-captioned-figure >>> button'],
  })),
];

let browser, server;
/** For each page, what resolves when its module may be sent. */
const held = new Map();

before(async () => {
  // Chromium decodes a JPEG at the size that it happens to need first, which shows in a few thousand pixels; a lossless file it decodes whole.
  await mkdir(LOSSLESS, { recursive: true });
  const photos = join(root, 'apps/newsroom/public/photos');
  await Promise.all(
    (await readdir(photos)).map((file) => sharp(join(photos, file)).png().toFile(join(LOSSLESS, file))),
  );
  browser = await launch();
  server = await serveAll({
    folders: { '/photos/': LOSSLESS },
    page: (url) => pages.find(({ path }) => path === url.pathname)?.html,
    // A webfont that comes in time for one visit and late for the next would be a difference of its own.
    missing: (url) => url.pathname.endsWith('.woff2'),
    hold: (url) => held.get(url.search.slice(1)),
  });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Rectangles of the author's elements, and the bands that reserved advertisement slots take. */
const measure = () => {
  const box = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y + scrollY, width, height];
  };
  const slots = [...document.querySelectorAll('galley-advertisement-slot')];
  return {
    slots: slots.map(box),
    elements: [...document.body.querySelectorAll('*')]
      .filter((element) => !element.closest('galley-advertisement-slot'))
      .map((element) => ({
        name: `${element.localName}${element.className && `.${element.className}`}`,
        box: box(element),
        above: slots.flatMap((slot, i) =>
          slot.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? [i] : [],
        ),
        within: slots.flatMap((slot, i) => (element.contains(slot) ? [i] : [])),
      })),
  };
};

/**
 * All states of a page at all widths; pictures are awaited, and none waits to be scrolled to.
 * @param isApart Whether to take pictures of the page apart from its slots, too.
 */
async function record(page, chrome, isApart) {
  const states = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: HEIGHT });
    await page.evaluate(() => {
      for (const image of document.images) image.loading = 'eager';
      // The browser's own controls turn for a while when a video has been loaded: its rectangle is compared, not what they draw.
      for (const video of document.querySelectorAll('video[src]')) video.style.visibility = 'hidden';
    });
    // Asked from here: without script no event is heard there. What is not there yet can be neither decoded nor painted.
    while (!(await page.evaluate(() => [...document.images].every(({ complete }) => complete))))
      await new Promise((resolve) => setTimeout(resolve, 20));
    await page.evaluate(async () => {
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      // A page that has never been laid out has no size to take a picture of.
      return document.documentElement.offsetWidth;
    });
    const pixels = await screenshot(page);
    states.push({
      pixels,
      ...(await page.evaluate(measure)),
      chrome: await page.evaluate(
        (selectors) =>
          selectors.flatMap((selector) => {
            // What is generated itself, or an element all of whose box is.
            const [hosts, generated] = selector.split(' >>> ');
            const elements = [...document.querySelectorAll(hosts)].flatMap((host) =>
              generated ? [...(host.shadowRoot?.querySelectorAll(generated) ?? [])] : [host],
            );
            return elements.map((element) => {
              const { left, top, right, bottom } = element.getBoundingClientRect();
              // A text may be drawn a little outside its line.
              return {
                generates: !!generated || !!element.shadowRoot,
                box: [left - 2, top + scrollY - 4, right + 2, bottom + scrollY + 4],
              };
            });
          }),
        chrome,
      ),
    });
  }
  // The page apart from its slots: without script their reservation is released, by design.
  if (isApart && (await page.$('galley-advertisement-slot'))) {
    await page.evaluate(() => void (document.documentElement.dataset.galleyAds = 'off'));
    for (const [i, width] of WIDTHS.entries()) {
      await page.setViewport({ width, height: HEIGHT });
      states[i].apart = await screenshot(page);
    }
    await page.evaluate(() => void delete document.documentElement.dataset.galleyAds);
  }
  return states;
}

const inside = (x, y, [left, top, right, bottom]) => x >= left && x <= right && y >= top && y <= bottom;

/** How many pixels differ inside and outside the boxes. */
function difference(first, second, boxes) {
  if (Buffer.compare(first, second) === 0) return { inside: 0, outside: 0 };
  const [a, b] = [PNG.sync.read(Buffer.from(first)), PNG.sync.read(Buffer.from(second))];
  assert.deepEqual([a.width, a.height], [b.width, b.height], 'the page has another size');
  const count = { inside: 0, outside: 0 };
  for (let i = 0; i < a.data.length; i += 4) {
    if (a.data.readUInt32LE(i) === b.data.readUInt32LE(i)) continue;
    const [x, y] = [(i / 4) % a.width, Math.floor(i / 4 / a.width)];
    count[boxes.some((box) => inside(x, y, box)) ? 'inside' : 'outside']++;
  }
  return count;
}

/** The rectangles as they would be if the slots took no height. */
const withoutReservations = ({ elements, slots }) =>
  elements.map(({ name, box: [x, y, width, height], above, within }) => {
    const sum = (indices) => indices.reduce((total, i) => total + slots[i][3], 0);
    return `${name} ${[x, y - sum(above), width, height - sum(within)].map((n) => Math.round(n * 100) / 100).join(' ')}`;
  });

const rectangles = ({ elements, slots }) => [
  ...elements.map(({ name, box }) => `${name} ${box.join(' ')}`),
  ...slots.map((box) => `slot ${box.join(' ')}`),
];

/** Names what differs, not all that there is. */
function assertSame(actual, expected, when) {
  const moved = expected.flatMap((line, i) => (line === actual[i] ? [] : [`  ${line}  →  ${actual[i]}`]));
  assert.equal(
    moved.length + Math.abs(actual.length - expected.length),
    0,
    `moved ${when}:\n${moved.slice(0, 8).join('\n')}`,
  );
}

/** Visits a page; what it throws fails the test. */
async function visit({ path }, prepare, use) {
  // A profile of its own: a picture that is in the cache already is taken in place of a smaller one.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  try {
    await page.setViewport({ width: WIDTHS[0], height: HEIGHT });
    // A pulsing dot has no two equal pictures.
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await prepare?.(page);
    const loaded = page.goto(server.origin + path);
    await use(page, loaded);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

describe('nothing moves', { concurrency: 2 }, () => {
  for (const subject of pages) {
    test(subject.name, { timeout: 60_000 }, async () => {
      let release;
      let first, upgraded, without;
      held.set(subject.path.split('/').at(-1), new Promise((resolve) => (release = resolve)));
      await visit(subject, undefined, async (page, loaded) => {
        const slow = new Promise((resolve) => setTimeout(resolve, SECOND));
        await page.waitForFunction(
          (path) =>
            location.pathname === path &&
            document.readyState === 'interactive' &&
            [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet),
          {},
          subject.path,
        );
        assert.equal(
          await page.evaluate(() => customElements.get('galley-timestamp') === undefined),
          true,
          'the script ran early',
        );
        first = await record(page, subject.chrome, true);
        await slow;
        release();
        await loaded;
        await page.evaluate(async () => {
          const hosts = [...document.querySelectorAll('*')].filter(({ localName }) =>
            localName.startsWith('galley-'),
          );
          await Promise.all(hosts.map(({ localName }) => customElements.whenDefined(localName)));
          await Promise.all(hosts.map(({ updateComplete }) => updateComplete));
        });
        // What comes in a module of its own.
        if (subject.path.startsWith('/story/')) {
          for (const selector of subject.chrome) await page.waitForSelector(selector);
        }
        upgraded = await record(page, subject.chrome, false);
      });
      await visit(
        subject,
        (page) => page.setJavaScriptEnabled(false),
        async (page, loaded) => {
          await loaded;
          without = await record(page, subject.chrome, true);
        },
      );

      let drawn = 0;
      for (const [i, width] of WIDTHS.entries()) {
        assertSame(rectangles(upgraded[i]), rectangles(first[i]), `on upgrade at ${width} px`);
        assertSame(
          withoutReservations(without[i]),
          withoutReservations(first[i]),
          `without script at ${width} px`,
        );
        const boxes = upgraded[i].chrome.map(({ box }) => box);
        const changed = difference(first[i].pixels, upgraded[i].pixels, boxes);
        assert.equal(
          changed.outside,
          0,
          `${changed.outside} pixels changed on upgrade at ${width} px, outside generated chrome`,
        );
        drawn += changed.inside;
        const off = [first[i], without[i]].map(({ pixels, apart = pixels }) => apart);
        assert.equal(difference(...off, []).outside, 0, `pixels differ without script at ${width} px`);
      }
      if (subject.path.startsWith('/story/') && subject.chrome.length) {
        assert.ok(
          upgraded[0].chrome.length && upgraded[0].chrome.every(({ generates }) => generates),
          'it names a box with no chrome',
        );
        assert.ok(drawn, 'it names a box where nothing is drawn');
      }
    });
  }
});
