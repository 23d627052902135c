import type { Candidate, Image, ImageSource, Video } from './article.ts';
import type { Resolve } from './dom.ts';

/** A whole number of pixels, more than none. */
function pixels(value: string | null): number | undefined {
  const match = /^\s*(\d{1,6})(?:px)?\s*$/.exec(value ?? '');
  return Number(match?.[1]) || undefined;
}

/** The candidates of a `srcset`, as https://html.spec.whatwg.org/#parsing-a-srcset-attribute has them. */
export function candidatesOf(srcset: string | null, resolve: Resolve): Candidate[] {
  const candidates: Candidate[] = [];
  // An address may hold commas, but not end with one.
  for (const [, address, descriptors = ''] of (srcset ?? '').matchAll(
    /[\s,]*(\S*[^\s,])(?:,+|\s+([^,]*)|$)/g,
  )) {
    const url = resolve(address);
    const [, width, density] = /^(?:(\d+)w(?:\s+\d+h)?|(\d*\.?\d+)x|)$/.exec(descriptors.trim()) ?? [];
    if (!url || (descriptors.trim() && !Number(width ?? density))) continue;
    candidates.push({
      url,
      ...(width && { width: Number(width) }),
      ...(density && { density: Number(density) }),
    });
  }
  return candidates;
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
