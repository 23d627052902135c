import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

// Galley's own look: paper, ink and the red of the broadsheet theme.
addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Galley',
    brandUrl: './',
    colorPrimary: '#8f1d15',
    colorSecondary: '#8f1d15',
    appBg: '#f4f0e4',
    appContentBg: '#fffdf9',
    appPreviewBg: '#fffdf9',
    appBorderColor: '#d8d2c6',
    appBorderRadius: 2,
    barBg: '#fffdf9',
    barTextColor: '#5f5a52',
    barSelectedColor: '#8f1d15',
    barHoverColor: '#8f1d15',
    textColor: '#1b1916',
    textMutedColor: '#5f5a52',
    inputBorder: '#8c857a',
  }),
});
