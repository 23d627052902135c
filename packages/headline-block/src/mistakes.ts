import { unknownValue } from '@galley/core/development.js';

const HEADING = ':is(h1, h2, h3, h4, h5, h6):not(galley-section-label *)';

/** What authors get wrong in the head of a story. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'size', ['display', 'large', 'medium', 'small']);
  yield* unknownValue(host, 'kind', ['article', 'opinion', 'live', 'feature']);
  const headings = [...host.querySelectorAll(HEADING)];
  const dek = headings.some((heading) => heading.matches('[data-part=dek]'));
  if (dek) yield 'its dek is a heading. Make it a paragraph: <p data-part="dek">.';
  if (!headings.length) yield 'it has no heading. Write the headline in one h1 to h6.';
  else if (headings.length > 1 && !dek) yield 'it has two headings. Keep one; a dek is <p data-part="dek">.';
  if (host.querySelector(`${HEADING} [data-part=kicker]`)) {
    yield 'its kicker is part of the heading\'s text. Move it before the heading, or mark it data-part="status" where it changes the meaning.';
  }
  if (host.querySelector(`[data-part=status]:not(${HEADING} *)`)) {
    yield 'its status is outside the heading, so that it is not read with the headline. Move it into the heading, or mark it data-part="kicker".';
  }
  if (host.querySelector('hgroup > :not(h1, h2, h3, h4, h5, h6, p)')) {
    yield 'its hgroup holds more than headings and paragraphs, which HTML forbids. Use a header for the rest.';
  }
  for (const portrait of host.querySelectorAll('img[data-part=portrait]')) {
    if (portrait.getAttribute('alt') !== '') yield 'a portrait repeats the name beside it. Give it alt="".';
  }
}
