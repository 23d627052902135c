import { select } from '../dom.ts';
import { rule } from '../rule.ts';

export const oneCaption = rule('A figure has one caption.', function* (document) {
  for (const host of select(document, 'galley-captioned-figure')) {
    const [first, ...more] = select(host, 'figcaption');
    for (const caption of more) {
      // Beside the first one, html-validate itself finds it: element-permitted-occurrences.
      if (first?.parent && caption.parent?.isSameNode(first.parent)) continue;
      yield [
        caption,
        'The figure has two captions: keep one <figcaption>, and mark the credit in it data-part="credit".',
      ];
    }
  }
});
