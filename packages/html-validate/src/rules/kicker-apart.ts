import { HEADINGS, part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const kickerApart = rule('A kicker stands before the heading, not in it.', function* (document) {
  for (const kicker of select(document, `galley-headline-block ${part('kicker')}`)) {
    if (kicker.closest(HEADINGS)) {
      yield [
        kicker,
        'The kicker is part of the heading\'s text: move it before the heading, or mark it data-part="status" where it changes the meaning.',
      ];
    }
  }
});
