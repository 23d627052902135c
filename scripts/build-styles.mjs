// Builds a package's light stylesheet, in its folder: src/NAME.css to dist/NAME.css, imports bundled and minified. Beside it an empty
// module for TypeScript, which refuses an import of CSS without types. A page that the package brings is copied as it is.
import { copyFileSync, globSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';

const name = basename(resolve('.'));
await build({
  entryPoints: [`src/${name}.css`],
  outfile: `dist/${name}.css`,
  bundle: true,
  minify: true,
  logLevel: 'warning',
});
writeFileSync('dist/css.d.ts', 'export {};\n');
for (const page of globSync('src/*.html')) copyFileSync(page, page.replace('src', 'dist'));
