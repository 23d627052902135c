import { select, text } from '../dom.ts';
import { rule } from '../rule.ts';

export const pictureSize = rule(
  'The place of a picture or video is reserved before it loads, so that nothing moves.',
  function* (document) {
    for (const host of select(document, 'galley-captioned-figure')) {
      const ratio = text(host, 'ratio');
      if (host.hasAttribute('ratio') && ratio !== 'none') continue;
      for (const media of select(host, 'img, video', 'figcaption')) {
        if (media.hasAttribute('width') && media.hasAttribute('height')) continue;
        const poster = media.hasAttribute('poster') ? ', the size of the poster,' : '';
        yield [
          media,
          `A ${media.is('img') ? 'picture' : 'video'} has no width and height, so the page moves when it loads: write both${poster || ','} or a ratio on the element.`,
        ];
      }
    }
  },
);
