// Reads the @font-face rules a theme needs out of the Fontsource packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fonts, subsets } from '../src/fonts.mjs';

const { resolve } = createRequire(import.meta.url);
export const packageRoot = (name) => dirname(resolve(`${name}/package.json`));

/** @returns {{ family: string, file: string, css: string }[]} `file` is absolute, `css` names it `./fonts/…`. */
export function faces(theme) {
  return fonts[theme].flatMap(({ package: name, sheets }) => {
    const root = packageRoot(`@fontsource-variable/${name}`);
    return sheets.flatMap((sheet) =>
      readFileSync(join(root, `${sheet}.css`), 'utf8')
        .matchAll(/@font-face \{[^}]+\}/g)
        .map(([css]) => {
          const file = join(root, /url\(([^)]+)\)/.exec(css)[1]);
          return {
            family: /font-family: '([^']+)'/.exec(css)[1],
            file,
            css: css.replace(/url\(.*\//, 'url(./fonts/'),
          };
        })
        .filter(({ file }) =>
          subsets.some((subset) => basename(file).startsWith(`${name}-${subset}-${sheet.split('-')[0]}-`)),
        )
        .toArray(),
    );
  });
}
