import { unknownValue } from '@galley/core/development.js';
import { isOptedIn } from './prefetch.ts';

const STORY = 'a:not([data-part=related] *)';

/** What authors get wrong in a link to a story. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'layout', ['inline', 'card', 'thumbnail']);
  yield* unknownValue(host, 'kind', ['article', 'video', 'audio', 'gallery', 'live', 'opinion']);
  yield* unknownValue(host, 'prefetch', ['none', 'hover', 'visible']);
  const links = [...host.querySelectorAll<HTMLAnchorElement>(STORY)];
  const link = links[0];
  if (!link)
    yield 'it has no link. Write one, in a heading or alone: <h3><a href="/story">Headline</a></h3>.';
  if (links.length > 1)
    yield 'it has two links. Keep the one in the headline; put further ones into [data-part=related].';
  if (link && !link.textContent.trim()) yield 'its link has no text. Write the headline in it.';
  const isAhead = /^(hover|visible)$/.test(host.getAttribute('prefetch') ?? '');
  if (link && isAhead && /^https?:$/.test(link.protocol) && !isOptedIn(link))
    yield `its link leads to ${link.origin}, and prefetch asks this site alone. Name the other in <meta name="galley-prefetch" content="origins=${link.origin}">, or take prefetch away.`;
  for (const image of host.querySelectorAll('img')) {
    if (!image.hasAttribute('alt'))
      yield 'its image has no alt. Write alt="", or a text where the image adds something.';
    if (image.closest('a'))
      yield 'its image has a link of its own. Put it before the heading, without a link: the whole element is clickable.';
    else if (link && link.compareDocumentPosition(image) & Node.DOCUMENT_POSITION_FOLLOWING) {
      yield 'its image comes after the link. Put it first: the visual order is the order of the HTML.';
    }
  }
}
