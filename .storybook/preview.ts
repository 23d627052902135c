import type { Preview } from '@storybook/web-components-vite';
import '@galley/tokens/tokens.css';
import '@galley/tokens/theme-tabloid.css';
import '@galley/tokens/theme-magazine.css';
import '@galley/tokens/fonts-broadsheet.css';
import '@galley/tokens/fonts-tabloid.css';
import '@galley/tokens/fonts-magazine.css';
import '@galley/tokens/fonts-arabic.css';
import '@galley/tokens/fonts-hebrew.css';
import './stories.css';
import './preview.css';
import { a11y } from './a11y.ts';
import { describeApi } from './api.ts';
import './elements.ts';
import './own-adapter.js';
import './slot-states.js';
import './faces.ts';
import { applyGlobals, globalTypes, initialGlobals } from './globals.ts';

const unescapeHtml = (text: string): string =>
  new DOMParser().parseFromString(text, 'text/html').documentElement.textContent;

const preview: Preview = {
  globalTypes,
  initialGlobals,
  loaders: [applyGlobals],
  parameters: {
    a11y,
    // The space around a story is that of stories.css.
    layout: 'none',
    // The panel has what can be changed; parts, styles and properties are in the page of documentation.
    controls: { exclude: /^(--|:|data-part)|[A-Z]/, disableSaveFromUI: true },
    docs: {
      extractArgTypes: describeApi,
      // The renderer hands a story's text on as the text of a node, so its HTML comes escaped, but only the first time.
      source: { transform: (code: string) => (/^\s*&lt;/.test(code) ? unescapeHtml(code).trim() : code) },
    },
    options: {
      storySort: { order: ['Getting started', 'Theming', 'Tokens', 'Elements', 'Newsroom'] },
    },
  },
};
export default preview;
