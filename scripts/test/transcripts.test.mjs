// What Storybook shows of the transcripts is in them, for each element whose page shows some. Orca itself is npm run test:screenreader.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './pages.mjs';
import { excerptOf, excerpts } from './screenreader/excerpts.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');
const shown = globSync('packages/*/*.mdx', { cwd: root }).flatMap((file) =>
  [...read(file).matchAll(/<Transcript of="([\w-]+)" \/>/g)].map(([, name]) => ({ file, name })),
);

test('each page shows its own element', () => {
  assert.deepEqual(
    shown.map(({ file }) => file).sort(),
    Object.keys(excerpts)
      .map((name) => join('packages', name, `${name}.mdx`))
      .sort(),
  );
  for (const { file, name } of shown) assert.ok(file.endsWith(`${name}.mdx`), file);
});

/** Words that each excerpt must hold: its element is in it, not only a place. */
const HEARD = {
  'section-label': 'The river',
  'headline-block': 'On the Sarrow, two villages at war keep one ferry running\nheading level 1',
  timestamp: '21 November 2026, 17:00 GMT',
  'captioned-figure': 'Return: 2 of 3',
  'advertisement-slot': 'Every twenty minutes.\nHarbour Ferries\nlink\nEnd of advertisement',
  'related-story-link': 'link\nheading level 3',
};

for (const browser of ['firefox', 'chromium']) {
  const transcript = read(`scripts/test/screenreader/transcripts/${browser}.txt`);
  for (const name of Object.keys(excerpts)) {
    test(`${browser}: ${name}`, () => assert.ok(excerptOf(name, transcript).includes(HEARD[name])));
  }

  test(`${browser}: what is under a cover is not heard before it is opened`, () => {
    const [readOn] = transcript.split('\n# From heading');
    assert.ok(readOn.includes('Sensitive image: a military aircraft'));
    assert.ok(!readOn.includes('biplane'));
    assert.ok(transcript.includes('Return: expanded\nDown: A biplane'));
  });
}
