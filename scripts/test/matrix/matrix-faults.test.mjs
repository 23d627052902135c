// Planted faults keep the matrix honest. A page that every check passes gets one fault at a time, and exactly the named checks find it: those
// that should, and no other.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checks } from './shared/checks.mjs';
import { open } from './shared/page.mjs';
import { pool } from './shared/pool.mjs';
import { SCRIPT, serveAll, staticPage } from '../pages.mjs';

const PHOTO = '/photos/alpine-landscape-640.jpg';
const CLEAN = staticPage(
  `<main>
    <galley-section-label id="label"><a href="#world">World</a></galley-section-label>
    <p id="text">The harbour office keeps two clocks, and <a id="inline" href="#map">a map</a> of the stakes.</p>
    <galley-captioned-figure id="zoomable" zoomable>
      <figure>
        <img src="${PHOTO}" width="640" height="300" alt="A valley of firs below a snow field.">
        <figcaption>The valley in the week before the thaw.</figcaption>
      </figure>
    </galley-captioned-figure>
    <galley-captioned-figure id="covered" ratio="16:9">
      <figure>
        <details data-part="cover"><summary>Graphic image: a house</summary><img src="${PHOTO}" width="640" height="300" alt="A house."></details>
        <figcaption>The street after the attack.</figcaption>
      </figure>
    </galley-captioned-figure>
    <galley-advertisement-slot provider="house" sizes="300x250" reserve="none">
      <aside data-part="fallback" aria-label="From the Courier"><iframe id="frame" title="Subscribe" src="/frame" width="250" height="60"></iframe></aside>
    </galley-advertisement-slot>
    <ul role="list" id="list" style="display: flex; gap: 2rem; padding: 0; list-style: none">
      <li><a id="first" href="#one" style="display: inline-block; line-height: 2">One</a></li>
      <li><a id="second" href="#two" style="display: inline-block; line-height: 2">Two</a></li>
    </ul>
    <p id="short" style="line-height: 1.5">Seven words stand here on one line</p>
  </main>`,
  { head: SCRIPT },
);
const FRAME = staticPage('<a href="#subscribe">Subscribe to the Courier</a>');

/** A stylesheet of the page. */
const style = (css) => ({
  css,
  plant: (text) =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: text })),
});
/** What script does in the page. */
const script = (plant) => ({ plant });

/** Each fault: the checks that find it, how it is planted, and what they say where that matters. */
const FAULTS = {
  'a frame without a title': [
    ['names'],
    script(() => document.querySelector('#frame').removeAttribute('title')),
  ],
  'a picture without an alternative': [
    ['names'],
    script(() => document.querySelector('#zoomable img').removeAttribute('alt')),
  ],
  'a button without a label, in a shadow root': [
    ['names'],
    script(() => {
      const button = document.querySelector('#zoomable').shadowRoot.querySelector('button');
      button.ariaLabel = null;
      button.textContent = '';
    }),
  ],
  'a focus that is not seen': [['focus-visible'], style(':focus { outline: none !important }')],
  'a focus that is only a shade': [
    ['focus-visible'],
    style('#inline:focus, #first:focus { outline: none; background: light-dark(#eee, #222) }'),
  ],
  'a focus of shadow, which forced colours take away': [
    ['focus-visible'],
    style('#first:focus { outline: none; box-shadow: 0 0 0 3px light-dark(#000, #fff) }'),
    /^forced colours: /,
  ],
  'a focus under a banner': [
    ['focus-visible'],
    script(() => {
      const banner = document.createElement('div');
      banner.style = 'position: fixed; inset: 0 0 auto; z-index: 9; block-size: 3.5rem; background: Canvas';
      document.body.append(banner);
    }),
    /is covered$/,
  ],
  'aria-hidden around a frame': [
    ['hidden-focus'],
    script(() => void (document.querySelector('#frame').parentElement.ariaHidden = 'true')),
  ],
  'aria-hidden around a link': [
    ['hidden-focus'],
    script(() => void (document.querySelector('#list').ariaHidden = 'true')),
  ],
  'a text too light': [
    ['light', 'more-contrast', 'print'],
    style('#short { color: light-dark(#999, #fff) }'),
  ],
  'a text too dark in the dark': [
    ['dark', 'more-contrast'],
    style('#short { color: light-dark(#000, #555) }'),
  ],
  'a page that stays light': [['dark'], style('html { color-scheme: only light }')],
  'less contrast where more is asked for': [
    ['more-contrast'],
    style('@media (prefers-contrast: more) { #short { color: #888 } }'),
  ],
  'own colours in forced colours': [['forced-colors'], style('#short { forced-color-adjust: none }')],
  'a button of ground alone': [
    ['forced-colors'],
    script(() => {
      const button = document.createElement('button');
      button.ariaLabel = 'Close';
      button.className = 'ground';
      button.style = 'inline-size: 2rem; block-size: 2rem; border: 0; background: #06c';
      document.querySelector('main').append(button);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('@media print { .ground { display: none } }');
      document.adoptedStyleSheets.push(sheet);
    }),
  ],
  'an animation without end': [
    ['reduced-motion'],
    style(
      '@keyframes turn { to { rotate: 1turn } } #label::after { content: ""; animation: turn 9s infinite }',
    ),
  ],
  'a transition': [['reduced-motion'], style('#first { transition: scale 0.3s }')],
  'a box that script moves': [
    ['reduced-motion'],
    script(() => {
      const box = document.createElement('div');
      box.style =
        'position: absolute; inset-block-start: 0; inset-inline-end: 0; inline-size: 9px; block-size: 9px';
      document.querySelector('main').append(box);
      let frame = 0;
      const draw = () => {
        // A new colour in every frame of the first thousands, so that no two pictures are equal by chance.
        box.style.background = `rgb(${frame % 251} ${frame % 241} ${frame % 239})`;
        frame++;
        requestAnimationFrame(draw);
      };
      draw();
    }),
  ],
  'an advertisement on paper': [['print'], style('galley-advertisement-slot { display: grid !important }')],
  'a control on paper': [
    ['print'],
    script(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('button { display: block !important }');
      document.querySelector('#zoomable').shadowRoot.adoptedStyleSheets.push(sheet);
    }),
  ],
  'a covered picture shown on paper': [
    ['print'],
    style(
      '@media print { [data-part=cover]::details-content { content-visibility: visible; block-size: auto } }',
    ),
  ],
  'a caption missing on paper': [['print'], style('@media print { figcaption { display: none } }')],
  'a margin at the left': [['right-to-left'], style('figure.figure, #zoomable { margin-left: 40px }')],
  'a float to the left': [['right-to-left'], style('#short { float: left; inline-size: 12rem; margin: 0 }')],
  'a box wider than a phone': [['reflow', 'text-spacing'], style('#short { inline-size: 400px }')],
  'a text cut off when spaced': [
    ['text-spacing'],
    script(() => {
      const short = document.querySelector('#short');
      short.style.inlineSize = 'fit-content';
      const size = parseFloat(getComputedStyle(short).fontSize);
      const width = short.getBoundingClientRect().width / size;
      short.style.cssText = `inline-size: ${width + 0.1}em; overflow: hidden; white-space: nowrap; font-size: 0.75em`;
    }),
  ],
  'a text cut off when large': [
    ['text-size'],
    script(() => {
      const short = document.querySelector('#short');
      short.textContent = 'Seven words';
      short.style.cssText = 'block-size: 30px; overflow: hidden; line-height: 1.5';
    }),
  ],
  'a text of a fixed size': [['text-size'], style('#short { font-size: 15px }')],
  'a row turned round by CSS': [
    ['reordering', 'tab-order'],
    style('#list { flex-direction: row-reverse !important }'),
  ],
  'an order by CSS': [['reordering', 'tab-order'], style('#list > :first-child { order: 1 }')],
  'a later text put on top by a grid': [
    ['reordering', 'tab-order'],
    style(
      '#text { grid-row: 9 } main { display: grid; grid-template-columns: minmax(0, 1fr) } #short { grid-row: 1 } #label { grid-row: 2 }',
    ),
  ],
  'an order of the keyboard': [
    ['tab-order'],
    script(() => void (document.querySelector('#second').tabIndex = 1)),
  ],
  'a keyboard trap': [
    ['keyboard-trap', 'tab-order'],
    script(() =>
      document.querySelector('#first').addEventListener('keydown', (event) => {
        if (event.key === 'Tab' && !event.shiftKey) event.preventDefault();
      }),
    ),
  ],
  'a way in and no way back': [
    ['keyboard-trap'],
    script(() =>
      document.querySelector('#first').addEventListener('keydown', (event) => {
        if (event.key === 'Tab' && event.shiftKey) event.preventDefault();
      }),
    ),
  ],
  'a focus stolen on load': [['stolen-focus'], script(() => document.querySelector('#second').focus())],
  'a focus stolen on scrolling': [
    ['stolen-focus'],
    script(() => addEventListener('scroll', () => document.querySelector('#second').focus(), { once: true })),
  ],
  'words in generated content': [['generated-words'], style('#label::before { content: "Section: " }')],
  'an id twice': [['ids'], script(() => void (document.querySelector('#second').id = 'first'))],
  'a reference to nothing': [
    ['idrefs'],
    script(() => document.querySelector('#second').setAttribute('aria-describedby', 'nothing')),
  ],
  'a reference out of a shadow root': [
    ['idrefs'],
    script(() =>
      document
        .querySelector('#zoomable')
        .shadowRoot.querySelector('button')
        .setAttribute('aria-describedby', 'text'),
    ),
  ],
  'a target too small': [
    ['targets'],
    style('#list { gap: 0 !important } #list a { font-size: 0.5rem; line-height: 1.2 !important }'),
  ],
};

let browsers, server;
before(
  async () => {
    browsers = await pool();
    server = await serveAll({ page: ({ pathname }) => ({ '/clean': CLEAN, '/frame': FRAME })[pathname] });
  },
  { timeout: 60_000 },
);
after(async () => {
  await browsers?.close();
  await server?.close();
});

/** The findings of every check that has any, by its name, on the clean page with a fault. */
const findings = (fault) =>
  browsers.with(async (page) => {
    await open(page, `${server.origin}/clean`, ['#zoomable >>> button']);
    if (fault) await page.evaluate(fault.plant, fault.css);
    const found = {};
    for (const [name, check] of checks) {
      const list = await check(page);
      if (list.length) found[name] = list;
    }
    return found;
  });

describe('planted faults', { concurrency: 2 }, () => {
  test('the page without a fault is clean', { timeout: 60_000 }, async () => {
    assert.deepEqual(await findings(), {});
  });

  for (const [name, [expected, fault, says = /./]] of Object.entries(FAULTS)) {
    test(name, { timeout: 60_000 }, async () => {
      const found = await findings(fault);
      assert.deepEqual(Object.keys(found).sort(), expected, JSON.stringify(found, null, 2));
      for (const finding of Object.values(found).flat()) assert.match(finding, says);
    });
  }

  test('every check has a fault of its own', () => {
    const found = new Set(Object.values(FAULTS).flatMap(([expected]) => expected));
    assert.deepEqual(
      [...checks.keys()].filter((name) => !found.has(name)),
      [],
    );
    assert.ok(Object.keys(FAULTS).length >= 20);
  });
});
