// What a reader does on a page with an advertisement, which the article does not have before its reader has agreed.
import { SCRIPT, staticPage } from '../pages.mjs';
import { linesTo, steps } from './steps.mjs';

const TITLE = 'The tide tables';
const SKIP = /^Skip advertisement/;
const END = /^End of advertisement/;
const OFFER = /^Harbour Ferries/;
const FIRST = 'High water at Ostrey is at ten past seven.';
const LAST = 'All tide tables';
const LAST_LINK = /^All tide tables/;

/** Before that, Tab goes past the place. */
const TELL_READY = `<script type="module">
  await customElements.whenDefined('galley-advertisement-slot');
  await document.querySelector('galley-advertisement-slot').settled;
  void fetch('/ready');
</script>`;

/** @type {import('./steps.mjs').Page} */
export const advertisement = {
  title: TITLE,
  top: /^The Ostrey Courier\b/,
  tellsReady: true,
  html: (origin) =>
    staticPage(
      `<p><a href="/">The Ostrey Courier</a></p>
<article><h1>The tide tables</h1><p>${FIRST}</p>
<galley-advertisement-slot provider="iframe" src="${origin.replace('127.0.0.1', 'localhost')}/advertiser" sizes="300x250" consent="none"></galley-advertisement-slot>
<p>Low water is at half past one.</p><p><a href="#all">${LAST}</a></p></article>`,
      { head: SCRIPT + TELL_READY },
    ).replace('A page', TITLE),

  parts: {
    async 'An advertisement, from the text before it, read on: + of the number pad'(reader) {
      const said = await reader.press('KP_Add', [LAST, 'link']);
      // Whether what is at the very top is a link, or a heading, is not said each time.
      return said.slice(said.indexOf(FIRST));
    },
    // What reads on takes the focus with it into the frame, and is let in. On a busy machine Orca is silent of the next line in Chromium.
    async 'An advertisement, line by line into it, and out of it'(reader) {
      const lines = await linesTo('Harbour Ferries')(reader);
      return [...lines, ...(await steps(['Tab', { focus: LAST_LINK }])(reader))];
    },
    'An advertisement, from stop to stop: Tab': steps(
      ['Tab'],
      ['Tab', { focus: OFFER }],
      ['Tab', { focus: LAST_LINK }],
      ['shift+Tab', { focus: OFFER }],
      ['shift+Tab', { focus: SKIP }],
    ),
    'An advertisement, past it': steps(['Tab'], ['Return', { focus: END }], ['Tab']),
  },
};

/** What the advertiser serves. */
export const advertiser = staticPage(
  '<p>Every twenty minutes.</p><p><a href="#ferries">Harbour Ferries</a></p>',
  { head: '<script src="/tell/tell.js"></script>' },
).replace('A page', 'Harbour Ferries');
