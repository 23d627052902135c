// What parts of a transcript are made of: what a reader does, and what is written of it.

const WRAPPED = 'Wrapping to top.';

/**
 * @typedef {object} Reader
 * @property {(key: string, words?: (string | RegExp)[]) => Promise<string[]>} press Presses a key of Orca's; all that it says, when the words
 *   have been heard, one after the other.
 * @property {(key: string) => Promise<string>} move Goes to the next heading, picture or button; what Orca says first that it did not say of
 *   the one before. The focus follows later to what can have it, and Orca may say all of it again.
 * @property {(key: string) => Promise<string | undefined>} line Goes to the next line; what Orca says of it, or nothing where it says the one
 *   before again: where Chromium tells it late that the focus has come into a frame, it begins from there anew.
 * @property {(key: string) => Promise<string>} tab Moves the focus; what Orca says of where it is then. What it says of the way there, "leaving
 *   figure", "focus mode", comes at another time in each run.
 * @property {(key: string, name: RegExp) => Promise<string>} jump Does what moves the focus elsewhere; the name of where it is then. Orca 43 says that at
 *   once, later or not at all, of any native dialog and of what a script has just made, on any page.
 */

/**
 * @typedef {object} Page
 * @property {string} title
 * @property {RegExp} top What Orca says at the top of the page.
 * @property {boolean} [tellsReady] Whether the page asks for /ready when all is there that a script brings.
 * @property {Record<string, (reader: Reader) => Promise<string[]>>} parts Each begins at the top of the page, as new, and is a part of the
 *   transcript.
 */

/** Presses a key until Orca begins again at the top of the page. */
export const round = (key) => async (reader) => {
  const lines = [];
  for (;;) {
    const said = await reader.move(key);
    if (said === WRAPPED) return lines;
    lines.push(`${key}: ${said}`);
  }
};

/** Presses Tab until the focus is on something. */
export const stopsTo = (last) => async (reader) => {
  const lines = [];
  while (!lines.at(-1)?.includes(last)) lines.push(`Tab: ${await reader.tab('Tab')}`);
  return lines;
};

/** What is named by its own words may be said twice in Chromium, or once: it is written once. */
const once = (text) => text.replace(/^(.+) \1/, '$1');

/** Reads line by line, until one is heard. */
export const linesTo = (last) => async (reader) => {
  const lines = [];
  while (!lines.at(-1)?.includes(last)) {
    const said = await reader.line('Down');
    if (said) lines.push(`Down: ${once(said)}`);
  }
  return lines;
};

/** Keys, one after the other, each with the words that it must make Orca say, the name of what has the focus then, or where it is pressed `to`. */
export const steps =
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
