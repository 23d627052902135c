// How a page is opened for the checks, and put into a condition: light or dark, on paper, at a width, at a text size.
import { inPage } from './in-page.mjs';

const DEFAULTS = {
  media: 'screen',
  scheme: 'light',
  contrast: 'no-preference',
  forced: 'none',
  // A live label pulses for five seconds, and a pulse has no two equal pictures.
  motion: 'reduce',
  width: 1000,
  height: 800,
  // What browsers have before a reader asks for more (1.4.4 is about the reader who does).
  text: 16,
};

const sessions = new WeakMap();

/** A session of the browser's own protocol, for what Puppeteer has no method for. */
export async function session(page) {
  if (!sessions.has(page)) sessions.set(page, { client: await page.createCDPSession(), is: {} });
  return sessions.get(page).client;
}

/** Puts the page into a condition; what is not named is as by default. Resolves when the page is laid out and
 * painted so; at once where it is so already. */
export async function as(page, condition = {}) {
  const client = await session(page);
  const state = sessions.get(page);
  const next = { ...DEFAULTS, ...condition };
  const changes = (...keys) => keys.some((key) => state.is[key] !== next[key]);
  if (changes('media', 'scheme', 'contrast', 'forced', 'motion')) {
    await client.send('Emulation.setEmulatedMedia', {
      media: next.media,
      features: [
        { name: 'prefers-color-scheme', value: next.scheme },
        { name: 'prefers-contrast', value: next.contrast },
        { name: 'forced-colors', value: next.forced },
        { name: 'prefers-reduced-motion', value: next.motion },
      ],
    });
  }
  if (changes('width', 'height')) await page.setViewport({ width: next.width, height: next.height });
  if (changes('text')) {
    const fontSizes = { standard: next.text, fixed: (next.text * 13) / 16 };
    await client.send('Page.setFontSizes', { fontSizes });
  }
  const isSame = !changes(...Object.keys(DEFAULTS));
  state.is = next;
  if (!isSame) await settle(page);
}

/** Three frames: one that lays out, one in which observers of sizes and sights are heard, one for what they do. */
export const settle = (page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

/** Prepares a new page of a browser for the checks. */
export async function prepare(page) {
  const client = await session(page);
  await page.evaluateOnNewDocument(inPage);
  // Two browsers run at once, and only one of them can have the window's focus.
  await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/** Loads an address and waits until the page is what a reader gets: upgraded, with the generated `chrome`, its pictures and fonts. */
export async function open(page, url, chrome = []) {
  await as(page);
  await page.goto(url);
  await page.evaluate(async () => {
    const hosts = () =>
      [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('galley-'));
    await Promise.all(hosts().map(({ localName }) => customElements.whenDefined(localName)));
    await Promise.all(hosts().map(({ updateComplete }) => updateComplete));
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  });
  for (const selector of chrome) await page.waitForSelector(selector);
  // The names of generated controls come with the words of their language, in a module of their own.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('galley-captioned-figure')].every(
      ({ shadowRoot }) =>
        !shadowRoot ||
        [...shadowRoot.querySelectorAll('button')].every(
          (button) => button.ariaLabel || /\p{L}/u.test(button.textContent),
        ),
    ),
  );
  await settle(page);
}
