// What is said of each criterion of WCAG 2.2, A and AA: how far Galley's elements meet it, why, and by which tests it is shown.
//
// A test is FILE: TITLE, the title as it stands in the file. `check` is a check of the matrix, done on every story and every page of the newsroom
// in Chromium; `tree` what a screen reader is given of a story; `keys` what each key does. scripts/conformance.mjs refuses a test that there is not.

export const SUPPORTS = 'Supports';
export const PARTIALLY = 'Partially supports';
export const NOT = 'Does not support';
export const NOT_APPLICABLE = 'Not applicable';

const check = (name) => `scripts/test/matrix/matrix.test.mjs: ${name}`;
const tree = (story) => `scripts/test/trees.test.mjs: ${story}`;
const keys = (table) => `scripts/test/keyboard.test.mjs: ${table}`;
const cover = (title) => `packages/captioned-figure/test/cover.test.ts: ${title}`;
const zoomButton = (title) => `packages/captioned-figure/test/zoom-button.test.ts: ${title}`;
const zoom = (title) => `scripts/test/zoom.test.mjs: ${title}`;
const filling = (title) => `packages/advertisement-slot/test/filling.test.ts: ${title}`;
const viewing = (title) => `packages/advertisement-slot/test/viewing.test.ts: ${title}`;
const headline = (title) => `packages/headline-block/test/headline-block.test.ts: ${title}`;
const story = (title) => `packages/related-story-link/test/related-story-link.test.ts: ${title}`;
const label = (title) => `packages/section-label/test/section-label.test.ts: ${title}`;
const timestamp = (title) => `packages/timestamp/test/timestamp.test.ts: ${title}`;
const axe = 'scripts/test/stories/light.test.js: ${story.title}: ${story.name}';
const orca = 'scripts/test/screenreader/screenreader.test.mjs: Orca reads an article in ${name}';

const noForms = 'There is no form and no field in any element.';
const media =
  'Galley has no media of its own. A figure may hold the author’s `video`, whose controls are the browser’s';

/**
 * @typedef {object} Criterion
 * @property {string} number
 * @property {string} name
 * @property {'A' | 'AA'} level
 * @property {string} result
 * @property {string} remarks
 * @property {string[]} tests
 */

const criterion = (number, name, level, result, remarks, ...tests) => ({
  number,
  name,
  level,
  result,
  remarks,
  tests,
});

/** @type {Criterion[]} */
export const criteria = [
  criterion(
    '1.1.1',
    'Non-text Content',
    'A',
    SUPPORTS,
    'Icons and quote marks are decoration and are not heard. Controls have names. A picture under a closed cover is hidden from everyone, its `alt` too; ' +
      'the summary says what it shows. The author writes `alt`; `@galley/html-validate` finds one that is missing.',
    check('names'),
    cover('gives away nothing of the picture: no alternative text, no blur, no button to enlarge it'),
    story('an icon is drawn for each kind but an article, and is not heard'),
    orca,
  ),
  criterion(
    '1.2.1',
    'Audio-only and Video-only (Prerecorded)',
    'A',
    NOT_APPLICABLE,
    `${media}: the alternative is the author’s.`,
  ),
  criterion(
    '1.2.2',
    'Captions (Prerecorded)',
    'A',
    NOT_APPLICABLE,
    `${media}: captions are a \`track\` that the author writes.`,
  ),
  criterion(
    '1.2.3',
    'Audio Description or Media Alternative (Prerecorded)',
    'A',
    NOT_APPLICABLE,
    `${media}: the alternative is the author’s.`,
  ),
  criterion('1.2.4', 'Captions (Live)', 'AA', NOT_APPLICABLE, `${media}: captions are the author’s.`),
  criterion(
    '1.2.5',
    'Audio Description (Prerecorded)',
    'AA',
    NOT_APPLICABLE,
    `${media}: the description is the author’s.`,
  ),
  criterion(
    '1.3.1',
    'Info and Relationships',
    'A',
    SUPPORTS,
    'The HTML is the author’s and native: headings, `figure`, lists, `time`. Nothing of it is moved or loses its role, in shadow roots either. ' +
      'Chromium does not name a figure by its caption, Firefox does; the caption is read in both. The level of a heading is the author’s.',
    tree('captioned-figure--column'),
    tree('headline-block--all-parts'),
    check('idrefs'),
    orca,
  ),
  criterion(
    '1.3.2',
    'Meaningful Sequence',
    'A',
    SUPPORTS,
    'The order read is the order of the author’s HTML, and the order seen.',
    check('reordering'),
    check('right-to-left'),
    orca,
  ),
  criterion(
    '1.3.3',
    'Sensory Characteristics',
    'A',
    SUPPORTS,
    'No generated word names a shape, a colour or a place on the screen. The author’s words are the author’s. Read in the messages; no test can tell.',
  ),
  criterion(
    '1.3.4',
    'Orientation',
    'AA',
    SUPPORTS,
    'Nothing asks for an orientation. All is there on narrow and on wide pages.',
    check('reflow'),
    zoom('all is there at 320 by 480 with text of 200%'),
  ),
  criterion('1.3.5', 'Identify Input Purpose', 'AA', NOT_APPLICABLE, noForms),
  criterion(
    '1.4.1',
    'Use of Color',
    'A',
    SUPPORTS,
    'A kind, a live state and a status are words too. Further links are underlined. Links in the author’s text are styled by the page.',
    story('further links are underlined, the story when a pointer is on it'),
    check('forced-colors'),
  ),
  criterion(
    '1.4.2',
    'Audio Control',
    'A',
    NOT_APPLICABLE,
    'No element plays sound. A frame of an advertiser may: the publisher’s contract with its vendor must say that none starts by itself.',
  ),
  criterion(
    '1.4.3',
    'Contrast (Minimum)',
    'AA',
    SUPPORTS,
    'In the three themes, light and dark, in each pair that the elements use; generated words too. Without a theme the colours are the page’s. ' +
      'A publisher who sets colours checks them.',
    'packages/tokens/test/contrast.test.mjs: ${theme}, ${scheme}: ${pairs.length} pairs',
    headline('status and quote mark can be read in light and dark: ${theme}'),
    check('light'),
    check('dark'),
    check('more-contrast'),
  ),
  criterion(
    '1.4.4',
    'Resize Text',
    'AA',
    SUPPORTS,
    'Sizes are in rem and em. Display headlines grow with the page in part; 200% can be reached for them too.',
    check('text-size'),
  ),
  criterion(
    '1.4.5',
    'Images of Text',
    'AA',
    SUPPORTS,
    'No element makes a picture of words. What is in a picture or an advertisement is the author’s or the advertiser’s.',
    check('generated-words'),
  ),
  criterion(
    '1.4.10',
    'Reflow',
    'AA',
    SUPPORTS,
    'At 320 px nothing scrolls sideways and no text is lost. A magnified picture is moved in two dimensions, which the criterion allows for. ' +
      'An advertisement wider than its place is for the publisher’s `sizes` to avoid.',
    check('reflow'),
    zoom('all is there at 320 by 480 with text of 200%'),
  ),
  criterion(
    '1.4.11',
    'Non-text Contrast',
    'AA',
    SUPPORTS,
    'The focus is measured at 3:1 or more against what it replaces. Icons stand on an opaque ground in the colours of text.',
    check('focus-visible'),
    zoom('icons and the focus are seen in forced colours'),
    label('a pill has an edge in forced colours'),
  ),
  criterion(
    '1.4.12',
    'Text Spacing',
    'AA',
    SUPPORTS,
    'The reader’s spacing reaches into shadow roots, and nothing is cut off. What an advertiser’s frame does is the advertiser’s.',
    check('text-spacing'),
  ),
  criterion(
    '1.4.13',
    'Content on Hover or Focus',
    'AA',
    SUPPORTS,
    'The only such content is the browser’s own tooltip of `title`, which the criterion leaves to the browser.',
    timestamp('the full date is what is heard, and found in a tooltip'),
  ),
  criterion(
    '2.1.1',
    'Keyboard',
    'A',
    SUPPORTS,
    'Covers, long captions, enlarged pictures and the controls of an advertisement work by keyboard. What is in an advertiser’s frame is the advertiser’s.',
    'scripts/test/noscript.test.mjs: ${path} opens by the keyboard, never by focus',
    zoom('walk at fit, with ends; magnify; move a magnified picture'),
    story('the keyboard stops once at the story, then at each further link'),
    check('tab-order'),
    keys('captioned-figure--zoom'),
    keys('captioned-figure--cover'),
    keys('captioned-figure--long-caption'),
    keys('captioned-figure--try-again'),
    keys('advertisement-slot--pause'),
    keys('advertisement-slot--hide'),
    keys('advertisement-slot--release'),
    keys('advertisement-slot--why'),
    keys('related-story-link--further-links'),
    keys('section-label--links'),
    orca,
  ),
  criterion(
    '2.1.2',
    'No Keyboard Trap',
    'A',
    SUPPORTS,
    'Escape closes the dialog. An advertisement has a way past it before its frame; the frame itself is the advertiser’s.',
    check('keyboard-trap'),
    filling('lead past it, from the first stop on'),
    keys('captioned-figure--zoom'),
    keys('advertisement-slot--skip-link'),
    keys('advertisement-slot--why'),
  ),
  criterion(
    '2.1.4',
    'Character Key Shortcuts',
    'A',
    SUPPORTS,
    '`+`, `-` and `0` act in the dialog of an enlarged picture alone, while it has the focus.',
    zoom('walk at fit, with ends; magnify; move a magnified picture'),
  ),
  criterion(
    '2.2.1',
    'Timing Adjustable',
    'A',
    NOT_APPLICABLE,
    'Nothing that a reader does has a time limit.',
  ),
  criterion(
    '2.2.2',
    'Pause, Stop, Hide',
    'A',
    PARTIALLY,
    'A live dot moves for five seconds at most. An advertisement that is refreshed has a button that pauses it. Not met by the letter: a relative time changes by ' +
      'itself, once a minute at most, and the reader has no control to stop it. `mode="author"`, the default, does not change. ' +
      'What moves in an advertiser’s frame is for the publisher’s contract.',
    label('a live dot moves for five seconds at most, and not at all under reduced motion'),
    viewing('not while it is paused'),
    check('reduced-motion'),
    keys('advertisement-slot--pause'),
  ),
  criterion(
    '2.3.1',
    'Three Flashes or Below Threshold',
    'A',
    SUPPORTS,
    'The only animation is a dot that pulses once a second. A picture or an advertisement that flashes is the author’s or the advertiser’s.',
    label('a live dot moves for five seconds at most, and not at all under reduced motion'),
    zoom('nothing moves by itself'),
  ),
  criterion(
    '2.4.1',
    'Bypass Blocks',
    'A',
    SUPPORTS,
    'An advertisement’s first stop leads past it. The skip link to the article is the page’s; the newsroom has one.',
    filling('lead past it, from the first stop on'),
    keys('advertisement-slot--skip-link'),
    orca,
  ),
  criterion('2.4.2', 'Page Titled', 'A', NOT_APPLICABLE, 'The title is the page’s.'),
  criterion(
    '2.4.3',
    'Focus Order',
    'A',
    SUPPORTS,
    'The order of the keyboard is the order seen. The focus goes into the dialog and back; nothing else moves it unasked.',
    check('tab-order'),
    check('stolen-focus'),
    check('hidden-focus'),
    zoom('${name} gives back the address and the focus; Back leads to the page before'),
    zoom('Tab stays in the dialog'),
    keys('captioned-figure--zoom'),
    keys('captioned-figure--zoom-right-to-left'),
    keys('captioned-figure--try-again'),
    keys('advertisement-slot--hide'),
    keys('advertisement-slot--release'),
  ),
  criterion(
    '2.4.4',
    'Link Purpose (In Context)',
    'A',
    SUPPORTS,
    'A story has one link, named by its headline and kind. The words are the author’s.',
    story('the keyboard stops once at the story, then at each further link'),
    tree('related-story-link--inline'),
    keys('related-story-link--group'),
    orca,
  ),
  criterion('2.4.5', 'Multiple Ways', 'AA', NOT_APPLICABLE, 'How pages are found is the site’s.'),
  criterion(
    '2.4.6',
    'Headings and Labels',
    'AA',
    SUPPORTS,
    'Each control says what it does, and is named apart from others that do something else. Headings are the author’s.',
    zoomButton('has a name of its own on the page'),
    filling('have names that no two share'),
    orca,
  ),
  criterion(
    '2.4.7',
    'Focus Visible',
    'AA',
    SUPPORTS,
    'Measured in pixels at every stop of Tab, in light, dark and forced colours; after every other key the focus is within the window, under nothing, and has an outline.',
    check('focus-visible'),
    keys('captioned-figure--zoom'),
    keys('advertisement-slot--skip-link'),
  ),
  criterion(
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'AA',
    SUPPORTS,
    'A sticky advertisement keeps its height free at the edge of what scrolls. A banner of the page is the page’s.',
    check('focus-visible'),
    'packages/advertisement-slot/test/layout.test.ts: stays at the lower edge, moves nothing, and is let go',
    keys('advertisement-slot--release'),
  ),
  criterion(
    '2.5.1',
    'Pointer Gestures',
    'A',
    SUPPORTS,
    'Buttons do what a pinch and a swipe do.',
    zoom('a swipe walks; a pinch and a double tap magnify; then one finger moves'),
    zoom('do nothing on buttons that are at an end, which keep the focus'),
  ),
  criterion(
    '2.5.2',
    'Pointer Cancellation',
    'A',
    SUPPORTS,
    'Buttons and links act on the click. A press on a story may fetch it ahead, which the reader does not notice.',
    'scripts/test/noscript.test.mjs: ${path} opens by a click, and closes by another',
  ),
  criterion(
    '2.5.3',
    'Label in Name',
    'A',
    SUPPORTS,
    'A name that is seen is the name that is heard: there are no hidden prefixes.',
    check('names'),
    tree('section-label--text'),
  ),
  criterion('2.5.4', 'Motion Actuation', 'A', NOT_APPLICABLE, 'Nothing is done by moving the device.'),
  criterion(
    '2.5.7',
    'Dragging Movements',
    'AA',
    SUPPORTS,
    'A magnified picture can be dragged. Without dragging, a double click or double tap magnifies the place where it is done.',
    zoom('a swipe walks; a pinch and a double tap magnify; then one finger moves'),
  ),
  criterion(
    '2.5.8',
    'Target Size (Minimum)',
    'AA',
    SUPPORTS,
    'Links in a line of text may be as high as the line, which the criterion allows for. A video’s controls are the browser’s.',
    check('targets'),
    story('a further link is a target of 24 px, and none lies in another'),
  ),
  criterion('3.1.1', 'Language of Page', 'A', NOT_APPLICABLE, 'The `lang` of the page is the page’s.'),
  criterion(
    '3.1.2',
    'Language of Parts',
    'AA',
    SUPPORTS,
    'Generated words are in the language of the nearest `lang`, in 21 languages. In another one they are English and say so by a `lang` of their own. ' +
      '`setMessages` gives words in any language.',
    zoomButton('speaks the language around it, and what the page has set'),
    filling('are in the language around it: ${lang} ${attributes}'),
    "packages/core/test/messages.test.ts: goes by the nearest language, through shadow roots, not by the page's",
  ),
  criterion(
    '3.2.1',
    'On Focus',
    'A',
    SUPPORTS,
    'The focus opens nothing and starts nothing that is noticed. It may fetch a story ahead.',
    'scripts/test/noscript.test.mjs: ${path} opens by the keyboard, never by focus',
    check('stolen-focus'),
  ),
  criterion('3.2.2', 'On Input', 'A', NOT_APPLICABLE, noForms),
  criterion('3.2.3', 'Consistent Navigation', 'AA', NOT_APPLICABLE, 'Navigation is the site’s.'),
  criterion(
    '3.2.4',
    'Consistent Identification',
    'AA',
    SUPPORTS,
    'A control has the same words wherever it is; a number tells several apart.',
    zoomButton('has a name of its own on the page'),
    check('names'),
  ),
  criterion('3.2.6', 'Consistent Help', 'A', NOT_APPLICABLE, 'Help is the site’s.'),
  criterion('3.3.1', 'Error Identification', 'A', NOT_APPLICABLE, noForms),
  criterion('3.3.2', 'Labels or Instructions', 'A', NOT_APPLICABLE, noForms),
  criterion('3.3.3', 'Error Suggestion', 'AA', NOT_APPLICABLE, noForms),
  criterion('3.3.4', 'Error Prevention (Legal, Financial, Data)', 'AA', NOT_APPLICABLE, noForms),
  criterion('3.3.7', 'Redundant Entry', 'A', NOT_APPLICABLE, noForms),
  criterion('3.3.8', 'Accessible Authentication (Minimum)', 'AA', NOT_APPLICABLE, noForms),
  criterion(
    '4.1.2',
    'Name, Role, Value',
    'A',
    SUPPORTS,
    'Controls are native: `button`, `details`, `dialog`. In Chromium a cover is heard as a toggle button, in Firefox as a button, with its state in both.',
    tree('captioned-figure--covered, opened'),
    tree('captioned-figure--zoomable, enlarged'),
    tree('advertisement-slot--refreshed, paused'),
    check('names'),
    check('ids'),
    check('idrefs'),
    axe,
    keys('advertisement-slot--pause'),
    orca,
  ),
  criterion(
    '4.1.3',
    'Status Messages',
    'AA',
    SUPPORTS,
    'Which picture of how many, and a picture that still fails after the reader has asked again, are announced politely. Nothing else is.',
    zoom('says when a picture does not come, and no longer once the reader has gone on'),
    keys('captioned-figure--zoom'),
    keys('captioned-figure--try-again'),
    tree('captioned-figure--failed-image, asked for again, in vain'),
    orca,
  ),
];
