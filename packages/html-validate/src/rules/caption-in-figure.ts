import { rule } from '../rule.ts';
import { select } from '../dom.ts';

export const captionInFigure = rule(
  'A caption belongs to its picture only inside the figure.',
  function* (document) {
    for (const caption of select(document, 'galley-captioned-figure figcaption', 'figure')) {
      yield [caption, 'The caption is outside the figure: move <figcaption> into <figure>, first or last.'];
    }
  },
);
