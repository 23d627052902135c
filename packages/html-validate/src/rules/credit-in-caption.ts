import { part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const creditInCaption = rule('A credit is part of the caption.', function* (document) {
  for (const credit of select(document, `galley-captioned-figure ${part('credit')}`, 'figcaption')) {
    yield [credit, 'The credit is outside the caption: move it into the <figcaption>.'];
  }
});
