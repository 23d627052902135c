import type { Preview, StoryContext } from '@storybook/web-components-vite';

/** The toolbar: what a page decides for the elements in it. */
export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: {
      icon: 'paintbrush',
      dynamicTitle: true,
      items: [
        { value: 'broadsheet', title: 'Broadsheet' },
        { value: 'tabloid', title: 'Tabloid' },
        { value: 'magazine', title: 'Magazine' },
      ],
    },
  },
  scheme: {
    description: 'Light or dark',
    toolbar: {
      icon: 'contrast',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'As the reader set it' },
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
      ],
    },
  },
  direction: {
    description: 'Direction of writing',
    toolbar: {
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  language: {
    description: 'Language of the page',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: [
        { value: 'en', title: 'English' },
        { value: 'de', title: 'Deutsch' },
        { value: 'fr', title: 'Français' },
        { value: 'es', title: 'Español' },
        { value: 'ar', title: 'العربية' },
        { value: 'he', title: 'עברית' },
        { value: 'hi', title: 'हिन्दी' },
        { value: 'ja', title: '日本語' },
      ],
    },
  },
  text: {
    description: "Size of the reader's text",
    toolbar: {
      icon: 'zoom',
      dynamicTitle: true,
      items: [
        { value: '100', title: 'Text 100%' },
        { value: '200', title: 'Text 200%' },
      ],
    },
  },
};

export const initialGlobals = {
  theme: 'broadsheet',
  scheme: 'auto',
  direction: 'ltr',
  language: 'en',
  text: '100',
};

/** A loader: sets the toolbar's choices on the page, as a publisher would. */
export function applyGlobals({ globals, canvasElement }: StoryContext): void {
  const page = document.documentElement;
  page.dataset['theme'] = String(globals['theme']);
  page.dataset['textSize'] = String(globals['text']);
  page.dir = String(globals['direction']);
  page.lang = String(globals['language']);
  // In pages of documentation Storybook says that every story is in English.
  canvasElement.lang = page.lang;
  if (globals['scheme'] === 'auto') delete page.dataset['colorScheme'];
  else page.dataset['colorScheme'] = String(globals['scheme']);
}
