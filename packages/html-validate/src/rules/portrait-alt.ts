import { part, select, text } from '../dom.ts';
import { rule } from '../rule.ts';

export const portraitAlt = rule(
  'The portrait of an author is decoration: the name stands beside it.',
  function* (document) {
    for (const portrait of select(document, `galley-headline-block img${part('portrait')}`)) {
      if (text(portrait, 'alt')) {
        yield [portrait, 'The portrait repeats the name beside it: give it alt="".', 'alt'];
      }
    }
  },
);
