// Every state that an element's manifest documents has a story: each value of an attribute, each boolean, each other attribute, each part of the
// author's HTML. The stories are what the other tests look at, so a state without one is a state without a test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readElements, valuesOf } from '../manifests.mjs';
import { readStories } from '../stories.mjs';

/** The attributes of each `tag` in some HTML, by name. */
const attributesOf = (html, tag) =>
  [...html.matchAll(new RegExp(`<${tag}((?:\\s+[\\w-]+(?:="[^"]*")?)*)\\s*>`, 'g'))].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, value]),
    ),
  );

/** The states of an element, each with a test on an element's attributes and the HTML of its story. */
function* statesOf({ attributes = [], lightParts = [] }) {
  for (const { name, type, default: initial } of attributes) {
    for (const value of valuesOf(type.text) ?? []) {
      const isDefault = initial === `'${value}'`;
      yield [`${name}="${value}"`, (host) => host[name] === value || (isDefault && !(name in host))];
    }
    if (!valuesOf(type.text)) yield [name, (host) => name in host];
  }
  for (const { name } of lightParts)
    yield [`data-part="${name}"`, (host, html) => html.includes(`data-part="${name}"`)];
}

function missing(elements, stories) {
  return elements.flatMap((element) => {
    const { tagName } = element;
    const hosts = stories
      .filter((story) => story.element === tagName)
      .flatMap(({ html }) => attributesOf(html, tagName).map((attributes) => [attributes, html]));
    return [...statesOf(element)]
      .filter(([, shows]) => !hosts.some((host) => shows(...host)))
      .map(([state]) => `${tagName} ${state}`);
  });
}

const elements = readElements();
const stories = await readStories();

test('every element has a manifest and stories', () => {
  assert.notEqual(elements.length, 0, 'No manifest: build the packages first.');
  const shown = new Set(stories.map(({ element }) => element));
  assert.deepEqual(elements.map(({ tagName }) => tagName).sort(), [...shown].sort());
});

test('every documented state has a story', () => {
  assert.deepEqual(missing(elements, stories), []);
});

// The published contract, written out once more: a part that a class forgets to document is missed here.
const PARTS = {
  'galley-section-label': ['series'],
  'galley-headline-block': [
    'kicker', 'status', 'dek', 'byline', 'author', 'role', 'place', 'portrait', 'published', 'updated', 'corrected', 'correction',
  ],
  'galley-captioned-figure': ['credit', 'licence', 'ai-disclosure', 'more', 'cover'],
  'galley-related-story-link': ['kind', 'dek', 'related'],
  'galley-advertisement-slot': ['fallback', 'options'],
}; // prettier-ignore

test('every part of the published contract is documented', () => {
  for (const [tag, parts] of Object.entries(PARTS)) {
    const { lightParts } = elements.find(({ tagName }) => tagName === tag);
    assert.deepEqual(lightParts.map(({ name }) => name).sort(), [...parts].sort(), tag);
  }
});

test('a state without a story is named', () => {
  const element = {
    tagName: 'x-label',
    attributes: [
      { name: 'size', type: { text: "'large' | 'small'" }, default: "'large'" },
      { name: 'live', type: { text: 'boolean' } },
      { name: 'label', type: { text: 'string' } },
    ],
    lightParts: [{ name: 'dek' }],
  };
  const story = (html, of = 'x-label') => ({ element: of, html });
  const all = [
    story('<x-label><p data-part="dek"></p></x-label>'),
    story('<x-label size="small" live label="A > B"></x-label>'),
  ];
  assert.deepEqual(missing([element], all), []);
  assert.deepEqual(missing([element], all.slice(0, 1)), [
    'x-label size="small"',
    'x-label live',
    'x-label label',
  ]);
  assert.deepEqual(missing([element], all.slice(1)), ['x-label size="large"', 'x-label data-part="dek"']);
  // Another element's story shows nothing of this one.
  assert.equal(missing([element], [story('<x-label live></x-label>', 'x-page')]).length, 5);
});
