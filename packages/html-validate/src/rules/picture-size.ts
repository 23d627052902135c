import { select, text } from '../dom.ts';
import { rule } from '../rule.ts';

export const pictureSize = rule(
  'The place of a picture is reserved before it loads, so that nothing moves.',
  function* (document) {
    for (const host of select(document, 'galley-captioned-figure')) {
      const ratio = text(host, 'ratio');
      if (host.hasAttribute('ratio') && ratio !== 'none') continue;
      for (const image of select(host, 'img', 'figcaption')) {
        if (image.hasAttribute('width') && image.hasAttribute('height')) continue;
        yield [
          image,
          'A picture has no width and height, so the page moves when it loads: write both, or a ratio on the element.',
        ];
      }
    }
  },
);
