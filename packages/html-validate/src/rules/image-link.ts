import { select } from '../dom.ts';
import { rule } from '../rule.ts';

export const imageLink = rule(
  'The image of a story has no link of its own: the whole element is clickable.',
  function* (document) {
    for (const image of select(document, 'galley-related-story-link a img')) {
      yield [
        image,
        'The image of the story has a link of its own: put it before the heading, without a link.',
      ];
    }
  },
);
