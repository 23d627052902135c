import { part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const labelLinks = rule('A section label has a section, and a series at most.', function* (document) {
  for (const host of select(document, 'galley-section-label')) {
    for (const link of select(host, 'a', part('series')).slice(1)) {
      yield [
        link,
        'The section label has two links: mark the second one data-part="series", or make a breadcrumb (nav > ol) of more.',
      ];
    }
  }
});
