// What a reader does on the newsroom's article, in parts: each begins at the top of the page, as new, and is a part of the transcript.

const WRAPPED = 'Wrapping to top.';

export const PAGE = 'river-war.html';
export const TITLE = 'On the Sarrow, two villages at war keep one ferry running | The Ostrey Courier';
/** The last link of the page. */
const LAST = 'What the advertisements on this page do';
/** What Orca says at the top of the page. */
export const TOP = /^Skip to the article\b/;

/**
 * @typedef {object} Reader
 * @property {(key: string, words?: (string | RegExp)[]) => Promise<string[]>} press Presses a key of Orca's; all that it says, when the words
 *   have been heard, one after the other.
 * @property {(key: string) => Promise<string>} move Goes to the next heading, picture or button; what Orca says first that it did not say of
 *   the one before. The focus follows later to what can have it, and Orca may say all of it again.
 * @property {(key: string) => Promise<string>} tab Moves the focus; what Orca says of where it is then. What it says of the way there, "leaving
 *   figure", "focus mode", comes at another time in each run.
 * @property {(key: string, name: RegExp) => Promise<string>} jump Does what moves the focus elsewhere; the name of where it is then. Orca 43 says that at
 *   once, later or not at all, of any native dialog and of what a script has just made, on any page.
 */

/** Presses a key until Orca begins again at the top of the page. */
const round = (key) => async (reader) => {
  const lines = [];
  for (;;) {
    const said = await reader.move(key);
    if (said === WRAPPED) return lines;
    lines.push(`${key}: ${said}`);
  }
};

/** Keys, one after the other, each with the words that it must make Orca say, the name of what has the focus then, or where it is pressed `to`. */
const steps =
  (...keys) =>
  async (reader) => {
    const lines = [];
    for (const [key, { focus, words, to } = {}] of keys) {
      if (focus) lines.push(`${key}: (the focus is on “${await reader.jump(key, focus)}”)`);
      else if (key.endsWith('Tab')) lines.push(`${key}: ${await reader.tab(key)}`);
      else if (to) {
        let said;
        do said = await reader.move(key);
        while (!said.startsWith(to) && said !== WRAPPED);
        lines.push(`${key}: ${said}`);
      } else lines.push(`${key}: ${(await reader.press(key, words)).join(' ')}`);
    }
    return lines;
  };

/** @type {Record<string, (reader: Reader) => Promise<string[]>>} */
export const parts = {
  'From the top, read on: + of the number pad': (reader) => reader.press('KP_Add', [LAST, 'link']),

  'From heading to heading: h': round('h'),
  'From picture to picture: g': round('g'),
  'From button to button: b': round('b'),

  async 'From stop to stop: Tab'(reader) {
    const lines = [];
    while (!lines.at(-1)?.includes(LAST)) lines.push(`Tab: ${await reader.tab('Tab')}`);
    return lines;
  },

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
};
