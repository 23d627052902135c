// Ids are unique in their root.
import { as } from './shared/page.mjs';

export async function check(page) {
  await as(page);
  return page.evaluate(() =>
    globalThis.matrix.roots().flatMap((root) => {
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      const where = root.host ? globalThis.matrix.nameOf(root.host) : 'the document';
      return [
        ...ids
          .filter((id, i) => ids.indexOf(id) !== i)
          .map((id) => `#${id} is there more than once in ${where}`),
        ...ids.filter((id) => !id || /\s/.test(id)).map((id) => `"${id}" is no id, in ${where}`),
      ];
    }),
  );
}
