// Writes dist/fonts-THEME.css, with the faces it names in dist/fonts/ and their licences beside them. The file of a script
// (Arabic, Hebrew) has its tokens already, from Terrazzo.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fonts } from '../src/fonts.mjs';
import { faces, packageRoot } from './faces.mjs';
import { languages } from './galley-plugin.mjs';

const dist = join(import.meta.dirname, '..', 'dist');
const measured = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'src', 'stand-ins.json'), 'utf8'));

// Arial and Times New Roman hold Arabic and Hebrew too, at measures nobody matched: leave those to the next family.
const latin = 'U+0000-024F, U+1E00-1EFF, U+2000-20CF, U+2100-214F';

const standIn = ({ family, local, style = 'normal', covers }) =>
  Object.entries({
    'font-family': `"${family}"`,
    'font-style': style,
    'font-weight': covers,
    src: local.map((name) => `local("${name}")`).join(', '),
    ...measured.faces[`${family}, ${style} ${covers}`],
    'unicode-range': latin,
  }).reduce((css, [name, value]) => `${css}  ${name}: ${value};\n`, '@font-face {\n') + '}';

mkdirSync(join(dist, 'fonts'), { recursive: true });
for (const [theme, list] of Object.entries(fonts)) {
  const found = faces(theme);
  for (const { file } of found) copyFileSync(file, join(dist, 'fonts', basename(file)));
  for (const { package: name } of list) {
    copyFileSync(
      join(packageRoot(`@fontsource-variable/${name}`), 'LICENSE'),
      join(dist, 'fonts', `${name}-LICENSE.txt`),
    );
  }
  const target = join(dist, `fonts-${theme}.css`);
  const rules = [
    ...(theme in languages && existsSync(target) ? [readFileSync(target, 'utf8').trim()] : []),
    // With `swap`, a face that comes late breaks some lines elsewhere, however well its stand-in fits.
    ...found.map(({ css }) => css.replace('font-display: swap', 'font-display: optional')),
    ...list.flatMap(({ standIns }) => standIns.map(standIn)),
  ];
  writeFileSync(target, `${rules.join('\n\n')}\n`);
}
