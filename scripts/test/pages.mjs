// What the tests of whole pages share: the built site and stories on a server, with the browser that visits them.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromium } from '../browser.mjs';
import { serve } from '../serve.mjs';

export const root = join(import.meta.dirname, '..', '..');

/** The strict policy of the published contract. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'";

/** The pages of the newsroom, as a server names them. */
export const newsroomPages = globSync('*.html', { cwd: join(root, 'apps/newsroom') }).sort();

const folders = {
  '/photos/': join(root, 'apps/newsroom/public/photos'),
  '/elements/': join(root, 'packages/elements/dist'),
  '/tokens/': join(root, 'packages/tokens/dist'),
  '/stories/': join(root, '.storybook'),
  '/': join(root, 'apps/newsroom/dist'),
};

/** Serves the built packages, the stories' stylesheet and the built newsroom; `options` are those of `serve`. */
export const serveAll = (options = {}) => serve({ ...options, folders: { ...folders, ...options.folders } });

/** A page as a publisher would write it: stylesheets, one module, and the HTML. */
export const staticPage = (html, { head = '', lang = 'en' } = {}) => `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<link rel="stylesheet" href="/elements/galley.css">
<link rel="stylesheet" href="/stories/stories.css">
${head}
<body>
${html}
</body>
</html>
`;

/** The module that registers all elements, from the file for a CDN. */
export const SCRIPT = '<script type="module" src="/elements/cdn/galley.js"></script>';

/** The provider of a slot's stories, and what brings a slot into some of its states. */
export const ADAPTER = ['own-adapter', 'slot-states']
  .map((name) => `<script type="module" src="/stories/${name}.js"></script>`)
  .join('');

export async function launch({ scrollbars = false } = {}) {
  const HIDE = '--hide-scrollbars';
  const { args, ...options } = await chromium();
  return puppeteer.launch({
    ...options,
    args: args.filter((each) => !scrollbars || each !== HIDE),
    ignoreDefaultArgs: scrollbars ? [HIDE] : [],
  });
}

/**
 * A picture of the whole page, in a viewport as large as it. Chromium takes one beyond the viewport, too (Puppeteer's default), but gives the
 * page a viewport of 1 by 1 px for a moment as it does: what follows the viewport may not be as it was when the picture is taken, or stay otherwise.
 */
export async function screenshot(page) {
  // A first one makes a frame, in which what follows the size of the page is done: `fullPage` measures before it, when a failed picture's note
  // still has the width that its picture had in the last viewport. (No frame is asked for from the page: without script it would not answer.)
  await page.screenshot({ optimizeForSpeed: true });
  return page.screenshot({ fullPage: true, captureBeyondViewport: false, optimizeForSpeed: true });
}
