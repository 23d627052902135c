// Dark: the page is dark where the reader asks for it, and every text contrasts enough with its ground (WCAG 1.4.3).
import { contrast, ground } from './shared/contrast.mjs';
import { as } from './shared/page.mjs';

export async function check(page) {
  await as(page, { scheme: 'dark' });
  const { paper, ink } = await ground(page);
  return [
    ...(paper < ink ? [] : ['the page is not dark']),
    ...(await contrast(page)).map(({ finding }) => finding),
  ];
}
