// The manifests of the packages, as built: what each element's source says of its attributes, parts and properties.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '..', 'packages');

/** @returns {{ package: string, tagName: string }[]} The declaration of each element, with the name of its package's folder. */
export function readElements() {
  return globSync('*/custom-elements.json', { cwd: packages, exclude: ['elements/**'] })
    .sort()
    .flatMap((path) =>
      JSON.parse(readFileSync(join(packages, path), 'utf8'))
        .modules.flatMap(({ declarations }) => declarations)
        .filter(({ tagName }) => tagName)
        .map((declaration) => ({ package: path.split(/[\\/]/)[0], ...declaration })),
    );
}

/** The values of a union of strings, `'a' | 'b'`; undefined for another type. */
export const valuesOf = (type = '') =>
  /^'[^']*'( \| '[^']*')+$/.test(type) ? type.split(' | ').map((value) => value.slice(1, -1)) : undefined;
