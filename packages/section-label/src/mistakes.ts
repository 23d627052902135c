import { unknownValue } from '@galley/core/development.js';

/** What authors get wrong in a section label. */
export function* mistakes(host: HTMLElement): Generator<string> {
  yield* unknownValue(host, 'appearance', ['text', 'bar', 'pill']);
  if (!host.textContent.trim()) yield 'it is empty. Write the section inside: <a href="/world">World</a>.';
  if (host.querySelectorAll('a:not([data-part=series], [data-part=series] *)').length > 1) {
    yield 'it has two links. Mark the second one data-part="series", or make a breadcrumb (nav > ol) of more.';
  }
  if (host.querySelectorAll('h1, h2, h3, h4, h5, h6').length > 1) {
    yield 'it has two headings. A label titles one group of stories with one heading.';
  }
}
