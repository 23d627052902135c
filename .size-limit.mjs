// Budgets in brotli, with everything that a page loads for it, Lit too: https://github.com/ai/size-limit
import { globSync } from 'node:fs';

const elements = globSync('packages/*/src/mistakes.ts').map((file) => file.split(/[\\/]/)[1]);

// Files that are served as they are built.
const built = ['@size-limit/esbuild'];

export default [
  ...elements.sort().map((name) => ({
    name: `${name}, alone, with its definition`,
    path: `packages/${name}/dist/define.js`,
    limit: '3.6 kB',
    // What is loaded later: after an action, or where an attribute or another language asks for it. Tests in the browser count it where it is loaded.
    ignore: ['*/states.js', '*/zoom-button.js', '*/zoom-dialog.js', '*/prefetch.js', '*/placement.js'],
    // Lit's licence lies beside the code, as in galley.js.LEGAL.txt.
    modifyEsbuildConfig: (config) => ({ ...config, legalComments: 'none' }),
  })),
  {
    name: 'all six, with a relative time and a picture to zoom, before any action',
    path: 'packages/elements/dist/cdn/galley.js',
    limit: '4.5 kB',
    disablePlugins: built,
  },
  {
    name: 'galley.css, with the tokens',
    path: 'packages/elements/dist/galley.css',
    limit: '3 kB',
    disablePlugins: built,
  },
];
