// What the tests of advertising share: a site on 127.0.0.1, an ad server on localhost, and the vendors' real scripts, built into .cache.
import { join } from 'node:path';
import { build } from 'esbuild';
import { serveAds } from '../../../apps/newsroom/scripts/ads.mjs';
import puppeteer from 'puppeteer-core';
import { chromium } from '../../browser.mjs';
import { root, SCRIPT, serveAll, staticPage } from '../pages.mjs';

const vendors = join(root, '.cache/ads');

/** Prebid.js and the IAB's libraries, each in one file. */
const bundle = () =>
  build({
    entryPoints: ['auction', 'platform'].map((name) => join(import.meta.dirname, `${name}.mjs`)),
    outdir: vendors,
    bundle: true,
    minify: true,
    format: 'iife',
    logLevel: 'warning',
  });

/** The stub that each page with a consent platform has first: it keeps what is asked until the platform comes. */
export const stub = (name) =>
  `<script>{ const queue = []; window.${name} = (...call) => (call.length ? void queue.push(call) : queue) }</script>`;

export const TCF = `${stub('__tcfapi')}<script src="/vendors/platform.js"></script>`;
export const AUCTION = '<script async src="/vendors/auction.js"></script>';

/** A slot that asks the tests' own server. */
export const slot = (
  ads,
  params = {},
  { id = 'slot', attributes = '', sizes = '300x250', options = {}, content } = {},
) => `
<galley-advertisement-slot id="${id}" slot-id="/courier/${id}" provider="prebid" sizes="${sizes}" loading="eager"
  render-page="${ads.origin}/render.html" ${attributes}>
  ${content ?? '<aside data-part="fallback"><a href="#support">Support the newsroom</a></aside>'}
  <script type="application/json" data-part="options">${JSON.stringify({
    endpoint: `${ads.origin}/openrtb2/auction`,
    timeout: 700,
    bidders: [{ bidder: 'ostrey', params }],
    ...options,
  })}</script>
</galley-advertisement-slot>`;

/** Starts all of it. `visit` opens a page in a profile of its own, and gives what went wrong in it. */
export async function site() {
  const pages = new Map();
  const [browser, ads, pagesServer] = await Promise.all([
    // Puppeteer would let pages open windows unasked.
    chromium().then((options) =>
      puppeteer.launch({ ...options, ignoreDefaultArgs: ['--disable-popup-blocking'] }),
    ),
    serveAds(),
    bundle().then(() =>
      serveAll({
        folders: {
          '/vendors/': vendors,
        },
        page: ({ pathname }) => pages.get(pathname),
      }),
    ),
  ]);
  return {
    browser,
    ads,
    origin: pagesServer.origin,
    requests: pagesServer.requests,
    async visit(html, use, { head = TCF + AUCTION, prepare } = {}) {
      const path = `/page-${pages.size}`;
      pages.set(path, staticPage(html, { head: head + SCRIPT }));
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const report = [];
      page.on('pageerror', (error) => report.push(String(error)));
      try {
        if (prepare) await prepare(page, context);
        await page.goto(pagesServer.origin + path);
        await use(page, context);
        return report;
      } finally {
        await context.close();
      }
    },
    async close() {
      await browser.close();
      await Promise.all([ads.close(), pagesServer.close()]);
    },
  };
}

/** Waits until a slot has come to one of the states. */
export const state = (page, ...wanted) =>
  page
    .waitForFunction(
      (states) => {
        const now = document.querySelector('#slot')?.state;
        return states.includes(now) && now;
      },
      { polling: 50, timeout: 15_000 },
      wanted,
    )
    .then((handle) => handle.jsonValue());

/** The states in which a request has ended. */
export const ENDS = ['filled', 'viewable', 'empty', 'blocked', 'denied', 'error'];

/** Waits until each slot has its answer. */
export const over = (page) =>
  page.waitForFunction(
    (ends) =>
      [...document.querySelectorAll('galley-advertisement-slot')].every(({ state }) => ends.includes(state)),
    { timeout: 20_000 },
    ENDS,
  );

/** Whether the fallback is seen. */
export const showsFallback = (page) =>
  page.$eval('#slot > [data-part=fallback]', (each) =>
    each.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );

/** The addresses of frames that are the ad server's. Prebid.js has an empty one of its own. */
export const framed = (page, ads) =>
  page
    .frames()
    .map((each) => each.url())
    .filter((url) => url.startsWith(ads.origin));

/**
 * Evaluates in the page without a sign of a user, which Puppeteer's own `evaluate` gives: a page may do more after one.
 * @param {() => unknown} work Runs in the page; a promise is awaited.
 */
export async function quietly(page, work) {
  const client = await page.createCDPSession();
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression: `(${work})()`,
    awaitPromise: true,
    returnByValue: true,
    userGesture: false,
  });
  await client.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
