import { unknownValue } from '@galley/core/development.js';

/** What authors get wrong in the place of an advertisement. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'reserve', ['max', 'min', 'none']);
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
  if (host.querySelector('[data-part=fallback]:not(galley-advertisement-slot > *)')) {
    yield 'its fallback is not a child of it. Write <aside data-part="fallback"> directly inside.';
  }
  if (provider === 'house' && !host.querySelector('[data-part=fallback]')) {
    yield 'the provider house has nothing to show. Write <aside data-part="fallback"> inside.';
  }
}
