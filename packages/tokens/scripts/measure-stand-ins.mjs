// Measures the webfonts against Tinos and Arimo, which have the widths of Times New Roman and Arial, in Chromium, and
// writes src/stand-ins.json. Run after a font package or src/fonts.mjs changes: node scripts/measure-stand-ins.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromium } from '../../../scripts/browser.mjs';
import { fonts } from '../src/fonts.mjs';
import { faces, packageRoot } from './faces.mjs';
import { serve } from './serve.mjs';
import { substitute, substituteFile } from './substitutes.mjs';

// English news prose: letters and spaces as often as a page has them.
const prose = `The river rose by two metres overnight, and by Tuesday morning the lower town could be reached only by boat.
“We have seen water here before, but never at this hour and never so fast,” said the harbour master, who has kept the
gauge since 1987. Officials in the capital promised 40 million in relief; the council asked for three times as much.`;

const files = new Map(
  Object.keys(fonts).flatMap((theme) => faces(theme).map(({ file }) => [basename(file), file])),
);
const { origin, close } = await serve((path) => {
  if (path === '/page.html') return '<!doctype html><body></body>';
  const file = files.get(basename(path)) ?? substituteFile(basename(path));
  return file && readFileSync(file);
});
const browser = await puppeteer.launch(await chromium());
const page = await browser.newPage();
await page.goto(`${origin}/page.html`);

const results = {};
for (const theme of Object.keys(fonts)) {
  const rules = faces(theme);
  await page.addStyleTag({ content: rules.map(({ css }) => css).join('\n') });
  for (const { package: name, standIns } of fonts[theme]) {
    const { family } = rules.find(({ file }) => file.startsWith(packageRoot(`@fontsource-variable/${name}`)));
    for (const standIn of standIns) {
      const { style = 'normal', weight, size, stretch = '100%', local, covers } = standIn;
      const url = `/fonts/${substitute(local[0])}`;
      const { ratio, ascent, descent, gap } = await page.evaluate(measure, {
        family,
        url,
        style,
        weight,
        size,
        stretch,
        prose,
      });
      const percent = (value) => `${(value * 100).toFixed(2)}%`;
      results[`${standIn.family}, ${style} ${covers}`] = {
        'size-adjust': percent(ratio),
        'ascent-override': percent(ascent / ratio),
        'descent-override': percent(descent / ratio),
        'line-gap-override': percent(gap / ratio),
      };
    }
  }
}
await browser.close();
close();
writeFileSync(
  join(import.meta.dirname, '..', 'src', 'stand-ins.json'),
  JSON.stringify(
    { $comment: 'Generated in Chromium by scripts/measure-stand-ins.mjs.', faces: results },
    null,
    2,
  ) + '\n',
);

/** In the page: widths at the size in use, and the vertical measures of the webfont in em. */
async function measure({ family, url, style, weight, size, stretch, prose }) {
  const stand = `Stand-in ${url}`;
  // Covers every weight, so that nothing is emboldened.
  const face = new FontFace(stand, `url(${url})`, { weight: '1 1000', style });
  document.fonts.add(await face.load());
  const width = async (name) => {
    await document.fonts.load(`${style} ${weight} ${size}px "${name}"`, prose);
    const span = document.body.appendChild(document.createElement('span'));
    span.textContent = prose.replaceAll('\n', ' ');
    span.style = `font: ${style} ${weight} ${size}px "${name}"; font-stretch: ${stretch}; white-space: nowrap`;
    const result = span.getBoundingClientRect().width;
    span.remove();
    return result;
  };
  const ratio = (await width(family)) / (await width(stand));
  const context = document.createElement('canvas').getContext('2d');
  context.font = `${style} ${weight} 1000px "${family}"`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  const line = document.body.appendChild(document.createElement('div'));
  line.textContent = 'x';
  line.style = `font: ${style} ${weight} 1000px/normal "${family}"`;
  const gap = line.getBoundingClientRect().height - fontBoundingBoxAscent - fontBoundingBoxDescent;
  line.remove();
  return {
    ratio,
    ascent: fontBoundingBoxAscent / 1000,
    descent: fontBoundingBoxDescent / 1000,
    gap: Math.max(0, gap / 1000),
  };
}
