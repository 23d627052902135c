// Copies a file of a package, in its folder, as it is: node ../../scripts/copy.mjs src/render.html dist/render.html
import { copyFileSync } from 'node:fs';

const [from, to] = process.argv.slice(2);
copyFileSync(from, to);
