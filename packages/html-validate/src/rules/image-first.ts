import { part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const imageFirst = rule('The image of a story comes before its link.', function* (document) {
  for (const host of select(document, 'galley-related-story-link')) {
    const [link] = select(host, 'a', part('related'));
    for (const image of select(host, 'img', 'a')) {
      if (link && image.location.offset > link.location.offset) {
        yield [
          image,
          'The image comes after the link: put it first, because the visual order is the order of the HTML.',
        ];
      }
    }
  }
});
