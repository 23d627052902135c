import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['./pages/*.mdx', '../packages/*/*.@(mdx|stories.ts)', '../apps/newsroom/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // The photographs of the newsroom: /photos/…
  staticDirs: ['../apps/newsroom/public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      // Both Lit's parts and Storybook's renderer: bundled apart, Lit warns of several versions.
      optimizeDeps: { include: ['lit', 'lit/directive-helpers.js', 'lit-html', '@lit/reactive-element'] },
      build: {
        // Browsers that know light-dark(): a translation of it ignores data-color-scheme further down.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        // Storybook's own chunks are large, and load from where they are built.
        chunkSizeWarningLimit: 2000,
      },
    }),
};
export default config;
