import { select, text } from '../dom.ts';
import { rule } from '../rule.ts';

/** @param parts The parts that each element knows, of the manifest. */
export const knownPart = (parts: Record<string, string[]>) =>
  rule('A part has a name that its element knows.', function* (document) {
    for (const node of select(document, '[data-part]')) {
      const name = text(node, 'data-part');
      const hosts = Object.keys(parts).filter((tag) => node.parent?.closest(tag));
      const known = hosts.flatMap((tag) => parts[tag] ?? []);
      if (name === undefined || !known.length || known.includes(name)) continue;
      yield [
        node,
        `data-part="${name}" is no part of <${hosts.join('> or <')}>: write ${known.join(', ')}.`,
        'data-part',
      ];
    }
  });
