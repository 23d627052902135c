import { select, text } from '../dom.ts';
import { rule } from '../rule.ts';

export const captionedAlt = rule(
  'A picture with a caption is no decoration, so it has an alternative text.',
  function* (document) {
    for (const host of select(document, 'galley-captioned-figure')) {
      if (!host.querySelector('figcaption')) continue;
      for (const image of select(host, 'img', 'figcaption')) {
        if (text(image, 'alt') === '') {
          yield [
            image,
            'A picture with a caption has alt="": describe it, for the caption explains and does not stand in for the picture.',
          ];
        }
      }
    }
  },
);
