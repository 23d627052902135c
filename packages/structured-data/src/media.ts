import type { Candidate, Image, ImageSource, Video } from './article.ts';
import type { Resolve } from './dom.ts';

/** A whole number of pixels, more than none. */
function pixels(value: string | null): number | undefined {
  const match = /^\s*(\d{1,6})(?:px)?\s*$/.exec(value ?? '');
  return Number(match?.[1]) || undefined;
}

/**
 * The candidates of a `srcset`, as https://html.spec.whatwg.org/#parsing-a-srcset-attribute has them. It takes each character once: one pattern
 * for all of it would try a long row of commas in every way.
 */
export function candidatesOf(srcset: string | null, resolve: Resolve): Candidate[] {
  const text = srcset ?? '';
  const candidates: Candidate[] = [];
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [''];
    at += found.length;
    return found;
  };
  for (;;) {
    take(/[\s,]*/y);
    let address = take(/\S*/y);
    if (!address) return candidates;
    // An address may hold commas, but not end with one: that ends the candidate.
    const descriptors = address.endsWith(',') ? '' : take(/[^,]*/y).trim();
    while (address.endsWith(',')) address = address.slice(0, -1);
    const url = resolve(address);
    const [, width, density] = /^(?:(\d+)w(?:\s+\d+h)?|(\d+(?:\.\d+)?|\.\d+)x)$/.exec(descriptors) ?? [];
    if (!url || (descriptors && !Number(width ?? density))) continue;
    candidates.push({
      url,
      ...(width && { width: Number(width) }),
      ...(density && { density: Number(density) }),
    });
  }
}

function sizeOf(element: Element): { width?: number; height?: number } {
  const width = pixels(element.getAttribute('width'));
  const height = pixels(element.getAttribute('height'));
  return { ...(width && { width }), ...(height && { height }) };
}

function attribute<Name extends 'media' | 'type'>(
  element: Element,
  name: Name,
): Partial<Record<Name, string>> {
  const value = element.getAttribute(name)?.trim();
  return value ? ({ [name]: value } as Record<Name, string>) : {};
}

const childrenOf = (parent: Element | null, name: string): Element[] =>
  [...(parent?.children ?? [])].filter(({ localName }) => localName === name);

/** An `img`, with the sources of a `picture` around it. */
export function readImage(image: Element, resolve: Resolve): Image {
  const src = resolve(image.getAttribute('src'));
  const picture = image.parentElement?.localName === 'picture' ? image.parentElement : null;
  return {
    type: 'image',
    ...(src && { src }),
    candidates: candidatesOf(image.getAttribute('srcset'), resolve),
    sources: childrenOf(picture, 'source')
      .map((source): ImageSource => ({
        candidates: candidatesOf(source.getAttribute('srcset'), resolve),
        ...attribute(source, 'media'),
        ...attribute(source, 'type'),
        ...sizeOf(source),
      }))
      .filter(({ candidates }) => candidates.length),
    ...sizeOf(image),
  };
}

/** A `video`. */
export function readVideo(video: Element, resolve: Resolve): Video {
  const src = resolve(video.getAttribute('src'));
  const poster = resolve(video.getAttribute('poster'));
  return {
    type: 'video',
    ...(src && { src }),
    sources: childrenOf(video, 'source').flatMap((source) => {
      const url = resolve(source.getAttribute('src'));
      return url ? [{ url, ...attribute(source, 'type') }] : [];
    }),
    ...(poster && { poster }),
    ...sizeOf(video),
  };
}
