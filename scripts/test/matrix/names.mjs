// Whatever can be used, and every picture and frame, has a name (WCAG 4.1.2, 1.1.1), by the rules of axe-core that ask for one.
import axe from 'axe-core';
import { as } from './shared/page.mjs';

const RULES = [
  'aria-command-name', 'aria-dialog-name', 'aria-input-field-name', 'aria-toggle-field-name', 'button-name', 'empty-heading', 'frame-title',
  'frame-title-unique', 'image-alt', 'input-button-name', 'input-image-alt', 'label', 'link-name', 'role-img-alt', 'select-name',
  'summary-name', 'svg-img-alt',
]; // prettier-ignore

export async function check(page) {
  await as(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: rules,
      resultTypes: ['violations'],
      preload: false,
      iframes: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.flat().join(' >>> ')}`),
    );
  }, RULES);
}
