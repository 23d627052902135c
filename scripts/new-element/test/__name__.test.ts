import { assert } from 'chai';
import { describeConduct, describeLayout } from '../../../scripts/test/fixture-conduct.ts';
import { rect } from '../../../scripts/test/fixture.ts';
import * as stories from '../__name__.stories.ts';
import '../src/define.ts';

const SEA = 'paragraph: The sea came in over the wall.';
const CONTENT = '<p>The sea came in.</p><p data-part="note">On Sunday</p>';

describeConduct({
  name: '__name__',
  stories,
  heard: {
    Text: SEA,
    Box: SEA,
    Note: `${SEA}\nparagraph: The harbour master, on Sunday`,
    LongWords: 'paragraph: Verkehrsinfrastrukturfinanzierungsgesellschaft',
  },
  content: CONTENT,
  attributes: [{ name: 'appearance', initial: 'text', values: ['box'], seenWith: '' }],
  mistakes: [
    [
      '<galley-__name__ appearance="bar"><p>A</p></galley-__name__>',
      /appearance="bar" is unknown.*text, box/,
    ],
    ['<galley-__name__> </galley-__name__>', /it is empty\. Write/],
  ],
  bad: ['<galley-__name__ appearance="box"><p data-part="note">A note alone</p></galley-__name__>'],
});

describeLayout('__name__', `<galley-__name__ appearance="box">${CONTENT}</galley-__name__>`, (page) => {
  const [box, text, note] = [rect('galley-__name__', page), rect('p', page), rect('[data-part=note]', page)];
  assert.isAtLeast(text.left - box.left, 8, 'the box has room');
  assert.isAtLeast(text.top - box.top, 8);
  assert.approximately(box.bottom - note.bottom, text.top - box.top, 1, 'the same above and below');
  assert.isAtLeast(note.top, text.bottom);
  assert.isAtMost(note.top - text.bottom, 8, 'the note is close to the text');
});
