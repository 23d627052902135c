import { unknownValue } from '@galley/core/development.js';

/** The page has loaded, its posters too: a browser gives a video the shape of its poster, then of its film. */
function hasOtherShape(video: Element, shape: number): boolean {
  const { width, height } = video.getBoundingClientRect();
  return getComputedStyle(video).aspectRatio.startsWith('auto') && Math.abs(width * shape - height) > 1;
}

/** What authors get wrong in a figure. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'layout', ['column', 'wide', 'full', 'start', 'end', 'thumbnail']);
  yield* unknownValue(host, 'ratio', ['none', '16:9', '4:3', '3:2', '1:1', '4:5', '9:16']);
  yield* unknownValue(host, 'credit', ['below', 'over']);
  const figure = host.querySelector('figure');
  if (!figure) yield 'it has no figure. Write <figure> inside, around the picture and its <figcaption>.';
  if (!host.querySelector('img, video, audio'))
    yield 'it has no picture. Write an img, a picture, a video or an audio in its figure.';
  if (host.hasAttribute('zoomable') && !host.querySelector('img:not(figcaption *)'))
    yield 'it is zoomable without a picture to enlarge. Take zoomable away, or write an img.';
  const captions = host.querySelectorAll('figcaption');
  if (captions.length > 1)
    yield 'it has two captions. Keep one <figcaption>; mark the credit in it data-part="credit".';
  for (const caption of captions) {
    if (!caption.closest('figure'))
      yield 'its caption is outside the figure. Move <figcaption> into <figure>, first or last.';
  }
  for (const image of host.querySelectorAll('img:not(figcaption *)')) {
    if (!image.hasAttribute('alt'))
      yield 'a picture has no alt. Describe it in alt, or write alt="" where it only decorates.';
    else if (image.getAttribute('alt') === '' && captions.length) {
      yield 'a picture with a caption has alt="". Describe it: the caption explains, it does not stand in for the picture.';
    }
  }
  if (host.getAttribute('ratio')?.includes(':') !== true) {
    for (const media of host.querySelectorAll<HTMLImageElement | HTMLVideoElement>(
      ':is(img, video):not(figcaption *)',
    )) {
      const { width, height } = media;
      const what = media.localName === 'img' ? 'picture' : 'video';
      if (!media.hasAttribute('width') || !media.hasAttribute('height'))
        yield `a ${what} has no width and height, so the page moves when it loads. Write both, or a ratio on the element.`;
      else if (what === 'video' && hasOtherShape(media, height / width))
        yield 'a video takes another shape than its width and height when its poster comes, so the page moves. Write the size of the poster, or a ratio on the element.';
    }
  }
  if (host.querySelector('[data-part=credit]:not(figcaption *)')) {
    yield 'its credit is outside the caption. Move it into the <figcaption>.';
  }
  if (host.querySelector('details[data-part=cover]:not(:has(> summary))')) {
    yield 'its cover has no summary. Say in <summary> what the picture shows and why it is covered.';
  }
}
