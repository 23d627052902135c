// All checks of the matrix: the files beside this folder, each with its name.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, '..');

// First what must find the page as it has loaded.
const names = globSync('*.mjs', { cwd: folder })
  .filter((file) => !file.endsWith('.test.mjs'))
  .map((file) => basename(file, '.mjs'))
  .sort((a, b) => Number(b === 'stolen-focus') - Number(a === 'stolen-focus') || a.localeCompare(b));

/** @type {Map<string, (page: import('puppeteer-core').Page) => Promise<string[]>>} */
export const checks = new Map();
for (const name of names) checks.set(name, (await import(pathToFileURL(join(folder, `${name}.mjs`)))).check);
