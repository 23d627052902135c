// After `changeset version`: the version of each package to the class that carries it, so that two on a page can be told apart.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

for (const file of globSync('packages/*/package.json')) {
  const { version } = JSON.parse(readFileSync(file, 'utf8'));
  const source = join(dirname(file), 'src', `${basename(dirname(file))}.ts`);
  let text;
  try {
    text = readFileSync(source, 'utf8');
  } catch {
    continue; // tokens and core have no class
  }
  writeFileSync(source, text.replace(/(static readonly version: string = ')[^']*/, `$1${version}`));
}
