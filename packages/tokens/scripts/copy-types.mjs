import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
for (const name of ['tokens.d.ts', 'css.d.ts'])
  copyFileSync(join(root, 'src', name), join(root, 'dist', name));
