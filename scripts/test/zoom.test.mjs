// The zoom of a figure as a reader uses it: real keys, mouse and fingers, the browser's history, paper, forced colours, large text, narrow
// screens and every language, on pages under the strict policy of the published contract.
import assert from 'node:assert/strict';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { launch, POLICY, root, SCRIPT, serveAll, staticPage } from './pages.mjs';

const TIME = { timeout: 30_000 };
const LANGUAGES = globSync('*.ts', { cwd: join(root, 'packages/core/src/languages') }).map((file) =>
  basename(file, '.ts'),
);
const RTL = ['ar', 'fa', 'he', 'ur'];

const files = (name, ...widths) => widths.map((width) => `/photos/${name}-${width}.jpg ${width}w`).join(', ');
const picture = (name, alt, attributes = '') =>
  `<img src="/photos/${name}-320.jpg" srcset="${files(name, 320, 640, 1024)}" sizes="320px" width="1024" height="683" alt="${alt}" ${attributes}>`;
const figure = (content, caption, attributes = '') =>
  `<galley-captioned-figure zoomable ${attributes}><figure>${content}<figcaption>${caption} <small data-part="credit">Photograph: public domain</small></figcaption></figure></galley-captioned-figure>`;
const TEXT = `<p>${'The harbour office keeps two clocks. '.repeat(60)}</p>`;
const LONG = '<p>One shows the hour, the other the height of the water.</p>'.repeat(40);

/** Seven figures, one of them covered; the last stands outside the article. The addresses of two are their own. */
const SERIES = `<a href="#picture-2" id="to-second">The valley</a> <a href="#boats" id="to-boats">Boats</a>
<article>${TEXT}
${figure(picture('nagasaki-boats', 'Boats'), 'Boats in the harbour.', 'id="boats"')}${TEXT}
${figure(picture('alpine-landscape', 'A valley'), 'The valley, <a href="#boats">and the harbour</a>.')}
${figure(`<details data-part="cover"><summary>Graphic image: a house</summary>${picture('dust-bowl-home', 'A destroyed house')}</details>`, 'The house.')}
${figure(`<picture><source media="(width < 500px)" srcset="/photos/nagasaki-quay-340.jpg"><source srcset="/photos/nagasaki-ferries-320.jpg 1x, /photos/nagasaki-ferries-1024.jpg 3x, /photos/nagasaki-ferries-640.jpg 2x"><img src="/photos/nagasaki-ferries-320.jpg" width="1024" height="683" alt="Ferries"></picture>`, 'Ferries.')}
${figure(picture('airplane-from-above', 'An airplane', 'data-zoom-src="/photos/alpine-peaks-640.jpg"'), LONG)}
${figure('<img src="/missing.jpg" width="640" height="400" alt="Nothing came">', 'Missing.')}${TEXT}</article>
${figure(picture('alpine-peaks', 'Peaks'), 'Peaks.')}${TEXT}`;

const ALONE = `${figure(picture('nagasaki-boats', 'Boats'), 'Boats, taken on <galley-timestamp mode="relative"><time datetime="2026-11-20T10:00Z">20 November 2026</time></galley-timestamp>.')}${TEXT}`;

/** In places that change what absolute and fixed boxes are measured by; a credit over the picture; a page with a base. */
const HARD = `<div id="hard">${figure(picture('nagasaki-boats', 'Boats'), '<small data-part="credit">Credit</small>', 'credit="over" layout="thumbnail"')}</div>${TEXT}`;

const COVERED = `<details data-part="cover"><summary>Graphic image: what it shows</summary>${picture('nagasaki-boats', 'Boats')}</details>`;

/** What is shown to readers of a language: several covers, a picture that does not come, and a series. */
const WORDS = `<article>${figure('<img src="/missing.jpg" width="640" height="400" alt="Nothing">', 'Missing.')}
${figure(COVERED, 'Covered.').repeat(2)}
${figure(picture('nagasaki-boats', 'Boats'), 'Boats in the harbour.')}</article>`;

const page = (html, head = '') => staticPage(html, { head: head + SCRIPT });
const pages = {
  '/before': page('<p>The page before</p>'),
  '/series': page(SERIES),
  // A browser keeps a larger file that it has by now: another is a fifth of a pixel higher.
  '/series-of-one-file-each': page(SERIES.replaceAll(/ srcset="[^"]*"/g, '')),
  '/alone': page(ALONE),
  '/hard': page(HARD, '<base href="/elsewhere/">'),
  '/words': page(WORDS),
  '/hidden': page(
    `<article><details><summary>More</summary>${figure(picture('nagasaki-boats', 'Boats'), 'Boats.')}</details>
${figure(picture('alpine-peaks', 'Peaks'), 'Peaks.')}<div hidden>${figure(picture('dust-bowl-home', 'A house'), 'A house.')}</div>
<div id="wrapper">${figure(picture('alpine-landscape', 'A valley'), 'A valley.')}</div></article>`,
  ),
  '/tall': page(
    figure('<img src="/drawings/tall.png" width="100" height="6000" alt="A tall drawing">', 'A drawing.'),
  ),
};

const drawings = join(root, '.cache/drawings');

let browser, server;
/** Resolves when a picture that is asked for with `?slow` may be sent. */
let held;
before(
  async () => {
    browser = await launch();
    mkdirSync(drawings, { recursive: true });
    writeFileSync(join(drawings, 'tall.png'), PNG.sync.write(new PNG({ width: 100, height: 6000 })));
    server = await serveAll({
      folders: { '/drawings/': drawings },
      headers: { 'content-security-policy': POLICY },
      page: ({ pathname }) => pages[pathname],
      hold: ({ search }) => (search === '?slow' ? held : undefined),
    });
  },
  { timeout: 60_000 },
);
after(async () => {
  await browser?.close();
  await server?.close();
});

const DESKTOP = { width: 1000, height: 700 };
const TELEPHONE = { width: 360, height: 640, hasTouch: true, isMobile: true };

/** Opens a page and fails on what it throws and on each violation of the policy. */
async function visit(path, use, viewport = DESKTOP, inBrowser = browser) {
  const context = await inBrowser.createBrowserContext();
  const tab = await context.newPage();
  const report = [];
  tab.on('pageerror', (error) => report.push(String(error)));
  await tab.exposeFunction('told', (what) => void report.push(what));
  await tab.evaluateOnNewDocument(() => {
    addEventListener('securitypolicyviolation', (event) =>
      globalThis.told(`violates ${event.violatedDirective}`),
    );
    globalThis.events = [];
    for (const type of ['galley-zoom-open', 'galley-zoom-close'])
      addEventListener(type, (event) =>
        globalThis.events.push(`${type.slice(12)} ${event.target.id}`.trim()),
      );
  });
  try {
    await tab.setViewport(viewport);
    await tab.goto(`${server.origin}/before`);
    await go(tab, path);
    await use(tab);
    assert.deepEqual(report, []);
  } finally {
    await context.close();
  }
}

async function go(tab, path) {
  await tab.goto(server.origin + path);
  await tab.evaluate(async () => {
    for (const host of document.querySelectorAll('galley-captioned-figure')) await host.updateComplete;
  });
}

/** What a reader has before them. */
const look = (tab) =>
  tab.evaluate(() => {
    const hosts = [...document.querySelectorAll('galley-captioned-figure')];
    const dialogs = hosts.flatMap((host) => [...(host.shadowRoot?.querySelectorAll('dialog') ?? [])]);
    const [dialog] = dialogs;
    const images = [...(dialog?.querySelectorAll('.stage img') ?? [])];
    const image = images.at(-1);
    const matrix = new DOMMatrix(
      getComputedStyle(dialog?.querySelector('.stage > *') ?? document.body).transform,
    );
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return {
      open: dialogs.length === 1 && dialog.open && dialog.checkVisibility(),
      dialogs: dialogs.length,
      hash: location.hash,
      status: dialog?.querySelector('[role=status]').textContent,
      file: image?.complete ? image.currentSrc.split('/').at(-1) : '',
      heard: images.map(({ alt }) => alt).filter(Boolean),
      images: images.length,
      caption: dialog?.querySelector('.caption').innerText,
      focus: active?.ariaLabel || active?.title || active?.localName,
      at: hosts.indexOf(document.activeElement),
      isInDialog: Boolean(dialog?.contains(active)),
      scrollY: Math.round(scrollY),
      scale: Math.round(matrix.a * 100) / 100,
      // Of a point that lies between two pixels.
      x: Math.abs(matrix.e) > 2 ? Math.round(matrix.e) : 0,
      y: Math.abs(matrix.f) > 2 ? Math.round(matrix.f) : 0,
      length: history.length,
      events: globalThis.events.join(),
    };
  });

/** Waits until the page is so, and fails with what it is instead. */
async function see(tab, expected, seconds = 5) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const all = await look(tab);
    const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, all[key]]));
    try {
      assert.deepEqual(actual, expected);
      return all;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await tab.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Two frames: what an input does to the page has been done. */
const frames = (tab) =>
  tab.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );

/** The middle of a control in a figure's shadow root, scrolled to if it is in the page. */
const middle = (tab, selector, index = 0) =>
  tab.evaluate(
    (selector, index) => {
      const found = [...document.querySelectorAll('galley-captioned-figure')]
        .map((host) => host.shadowRoot?.querySelector(selector))
        .filter(Boolean)[index];
      if (!found.closest('dialog')) found.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, width, height, left: x, top: y };
    },
    selector,
    index,
  );

async function click(tab, selector, index) {
  const { x, y } = await middle(tab, selector, index);
  await tab.mouse.click(x, y);
}

/** Opens the picture of the figure with this number among those with a button. */
async function enlarge(tab, index = 0) {
  await click(tab, '[part=zoom-button]:not([hidden])', index);
  return see(tab, { open: true });
}

/** Fingers: each point is a step of one finger, all fingers move together. */
async function fingers(tab, ...paths) {
  const client = await tab.createCDPSession();
  const points = (step) => paths.map((path, id) => ({ ...path[Math.min(step, path.length - 1)], id }));
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (let step = 1; step < Math.max(...paths.map(({ length }) => length)); step++)
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(step) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

/** A straight way in some steps. */
const line = (from, to, steps = 6) =>
  Array.from({ length: steps + 1 }, (_, i) => ({
    x: Math.round(from.x + ((to.x - from.x) * i) / steps),
    y: Math.round(from.y + ((to.y - from.y) * i) / steps),
  }));

/** One for each page: what one client emulates, another does not end. */
const clients = new WeakMap();

async function emulate(tab, media, features = {}) {
  const client = clients.get(tab) ?? (await tab.createCDPSession());
  clients.set(tab, client);
  await client.send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
  await frames(tab);
}

describe('the dialog', () => {
  test('is loaded when the button is about to be used, and never before', TIME, () =>
    visit('/alone', async (tab) => {
      const asked = () => server.requests.filter((path) => path.includes('zoom-dialog')).length;
      const before = asked();
      const { x, y } = await middle(tab, '[part=zoom-button]');
      await frames(tab);
      assert.equal(asked(), before);
      const response = tab.waitForResponse((response) => response.url().includes('zoom-dialog'));
      await tab.mouse.move(x, y);
      await response;
      await see(tab, { dialogs: 0, events: '' });
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await see(tab, { open: true, status: '' });
    }),
  );

  test('shows the largest file, the alternative text once, caption and credit', TIME, () =>
    visit('/series', async (tab) => {
      await enlarge(tab);
      await see(tab, {
        file: 'nagasaki-boats-1024.jpg',
        images: 1,
        heard: ['Boats'],
        caption: 'Boats in the harbour. Photograph: public domain',
        status: '1 of 5',
        focus: 'Close',
        events: 'open boats',
      });
      const lines = ({ role, name, description = '', children = [] }) => [
        `${role} ${name} ${description}`.trim(),
        ...children.flatMap(lines),
      ];
      const said = lines(await tab.accessibility.snapshot());
      assert.deepEqual(
        said.filter((each) => !each.startsWith('StaticText')),
        [
          'RootWebArea A page',
          'dialog Enlarged picture',
          'status',
          'button Zoom out',
          'button Zoom in',
          'button Close',
          'button Previous picture',
          'image Boats',
          'button Next picture',
        ],
        'each is heard once, and nothing of the page behind',
      );
      const live = await tab.evaluate(() => {
        const { shadowRoot } = document.querySelector('#boats');
        return [...shadowRoot.querySelectorAll('[role=status],[aria-live]')].map(({ role }) => role);
      });
      assert.deepEqual(live, ['status'], 'one polite status');
      // Art direction by the window, the densest file whatever the screen; and a file named by the author.
      await tab.keyboard.press('ArrowRight');
      await tab.keyboard.press('ArrowRight');
      await see(tab, { status: '3 of 5', file: 'nagasaki-ferries-1024.jpg', heard: ['Ferries'], images: 1 });
      await tab.keyboard.press('ArrowRight');
      await see(tab, { status: '4 of 5', file: 'alpine-peaks-640.jpg', heard: ['An airplane'], images: 1 });
    }),
  );

  test('on a narrow screen, the source that is meant for it', TIME, () =>
    visit(
      '/series#picture-4',
      (tab) => see(tab, { open: true, file: 'nagasaki-quay-340.jpg', heard: ['Ferries'] }),
      TELEPHONE,
    ),
  );

  test('says when a picture does not come, and no longer once the reader has gone on', TIME, () =>
    visit('/series', async (tab) => {
      await enlarge(tab, 4);
      await see(tab, { status: 'Could not load the picture', heard: ['Nothing came'] });
      await tab.keyboard.press('ArrowLeft');
      await see(tab, { status: '4 of 5' });
      await tab.keyboard.press('ArrowRight');
      await see(tab, { status: 'Could not load the picture' });
      // A failure that comes late is not the next one's.
      await tab.keyboard.press('ArrowLeft');
      await tab.evaluate(() => {
        const key = (name) =>
          document.activeElement.shadowRoot.activeElement.dispatchEvent(
            new KeyboardEvent('keydown', { key: name, bubbles: true }),
          );
        key('ArrowRight');
        key('ArrowLeft');
      });
      await see(tab, { status: '4 of 5', file: 'alpine-peaks-640.jpg' });
      await tab.waitForNetworkIdle({ idleTime: 100 });
      await see(tab, { status: '4 of 5' });
    }),
  );

  test('shows what the page has where the larger file does not come', TIME, () =>
    visit('/alone', async (tab) => {
      await tab.$eval('img', (image) => (image.dataset.zoomSrc = '/missing-large.jpg'));
      const response = tab.waitForResponse((response) => response.url().includes('missing-large'));
      await enlarge(tab);
      await response;
      await see(tab, { images: 1, heard: ['Boats'], file: 'nagasaki-boats-320.jpg', status: '' });
    }),
  );

  test(
    'shows what the page has until the larger file comes; it is heard once, and can be magnified',
    TIME,
    () =>
      visit('/alone', async (tab) => {
        let release;
        held = new Promise((resolve) => (release = resolve));
        await tab.$eval('img', (image) => (image.dataset.zoomSrc = '/photos/nagasaki-boats-1024.jpg?slow'));
        await enlarge(tab);
        await see(tab, { images: 2, heard: ['Boats'], file: '' });
        await tab.keyboard.press('+');
        for (let i = 0; i < 20; i++) await tab.keyboard.press('ArrowDown');
        const before = await see(tab, { scale: 1.5, images: 2 });
        assert.ok(before.y < 0);
        release();
        await see(tab, { images: 1, heard: ['Boats'], file: 'nagasaki-boats-1024.jpg?slow', scale: 1.5 });
        assert.equal((await look(tab)).y, before.y, 'it stays where it was');
      }),
  );

  test('shows the words of an element in the caption once, and only its own', TIME, () =>
    visit('/alone', async (tab) => {
      await enlarge(tab);
      await see(tab, { caption: 'Boats, taken on 20 November 2026. Photograph: public domain' });
      const elements = await tab.evaluate(() =>
        [...document.querySelector('galley-captioned-figure').shadowRoot.querySelectorAll('.caption *')].map(
          ({ localName }) => localName,
        ),
      );
      assert.deepEqual(elements, ['time', 'small']);
    }),
  );

  test('opens once, whatever the hurry', TIME, () =>
    visit('/alone', async (tab) => {
      const { x, y } = await middle(tab, '[part=zoom-button]');
      await Promise.all([tab.mouse.click(x, y), tab.mouse.click(x, y)]);
      await see(tab, { dialogs: 1, open: true, events: 'open' });
      // Before the browser has gone back.
      await tab.evaluate(() => {
        const host = document.querySelector('galley-captioned-figure');
        host.addEventListener('galley-zoom-close', () => host.shadowRoot.querySelector('button').click(), {
          once: true,
        });
      });
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 1, open: true, hash: '#picture-1', events: 'open,close,open' });
      await frames(tab);
      await see(tab, { dialogs: 1, open: true, hash: '#picture-1' });
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
    }),
  );

  test('does not open where the page cancels it', TIME, () =>
    visit('/alone', async (tab) => {
      const src = await tab.evaluate(
        () =>
          void addEventListener('galley-zoom-open', (event) => {
            event.preventDefault();
            document.title = event.src;
          }),
      );
      assert.equal(src, undefined);
      await click(tab, '[part=zoom-button]');
      await see(tab, { events: 'open' });
      assert.equal(await tab.title(), `${server.origin}/photos/nagasaki-boats-320.jpg`);
      await see(tab, { dialogs: 0, hash: '', focus: 'Enlarge picture 1' });
    }),
  );
});

describe('keys', () => {
  test('walk at fit, with ends; magnify; move a magnified picture', TIME, () =>
    visit('/series', async (tab) => {
      await enlarge(tab);
      const press = async (key, expected) => {
        await tab.keyboard.press(key);
        return see(tab, expected);
      };
      await press('ArrowLeft', { status: '1 of 5', hash: '#boats' });
      await press('ArrowRight', { status: '2 of 5', hash: '#picture-2' });
      await press('ArrowRight', { status: '3 of 5', hash: '#picture-4' });
      await press('End', { status: '5 of 5', hash: '#picture-6' }).catch(() =>
        see(tab, { status: 'Could not load the picture', hash: '#picture-6' }),
      );
      await press('ArrowRight', { hash: '#picture-6' });
      await press('Home', { status: '1 of 5', hash: '#boats', images: 1 });
      await press('+', { scale: 1.5, x: 0, y: 0 });
      await press('=', { scale: 2.25 });
      const right = await press('ArrowRight', { status: '1 of 5' });
      assert.ok(right.x < 0 && right.y === 0, 'more of the right side is seen');
      await press('ArrowLeft', { x: 0 });
      assert.ok((await press('ArrowDown', {})).y < 0);
      await press('ArrowUp', { y: 0 });
      for (let i = 0; i < 30; i++) await tab.keyboard.press('ArrowUp');
      const edge = await look(tab);
      const { height } = await middle(tab, '.stage');
      assert.ok(edge.y > 0 && edge.y <= (height * (2.25 - 1)) / 2 + 1, 'no further than its edge');
      await press('-', { scale: 1.5 });
      await press('0', { scale: 1, x: 0, y: 0 });
      await press('-', { scale: 1 });
      await press('ArrowRight', { status: '2 of 5' });
      // Magnified, the next picture begins at fit.
      await tab.keyboard.press('+');
      await click(tab, '.next');
      await see(tab, { status: '3 of 5', scale: 1 });
      // A keyboard where plus is on the shifted layer; the browser's own keys stay its own.
      await tab.keyboard.down('Shift');
      await tab.keyboard.press('+');
      await tab.keyboard.up('Shift');
      await see(tab, { scale: 1.5 });
      await tab.keyboard.down('Control');
      await tab.keyboard.press('-');
      await tab.keyboard.up('Control');
      await see(tab, { scale: 1.5 });
    }),
  );

  test('pass over pictures that the page does not show', TIME, () =>
    visit('/hidden', async (tab) => {
      await click(tab, '[part=zoom-button]', 1);
      await see(tab, { open: true, status: '1 of 2', caption: 'Peaks. Photograph: public domain' });
      await tab.keyboard.press('ArrowRight');
      await see(tab, { status: '2 of 2', caption: 'A valley. Photograph: public domain' });
    }),
  );

  test('magnify a tall drawing until it has its own size', TIME, () =>
    visit('/tall', async (tab) => {
      await enlarge(tab);
      await see(tab, { file: 'tall.png' });
      for (let step = 0; step < 12; step++) await tab.keyboard.press('+');
      const { scale } = await look(tab);
      const width = await tab.evaluate(() => {
        const { shadowRoot } = document.querySelector('galley-captioned-figure');
        const { clientWidth, clientHeight } = shadowRoot.querySelector('.stage');
        return Math.min(clientWidth / 100, clientHeight / 6000) * 100;
      });
      assert.ok(Math.abs(scale * width - 100) < 1, `${scale} times ${width} px`);
    }),
  );

  test('do nothing on buttons that are at an end, which keep the focus', TIME, () =>
    visit('/series', async (tab) => {
      await enlarge(tab);
      const state = () =>
        tab.evaluate(() =>
          Object.fromEntries(
            [...document.querySelector('#boats').shadowRoot.querySelectorAll('dialog button')].map(
              (button) => [button.title, button.ariaDisabled],
            ),
          ),
        );
      assert.deepEqual(await state(), {
        'Zoom out': 'true',
        'Zoom in': 'false',
        Close: null,
        'Previous picture': 'true',
        'Next picture': 'false',
      });
      await click(tab, '.previous');
      await see(tab, { status: '1 of 5', focus: 'Previous picture' });
      await click(tab, '.next');
      await see(tab, { status: '2 of 5', focus: 'Next picture' });
      await click(tab, '.bar button:nth-of-type(2)');
      await see(tab, { scale: 1.5, focus: 'Zoom in' });
      for (let i = 0; i < 8; i++) await tab.keyboard.press('Enter');
      await see(tab, { scale: 8, focus: 'Zoom in' });
      assert.equal((await state())['Zoom in'], 'true');
      await click(tab, '.bar button:nth-of-type(1)');
      await see(tab, { focus: 'Zoom out' });
      await tab.keyboard.press('End');
      for (let i = 0; i < 3; i++) await click(tab, '.next');
      await see(tab, { hash: '#picture-6', focus: 'Next picture' });
    }),
  );

  test('Tab stays in the dialog', TIME, () =>
    visit('/series#picture-2', async (tab) => {
      await see(tab, { open: true, focus: 'Close' });
      for (const [key, shift] of [
        ['forward', false],
        ['back', true],
      ]) {
        const seen = new Set();
        if (shift) await tab.keyboard.down('Shift');
        for (let i = 0; i < 14; i++) {
          await tab.keyboard.press('Tab');
          const { focus, isInDialog } = await look(tab);
          // Between the last and the first it is the browser's own.
          if (focus === 'body') continue;
          assert.ok(isInDialog, `${focus} is in the page behind`);
          seen.add(focus);
        }
        if (shift) await tab.keyboard.up('Shift');
        assert.deepEqual(
          [...seen].sort(),
          ['Close', 'Next picture', 'Previous picture', 'Zoom in', 'Zoom out', 'a'],
          key,
        );
      }
    }),
  );

  test('scroll a long caption, which Tab reaches, and never the page behind', TIME, () =>
    visit('/series', async (tab) => {
      const { scrollY } = await enlarge(tab, 3);
      const scrolled = () =>
        tab.evaluate(
          () =>
            [...document.querySelectorAll('galley-captioned-figure')]
              .map((host) => host.shadowRoot?.querySelector('dialog .caption'))
              .find(Boolean).scrollTop,
        );
      assert.equal(await scrolled(), 0);
      for (let i = 0; i < 8 && (await look(tab)).focus !== 'div'; i++) await tab.keyboard.press('Tab');
      await see(tab, { focus: 'div' });
      await tab.keyboard.press('PageDown');
      for (let i = 0; i < 60 && !(await scrolled()); i++) await frames(tab);
      assert.ok((await scrolled()) > 0, 'the caption scrolls by keys');
      const { x, y } = await middle(tab, '.caption');
      await tab.mouse.move(x, y);
      // To its end and further.
      for (let i = 0; i < 12; i++) await tab.mouse.wheel({ deltaY: 900 });
      for (let i = 0; i < 8; i++) await tab.keyboard.press('PageDown');
      await frames(tab);
      await see(tab, { scrollY, scale: 1 });
    }),
  );
});

describe('the page behind', () => {
  test('does not scroll, by wheel or keys, wherever the pointer and the focus are', TIME, () =>
    visit('/series', async (tab) => {
      const { scrollY } = await enlarge(tab);
      assert.ok(scrollY > 100);
      for (const selector of ['.bar [role=status]', '.bar', '.caption', '.next', '.stage']) {
        const { x, y, left } = await middle(tab, selector);
        // A click beside the buttons leaves the focus to the dialog.
        await tab.mouse.click(selector === '.next' ? x : left + 2, y);
        for (const deltaY of [600, -900]) await tab.mouse.wheel({ deltaY });
        for (const key of ['PageDown', 'End', 'Home', 'ArrowDown', 'ArrowDown'])
          await tab.keyboard.press(key);
        if (selector !== '.next') await tab.keyboard.press('Space');
        await frames(tab);
        await see(tab, { scrollY, open: true });
      }
      // The keys go on working there.
      await tab.keyboard.press('0');
      await tab.keyboard.press('Home');
      await tab.keyboard.press('ArrowRight');
      await see(tab, { status: '2 of 5' });
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, scrollY, hash: '' });
    }),
  );

  test('does not scroll by a bar that takes room, and keeps that room', TIME, async () => {
    const withBars = await launch({ scrollbars: true });
    const use = async (tab) => {
      const room = () =>
        tab.evaluate(() => [
          innerWidth - document.querySelector('article').getBoundingClientRect().width,
          document.documentElement.style.overflow,
        ]);
      /** Clicks far down the bar: the page goes a screen on, soon. */
      const scrolled = async (from) => {
        await tab.mouse.click(DESKTOP.width - 7, DESKTOP.height - 60);
        for (let i = 0; i < 30 && (await look(tab)).scrollY === from; i++) await frames(tab);
        return (await look(tab)).scrollY;
      };
      const before = await room();
      const { scrollY } = await enlarge(tab);
      // The bar goes with the next frame.
      await frames(tab);
      assert.equal(await scrolled(scrollY), scrollY);
      assert.deepEqual(await room(), [before[0], 'hidden']);
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, scrollY });
      assert.deepEqual(await room(), before);
      assert.notEqual(await scrolled(scrollY), scrollY, 'the bar is there');
    };
    try {
      await visit('/series', use, DESKTOP, withBars);
    } finally {
      await withBars.close();
    }
  });

  test('does not scroll by touch, on the bar, the stage and the caption', TIME, () =>
    visit(
      '/series',
      async (tab) => {
        const { scrollY } = await enlarge(tab);
        for (const selector of ['.bar', '.stage', '.caption']) {
          const { x, y } = await middle(tab, selector);
          for (const to of [y - 250, y + 250])
            await fingers(tab, line({ x, y }, { x, y: Math.min(630, Math.max(5, to)) }));
          await frames(tab);
          await see(tab, { scrollY, status: '1 of 5', scale: 1 });
        }
        // A long caption does.
        await tab.keyboard.press('End');
        await tab.keyboard.press('ArrowLeft');
        await see(tab, { hash: '#picture-5' });
        const { x, y } = await middle(tab, '.caption');
        await fingers(tab, line({ x, y }, { x, y: y - 80 }, 12));
        await frames(tab);
        assert.ok(
          await tab.evaluate(
            () => document.querySelector('#boats').shadowRoot.querySelector('.caption').scrollTop,
          ),
        );
        await see(tab, { scrollY });
      },
      TELEPHONE,
    ),
  );
});

describe('mouse and fingers', () => {
  test(
    'a double click magnifies where it is, and back; the wheel around the pointer; a drag moves',
    TIME,
    () =>
      visit('/series', async (tab) => {
        await enlarge(tab);
        await see(tab, { images: 1 });
        const { x, y, width } = await middle(tab, '.stage');
        await tab.mouse.click(x, y, { count: 2 });
        await see(tab, { scale: 3, x: 0, y: 0 });
        await tab.mouse.click(x + 100, y, { count: 2 });
        await see(tab, { scale: 1, x: 0, y: 0 });
        // What is under the pointer stays there.
        const point = { x: x - 120, y: y - 60 };
        await tab.mouse.click(point.x, point.y, { count: 2 });
        const there = await see(tab, { scale: 3 });
        assert.ok(Math.abs(there.x - 240) <= 2 && Math.abs(there.y - 120) <= 2, `${there.x} ${there.y}`);
        await tab.mouse.move(x, y);
        await tab.mouse.down();
        await tab.mouse.move(x - 30, y - 10, { steps: 3 });
        await tab.mouse.up();
        await see(tab, { x: there.x - 30, y: there.y - 10, scale: 3, status: '1 of 5' });
        for (let i = 0; i < 4; i++) {
          await tab.mouse.move(x, y);
          await tab.mouse.down();
          await tab.mouse.move(x + 400, y, { steps: 3 });
          await tab.mouse.up();
        }
        const edge = await look(tab);
        assert.ok(edge.x > 210 && edge.x <= width, 'no further than its edge');
        await tab.keyboard.press('0');
        await tab.mouse.move(x, y);
        await tab.mouse.wheel({ deltaY: -500 });
        const larger = await see(tab, { x: 0, y: 0 });
        assert.ok(larger.scale > 1.5);
        await tab.mouse.wheel({ deltaY: 5000 });
        await see(tab, { scale: 1, x: 0, y: 0 });
        assert.equal(await tab.evaluate(() => getSelection().toString()), '');
        // Dragging at fit is a swipe with the mouse.
        await tab.mouse.move(x, y);
        await tab.mouse.down();
        await tab.mouse.move(x - 120, y, { steps: 3 });
        await tab.mouse.up();
        await see(tab, { status: '2 of 5' });
      }),
  );

  test('a swipe walks; a pinch and a double tap magnify; then one finger moves', TIME, () =>
    visit(
      '/series',
      async (tab) => {
        await enlarge(tab);
        await see(tab, { images: 1 });
        const { x, y } = await middle(tab, '.stage');
        const swipe = (by) => fingers(tab, line({ x, y }, { x: x + by, y: y + 8 }));
        await swipe(-120);
        await see(tab, { status: '2 of 5', hash: '#picture-2' });
        await swipe(120);
        await see(tab, { status: '1 of 5', images: 1 });
        await swipe(120);
        await see(tab, { status: '1 of 5' });
        await swipe(-20);
        await see(tab, { status: '1 of 5' });
        await fingers(
          tab,
          line({ x: x - 20, y }, { x: x - 60, y }),
          line({ x: x + 20, y }, { x: x + 60, y }),
        );
        await see(tab, { scale: 3, x: 0, status: '1 of 5' });
        await fingers(tab, line({ x, y }, { x: x - 60, y }));
        const moved = await see(tab, { scale: 3, status: '1 of 5' });
        assert.ok(Math.abs(moved.x + 60) <= 12, `a finger moved it by ${moved.x}`);
        await fingers(
          tab,
          line({ x: x - 100, y }, { x: x - 10, y }),
          line({ x: x + 100, y }, { x: x + 10, y }),
        );
        await see(tab, { scale: 1, x: 0, y: 0 });
        await fingers(tab, [{ x, y }]);
        await fingers(tab, [{ x, y }]);
        await see(tab, { scale: 3 });
        await fingers(tab, [{ x, y }]);
        await fingers(tab, [{ x, y }]);
        await see(tab, { scale: 1 });
        // A touch that the system takes for itself is no swipe, and the next one is none with two fingers.
        const client = await tab.createCDPSession();
        await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
        await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x - 90, y }] });
        await client.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
        await see(tab, { status: '1 of 5' });
        await swipe(-120);
        await see(tab, { status: '2 of 5', scale: 1 });
      },
      TELEPHONE,
    ),
  );

  test('from right to left, keys, buttons and swipes are mirrored', TIME, () =>
    visit(
      '/series',
      async (tab) => {
        await tab.evaluate(() => (document.documentElement.dir = 'rtl'));
        await enlarge(tab);
        const { x, y } = await middle(tab, '.stage');
        await tab.keyboard.press('ArrowLeft');
        await see(tab, { status: '2 of 5' });
        await tab.keyboard.press('ArrowRight');
        await see(tab, { status: '1 of 5' });
        await fingers(tab, line({ x, y }, { x: x + 120, y }));
        await see(tab, { status: '2 of 5' });
        const [next, previous, close] = [
          await middle(tab, '.next'),
          await middle(tab, '.previous'),
          await middle(tab, '.bar button:last-child'),
        ];
        assert.ok(next.x < x && previous.x > x && close.x < x);
        const flipped = await tab.evaluate(
          () =>
            getComputedStyle(document.querySelector('#boats').shadowRoot.querySelector('.next svg')).scale,
        );
        assert.equal(flipped, '-1 1');
      },
      TELEPHONE,
    ),
  );
});

describe('closing', () => {
  const START = { dialogs: 0, hash: '', focus: 'Enlarge picture 1', events: 'open boats,close boats' };

  for (const [name, close] of Object.entries({
    Escape: (tab) => tab.keyboard.press('Escape'),
    'the button': (tab) => click(tab, '.bar button:last-child'),
    Back: (tab) => tab.goBack(),
  })) {
    test(`${name} gives back the address and the focus; Back leads to the page before`, TIME, () =>
      visit('/series', async (tab) => {
        const { scrollY } = await enlarge(tab);
        await tab.keyboard.press('ArrowRight');
        await see(tab, { hash: '#picture-2' });
        await close(tab);
        await see(tab, { ...START, scrollY });
        await tab.goForward();
        await see(tab, { open: true, hash: '#picture-2' });
        await tab.keyboard.press('Escape');
        await see(tab, { dialogs: 0, hash: '' });
        await tab.goBack();
        assert.equal(new URL(tab.url()).pathname, '/before');
      }),
    );
  }

  test('leaves an address alone that a script of the page has set since', TIME, () =>
    visit('/series', async (tab) => {
      await enlarge(tab);
      await tab.evaluate(() => history.pushState({ router: 1 }, '', '/series?page=2'));
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0 });
      await frames(tab);
      assert.equal(tab.url(), `${server.origin}/series?page=2`);
      assert.deepEqual(await tab.evaluate(() => history.state), { router: 1 });
    }),
  );

  test("keeps a router's state", TIME, () =>
    visit('/series', async (tab) => {
      await tab.evaluate(() => history.replaceState({ key: 'a' }, ''));
      await enlarge(tab);
      assert.deepEqual(await tab.evaluate(() => history.state), { key: 'a' });
      await tab.keyboard.press('ArrowRight');
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
      assert.deepEqual(await tab.evaluate(() => history.state), { key: 'a' });
    }),
  );

  test('happens where what is around the figure is hidden, and the page is in use again', TIME, () =>
    visit('/hidden', async (tab) => {
      await click(tab, '[part=zoom-button]', 3);
      await see(tab, { open: true, status: '2 of 2' });
      await tab.evaluate(() => (document.querySelector('#wrapper').hidden = true));
      await see(tab, { dialogs: 0, hash: '', events: 'open,close' });
      await tab.click('summary');
      assert.equal(await tab.$eval('details', ({ open }) => open), true);
    }),
  );

  test('happens with a figure that is taken out, and undoes nothing', TIME, () =>
    visit('/series', async (tab) => {
      const { scrollY, length } = await enlarge(tab);
      const heard = await tab.evaluate(async () => {
        const host = document.querySelector('#boats');
        const closed = new Promise((resolve) => host.addEventListener('galley-zoom-close', resolve));
        host.remove();
        history.pushState(null, '', '/series?page=2');
        await closed;
        document.querySelector('article').append(host);
        return host.shadowRoot.querySelectorAll('dialog').length;
      });
      assert.equal(heard, 0);
      await frames(tab);
      assert.equal(tab.url(), `${server.origin}/series?page=2`);
      await see(tab, { dialogs: 0, length: length + 1 });
      assert.ok(scrollY > 0);
      await enlarge(tab);
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
    }),
  );
});

describe('the address of a picture', () => {
  test('opens it on load; closing takes it off; Back leads to the page before', TIME, async () => {
    for (const [hash, status, number] of [
      ['#picture-2', '2 of 5', 2],
      ['#boats', '1 of 5', 1],
      // Of the page, outside the article.
      ['#picture-7', '6 of 6', 7],
    ]) {
      await visit(`/series${hash}`, async (tab) => {
        await see(tab, { open: true, status, hash, focus: 'Close' });
        await tab.keyboard.press('Escape');
        await see(tab, { dialogs: 0, hash: '', focus: `Enlarge picture ${number}` });
        await tab.goBack();
        assert.equal(new URL(tab.url()).pathname, '/before');
      });
    }
  });

  test('opens nothing where the figure is not shown: the page stays in use', TIME, async () => {
    for (const hash of ['#picture-1', '#picture-3'])
      await visit(`/hidden${hash}`, async (tab) => {
        await tab.waitForNetworkIdle({ idleTime: 200 });
        await see(tab, { dialogs: 0, events: '' });
        await tab.click('summary');
        assert.equal(await tab.$eval('details', ({ open }) => open), true);
      });
  });

  test('leads to the cover of a covered one, which stays covered', TIME, () =>
    visit('/series#picture-3', async (tab) => {
      await tab.waitForNetworkIdle({ idleTime: 200 });
      const { scrollY } = await see(tab, { dialogs: 0, hash: '#picture-3', events: '' });
      const box = await tab.$eval('details', (cover) => cover.getBoundingClientRect().toJSON());
      assert.ok(scrollY > 100 && box.top >= -1 && box.top < 700);
      assert.equal(await tab.$eval('details', ({ open }) => open), false);
    }),
  );

  test('in a link of the page opens it, before anything was used and after', TIME, () =>
    visit('/series', async (tab) => {
      await tab.click('#to-second');
      await see(tab, { open: true, status: '2 of 5', hash: '#picture-2' });
      // The link in the caption goes to another.
      await tab.evaluate(() =>
        [...document.querySelectorAll('galley-captioned-figure')]
          .map((host) => host.shadowRoot?.querySelector('dialog a'))
          .find(Boolean)
          .click(),
      );
      await see(tab, { open: true, status: '1 of 5', hash: '#boats', dialogs: 1 });
      await tab.goBack();
      await see(tab, { open: true, status: '2 of 5', hash: '#picture-2' });
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
      await tab.click('#to-second');
      await see(tab, { open: true, status: '2 of 5' });
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
      await tab.goBack();
      assert.equal(new URL(tab.url()).pathname, '/before');
    }),
  );

  test('in a link after the first use of a button', TIME, () =>
    visit('/series', async (tab) => {
      await enlarge(tab);
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
      await tab.evaluate(() => scrollTo(0, 0));
      await tab.click('#to-boats');
      await see(tab, { open: true, status: '1 of 5', hash: '#boats' });
      await tab.reload();
      await see(tab, { open: true, status: '1 of 5', hash: '#boats' });
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
    }),
  );

  test('holds on a page with a base, in a box that moves fixed ones', TIME, () =>
    visit('/hard', async (tab) => {
      await tab.$eval('#hard', ({ style }) => {
        style.transform = 'translate(10px, 10px)';
        style.containerType = 'inline-size';
        style.overflow = 'hidden';
        style.inlineSize = '400px';
      });
      const over = await tab.evaluate(() => {
        const host = document.querySelector('galley-captioned-figure');
        const box = (element) => element.getBoundingClientRect();
        const [button, credit, image] = [
          box(host.shadowRoot.querySelector('button')),
          box(host.querySelector('[data-part=credit]')),
          box(host.querySelector('img')),
        ];
        return [
          button.bottom > credit.top && button.left < credit.right && button.right > credit.left,
          button.left >= image.left && button.right <= image.right && button.top >= image.top,
        ];
      });
      assert.deepEqual(over, [false, true], 'the button covers no credit, and lies on the picture');
      await enlarge(tab);
      assert.equal(tab.url(), `${server.origin}/hard#picture-1`);
      const box = await middle(tab, 'dialog');
      assert.deepEqual([box.left, box.top, box.width, box.height], [0, 0, 1000, 700]);
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
      assert.equal(tab.url(), `${server.origin}/hard`);
    }),
  );
});

describe('surroundings', () => {
  test('in a frame without an address, it opens and closes, and leads nowhere else', TIME, () =>
    visit('/before', async (tab) => {
      await tab.evaluate(async (html) => {
        const frame = document.createElement('iframe');
        frame.style.cssText = 'inline-size: 900px; block-size: 600px';
        frame.srcdoc = trustedTypes.createPolicy('lit-html', { createHTML: (text) => text }).createHTML(html);
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await loaded;
      }, pages['/alone']);
      const frame = tab.frames()[1];
      await frame.waitForSelector('galley-captioned-figure');
      const dialogs = () =>
        frame.evaluate(async () => {
          const host = document.querySelector('galley-captioned-figure');
          await customElements.whenDefined(host.localName);
          await host.updateComplete;
          return host.shadowRoot.querySelectorAll('dialog[open]').length;
        });
      assert.equal(await dialogs(), 0);
      await frame.evaluate(() =>
        document.querySelector('galley-captioned-figure').shadowRoot.querySelector('button').click(),
      );
      for (let i = 0; i < 100 && !(await dialogs()); i++) await frames(tab);
      assert.equal(await dialogs(), 1);
      await tab.keyboard.press('Escape');
      for (let i = 0; i < 100 && (await dialogs()); i++) await frames(tab);
      assert.equal(await dialogs(), 0);
      await frames(tab);
      assert.equal(tab.url(), `${server.origin}/before`);
    }),
  );

  test('paper has the page, not the dialog', TIME, () =>
    visit('/series-of-one-file-each', async (tab) => {
      await enlarge(tab);
      await see(tab, { images: 1 });
      await emulate(tab, 'print');
      const paper = PNG.sync.read(Buffer.from(await tab.screenshot({ fullPage: true })));
      assert.equal(
        await tab.evaluate(() =>
          document.querySelector('#boats').shadowRoot.querySelector('dialog').checkVisibility(),
        ),
        false,
      );
      const sheets = async () =>
        Buffer.from(await tab.pdf())
          .toString('latin1')
          .match(/\/Type \/Page\b/g)?.length;
      const open = await sheets();
      await emulate(tab, '');
      await tab.keyboard.press('Escape');
      await see(tab, { dialogs: 0, hash: '' });
      await emulate(tab, 'print');
      assert.equal(open, await sheets());
      assert.ok(open >= 3, `${open} sheets`);
      const plain = PNG.sync.read(Buffer.from(await tab.screenshot({ fullPage: true })));
      assert.deepEqual([paper.width, paper.height], [plain.width, plain.height]);
      // A picture may be decoded at another size.
      const other = paper.data.filter((value, i) => Math.abs(value - plain.data[i]) > 64).length;
      assert.equal(other, 0, 'the same page with and without the dialog');
    }),
  );

  test('icons and the focus are seen in forced colours', TIME, () =>
    visit('/series', async (tab) => {
      await emulate(tab, '', { 'forced-colors': 'active' });
      await enlarge(tab, 1);
      const png = PNG.sync.read(Buffer.from(await tab.screenshot()));
      const light = (x, y) => {
        const i = 4 * (y * png.width + x);
        return png.data[i] + png.data[i + 1] + png.data[i + 2];
      };
      for (const selector of [
        '.previous',
        '.next',
        ...[1, 2, 3].map((n) => `.bar button:nth-of-type(${n})`),
      ]) {
        const { left, top, width, height } = await middle(tab, selector);
        // The icon, within the ring of the focus.
        let drawn = 0;
        for (let x = Math.ceil(left) + 8; x < left + width - 8; x++)
          for (let y = Math.ceil(top) + 8; y < top + height - 8; y++)
            if (Math.abs(light(x, y) - light(Math.ceil(left), Math.ceil(top))) > 150) drawn++;
        assert.ok(drawn > 20 && drawn < 400, `${selector}: ${drawn} pixels`);
      }
      await tab.keyboard.press('Tab');
      await see(tab, { focus: 'Previous picture' });
      const { left, top } = await middle(tab, '.previous');
      const after = PNG.sync.read(Buffer.from(await tab.screenshot()));
      const ring = [2, 3].map(
        (x) => after.data[4 * ((Math.round(top) + 22) * after.width + Math.round(left) + x)],
      );
      assert.ok(Math.abs(ring[0] * 3 - light(Math.round(left), Math.round(top))) > 150, `the focus ${ring}`);
    }),
  );

  test('nothing moves by itself', TIME, () =>
    visit('/series', async (tab) => {
      await emulate(tab, '', { 'prefers-reduced-motion': 'reduce' });
      await enlarge(tab);
      for (const key of ['ArrowRight', '+', 'ArrowRight', '0']) await tab.keyboard.press(key);
      assert.equal(await tab.evaluate(() => document.getAnimations().length), 0);
    }),
  );

  /** What is outside the window, in another's place, or cut. */
  const faults = (tab) =>
    tab.evaluate(() => {
      const found = [];
      const dialog = [...document.querySelectorAll('galley-captioned-figure')]
        .map((host) => host.shadowRoot?.querySelector('dialog'))
        .find(Boolean);
      const controls = [...dialog.querySelectorAll('button:not([hidden])')];
      const name = (element) => element.title || element.className || element.localName;
      const boxes = [...controls, dialog.querySelector('[role=status]'), dialog.querySelector('.caption')]
        .filter((element) => element.textContent || element.localName === 'button')
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
      for (const { element, box } of boxes) {
        if (box.left < 0 || box.top < 0 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5)
          found.push(`${name(element)} is outside`);
        if (element.scrollWidth > element.clientWidth + 1) found.push(`${name(element)} is cut`);
        if (element.role === 'status' && element.scrollHeight > element.clientHeight + 1)
          found.push('the status is cut');
        if (element.localName === 'button' && (box.width < 24 || box.height < 24))
          found.push(`${name(element)} is small`);
        for (const { element: other, box: its } of boxes)
          if (
            other !== element &&
            box.left < its.right - 0.5 &&
            its.left < box.right - 0.5 &&
            box.top < its.bottom - 0.5 &&
            its.top < box.bottom - 0.5
          )
            found.push(`${name(element)} is over ${name(other)}`);
      }
      if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider');
      if (dialog.scrollWidth > innerWidth || dialog.scrollHeight > innerHeight)
        found.push('the dialog scrolls');
      const stage = dialog.querySelector('.stage').getBoundingClientRect();
      if (stage.height < 80 || stage.width < 100)
        found.push(`the stage is ${stage.width} by ${stage.height}`);
      return found;
    });

  test('all is there at 320 by 480 with text of 200%', TIME, () =>
    visit(
      '/series',
      async (tab) => {
        await tab.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        await enlarge(tab);
        assert.deepEqual(await faults(tab), []);
        await tab.keyboard.press('End');
        await see(tab, { status: 'Could not load the picture' });
        assert.deepEqual(await faults(tab), []);
        await tab.keyboard.press('ArrowLeft');
        await see(tab, { status: '4 of 5' });
        assert.deepEqual(await faults(tab), []);
        const caption = await tab.evaluate(() => {
          const { clientHeight, scrollHeight, tabIndex } = document
            .querySelector('#boats')
            .shadowRoot.querySelector('.caption');
          return { tall: clientHeight >= 60, scrolls: scrollHeight > clientHeight, tabIndex };
        });
        assert.deepEqual(caption, { tall: true, scrolls: true, tabIndex: 0 });
      },
      { width: 320, height: 480 },
    ),
  );

  test('every language fits at 320 px, mirrored where it is written so', { timeout: 60_000 }, () =>
    visit(
      '/words',
      async (tab) => {
        assert.ok(LANGUAGES.length >= 21);
        const all = [];
        for (const lang of LANGUAGES) {
          const rtl = RTL.includes(lang);
          await tab.evaluate(
            async (lang, dir) => {
              Object.assign(document.documentElement, { lang, dir });
              // Words are taken when a text is made: the page in another language is made anew.
              document
                .querySelector('article')
                .replaceWith(document.querySelector('article').cloneNode(true));
              for (const host of document.querySelectorAll('galley-captioned-figure'))
                await host.updateComplete;
              await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
              for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
              for (const host of document.querySelectorAll('galley-captioned-figure'))
                await host.updateComplete;
            },
            lang,
            rtl ? 'rtl' : 'ltr',
          );
          await click(tab, '[part=try-again-button]');
          await tab.waitForNetworkIdle({ idleTime: 0 });
          for (let i = 0; i < 100; i++) {
            if (
              await tab.evaluate(
                () =>
                  document.querySelector('article *').shadowRoot.querySelector('.failure [role=status]')
                    ?.textContent,
              )
            )
              break;
            await frames(tab);
          }
          const page = await tab.evaluate(() => {
            const found = [];
            const buttons = [...document.querySelectorAll('galley-captioned-figure')].flatMap((host) =>
              [
                ...host.shadowRoot.querySelectorAll(
                  '[part$=all-button],[part=try-again-button],.failure [role=status]',
                ),
              ].map((control) => ({ control, host })),
            );
            for (const { control, host } of buttons) {
              const text = control.textContent;
              const box = control.getBoundingClientRect();
              const media = host.querySelector('img').getBoundingClientRect();
              if (!text) found.push('no text');
              if (control.scrollWidth > control.clientWidth || control.scrollHeight > control.clientHeight)
                found.push(`${text} is cut`);
              if (
                box.left < media.left ||
                box.right > media.right ||
                box.top < media.top ||
                box.bottom > media.bottom
              )
                found.push(`${text} is outside its picture`);
              const summary = host.querySelector('summary');
              if (summary) {
                const range = document.createRange();
                range.selectNodeContents(summary);
                const words = range.getBoundingClientRect();
                if (
                  box.bottom > words.top &&
                  box.top < words.bottom &&
                  box.left < words.right &&
                  box.right > words.left
                )
                  found.push(`${text} is over the summary`);
              }
            }
            if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider');
            const zooms = [...document.querySelectorAll('galley-captioned-figure')].map(
              (host) => host.shadowRoot.querySelector('[part=zoom-button]').ariaLabel,
            );
            const start = document
              .querySelector('article > :last-child')
              .shadowRoot.querySelector('[part=zoom-button]')
              .getBoundingClientRect();
            return {
              found,
              count: buttons.length,
              unique: new Set(zooms).size,
              name: zooms[0],
              all: buttons[2]?.control.textContent,
              isAtEnd: start.left > innerWidth / 2,
            };
          });
          assert.deepEqual(page.found, [], lang);
          assert.deepEqual([page.count, page.unique, page.isAtEnd], [4, 4, !rtl], lang);
          all.push(`${page.name}, ${page.all}`);
          await enlarge(tab, 1);
          assert.deepEqual(await faults(tab), [], lang);
          const [close, next] = [await middle(tab, '.bar button:last-child'), await middle(tab, '.next')];
          assert.deepEqual([close.x > 160, next.x > 160], [!rtl, !rtl], lang);
          await tab.keyboard.press('Home');
          await see(tab, { hash: '#picture-1', images: 1 });
          for (let i = 0; i < 100 && /\d|[٠-٩۰-۹०-९০-৯]/.test((await look(tab)).status); i++)
            await frames(tab);
          assert.deepEqual(await faults(tab), [], lang);
          await tab.keyboard.press('Escape');
          await see(tab, { dialogs: 0, hash: '' });
        }
        // Each is in a language of its own.
        assert.equal(new Set(all).size, LANGUAGES.length, all.join('\n'));
      },
      { width: 320, height: 640 },
    ),
  );
});
