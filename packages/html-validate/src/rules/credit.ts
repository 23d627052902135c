import { part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const credit = rule('A caption says who made the picture.', function* (document) {
  for (const host of select(document, 'galley-captioned-figure')) {
    const caption = host.querySelector('figcaption');
    if (caption && !host.querySelector(part('credit'))) {
      yield [
        caption,
        'The caption has no credit: say who made the picture in <small data-part="credit">, inside the <figcaption>.',
      ];
    }
  }
});
