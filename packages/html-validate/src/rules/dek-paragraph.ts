import { HEADINGS, part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const dekParagraph = rule('A dek is a paragraph, not a heading.', function* (document) {
  for (const dek of select(document, `galley-headline-block ${part('dek')}`)) {
    if (dek.matches(HEADINGS)) yield [dek, 'The dek is a heading: make it a paragraph, <p data-part="dek">.'];
  }
});
