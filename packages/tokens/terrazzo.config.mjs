import { defineConfig } from '@terrazzo/cli';
import css from '@terrazzo/plugin-css';
import galley, { permutations, property } from './scripts/galley-plugin.mjs';

// DTCG dimensions know px and rem only; these two are ratios that CSS wants with a unit.
const units = { 'headline.tracking': (n) => (n ? `${n}em` : '0'), 'headline.stretch': (n) => `${n * 100}%` };

export default defineConfig({
  tokens: './src/galley.resolver.json',
  outDir: './dist/',
  lint: { rules: { 'core/descriptions': 'error' } },
  plugins: [
    // Resolves and prints every value; the shape of the files is galley's.
    css({
      skipBuild: true,
      legacyHex: true,
      variableName: property,
      permutations: permutations.map((input) => ({ input, prepare: (contents) => contents })),
      transform: (token) => units[token.id]?.(token.$value),
    }),
    galley(),
  ],
});
