// What is pressed on each element, key by key, and what a key must lead to at the least: the name of what has the focus then, and what else must
// be so, which is waited for. All that happens is in the table of the script, a file beside this one.

const picture = (file, width, height, alt) =>
  `<img src="/photos/${file}-640.jpg" width="${width}" height="${height}" alt="${alt}">`;
const figure = (image, caption) =>
  `<galley-captioned-figure zoomable><figure>${image}<figcaption>${caption}</figcaption></figure></galley-captioned-figure>`;

const ARABIC = `<article lang="ar" dir="rtl">
${figure(picture('nagasaki-boats', 1024, 819, 'قوارب'), 'قوارب في الميناء.')}
${figure(picture('alpine-landscape', 1024, 485, 'واد'), 'الوادي قبل ذوبان الثلج.')}
</article>`;

/** A picture that the server does not have until a script says so. */
export const LATE = '/photos/alpine-peaks-640.jpg';
const PEAKS = 'Peaks above a glacier.';

/** An advertisement of another origin: the same server by another name. */
const FRAME = (origin) =>
  `<galley-advertisement-slot provider="iframe" src="${origin.replace('127.0.0.1', 'localhost')}/advertiser" sizes="300x250" consent="none"></galley-advertisement-slot>`;

const SUMMARY = 'Graphic image: a destroyed house';
const SHOW_ALL = 'Show all 2 covered pictures';
const FAILED = 'Could not load the picture';
const RELEASE = 'Release advertisement';
const HIDE = 'Hide advertisement';
const PAUSE = 'Stop changing advertisements';
const WHY = 'Why this advertisement?';
const SKIP = 'Skip advertisement';
const END = 'End of advertisement';
const FERRIES = 'Harbour Ferries: three crossings an hour';
const SUPPORT = 'Support the newsroom';

/** What has the focus after the last stop of a dialog: the browser's own controls. */
export const BROWSER = undefined;

/**
 * @typedef {object} Script
 * @property {string} title
 * @property {string | ((origin: string) => string)} page The id of a story, or the HTML of a page, between two links.
 * @property {boolean} [isLow] Whether it stands below what is seen at first.
 * @property {[key: string, focus: string | undefined, facts?: Record<string, string>][]} keys What is pressed, by the
 *   names of the DOM; in brackets what is no key: the browser's Back, and that the server has the picture now.
 */

/** @type {Record<string, Script>} By the name of its table: an element's, and what the keys are for. */
export const scripts = {
  'captioned-figure--zoom': {
    title: 'Enlarge the pictures of an article',
    page: 'captioned-figure--zoom-series',
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'Enlarge picture 1'],
      ['Tab', SUMMARY],
      ['Enter', SUMMARY, { covers: '1 of 1 covers open' }],
      ['Shift+Tab', 'Enlarge picture 2'],
      ['Shift+Tab', 'Enlarge picture 1'],
      ['Enter', 'Close', { dialog: 'dialog “Enlarged picture”', address: 'address #picture-1' }],
      ['ArrowLeft', 'Close', { address: 'address #picture-1' }],
      ['ArrowRight', 'Close', { heard: '2 of 3', address: 'address #picture-2' }],
      ['ArrowRight', 'Close', { heard: '3 of 3', address: 'address #picture-3' }],
      ['ArrowRight', 'Close', { heard: '', address: 'address #picture-3' }],
      ['Home', 'Close', { heard: '1 of 3', address: 'address #picture-1' }],
      ['End', 'Close', { heard: '3 of 3', address: 'address #picture-3' }],
      ['ArrowLeft', 'Close', { heard: '2 of 3', address: 'address #picture-2' }],
      ['+', 'Close', { size: 'magnified to 150%' }],
      ['+', 'Close', { size: 'magnified to 225%' }],
      ['ArrowRight', 'Close', { side: 'more of its right side', address: 'address #picture-2' }],
      ['ArrowDown', 'Close', { side: 'more of its right and lower side' }],
      ['ArrowUp', 'Close', { side: 'more of its right side' }],
      ['ArrowLeft', 'Close', { side: 'its middle' }],
      ['-', 'Close', { size: 'magnified to 150%' }],
      ['0', 'Close', { size: 'at fit' }],
      ['PageDown', 'Close', { scroll: 'the page has not scrolled' }],
      ['ArrowDown', 'Close', { scroll: 'the page has not scrolled' }],
      ['Tab', 'Previous picture'],
      ['Enter', 'Previous picture', { heard: '1 of 3' }],
      ['Enter', 'Previous picture', { heard: '', address: 'address #picture-1' }],
      ['Tab', 'Next picture'],
      ['Space', 'Next picture', { heard: '2 of 3', scroll: 'the page has not scrolled' }],
      ['Tab', BROWSER],
      ['Tab', 'Zoom out'],
      ['Enter', 'Zoom out', { size: 'at fit' }],
      ['Tab', 'Zoom in'],
      ['Enter', 'Zoom in', { size: 'magnified to 150%' }],
      ['Shift+Tab', 'Zoom out'],
      ['Enter', 'Zoom out', { size: 'at fit' }],
      ['Escape', 'Enlarge picture 1', { dialog: 'no dialog', address: 'address as before' }],
      ['Space', 'Close', { dialog: 'dialog “Enlarged picture”', scroll: 'the page has not scrolled' }],
      ['Enter', 'Enlarge picture 1', { dialog: 'no dialog', address: 'address as before' }],
      ['Enter', 'Close', { address: 'address #picture-1' }],
      ['(Back)', 'Enlarge picture 1', { dialog: 'no dialog', address: 'address as before' }],
      ['Tab', 'Enlarge picture 2'],
    ],
  },

  'captioned-figure--zoom-right-to-left': {
    title: 'From right to left',
    page: () => ARABIC,
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'تكبير الصورة 1'],
      ['Enter', 'إغلاق', { address: 'address #picture-1' }],
      ['ArrowRight', 'إغلاق', { heard: '', address: 'address #picture-1' }],
      ['ArrowLeft', 'إغلاق', { heard: '2 من 2', address: 'address #picture-2' }],
      ['ArrowRight', 'إغلاق', { heard: '1 من 2', address: 'address #picture-1' }],
      ['+', 'إغلاق', { size: 'magnified to 150%' }],
      ['+', 'إغلاق', { size: 'magnified to 225%' }],
      ['ArrowLeft', 'إغلاق', { side: 'more of its left side', address: 'address #picture-1' }],
      ['Escape', 'تكبير الصورة 1', { dialog: 'no dialog', address: 'address as before' }],
      ['Tab', 'تكبير الصورة 2'],
    ],
  },

  'captioned-figure--cover': {
    title: 'Open covered pictures',
    page: 'captioned-figure--covered-series',
    keys: [
      ['Tab', 'Before'],
      ['Tab', SHOW_ALL],
      ['Tab', SUMMARY],
      ['Enter', SUMMARY, { covers: '1 of 2 covers open' }],
      ['Space', SUMMARY, { covers: '0 of 2 covers open', scroll: 'the page has not scrolled' }],
      ['Shift+Tab', SHOW_ALL],
      ['Enter', SUMMARY, { covers: '2 of 2 covers open' }],
      ['Tab', SUMMARY],
      ['Space', SUMMARY, { covers: '1 of 2 covers open' }],
      ['Tab', 'After'],
    ],
  },

  'captioned-figure--long-caption': {
    title: 'Open a long caption',
    page: 'captioned-figure--long-caption',
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'More about this picture'],
      ['Enter', 'More about this picture', { more: 'caption open' }],
      ['Space', 'More about this picture', { more: 'caption closed', scroll: 'the page has not scrolled' }],
      ['Tab', 'After'],
    ],
  },

  'captioned-figure--try-again': {
    title: 'Ask again for a picture that did not come',
    page: () =>
      `<galley-captioned-figure><figure>${picture('alpine-peaks', 640, 427, PEAKS)}<figcaption>The peaks.</figcaption></figure></galley-captioned-figure>`,
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'Try again'],
      ['Enter', 'Try again', { heard: FAILED }],
      ['Space', 'Try again', { heard: FAILED, scroll: 'the page has not scrolled' }],
      ['(the picture is there now)', 'Try again'],
      ['Enter', PEAKS, { heard: '' }],
      ['Tab', 'After'],
    ],
  },

  'advertisement-slot--skip-link': {
    title: 'Past an advertisement, and into it',
    page: FRAME,
    keys: [
      ['Tab', 'Before'],
      ['Tab', SKIP],
      ['Enter', END],
      ['Tab', 'After'],
      ['Shift+Tab', FERRIES],
      ['Shift+Tab', SKIP],
      ['Tab', FERRIES],
      ['Tab', 'After'],
    ],
  },

  'advertisement-slot--pause': {
    title: 'Stop advertisements from changing',
    page: 'advertisement-slot--refreshed',
    keys: [
      ['Tab', 'Before'],
      ['Tab', SKIP],
      ['Tab', PAUSE, { pause: 'not paused' }],
      ['Enter', PAUSE, { pause: 'paused' }],
      ['Space', PAUSE, { pause: 'not paused', scroll: 'the page has not scrolled' }],
      ['Tab', FERRIES],
      ['Tab', 'After'],
    ],
  },

  'advertisement-slot--hide': {
    title: 'Hide an advertisement',
    page: 'advertisement-slot--dismissible',
    keys: [
      ['Tab', 'Before'],
      ['Tab', SKIP],
      ['Tab', HIDE],
      ['Enter', END, { ad: 'advertisement: idle', fallback: 'fallback seen' }],
      ['Tab', SUPPORT],
      ['Tab', 'After'],
    ],
  },

  'advertisement-slot--release': {
    title: 'Let go an advertisement at the lower edge of the window',
    page: 'advertisement-slot--sticky',
    isLow: true,
    keys: [
      ['Tab', 'Before'],
      ['Tab', SKIP, { sticky: 'at the lower edge' }],
      ['Tab', RELEASE],
      ['Enter', END, { sticky: 'in its place', ad: 'advertisement: filled' }],
      ['Tab', 'After'],
    ],
  },

  'advertisement-slot--why': {
    title: 'Who pays for a political advertisement',
    page: 'advertisement-slot--political',
    keys: [
      ['Tab', 'Before'],
      ['Tab', SKIP],
      ['Tab', WHY],
      ['Enter', 'Close', { dialog: 'dialog “Why this advertisement?”' }],
      ['Tab', BROWSER],
      ['Tab', 'Transparency notice'],
      ['Tab', 'Close'],
      ['Escape', WHY, { dialog: 'no dialog' }],
      ['Space', 'Close', { dialog: 'dialog “Why this advertisement?”' }],
      ['Enter', WHY, { dialog: 'no dialog' }],
      ['Tab', FERRIES],
    ],
  },

  'related-story-link--further-links': {
    title: 'A story and its further links',
    page: 'related-story-link--with-related',
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'The valley that measures its snow by hand'],
      ['Enter', 'The valley that measures its snow by hand', { address: 'address #thaw' }],
      ['Tab', 'Map of the stakes'],
      ['Tab', 'How it is measured'],
      ['Enter', 'How it is measured', { address: 'address #method' }],
      ['Tab', 'After'],
    ],
  },

  'related-story-link--group': {
    title: 'A group of stories: its title leads to all of them',
    page: 'related-story-link--list',
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'Mountains'],
      ['Enter', 'Mountains', { address: 'address #mountains' }],
      ['Tab', 'The valley that measures its snow by hand'],
      ['Tab', 'What the last glacier guide does now'],
      ['Tab', 'A bus timetable that follows the avalanches'],
      ['Tab', 'After'],
    ],
  },

  'section-label--links': {
    title: 'A section and a series',
    page: 'section-label--series',
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'World'],
      ['Enter', 'World', { address: 'address #world' }],
      ['Tab', 'The river'],
      ['Enter', 'The river', { address: 'address #river' }],
      ['Tab', 'After'],
    ],
  },

  'headline-block--links': {
    title: 'Section, series and authors',
    page: 'headline-block--all-parts',
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'Coast'],
      ['Tab', 'After the flood'],
      ['Tab', 'Maren Holt'],
      ['Tab', 'Idris Vane'],
      ['Enter', 'Idris Vane', { address: 'address #idris' }],
      ['Tab', 'After'],
    ],
  },

  'timestamp--no-stop': {
    title: 'A time is no stop',
    page: 'timestamp--relative',
    keys: [
      ['Tab', 'Before'],
      ['Tab', 'After'],
    ],
  },
};
