import { isEmpty, part, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const coverSummary = rule(
  'The cover of a sensitive picture says what is under it.',
  function* (document) {
    for (const summary of select(document, `galley-captioned-figure ${part('cover')} > summary`)) {
      if (isEmpty(summary)) {
        yield [
          summary,
          'The summary of a cover is empty: say in it what the picture shows and why it is covered.',
        ];
      }
    }
  },
);
