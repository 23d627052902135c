import type { Meta, StoryObj } from '@storybook/web-components-vite';
import harbour from './harbour.html?raw';
import water from './water-ar.html?raw';
import css from './src/site.css?raw';

// The elements and their tokens are Storybook's own, from their sources: of the site's stylesheet, what it imports stays out.
const site = new CSSStyleSheet();
site.replaceSync(css.replaceAll(/@import[^;]+;/g, ''));

/** The article of a page, in the page's language and direction. */
function article(page: string): HTMLElement {
  const { documentElement, body } = new DOMParser().parseFromString(page, 'text/html');
  const around = document.createElement('div');
  around.className = body.className;
  around.lang = documentElement.lang;
  around.dir = documentElement.dir;
  const main = body.querySelector('main');
  if (main) around.append(main);
  return around;
}

const meta: Meta = {
  title: 'Newsroom/Article',
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
  },
  // The site's stylesheet is for these stories alone.
  beforeEach() {
    document.adoptedStyleSheets.push(site);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== site);
    };
  },
};
export default meta;

type Story = StoryObj;

/** A reported article, with everything that belongs to one: headline, pictures, an advertisement, related stories. */
export const Harbour: Story = { render: () => article(harbour) };

/** An article in Arabic, from right to left, whatever the direction of the page around it. */
export const Water: Story = { name: 'Water (Arabic)', render: () => article(water) };
