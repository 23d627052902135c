// What a reader does on the newsroom's article.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../pages.mjs';
import { round, steps, stopsTo } from './steps.mjs';

/** The last link of the page. */
const LAST = 'What the advertisements on this page do';

/** @type {import('./steps.mjs').Page} */
export const article = {
  title: 'On the Sarrow, two villages at war keep one ferry running | The Ostrey Courier',
  top: /^Skip to the article\b/,
  html: () => readFileSync(join(root, 'apps/newsroom/dist/river-war.html'), 'utf8'),

  parts: {
    'From the top, read on: + of the number pad': (reader) => reader.press('KP_Add', [LAST, 'link']),

    'From heading to heading: h': round('h'),
    'From picture to picture: g': round('g'),
    'From button to button: b': round('b'),

    'From stop to stop: Tab': stopsTo(LAST),

    'Open a cover, look, close it': steps(
      ['b', { to: 'Sensitive image: a military aircraft' }],
      ['Return', { words: ['expanded'] }],
      ['Down'],
      ['Up'],
      ['Return', { words: ['collapsed'] }],
    ),

    'Open all covers, go back and enlarge the first picture, see the next, close it, go on': steps(
      ['b', { to: 'Show all' }],
      ['Return', { focus: /^Sensitive image: a military aircraft/ }],
      ['shift+Tab', { focus: /^Enlarge picture 2/ }],
      ['shift+Tab'],
      ['shift+Tab'],
      ['Return', { focus: /^Close/ }],
      ['Tab'],
      ['Tab'],
      ['Return', { words: ['2 of 3'] }],
      ['Escape', { focus: /^Enlarge picture 1/ }],
      ['Tab', { focus: /^Read the report/ }],
    ),
  },
};
