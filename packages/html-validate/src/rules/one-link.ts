import { part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const oneLink = rule('A story has one link, on its headline.', function* (document) {
  for (const host of select(document, 'galley-related-story-link')) {
    // A link around the image has a rule of its own.
    const links = select(host, 'a', part('related')).filter((link) => !link.querySelector('img'));
    if (!links.length) {
      yield [
        host,
        'The story has no link: write one, in a heading or alone, <h3><a href="/story">Headline</a></h3>.',
      ];
    }
    for (const link of links.slice(1)) {
      yield [
        link,
        'The story has two links: keep the one in the headline, and put further ones into data-part="related".',
      ];
    }
  }
});
