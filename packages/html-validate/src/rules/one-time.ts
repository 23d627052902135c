import { select } from '../dom.ts';
import { rule } from '../rule.ts';

export const oneTime = rule('A timestamp holds one time.', function* (document) {
  for (const host of select(document, 'galley-timestamp')) {
    const { length } = select(host, 'time');
    if (length !== 1) {
      yield [
        host,
        `The timestamp holds ${length} times: write one, <time datetime="2026-11-22T09:30:00Z">22 November 2026, 09:30 GMT</time>.`,
      ];
    }
  }
});
