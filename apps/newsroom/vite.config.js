import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { structuredData } from './scripts/structured-data.mjs';

const pages = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.html'));

/** Where the advertisements are: `npm run ads`. */
const ads = 'http://localhost:4300';

/**
 * The strict policy of Galley's contract, and the one origin of the advertisements. The built site is served under it; the dev server injects styles
 * and cannot be.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  `connect-src 'self' ${ads}`,
  `frame-src ${ads}`,
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

export default defineConfig({
  appType: 'mpa',
  plugins: [structuredData()],
  build: {
    assetsInlineLimit: 0,
    // Browsers that know light-dark(), which Galley's tokens use: a translation of it ignores data-color-scheme further down.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages.map((page) => `${import.meta.dirname}/${page}`) },
  },
  preview: { headers: { 'Content-Security-Policy': policy } },
});
