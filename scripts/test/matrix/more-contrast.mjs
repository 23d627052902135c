// More contrast: where the reader asks for more there is not less, in light and in dark.
import { contrast, ground } from './shared/contrast.mjs';
import { as } from './shared/page.mjs';

export async function check(page) {
  const findings = [];
  for (const scheme of ['light', 'dark']) {
    await as(page, { scheme });
    const usual = await ground(page);
    await as(page, { scheme, contrast: 'more' });
    const more = await ground(page);
    if (more.contrast < usual.contrast)
      findings.push(`${scheme}: ${more.contrast} where it was ${usual.contrast}`);
    findings.push(...(await contrast(page)).map(({ finding }) => `${scheme}: ${finding}`));
  }
  return findings;
}
