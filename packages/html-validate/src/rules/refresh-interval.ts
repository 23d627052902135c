import { select, text } from '../dom.ts';
import { rule } from '../rule.ts';

export const refreshInterval = rule(
  'An advertisement is exchanged every 30 seconds at most.',
  function* (document) {
    for (const host of select(document, 'galley-advertisement-slot')) {
      const value = text(host, 'refresh-interval');
      if (value !== undefined && value !== 'none' && !(Number(value) >= 30)) {
        yield [
          host,
          `refresh-interval="${value}" is no number of seconds from 30 on: write 30 or more, or take it away.`,
          'refresh-interval',
        ];
      }
    }
  },
);
