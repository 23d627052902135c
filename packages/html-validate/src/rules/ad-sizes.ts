import { select, text } from '../dom.ts';
import { rule } from '../rule.ts';

export const adSizes = rule('Sizes are width by height, space-separated.', function* (document) {
  for (const host of select(document, 'galley-advertisement-slot')) {
    for (const attribute of ['sizes', 'medium-sizes', 'large-sizes']) {
      const value = text(host, attribute);
      if (value !== undefined && !/^\s*\d+x\d+(\s+\d+x\d+)*\s*$/.test(value)) {
        yield [
          host,
          `${attribute}="${value}" is not a list of sizes: write width by height, space-separated, 300x250 320x50.`,
          attribute,
        ];
      }
    }
  }
});
