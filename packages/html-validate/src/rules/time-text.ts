import { isEmpty, select } from '../dom.ts';
import { rule } from '../rule.ts';

export const timeText = rule('The full date is there to read.', function* (document) {
  for (const time of select(document, 'galley-timestamp time')) {
    if (isEmpty(time)) yield [time, 'The time has no text: write the full date in it.'];
  }
});
