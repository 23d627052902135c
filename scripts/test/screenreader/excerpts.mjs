// What the transcripts say of each element, for its page in Storybook: from some words of the transcript to others, lines and all.

const COVERED = 'Open a cover, look, close it';
const ENLARGED = 'Open all covers, go back and enlarge the first picture, see the next, close it, go on';
const READ_ON = 'An advertisement, from the text before it, read on: + of the number pad';
const STOPS = 'An advertisement, from stop to stop: Tab';
const PAST = 'An advertisement, past it';

/** @type {Record<string, [from: string, to: string][]>} */
export const excerpts = {
  'section-label': [
    ['World\nlink\nThe river\n', 'link\n'],
    ['More from the Courier\nlink\n', 'heading level 2\n'],
  ],
  'headline-block': [['War in Karvelia\n', 'Updated\n22 November 2026, 06:15 GMT\n']],
  timestamp: [['Published\n', 'Updated\n22 November 2026, 06:15 GMT\n']],
  'captioned-figure': [
    ['Enlarge picture 1\n', 'leaving figure.\n'],
    [`# ${COVERED}\n\n`, '\n\n'],
    [`# ${ENLARGED}\n\n`, 'Tab: (the focus is on “Read the report”)\n'],
  ],
  'advertisement-slot': [
    ['From our own newsroom\n', 'Read the report\nlink\n'],
    [`# ${READ_ON}\n\n`, '\n\n'],
    [`# ${STOPS}\n\n`, '\n\n'],
    [`# ${PAST}\n\n`, 'All tide tables link.'],
  ],
  'related-story-link': [
    ['Karvelian truce talks put off again\n', 'link\n'],
    [
      'Ostrey will raise its quays after old photographs show the harbour wall is sinking\n',
      '21 November 2026, 09:30 GMT\n',
    ],
  ],
};

/**
 * @param {string} element The name of an element's package.
 * @param {string} transcript
 * @returns {string} What is said of the element.
 * @throws where the transcript no longer has it.
 */
export function excerptOf(element, transcript) {
  return excerpts[element]
    .map(([from, to]) => {
      const start = transcript.indexOf(`\n${from}`) + 1;
      const end = transcript.indexOf(to, start + from.length);
      if (!start || end < 0) throw new Error(`The transcript has no longer: ${from}`);
      return transcript.slice(start, end + to.length).trim();
    })
    .join('\n\n');
}
