import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import storybook from 'eslint-plugin-storybook';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts'];

export default defineConfig(
  { ignores: ['**/dist/', 'storybook-static/', '.cache/', 'coverage/', 'scripts/new-element/'] },
  js.configs.recommended,
  lit['flat/recommended'],
  wc['flat/best-practice'],
  litA11y.configs.recommended,
  storybook.configs['flat/recommended'],
  // Both find our elements only by the name of the class that they extend.
  {
    settings: {
      wc: { elementBaseClasses: ['ReactiveElement'] },
      lit: { elementBaseClasses: ['ReactiveElement'] },
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: typescript,
    rules: { '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] },
  },
  {
    files: ['packages/*/test/**', 'scripts/test/**/*.ts'],
    languageOptions: { globals: globals.mocha },
    // Tests replace methods of the platform and put them back.
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // A page that streams in is written piece by piece, and nothing but document.write does that from script.
    files: ['packages/core/test/**'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.mocha } },
  },
);
