import { unknownValue } from '@galley/core/development.js';
import { HEIGHTS, sizesAt } from './sizes.ts';

/** What authors get wrong in the place of an advertisement. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'reserve', ['max', 'min', 'none']);
  yield* unknownValue(host, 'loading', ['lazy', 'eager']);
  yield* unknownValue(host, 'when-empty', ['fallback', 'collapse', 'keep']);
  yield* unknownValue(host, 'consent', ['required', 'limited', 'none']);
  yield* unknownValue(host, 'kind', ['ad', 'sponsored', 'house', 'political']);
  const provider = host.getAttribute('provider') ?? 'none';
  for (const attribute of ['sizes', 'medium-sizes', 'large-sizes']) {
    const value = host.getAttribute(attribute);
    if (value !== null && !/^\s*\d+x\d+(\s+\d+x\d+)*\s*$/.test(value)) {
      yield `${attribute}="${value}" is not a list of sizes. Write width by height, space-separated: 300x250 320x50.`;
    }
  }
  if (provider !== 'none' && host.getAttribute('reserve') !== 'none') {
    // The pseudo-element holds the reservation: see the stylesheet.
    if (
      getComputedStyle(host).display !== 'none' &&
      !parseFloat(getComputedStyle(host, '::before').minBlockSize)
    ) {
      yield "it reserves nothing, so the page moves when an advertisement comes. Write sizes, or set --galley-ad-block-size for one that is not among the IAB's.";
    }
  }
  const width = host.clientWidth;
  if (
    !['none', 'house'].includes(provider) &&
    host.hasAttribute('sizes') &&
    width &&
    !sizesAt(host, width).length
  ) {
    yield `none of its sizes is as narrow as it is, ${String(width)} px, so it asks for no advertisement at this width. Write a narrower one, or give it more room.`;
  }
  const heights = ['sizes', 'medium-sizes', 'large-sizes'].flatMap((name) =>
    [...(host.getAttribute(name) ?? '').matchAll(/x(\d+)/g)].map(([, height]) => Number(height)),
  );
  const unknown = heights.find((height) => !HEIGHTS.includes(height));
  if (
    unknown &&
    heights.some((height) => HEIGHTS.includes(height)) &&
    !getComputedStyle(host).getPropertyValue('--galley-ad-block-size')
  ) {
    yield `nothing is reserved for a height of ${String(unknown)} px, which is not among the IAB's: the page moves when one comes. Set --galley-ad-block-size.`;
  }
  if (
    host.getAttribute('kind') === 'house' &&
    !['none', 'house'].includes(provider) &&
    !host.getAttribute('label')
  ) {
    yield 'a promotion of your own has no label, and is named as an advertisement to screen readers. Write label="From the newsroom", or the like.';
  }
  const seconds = host.getAttribute('refresh-interval');
  if (seconds !== null && !(Number(seconds) >= 30)) {
    yield `refresh-interval="${seconds}" is not 30 seconds or more. Write a number of seconds, such as 60.`;
  }
  if (provider === 'iframe') {
    const src = host.getAttribute('src') ?? '';
    if (!URL.canParse(src, document.baseURI) || new URL(src, document.baseURI).origin === origin)
      yield `src="${src}" is not a page of another origin, so it is not framed. Write its whole address.`;
  }
  const options = host.querySelector('script[data-part=options]')?.textContent;
  let settings: { notice?: unknown } | null | undefined;
  try {
    settings = JSON.parse(options ?? '{}') as typeof settings;
  } catch {
    yield 'its options are no JSON, and are not read. Write an object, names in double quotes.';
  }
  if (host.getAttribute('kind') === 'political' && !settings?.notice) {
    yield 'a political advertisement has no notice, so it is not shown. Write its address as "notice" in the options.';
  }
  if (host.querySelector('[data-part=fallback]:not(galley-advertisement-slot > *)')) {
    yield 'its fallback is not a child of it. Write <aside data-part="fallback"> directly inside.';
  }
  if (provider === 'house' && !host.querySelector('[data-part=fallback]')) {
    yield 'the provider house has nothing to show. Write <aside data-part="fallback"> inside.';
  }
}
