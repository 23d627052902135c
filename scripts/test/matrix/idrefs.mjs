// What refers to an id finds it in its own root: across roots it is not heard.
import { as } from './shared/page.mjs';

const ATTRIBUTES = [
  'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'aria-activedescendant', 'aria-errormessage',
  'aria-flowto', 'for', 'form', 'headers', 'list', 'popovertarget', 'commandfor', 'anchor',
]; // prettier-ignore

export async function check(page) {
  await as(page);
  return page.evaluate((attributes) => {
    const { roots, nameOf } = globalThis.matrix;
    return roots().flatMap((root) =>
      attributes.flatMap((attribute) =>
        [...root.querySelectorAll(`[${attribute}]`)].flatMap((element) => {
          const ids = element.getAttribute(attribute).split(/\s+/).filter(Boolean);
          return ids
            .filter((id) => !root.getElementById(id))
            .map((id) => `${nameOf(element)}: ${attribute} names #${id}, which is not in its root`);
        }),
      ),
    );
  }, ATTRIBUTES);
}
