import { HEADINGS, part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const oneHeading = rule('The head of a story has one heading.', function* (document) {
  for (const host of select(document, 'galley-headline-block')) {
    const headings = select(host, HEADINGS, 'galley-section-label');
    if (!headings.length)
      yield [host, 'The headline block has no heading: write the headline in one h1 to h6.'];
    // A dek that is a heading has a rule of its own.
    for (const heading of headings.filter((each) => !each.matches(part('dek'))).slice(1)) {
      yield [
        heading,
        'The headline block has two headings: keep one, and write a dek as <p data-part="dek">.',
      ];
    }
  }
});
