// Writes the structured data of each article into its page: what the page's own HTML says, and here what the newspaper knows besides.
import { newsArticle, readArticle, toScript } from '@galley/structured-data';
import { parseHTML } from 'linkedom';

const site = 'https://courier.example';
const publisher = { name: 'The Ostrey Courier', url: `${site}/`, logo: `${site}/icon.svg` };

/** Who took the photographs and drew the animation, by how the names of their files begin. */
const makers = {
  'photos/airplane-': 'Fédèle Azari',
  'photos/alpine-': 'Adolphe Braun',
  'photos/dust-bowl-': 'Dorothea Lange',
  'photos/nagasaki-': 'Felice Beato',
  'videos/wall.': 'Owen Tassily',
};

function rights({ media }) {
  const file = Object.keys(makers).find((each) => media?.src?.includes(`/${each}`));
  return file && { creator: { type: 'Person', name: makers[file] } };
}

/** A plugin of Vite, for the build and the dev server. A page with several short reports, or with links alone, is not about one article. */
export const structuredData = () => ({
  name: 'structured-data',
  transformIndexHtml: {
    // Before Vite, which has placeholders for addresses until the last. The photographs are public files, and keep theirs.
    order: 'pre',
    handler(html, { path }) {
      const { document } = parseHTML(html);
      if (!document.querySelector('article galley-headline-block h1')) return [];
      const url = new URL(path, site).href;
      const data = newsArticle(readArticle(document, { url }), { url, publisher, rights });
      return [
        {
          tag: 'script',
          attrs: { type: 'application/ld+json' },
          children: toScript(data),
          injectTo: 'head',
        },
      ];
    },
  },
});
